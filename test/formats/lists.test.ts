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
  it('comes back with all that was in it, whatever its cells begin with', () => {
    const given = entry({ title: '-5 degrees', authors: ['Ines Moor', 'Miller, Adam'] }, { readState: 'archived', tags: ['@home', 'bread, rye'], note: '=for the class', highlights: [MARK, { anchor: { ...MARK.anchor, exact: '- Two' }, note: '' }] });
    const text = toTable([given, entry({ url: 'https://b.example/', title: "'Quoted'", published: '' }, { favourite: false })]);
    const known = recognise('x.csv', text);
    if (known.kind !== 'rows') throw new Error(known.kind);
    expect(known.format.name).toBe('table');
    expect([...known.format.read(text)]).toEqual([
      { ok: true, row: 1, item: { url: given.article.url, title: '-5 degrees', authors: ['Ines Moor', 'Miller, Adam'], publication: 'Mill & Town', published: '2021-02-26T13:15', savedAt: Date.UTC(2025, 0, 2, 3, 4, 5), archived: true, favourite: true, tags: ['@home', 'bread, rye'], note: '=for the class', highlights: [{ text: 'One' }, { text: '- Two' }] } },
      { ok: true, row: 2, item: { url: 'https://b.example/', title: "'Quoted'", authors: ['Ines Moor', 'Vincent van den Berg'], publication: 'Mill & Town', savedAt: Date.UTC(2025, 0, 2, 3, 4, 5), archived: false, favourite: false, tags: ['boats', 'slow travel'] } },
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
  it('BibTeX: a brace alone swallows nothing, since braces count whether or not they are escaped', () => {
    for (const title of ['An open { brace', 'A closed } brace', '} both {']) {
      const text = toBibtex([entry({ title, authors: ['Ines { Moor'] }, { tags: ['a }'] })]);
      expect(text.split('').reduce((n, char) => n + (char === '{' ? 1 : char === '}' ? -1 : 0), 0)).toBe(0);
      expect(text).toContain('\\textbrace');
    }
  });
  it('keeps a name whole that only looks like several, and what stands behind one', () => {
    const one = [entry({ authors: ['Ministry of Mills and Rivers', 'Adam Miller, Jr.', 'Eva Bright II', 'Moor & Sons'] })];
    expect(toBibtex(one)).toContain('author = {{Ministry of Mills and Rivers} and Miller, Jr., Adam and Bright, II, Eva and {Moor \\& Sons}}');
    expect(toRis(one)).toContain('AU  - Ministry of Mills and Rivers\r\nAU  - Miller, Adam, Jr.\r\nAU  - Bright, Eva, II\r\nAU  - Moor & Sons\r\n');
    expect(JSON.parse(toCslJson(one))[0].author).toEqual([{ family: 'Ministry of Mills and Rivers' }, { family: 'Miller', given: 'Adam', suffix: 'Jr.' }, { family: 'Bright', given: 'Eva', suffix: 'II' }, { family: 'Moor & Sons' }]);
  });

  it('leaves no suffix out where there are two', () => {
    const one = [entry({ authors: ['Eva Bright MD, PhD'] })];
    expect(toRis(one)).toContain('AU  - Bright, Eva, MD PhD\r\n');
    expect(JSON.parse(toCslJson(one))[0].author).toEqual([{ family: 'Bright', given: 'Eva', suffix: 'MD PhD' }]);
  });
  it.each(['America/New_York', 'Asia/Tokyo'])('say the day on which it was saved as it was where it was saved: %s', (zone) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      for (const savedAt of [new Date(2025, 0, 2, 23, 30).getTime(), new Date(2025, 0, 2, 0, 30).getTime()]) {
        const one = entry({ published: '' }, { savedAt });
        expect(toBibtex([one])).toContain('urldate = {2025-01-02}');
        expect(toRis([one])).toContain('Y2  - 2025/01/02');
        expect(JSON.parse(toCslJson([one]))[0].accessed).toEqual({ 'date-parts': [[2025, 1, 2]] });
        expect(toPlainText(one, { highlights: '', note: '' })).toContain(' · 2025-01-02\n');
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
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
    // Windows keeps the name back whatever stands behind its first dot.
    expect(fileName('aux. Of mills', '.md')).toBe('article aux. Of mills.md');
    expect(fileName('a\u202egpj.exe', '.md')).toBe('a gpj.exe.md');
    expect(fileName('***', '.md')).toBe('article.md');
    expect(fileName('漢'.repeat(200), '.md')).toBe(`${'漢'.repeat(60)}.md`);
    const taken = new Set<string>();
    expect(['A', 'a', 'A'].map((name) => fileName(name, '.md', taken))).toEqual(['A.md', 'a 2.md', 'A 3.md']);
  });
});
