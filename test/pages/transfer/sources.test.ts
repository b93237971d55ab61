// @vitest-environment jsdom
/** What is dropped is looked into: zips, lists, letters, pages, and what only says that it is one of them. */
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { articleFrom, rowArticle } from '../../../src/formats/in/article-from.ts';
import { rowOf, type Incoming } from '../../../src/formats/in/row.ts';
import { Archive } from '../../../src/pages/transfer/archive.ts';
import { lookInto, type RowsSource } from '../../../src/pages/transfer/sources.ts';

// jsdom's own can't be streamed; every browser's can.
beforeAll(() => { vi.stubGlobal('Blob', NodeBlob); vi.stubGlobal('File', NodeFile); });

const text = (name: string): string => readFileSync(`test/formats/in/files/${name}`, 'utf8');
const file = (name: string, content: string | Uint8Array<ArrayBuffer>): File => new File([content], name);
const zip = (name: string, entries: Readonly<Record<string, string>>): File =>
  file(name, zipSync(Object.fromEntries(Object.entries(entries).map(([path, content]) => [path, strToU8(content)])) as Zippable));

describe('what is dropped', () => {
  it('Omnivore’s zip gives each article its text and its highlights', async () => {
    const [source, ...more] = await lookInto([zip('omnivore.zip', {
      'export/metadata_0_to_2.json': text('omnivore.json'),
      'export/content/the-ferry-17.html': '<div><p>The ferry waits.</p><script>alert(1)</script><img src="/boat.jpg" onerror="alert(2)"></div>',
      'export/highlights/the-ferry-17.md': 'For the class.\n\n\n\n> The captain knows every cow.\nAll twelve. \n\n#cows #boats\n\nso true\n\n> Nobody is late here.\n',
    })]) as readonly RowsSource[];
    expect(more).toEqual([]);
    expect(source).toMatchObject({ kind: 'rows', format: 'omnivore', name: 'export/metadata_0_to_2.json' });
    const items = await Promise.all(source!.rows.flatMap((row) => (row.ok ? [source!.complete!(row.item)] : [])));
    expect(items[0]).toMatchObject({ note: 'For the class.', highlights: [{ text: 'The captain knows every cow.\nAll twelve.', note: 'so true' }, { text: 'Nobody is late here.' }] });
    const article = articleFrom(items[0]!)!;
    expect(article.text).toBe('The ferry waits.');
    expect(article.html).toContain('src="https://ferry.example/boat.jpg"');
    expect(article.html).not.toMatch(/script|onerror|alert/);
    expect(articleFrom(items[1]!)).toBeUndefined();
  });

  it('Pocket’s zip gives its tables and the passages marked in them', async () => {
    const found = await lookInto([zip('pocket.zip', { 'part_000000.csv': text('pocket.csv'), 'annotations/part_000000.json': text('pocket-highlights.json'), '__MACOSX/._part_000000.csv': 'x' })]);
    expect(found.map((source) => [source.kind, source.kind === 'rows' && source.format, source.kind === 'rows' && source.rows.length])).toEqual([['rows', 'pocket', 4], ['rows', 'pocket', 1]]);
  });

  it('takes the tables before the passages marked in them, wherever these stand: a passage knows no date and no state', async () => {
    const found = await lookInto([zip('pocket.zip', { 'annotations/part_000000.json': text('pocket-highlights.json'), 'part_000000.csv': text('pocket.csv') })]);
    expect(found.map(({ name }) => name)).toEqual(['part_000000.csv', 'annotations/part_000000.json']);
  });

  it('Matter’s zip gives each article its text', async () => {
    const words = Array.from({ length: 6 }, (_, n) => `<p>Paragraph ${n} of a crossing that is long enough to be taken for one, with a second half and a cow in it.</p>`).join('');
    const [source, ...more] = await lookInto([zip('Archive.zip', { 'Archive/_matter_history.csv': text('matter-old.csv'), 'Archive/content_17.html': `<html><body>${words}</body></html>` })]) as readonly RowsSource[];
    expect(more).toEqual([]);
    const items = await Promise.all(source!.rows.flatMap((row) => (row.ok ? [source!.complete!(row.item)] : [])));
    expect(articleFrom(items[0]!)?.text).toContain('Paragraph 5 of a crossing');
    expect(articleFrom(items[1]!)).toBeUndefined();
  });

  it('says of a damaged file in a zip that it is damaged, whatever else is in it', async () => {
    const bytes = new Uint8Array(await zip('pocket.zip', { 'part_000000.csv': text('pocket.csv'), 'part_000001.csv': text('pocket.csv') }).arrayBuffer());
    // The last entry's packed bytes, right before the list.
    const list = Buffer.from(bytes.buffer).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.fill(0x55, list - 40, list - 20);
    expect(await lookInto([file('pocket.zip', bytes)])).toMatchObject([{ kind: 'rows', name: 'part_000000.csv' }, { kind: 'unknown', name: 'part_000001.csv', reason: 'fileDamaged' }]);
  });

  it('says what it can’t take', async () => {
    expect(await lookInto([
      file('x.txt', 'Dear Anna'), zip('empty.zip', {}), zip('pictures.zip', { 'a.png': 'x' }),
      zip('newer.zip', { 'passalong-backup.json': '{"format":"passalong-backup","version":99}' }), file('broken.zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])),
    ])).toMatchObject([
      { kind: 'unknown', reason: 'fileUnknown' }, { kind: 'unknown', reason: 'fileUnknown' }, { kind: 'unknown', reason: 'fileUnknown' }, { kind: 'unknown', reason: 'fileNewer' }, { kind: 'unknown' },
    ]);
  });

  it('goes on past what the browser can’t read: a folder, a file that is gone', async () => {
    const gone = () => Promise.reject(new DOMException('A requested file could not be found.', 'NotFoundError'));
    // As every browser answers for a folder that was dropped: it has a name, and no bytes.
    const folder = Object.assign(file('letters', ''), { slice: () => ({ arrayBuffer: gone }), text: gone, arrayBuffer: gone });
    expect(await lookInto([folder, file('pocket.csv', text('pocket.csv'))])).toMatchObject([{ kind: 'unknown', name: 'letters', reason: 'fileUnreadable' }, { kind: 'rows', format: 'pocket' }]);
  });

  it('knows a saved page by where it says it came from', async () => {
    const words = Array.from({ length: 6 }, (_, n) => `<p>Paragraph ${n} of a story that is long enough to be taken for one, with a second half and a reason for it.</p>`).join('');
    const [page] = await lookInto([file('page.html', `<!doctype html><!-- saved from url=(0034)https://lamps.example/story --><html><title>Lamps</title><body><article><h1>Lamps</h1>${words}<script>x</script></article></body></html>`)]);
    expect(page).toMatchObject({ kind: 'page', item: { hasBody: true, article: { url: 'https://lamps.example/story', title: 'Lamps' } } });
    // What it lacks is said.
    expect(await lookInto([file('page.html', `<!doctype html><title>Lamps</title><article><h1>Lamps</h1>${words}</article>`)])).toMatchObject([{ kind: 'unknown', reason: 'pageNoAddress' }]);
    expect(await lookInto([file('page.html', '<!doctype html><link rel="canonical" href="https://lamps.example/"><title>Lamps</title><p>Log in')])).toMatchObject([{ kind: 'unknown', reason: 'pageNoArticle' }]);
  });

  it('keeps of a page saved as one file when that was, and the pictures that are in it', async () => {
    const words = Array.from({ length: 6 }, (_, n) => `<p>Paragraph ${n} of a story that is long enough to be taken for one, with a second half and a reason for it.</p>`).join('');
    const picture = `data:image/png;base64,${'iVBORw0KGgo'.padEnd(4_000, 'A')}`;
    const [page] = await lookInto([file('page.html', `<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://lamps.example/story?n=1 \n saved date: Tue Mar 02 2021 11:04:05 GMT+0100 (Central European Standard Time)\n--><meta charset=utf-8><title>Lamps</title><body><article><h1>Lamps</h1>${words}<img src="${picture}" width=600 height=400>${words}</article></html>`)]);
    expect(page).toMatchObject({ kind: 'page', item: { savedAt: Date.parse('2021-03-02T10:04:05Z'), article: { url: 'https://lamps.example/story?n=1' } } });
    expect(page?.kind === 'page' && page.item.article.html).toContain(picture);
  });

  it('reads a page and a list in the letters they were written in', async () => {
    const words = Array.from({ length: 6 }, (_, n) => `<p>Фонарь номер ${n} горит над тихой водой до самого утра, и никто не знает, кто его зажигает каждый вечер.</p>`).join('');
    const html = `<!doctype html><meta charset="windows-1251"><link rel="canonical" href="https://lamps.example/fonar"><title>Фонари</title><article><h1>Фонари</h1>${words}</article>`;
    const cyrillic = Uint8Array.from(html, (sign) => { const code = sign.codePointAt(0)!; return code >= 0x410 && code <= 0x44f ? code - 0x350 : code; });
    expect(await lookInto([file('page.html', cyrillic)])).toMatchObject([{ kind: 'page', item: { article: { title: 'Фонари' } } }]);
    // As a spreadsheet writes "Unicode text".
    const table = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from('title,url\nФонари,https://lamps.example/\n', (sign) => sign.codePointAt(0)!).buffer)]);
    expect(await lookInto([file('list.csv', table)])).toMatchObject([{ kind: 'rows', rows: [{ ok: true, item: { title: 'Фонари' } }] }]);
  });
});

