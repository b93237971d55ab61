/** `npm run -s extract`: what it makes of files in any encoding, of files that are no pages, and of a broken index. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readIndex, readPage } from '../../bench/extract/pages.mjs';

const HOME = mkdtempSync(join(tmpdir(), 'passalong-command-'));
afterAll(() => rmSync(HOME, { recursive: true }));

function file(name: string, ...parts: readonly (string | readonly number[])[]): string {
  const path = join(HOME, name);
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  return path;
}

const hex = (digits: string): readonly number[] => [...Buffer.from(digits, 'hex')];
const declared = (charset: string): string => `<!doctype html><meta charset="${charset}"><h1>`;

describe('a page in its encoding', () => {
  it.each([
    ['windows-1251', [declared('windows-1251'), hex('cce5ebfcede8f6e0')], 'Мельница'],
    ['Shift_JIS', [declared('Shift_JIS'), hex('90858ed4')], '水車'],
    ['gb18030', [declared('gb18030'), hex('c4a5b7bb')], '磨坊'],
    ['UTF-16 by its mark', [hex('fffe'), [...Buffer.from('<h1>Mühle', 'utf16le')]], 'Mühle'],
    ['UTF-8 by its mark, whatever it declares', [hex('efbbbf'), declared('windows-1251'), 'Mühle'], 'Mühle'],
    ['UTF-8 that declares what it was before', [declared('iso-8859-1'), 'Mühle'], 'Mühle'],
    ['no declaration and no UTF-8', ['<h1>M', [0xfc], 'hle'], 'Mühle'],
    ['a name that nothing goes by', [declared('nonsense-9'), 'M', [0xfc], 'hle'], 'Mühle'],
  ])('%s', (_, parts, heading) => expect(readPage(file('page.html', ...parts)).split('<h1>')[1]).toBe(heading));

  it('gzipped, too', () => expect(readPage(file('page.html.gz', [...gzipSync('<h1>Mill')]))).toBe('<h1>Mill'));
});

it.each([
  ['a picture', hex('89504e470d0a1a0a0000000d49484452')],
  ['a PDF', [...Buffer.from('%PDF-1.7\n%âãÏÓ')]],
])('%s is no web page, and is said to be none', (_, bytes) => expect(() => readPage(file('odd.html', bytes))).toThrow(/is no web page/));

it.each([['{"pages": [', /is not JSON/], ['{"source": "x"}', /has no list of pages/], ['null', /has no list of pages/]])('an index that reads %s', (written, said) => {
  expect(() => readIndex(file('index.json', written))).toThrow(said);
});

describe('the command itself', () => {
  const run = (...args: readonly string[]) => spawnSync(process.execPath, [resolve(import.meta.dirname, '../../bench/extract.mjs'), ...args, '--engine', 'jsdom'], { encoding: 'utf8' });

  it('gives a line for every entry of an index, with an error for those that can’t be read, and goes on', () => {
    const text = 'The miller walked down to the water every morning, and listened to the wheel. '.repeat(6);
    file('mill.html', `<!doctype html><title>The mill</title><article><h1>The mill</h1><p>${text}</p></article>`);
    file('torn.html.gz', [...gzipSync(text).subarray(0, 30)]);
    const index = file('all.json', JSON.stringify({ pages: [{ id: 'gone', file: 'gone.html' }, { id: 'torn', file: 'torn.html.gz' }, null, { id: 'mill', file: 'mill.html', url: 'nonsense' }] }));
    const { stdout, status } = run('--index', index);
    const lines = stdout.trim().split('\n').map((line) => JSON.parse(line) as { id: string; title: string; text: string; error?: string });
    expect(lines.map(({ id, error }) => [id, error])).toEqual([
      ['gone', expect.stringContaining('There is no file')], ['torn', expect.stringContaining('not a whole one')], ['2', expect.stringContaining('names no file')], ['mill', undefined],
    ]);
    expect(lines[3]).toMatchObject({ title: 'The mill', text: text.trim() });
    expect(status).toBe(0);
  }, 60_000);

  it('says what is wrong with an address instead of reading on with it', () => {
    const { stderr, status } = run(file('page.html', '<p>a'), '--url', 'nonsense');
    expect(stderr).toContain('nonsense is none');
    expect(status).toBe(1);
  }, 60_000);
});
