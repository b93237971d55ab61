// @vitest-environment jsdom
/** Lists that go out: tables, bookmarks, citations. Each is read back, ours by our own readers. */
import { describe, expect, it } from 'vitest';
import { parseArticle, type Article } from '../../src/article/article.ts';
import { toBibtex } from '../../src/formats/bibtex.ts';
import { toBookmarks } from '../../src/formats/bookmarks.ts';
import { toCslJson } from '../../src/formats/csl-json.ts';
import { csvRows } from '../../src/formats/in/csv.ts';
import { recognise } from '../../src/formats/in/recognise.ts';
import { fileName, type Outgoing } from '../../src/formats/outgoing.ts';
import { toPlainText } from '../../src/formats/plain-text.ts';
import { toRis } from '../../src/formats/ris.ts';
import { toTable } from '../../src/formats/table.ts';

function entry(article: Partial<Article>, more: Partial<Outgoing> = {}): Outgoing {
  const whole = parseArticle({ url: 'https://mill.example/a?b=1&c="2"', title: 'The mill', authors: ['Ines Moor', 'Vincent van den Berg'], publication: 'Mill & Town', published: '2021-02-26T13:15', language: 'en', dir: 'ltr', excerpt: '', html: '', text: 'One\nTwo', ...article })!;
  return { article: whole, savedAt: Date.UTC(2025, 0, 2, 3, 4, 5), readState: 'unread', favourite: true, tags: ['boats', 'slow travel'], highlights: [], ...more };
}
const MARK = { anchor: { exact: 'One', prefix: '', suffix: '', start: 0, end: 3 }, note: 'so true' };

describe('a table', () => {
  it('comes back as it was through our own reading', () => {
    const text = toTable([entry({ title: 'A "quoted", broken\nname' }), entry({ url: 'https://b.example/' }, { tags: [] })]);
    const known = recognise('x.csv', text);
    if (known.kind !== 'rows') throw new Error(known.kind);
    expect([...known.format.read(text)]).toMatchObject([
      { ok: true, item: { url: 'https://mill.example/a?b=1&c=%222%22', title: 'A "quoted", broken name', savedAt: Date.UTC(2025, 0, 2, 3, 4, 5), tags: ['boats', 'slow travel'] } },
      { ok: true, item: { url: 'https://b.example/' } },
    ]);
  });
  it.each(['=1+1', '+cmd', '-2', '@sum', ' =1', '"=1', '\t=1', "'=1", '|x', '%0A=1'])('takes the sting out of %j', (bad) => {
    const [row] = csvRows(toTable([entry({}, { note: bad })]));
    expect(row!.cells['note']).toMatch(/^'/);
  });
});

describe('bookmarks', () => {
  it('come back as they were', () => {
    const text = toBookmarks([entry({ title: '<b>&"' }, { note: 'for the class' })], 'Passalong');
    const known = recognise('x.html', text);
    if (known.kind !== 'rows') throw new Error(known.kind);
    expect(known.format.name).toBe('bookmarks');
    expect([...known.format.read(text)]).toMatchObject([{ ok: true, item: { title: '<b>&"', savedAt: Date.UTC(2025, 0, 2, 3, 4, 5), tags: ['boats', 'slow travel'], archived: false, note: 'for the class' } }]);
  });
});

describe('citations', () => {
  it('BibTeX: escaped, every key once', () => {
    const text = toBibtex([entry({ title: '50% of {mills} & #1_x' }), entry({})]);
    expect(text).toContain('title = {{50\\% of \\{mills\\} \\& \\#1\\_x}}');
    expect(text).toContain('author = {Moor, Ines and van den Berg, Vincent}');
    expect(text).toContain('date = {2021-02-26}');
    const keys = [...text.matchAll(/@online\{(.+),/g)].map((match) => match[1]);
    expect(new Set(keys).size).toBe(2);
    // Every brace that opens is closed.
    const depth = text.replace(/\\[{}]/g, '').split('').reduce((n, char) => n + (char === '{' ? 1 : char === '}' ? -1 : 0), 0);
    expect(depth).toBe(0);
  });
  it('RIS: a field can not forge another', () => {
    const text = toRis([entry({}, { note: 'x\nER  - \nTY  - BOOK' })]);
    expect(text.split('\r\n').filter((line) => line.startsWith('TY  - '))).toEqual(['TY  - ELEC']);
    expect(text).toContain('AU  - Moor, Ines\r\nAU  - van den Berg, Vincent\r\n');
    expect(text).toContain('DA  - 2021/02/26/');
    expect(text.trimEnd().endsWith('ER  -')).toBe(true);
  });
  it('CSL-JSON: names in parts, dates in parts', () => {
    expect(JSON.parse(toCslJson([entry({ authors: ['王小明', 'Ines Moor'] })]))).toMatchObject([{
      type: 'webpage', title: 'The mill', author: [{ family: '王小明' }, { family: 'Moor', given: 'Ines' }], issued: { 'date-parts': [[2021, 2, 26]] }, accessed: { 'date-parts': [[2025, 1, 2]] }, 'container-title': 'Mill & Town',
    }]);
  });
});

describe('plain text', () => {
  it('holds title, facts, address, text, note and marks', () => {
    expect(toPlainText(entry({}, { note: 'mine', highlights: [MARK] }), { highlights: 'Highlights', note: 'Note' }))
      .toBe('The mill\n\nInes Moor, Vincent van den Berg · Mill & Town · 2021-02-26T13:15\n\nhttps://mill.example/a?b=1&c=%222%22\n\n#boats #slow-travel\n\nOne\n\nTwo\n\nNote\n\nmine\n\nHighlights\n\n“One”\nso true\n');
  });
});

describe('file names', () => {
  it('can be written everywhere', () => {
    expect(fileName('../../etc/passwd: a "b" <c>|?*', '.md')).toBe('etc passwd a b c.md');
    expect(fileName('CON', '.md')).toBe('article CON.md');
    expect(fileName('***', '.md')).toBe('article.md');
    expect(fileName('漢'.repeat(200), '.md')).toBe(`${'漢'.repeat(60)}.md`);
    const taken = new Set<string>();
    expect(['A', 'a', 'A'].map((name) => fileName(name, '.md', taken))).toEqual(['A.md', 'a 2.md', 'A 3.md']);
  });
});