describe('a zip that lies', () => {
  it('is not believed when it gives more than it may', async () => {
    const archive = (await Archive.open(zip('bomb.zip', { 'a.csv': 'x'.repeat(1_000_000) })))!;
    expect(await archive.text('a.csv', 999_999)).toBeUndefined();
    expect((await archive.text('a.csv', 1_000_000))?.length).toBe(1_000_000);
    // The same bytes under a smaller size in the list at the end: what comes out counts, not what was said.
    const bytes = new Uint8Array(await zip('bomb.zip', { 'a.csv': 'x'.repeat(1_000_000) }).arrayBuffer());
    const list = Buffer.from(bytes.buffer).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(bytes.buffer).setUint32(list + 24, 10, true);
    const liar = await Archive.open(file('liar.zip', bytes));
    expect(await liar?.text('a.csv', 1_000)).toBeUndefined();
  });

  it('is not believed when its bytes are not those it was made of', async () => {
    const bytes = new Uint8Array(await file('x', zipSync({ 'a.csv': [strToU8('title,url\nA,https://a.example/\n'), { level: 0 }] })).arrayBuffer());
    bytes[Buffer.from(bytes.buffer).indexOf('https')] = 0x78;
    expect(await (await Archive.open(file('changed.zip', bytes)))?.text('a.csv', 1_000)).toBeUndefined();
  });
});

