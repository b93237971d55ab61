import { describe, expect, it, vi } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { reportName, reportOf } from '../../../src/pages/popup/report.ts';

vi.mock('../../../src/browser/i18n.ts', () => ({ t: (key: string) => key }));
const { corrected, wordingOf } = await import('../../../src/pages/popup/correction.ts');

const ARTICLE: Article = {
  url: 'https://paper.example/mill', sourceUrl: 'https://www.paper.example/mill?from=mail', title: 'Old mill repair guide', authors: ['KatW'], published: '2021-05-03T17:05+02:00',
  dir: 'ltr', excerpt: 'The old mill', html: '<p>The old mill</p>', text: 'The old mill', wordCount: 3, feeds: [], kept: { paragraphs: 1, pictures: 0, embeds: 0, tables: 0 },
  provenance: { title: { source: 'meta:og', confidence: 0.6 }, authors: { source: 'meta', confidence: 0.4 }, published: { source: 'json-ld', confidence: 0.9 } },
};

describe('putting right what was found', () => {
  it('changes what was typed, says whose word it is, and leaves the rest as it was', () => {
    const next = corrected(ARTICLE, { ...wordingOf(ARTICLE), title: '  The mill turns\nagain ', authors: 'Odile Marsh, Tom Weir,' });
    expect(next).toEqual({
      ...ARTICLE, title: 'The mill turns again', authors: ['Odile Marsh', 'Tom Weir'],
      provenance: { ...ARTICLE.provenance, title: { source: 'person', confidence: 1 }, authors: { source: 'person', confidence: 1 } },
    });
  });
  it('keeps the minute of a day that was not touched, takes another day, and takes it away', () => {
    expect(corrected(ARTICLE, wordingOf(ARTICLE))).toEqual(ARTICLE);
    expect(corrected(ARTICLE, { ...wordingOf(ARTICLE), day: '2021-05-04' })?.published).toBe('2021-05-04');
    expect(corrected(ARTICLE, { ...wordingOf(ARTICLE), day: '' })).not.toHaveProperty('published');
  });
  it('keeps a month that the form can’t show', () => {
    const vague = { ...ARTICLE, published: '2021-05' };
    expect(corrected(vague, wordingOf(vague))?.published).toBe('2021-05');
  });
  it('leaves a name with a comma in it whole while nobody touches it', () => {
    const named = { ...ARTICLE, authors: ['Odile Marsh, Jr.'] };
    expect(corrected(named, wordingOf(named))?.authors).toEqual(['Odile Marsh, Jr.']);
  });
  it('takes no article without a title', () => {
    expect(corrected(ARTICLE, { ...wordingOf(ARTICLE), title: '  ' })).toBeUndefined();
  });
});

describe('a report', () => {
  it('holds what its sentence says, and nothing else', () => {
    const about = { version: '1.2.3', browser: 'A browser' };
    expect(JSON.parse(reportOf(ARTICLE, about, true))).toEqual({ passalong: '1.2.3', browser: 'A browser', address: ARTICLE.sourceUrl, found: ARTICLE });
    const bare = reportOf(ARTICLE, about, false);
    expect(JSON.parse(bare)).toMatchObject({ found: { title: ARTICLE.title, provenance: ARTICLE.provenance, characters: ARTICLE.text.length } });
    for (const words of [ARTICLE.text, ARTICLE.excerpt, ARTICLE.html]) expect(words === '' || !bare.includes(JSON.stringify(words).slice(1, -1))).toBe(true);
    expect(reportName(ARTICLE)).toBe('passalong-report-www.paper.example.json');
  });
});
