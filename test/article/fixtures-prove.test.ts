/** The short form of `npm run fixtures:prove`: every sixteenth fixture fails once its rule is taken out of the source. */
import { describe, expect, it } from 'vitest';
import { jsdomEngine } from '../../bench/extract/engines.mjs';
import { bundleWithout, takeOut } from '../../bench/extract/without.mjs';
import { faultsOf, readFixtures } from '../support/article-fixtures.ts';

const EVERY = 16;
const SAMPLE = readFixtures().filter((_, n) => n % EVERY === 3);

describe('a fixture without its rule', () => {
  it.each(SAMPLE)('$slug fails', async ({ html, expected }) => {
    const engine = await jsdomEngine();
    try {
      await engine.use(await bundleWithout(expected.without));
      const { answer, error } = await engine.run(html, expected.url, 'ours', false);
      expect(error).toBeUndefined();
      expect(answer && faultsOf(expected, answer)).not.toEqual([]);
    } finally {
      await engine.close();
    }
  });

  it('is no proof when the rule is not there', () => {
    expect(() => takeOut('export function other() {}', { module: 'x.ts', name: 'gone' })).toThrow('x.ts has no gone');
    expect(() => takeOut('const a = 1;', { module: 'x.ts', text: 'const b' })).toThrow('x.ts has no "const b"');
  });

  it('takes out functions, constants and pieces of text', () => {
    expect(takeOut('export function f(a: number): number {\n  return a;\n}', { module: 'x.ts', name: 'f', as: 'first' })).toContain('export function f(...given) { return given[0]; }');
    expect(takeOut('const LIST: readonly (readonly [RegExp, (m: string) => string])[] = [', { module: 'x.ts', name: 'LIST', as: '[]' })).toContain('const LIST = [];');
    expect(takeOut('one two two', { module: 'x.ts', text: 'two', by: '2' })).toBe('one 2 2');
  });
});
