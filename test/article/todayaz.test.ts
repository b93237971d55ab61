// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { parseInert } from '../../src/article/inert.ts';

const PAGES = join(import.meta.dirname, '../../../shared/pages');
const there = existsSync(PAGES);

describe('the page this product comes from', () => {
  it.skipIf(!there)('gives its nine paragraphs and nothing else (needs ../shared)', () => {
    const expected = JSON.parse(readFileSync(join(PAGES, 'todayaz.json'), 'utf8')) as { url: string; title: string; paragraphs: string[]; mustNotContain: string[] };
    const result = extract(parseInert(readFileSync(join(PAGES, 'todayaz.html'), 'utf8')), expected.url);
    if (!result.ok) throw new Error(result.reason);
    expect(result.article.text.split('\n')).toEqual(expected.paragraphs);
    for (const phrase of expected.mustNotContain) expect(result.article.html).not.toContain(phrase);
    expect(result.article.html.match(/<p>/g)).toHaveLength(9);
  });
});
