/** A short form of the campaign in `npm run bench:library -- --kills 200`: killed in the middle, nothing acknowledged is lost. */
import { describe, expect, it } from 'vitest';
import { killAgainAndAgain, writeFromThreeSides } from '../../bench/library/kills.mjs';
import { BROWSERS } from '../support/harness.ts';

describe.each(BROWSERS)('the library in a browser that is killed (%s)', (kind) => {
  it('loses nothing it acknowledged, doubles nothing, leaves no orphan, and its index is what a rebuild makes', async () => {
    const { faults, doings } = await killAgainAndAgain({ kind, kills: kind === 'chrome' ? 4 : 2 });
    expect(faults).toEqual([]);
    expect(doings).toBeGreaterThan(0);
  }, 180_000);

  it('takes the writes of two windows and a worker at once', async () => {
    const { articles, expected, faults } = await writeFromThreeSides({ kind, writes: 30 });
    expect(faults).toEqual([]);
    expect(articles).toBe(expected);
  }, 120_000);
});