describe('a body from elsewhere', () => {
  const item = (html: string): Incoming => ({ url: 'https://mill.example/a/b', html });
  it('is built anew, its addresses resolved', () => {
    const article = articleFrom(item('<p onclick="x()">One <a href="../c" style="x">link</a> <a href="javascript:x">bad</a></p><iframe src="x"></iframe><form><input name="a"></form>'))!;
    expect(article.html).toBe('<p>One <a href="https://mill.example/c" rel="noopener noreferrer">link</a> <a>bad</a></p>');
    expect(article).toMatchObject({ text: 'One link bad', wordCount: 3, title: 'mill.example/a/b' });
  });
  it.each([
    ['signs that nobody sees', 'https://mill.example/a', '\u202e\u2066'], ['control characters', 'https://mill.example/a', '\u0001'],
  ])('with a title of %s has a name all the same', (_, address, title) => {
    const row = rowOf(1, address, { title });
    expect(row.ok && rowArticle(row.item)).toMatchObject({ url: address, title: 'mill.example/a' });
  });
  it('at an address that is too long once it is written out is refused, and not half taken', () => {
    expect(rowOf(1, `https://mill.example/${'橋'.repeat(2_000)}`, {})).toMatchObject({ ok: false, reason: 'rowNotWeb' });
    const longest = rowOf(1, `https://mill.example/${'橋'.repeat(900)}`, {});
    expect(longest.ok && rowArticle(longest.item).url).toContain('%E6%A9%8B');
  });
  it('without a word in it is a link', () => {
    expect(articleFrom(item('<img src="x.png">'))).toBeUndefined();
    expect(articleFrom({ url: 'https://mill.example/' })).toBeUndefined();
  });
});
