// @vitest-environment jsdom
/** Copies that somebody else made up: bounded, answered in words, and nothing of them where it does not belong. */
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { beforeAll, expect, it, vi } from 'vitest';
import { findByUrl, getArticle, listIds, picturesOf } from '../../../src/library/library.ts';
import { putBack } from '../../../src/pages/transfer/backup-in.ts';
import { Pace } from '../../../src/pages/transfer/pace.ts';
import { lookInto, type BackupSource } from '../../../src/pages/transfer/sources.ts';
import { freshLibrary, value } from '../../library/support.ts';

freshLibrary();
// jsdom's own can't be streamed; every browser's can.
beforeAll(() => { vi.stubGlobal('Blob', NodeBlob); vi.stubGlobal('File', NodeFile); });

const HEAD = JSON.stringify({ format: 'passalong-backup', version: 1, made: '2026-01-01T00:00:00Z', articles: 2 });
const zip = (entries: Readonly<Record<string, string | Uint8Array>>): File =>
  new File([zipSync(Object.fromEntries(Object.entries({ 'passalong-backup.json': HEAD, ...entries }).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content])) as Zippable) as Uint8Array<ArrayBuffer>], 'copy.zip');
const entry = (more: object): string => JSON.stringify({ hasBody: true, savedAt: 1_600_000_000_000, ...more, article: { url: 'https://lamps.example/1', title: 'A lamp', html: '<p>Oil.</p>', text: 'Oil.', ...(more as { article?: object }).article } });

async function restore(file: File) {
  const [source] = await lookInto([file]);
  expect(source).toMatchObject({ kind: 'backup' });
  return putBack(source as BackupSource, 'fill', new Pace(), () => undefined);
}

it('takes what is sound and reports what is not', async () => {
  const outcome = await restore(zip({
    'data/00001.json': entry({}), 'data/00002.json': '{"article":', 'data/00003.json': '[]', 'data/00004.json': entry({ article: { url: 'javascript:alert(1)' } }),
  }));
  expect(outcome).toMatchObject({ ok: true, stopped: false, tally: { read: 4, added: 1, notTaken: [{ row: 2, reason: 'rowDamaged' }, { row: 3, reason: 'rowDamaged' }, { row: 4, reason: 'rowRefused' }] } });
});

it('makes clean what was made to hurt', async () => {
  const html = '<p onclick="alert(1)">Oil <script>alert(2)</script><img src="x" onerror="alert(3)"><a href="javascript:alert(4)">here</a></p><iframe src="https://evil.example"></iframe>';
  await restore(zip({ 'data/00001.json': entry({ article: { html }, versions: [{ at: 5, title: 'Before', html, text: 'x' }] }) }));
  const { id } = (await findByUrl('https://lamps.example/1'))!;
  expect(value(await getArticle(id)).article?.html).not.toMatch(/script|onerror|onclick|iframe/);
});

it('leaves the names of objects alone', async () => {
  const text = entry({}).replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},');
  await restore(zip({ 'data/00001.json': text, 'tags.json': '[{"__proto__":{"polluted":1},"name":"__proto__","colour":"constructor"}]', 'settings.json': '{"__proto__":{"polluted":1}}' }));
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(value(await listIds({ filter: '*' }))).toHaveLength(1);
});

it('reaches for no picture outside its own folder, and takes none that is too large or no picture', async () => {
  const picture = (file: string, n: number, type = 'image/png') => ({ n, url: `https://lamps.example/${n}.png`, type, file });
  await restore(zip({
    'data/00001.json': entry({ pictures: [picture('../../secret.png', 1), picture('settings.json', 2), picture('pictures/00001/../../settings.json', 3), picture('pictures/00001/9.png', 4), picture('pictures/00001/1.png', 5), picture('pictures/00001/2.png', 6, 'text/html'), picture('pictures/00001/3.png', 7)] }),
    'settings.json': '{}', 'pictures/00001/1.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]), 'pictures/00001/2.png': '<script>', 'pictures/00001/3.png': new Uint8Array(20_000_001),
  }));
  const { id } = (await findByUrl('https://lamps.example/1'))!;
  expect(value(await picturesOf(id)).map(({ url }) => url)).toEqual(['https://lamps.example/5.png']);
});

it('refuses a zip that names places outside itself', async () => {
  expect(await lookInto([zip({ 'data/00001.json': entry({}), '../../etc/passwd': 'x' })])).toMatchObject([{ kind: 'unknown', reason: 'fileUnknown' }]);
});

it('believes no size: an article of endless text is refused, and the next one comes in', async () => {
  const huge = entry({ article: { html: `<p>${'a'.repeat(70_000_000)}</p>` } });
  const outcome = await restore(zip({ 'data/00001.json': huge, 'data/00002.json': entry({ article: { url: 'https://lamps.example/2' } }) }));
  expect(outcome).toMatchObject({ ok: true, tally: { read: 2, added: 1, notTaken: [{ row: 1, reason: 'rowDamaged' }] } });
});

it('answers for a head that is no head', async () => {
  for (const head of ['{}', '[]', 'null', '{"format":"passalong-backup"}', 'x'.repeat(200_000)]) {
    expect(await lookInto([zip({ 'passalong-backup.json': head })])).toMatchObject([{ kind: 'unknown' }]);
  }
});
