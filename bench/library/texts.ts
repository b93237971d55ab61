/** Made-up articles of a language that has never been: the same for the same number, words as frequent as in real texts (Zipf). */

import { randomNumbers } from '../../test/support/random-numbers.ts';

export const WORDS = 1_000;
const VOCABULARY = 40_000;
const SYLLABLES = ['ba', 'ren', 'to', 'li', 'mos', 'ka', 'der', 'vi', 'sul', 'ne', 'por', 'ga', 'tin', 'hos', 'mel', 'ru', 'fan', 'ce', 'dok', 'yal'];

/** The nth word: short ones are the frequent ones, as in languages people speak. */
export function word(n: number): string {
  let rest = n + 1;
  let out = '';
  while (rest > 0) {
    out += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return out;
}

/** Words of rank r are drawn 1/r as often as the first. */
const rank = (random: () => number): number => Math.floor(VOCABULARY ** random()) - 1;

export function textOf(n: number): string {
  const random = randomNumbers(n + 1);
  return Array.from({ length: WORDS }, () => word(rank(random))).join(' ');
}

export const titleOf = (n: number): string => {
  const random = randomNumbers(n + 9_000_001);
  return Array.from({ length: 7 }, () => word(rank(random))).join(' ');
};

/** Words to ask for: some that stand in nearly every article, some in a few, most between. Alone and as beginnings. */
export const QUERIES: readonly string[] = Array.from({ length: 60 }, (_, i) => word(Math.floor(VOCABULARY ** (0.25 + (0.7 * i) / 60))));
export const BEGINNINGS: readonly string[] = Array.from({ length: 30 }, (_, i) => word(Math.floor(VOCABULARY ** (0.5 + (0.45 * i) / 30))).slice(0, 3));
