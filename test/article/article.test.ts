import { describe, expect, it } from 'vitest';
import { parseArticle, type Article } from '../../src/article/article.ts';

const raw = { url: 'https://a.example/x', title: 'A title', html: '<p>a</p>', text: 'a' };
const parsed = (more: Readonly<Record<string, unknown>>): Article => {
  const article = parseArticle({ ...raw, ...more });
  if (!article) throw new Error('refused');
  return article;
};

describe('parseArticle', () => {
  it.each([
    ['line breaks and control characters', 'One\r\nBcc: two\u0000\u0085three\u009bfour', 'One Bcc: two three four'],
    ['marks that turn the direction of what follows', 'A \u202egpj.exe\u202c and \u2067more\u2069', 'A gpj.exe and more'],
    ['a byte order mark', '\ufeffA title', 'A title'],
    ['half a character', 'A \ud83d title', 'A \ufffd title'],
  ])('takes %s out of one-line fields', (_, title, clean) => {
    expect(parsed({ title, publication: title, authors: [title] })).toMatchObject({ title: clean, publication: clean, authors: [clean] });
  });

  it('keeps the joiners and single marks that writing needs', () => {
    const title = 'می\u200cخواهم 👩\u200d🚀 \u200fعنوان';
    expect(parsed({ title }).title).toBe(title);
  });

  it('takes of what was left out only rules with their numbers', () => {
    const dropped = JSON.parse('{"<nav>":3,"tail-legal":2.9,"role banner":1,"share":-1,"cards":"4","<script>alert(1)</script>":5,"__proto__":{"x":1}}') as unknown;
    const kept = { paragraphs: 1, pictures: 0, embeds: 0, tables: 0 };
    expect(parsed({ kept: { ...kept, dropped } }).kept).toEqual({ ...kept, dropped: { '<nav>': 3, 'tail-legal': 2, 'role banner': 1 } });
    expect(parsed({ kept: { ...kept, dropped: Object.fromEntries(Array.from({ length: 999 }, (_, n) => [`r${n}`, 1])) } }).kept.dropped).toHaveProperty('r199');
    expect(parsed({ kept: { ...kept, dropped: Object.fromEntries(Array.from({ length: 999 }, (_, n) => [`r${n}`, 1])) } }).kept.dropped).not.toHaveProperty('r200');
  });

  it('never cuts a character in two', () => {
    expect(parsed({ title: `x${'😀'.repeat(600)}` }).title).toMatch(/^x(?:😀){499}$/u);
  });

  it.each([
    ['with a line break in it', 'https://a.example/x\n\nhttps://b.example/', 'https://a.example/xhttps://b.example/'],
    ['with a mark of direction in it', 'https://a.example/\u202efdp.exe', 'https://a.example/%E2%80%AEfdp.exe'],
    ['with a name and password in it', 'https://ada:secret@a.example/x', 'https://a.example/x'],
  ])('writes an address %s as browsers do', (_, url, clean) => {
    expect(parsed({ url, sourceUrl: url, leadImage: url })).toMatchObject({ url: clean, sourceUrl: clean, leadImage: clean });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '', 7])('refuses %s as an address', (url) => {
    expect(parseArticle({ ...raw, url })).toBeUndefined();
    expect(parsed({ leadImage: url })).not.toHaveProperty('leadImage');
  });

  it('checks what a page files itself under, its terms, next page and paywall', () => {
    const fields = { keywords: ['mills', 'water'], licence: 'https://a.example/terms', nextPage: 'https://a.example/x/2', paywalled: true, upright: 'lr' };
    expect(parsed(fields)).toMatchObject(fields);
    const hostile = parsed({ keywords: [7, 'a\nb', ...Array.from({ length: 90 }, (_, n) => `k${n}`)], licence: 'javascript:alert(1)', nextPage: 'file:///x', paywalled: 'yes', upright: 'vertical' });
    expect(hostile.keywords?.[0]).toBe('a b');
    expect(hostile.keywords?.length).toBeLessThanOrEqual(40);
    for (const field of ['licence', 'nextPage', 'paywalled', 'upright']) expect(hostile).not.toHaveProperty(field);
  });

  it.each(['2021', '2021-02', '2021-02-26', '2021-02-26T13:15', '2021-02-26T13:15:09.123Z', '2021-02-26T13:15+04:00'])('keeps the date %s', (published) => {
    expect(parsed({ published }).published).toBe(published);
  });
  it.each(['2021-13', '2021-00-10', '2021-02-32', '2021-02-26T24:01', '2021-02-26T13:60', '2021-02-26T13:15+99:00', `2021-02-26T13:15:09.${'1'.repeat(50)}`, 'today'])('refuses the date %s', (published) => {
    expect(parsed({ published })).not.toHaveProperty('published');
  });
});
