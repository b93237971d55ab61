// @vitest-environment jsdom
/** The copy of everything: what is written can be read by its own schema, and what is read is believed in nothing. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';
import { parseInert } from '../../src/article/inert.ts';
import { backupHead, backupIndex, backupPage, backupPaths, dataNumber, hrefOf, readBackupHead, readEntry, writeEntry } from '../../src/formats/backup.ts';
import { hostileHtml } from '../support/hostile-html.ts';

const schema = JSON.parse(readFileSync('src/formats/backup-article-1.schema.json', 'utf8')) as { required: readonly string[]; properties: Readonly<Record<string, unknown>> };
const ARTICLE = { url: 'https://mill.example/a', title: 'The mill' };

describe('an entry', () => {
  it('comes back as it was', () => {
    const entry = {
      uid: 'a1b2c3d4-e5', article: ARTICLE, hasBody: true, savedAt: 5, readState: 'unread', favourite: false, tags: ['a'], quotes: ['b'],
      highlights: [{ id: 'mark-1234', anchor: { exact: 'x' }, createdAt: 1 }], shares: [], versions: [], pictures: [{ n: 0, url: 'https://mill.example/p.png', type: 'image/png', file: 'pictures/00001/1.png' }],
    };
    expect(readEntry(writeEntry(entry))).toEqual(entry);
    for (const name of schema.required) expect(entry).toHaveProperty(name);
    for (const name of Object.keys(entry)) expect(schema.properties, name).toHaveProperty(name);
  });

  it('reaches for no file outside of the pictures, and believes in no kind that is none', () => {
    const read = readEntry(JSON.stringify({ article: ARTICLE, pictures: [
      { n: 0, url: 'u', type: 'image/png', file: '../settings.json' }, { n: 0, url: 'u', type: 'text/html', file: 'pictures/1/1.png' },
      { n: 0, url: 'u', type: 'image/png', file: 'pictures/1/../../x.png' }, { n: 'x' }, 7, { n: 1, url: 'u', type: 'image/svg+xml', file: 'pictures/00001/2.svg' },
    ] }));
    expect(read?.pictures).toEqual([{ n: 1, url: 'u', type: 'image/svg+xml', file: 'pictures/00001/2.svg' }]);
  });

  it('has a head of which nothing is believed but what it can be', () => {
    const head = (more: object) => readBackupHead(JSON.stringify({ format: 'passalong-backup', version: 1, ...more }));
    expect(head({ made: { toString: 1, valueOf: 1 }, articles: { toString: 1, valueOf: 1 } })).toEqual({ format: 'passalong-backup', version: 1, made: '', articles: 0 });
    expect([head({ articles: -3 }), head({ articles: 1e300 }), head({ articles: 7 })].map((each) => each && each !== 'newer' && each.articles)).toEqual([0, 0, 7]);
  });

  it('whatever stands in the file, the lists are lists', () => {
    fc.assert(fc.property(fc.json(), fc.json(), (one, two) => {
      for (const text of [one, `{"article":${JSON.stringify(ARTICLE)},"tags":${one},"highlights":${two},"shares":${one},"versions":${two},"quotes":${one},"pictures":${two},"uid":${one}}`, one.slice(1)]) {
        const read = readEntry(text);
        if (!read) continue;
        for (const name of ['tags', 'quotes', 'highlights', 'shares', 'versions', 'pictures']) expect(Array.isArray(read[name])).toBe(true);
        expect((read['tags'] as readonly unknown[]).every((tag) => typeof tag === 'string')).toBe(true);
        expect((read['highlights'] as readonly { anchor?: { exact?: unknown } }[]).every(({ anchor }) => typeof anchor?.exact === 'string')).toBe(true);
        expect(['string', 'undefined']).toContain(typeof read['uid']);
      }
    }), { numRuns: 300 });
  });
});

describe('a copy', () => {
  it('knows its own kind, and one that is too new for it', () => {
    expect(readBackupHead(backupHead('2025-01-02T00:00:00.000Z', 7))).toEqual({ format: 'passalong-backup', version: 1, made: '2025-01-02T00:00:00.000Z', articles: 7 });
    expect(readBackupHead('{"format":"passalong-backup","version":2}')).toBe('newer');
    expect(readBackupHead('{"format":"something"}')).toBeUndefined();
    expect(readBackupHead('not json')).toBeUndefined();
  });

  it('gives every article files of its own', () => {
    const paths = backupPaths(12, 'A / strange: <title>');
    expect(paths.page).toBe('articles/00012 A strange title.html');
    expect(dataNumber(paths.data)).toBe(12);
    expect(dataNumber('data/../x.json')).toBeUndefined();
    expect(paths.picture(0, 'image/jpeg')).toBe('pictures/00012/1.jpg');
    expect(hrefOf(paths.page)).toBe('articles/00012%20A%20strange%20title.html');
  });

  it('its pages run and fetch nothing, whatever the article was', () => {
    fc.assert(fc.property(hostileHtml, (html) => {
      const article = parseArticle({ ...ARTICLE, title: '<script>alert(1)</script>', html, text: 'x', dir: 'ltr' })!;
      const page = parseInert(backupPage(article, []));
      expect(page.querySelectorAll('script, iframe, object, embed, form, [onclick], [onerror], [onload]')).toHaveLength(0);
      expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toContain("default-src 'none'");
    }), { numRuns: 60 });
  });

  it('its pages show the pictures that lie beside them', () => {
    const article = parseArticle({ ...ARTICLE, html: '<img src="https://mill.example/p.png" srcset="https://mill.example/q.png 2x">', text: 'x', dir: 'ltr' })!;
    const img = parseInert(backupPage(article, [{ n: 0, url: 'https://mill.example/p.png', type: 'image/png', file: 'pictures/00001/1.png' }])).querySelector('img')!;
    expect(img.getAttribute('src')).toBe('../pictures/00001/1.png');
    expect(img.hasAttribute('srcset')).toBe(false);
  });

  it('its list leads to every article', () => {
    const page = parseInert(backupIndex([{ title: '<b>One', place: 'Here', day: '2025-01-02', href: 'articles/1%20One.html' }], { title: 'Library', text: 'Words', language: 'en' }));
    expect(page.querySelector('li a')?.textContent).toBe('<b>One');
    expect(page.querySelector('li a')?.getAttribute('href')).toBe('articles/1%20One.html');
  });
});
