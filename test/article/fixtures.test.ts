// @vitest-environment jsdom
/** Every page of `test/fixtures`, each the proof of one rule. That each fails without its rule: `npm run fixtures:prove`. */
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { parseInert } from '../../src/article/inert.ts';
import { faultsOf, readFixtures } from '../support/article-fixtures.ts';

const FIXTURES = readFixtures();

describe('our own pages', () => {
  it.each(FIXTURES)('$slug: $expected.rule', ({ html, expected }) => {
    expect(faultsOf(expected, extract(parseInert(html), expected.url))).toEqual([]);
  });

  it.each(FIXTURES)('$slug says what it is for, and states something', ({ expected }) => {
    const { rule, url, written, without, ...states } = expected;
    expect(rule.length, 'rule').toBeGreaterThan(20);
    expect(URL.parse(url)?.protocol).toMatch(/^https?:$/);
    expect(written).toMatch(/^[a-z]{2}(?:-\w+)?$/);
    expect([without].flat().length, 'a rule to take out').toBeGreaterThan(0);
    expect(Object.keys(states).length, 'facts stated').toBeGreaterThan(0);
  });
});
