/**
 * A passage of a text, named so that it is found again when the text has changed a little: the words themselves with those
 * around them, and where they stood. (W3C Web Annotation Data Model: TextQuoteSelector and TextPositionSelector.)
 */
import approximate from 'approx-string-match';

export interface QuoteAnchor {
  /** The words of the passage; between blocks stands a line break. */
  readonly exact: string;
  /** Words right before and after it, at most `CONTEXT` characters each. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where it stood in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export interface Passage { readonly start: number; readonly end: number }

export const CONTEXT = 48;
/** Longer passages are looked for by their two ends when they are not there word for word. */
const LONG = 400;
const END = 96;
/** The part of a passage's characters that may differ before it counts as another passage. */
const TOLERANCE = 0.2;
/** How sure the place must be, 0 to 1, where the words themselves have changed. */
const SURE = 0.6;

interface Candidate extends Passage {
  /** How alike the words are, 0 to 1. */
  readonly likeness: number;
}

/** Names a passage of a text. */
export function anchorOf(text: string, { start, end }: Passage): QuoteAnchor {
  return {
    exact: text.slice(start, end), start, end,
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ''),
    suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ''),
  };
}

/**
 * Where the passage stands in this text: there word for word, at the place with the likeliest surroundings; else the most
 * alike one. Undefined when nothing is alike enough: a mark in the wrong place is worse than none.
 */
export function locate(given: string, anchor: QuoteAnchor): Passage | undefined {
  const text = flat(given);
  const exact = flat(anchor.exact);
  if (!exact.trim()) return undefined;
  if (text.slice(anchor.start, anchor.end) === exact && surroundings(text, anchor, anchor) > 0.99) return { start: anchor.start, end: anchor.end };
  return best(text, anchor, occurrences(text, exact), 0) ?? best(text, anchor, alike(text, exact), SURE);
}

/** Line breaks and spaces are one: an article made anew may break its lines elsewhere. The length stays. */
const flat = (text: string): string => text.replace(/\s/g, ' ');

/** More places than this are no better than the first ones: somebody marked a single letter. */
const MOST_PLACES = 500;

function occurrences(text: string, exact: string): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = text.indexOf(exact); at >= 0 && found.length < MOST_PLACES; at = text.indexOf(exact, at + 1)) found.push({ start: at, end: at + exact.length, likeness: 1 });
  return found;
}

function alike(text: string, exact: string): readonly Candidate[] {
  if (exact.length <= LONG) return matches(text, exact);
  const heads = matches(text, exact.slice(0, END));
  const tails = matches(text, exact.slice(-END));
  return heads.flatMap(({ start }) => {
    // The tail that makes the passage about as long as it was.
    const ends = tails.filter(({ end }) => Math.abs(end - start - exact.length) <= exact.length * TOLERANCE);
    const off = (end: number): number => Math.abs(end - start - exact.length);
    const nearest = ends.toSorted((a, b) => off(a.end) - off(b.end))[0];
    return nearest ? [{ start, end: nearest.end, likeness: 1 - TOLERANCE }] : [];
  });
}

function matches(text: string, words: string): readonly Candidate[] {
  const errors = Math.floor(words.length * TOLERANCE);
  return errors ? approximate(text, words, errors).slice(0, MOST_PLACES).map(({ start, end, errors: off }) => ({ start, end, likeness: 1 - off / words.length })) : [];
}

function best(text: string, anchor: QuoteAnchor, places: readonly Candidate[], atLeast: number): Passage | undefined {
  let found: Passage | undefined;
  let highest = -1;
  for (const { start, end, likeness } of places) {
    const near = 1 - Math.min(1, Math.abs(start - anchor.start) / Math.max(1, text.length));
    const score = 0.5 * likeness + 0.4 * surroundings(text, { start, end }, anchor) + 0.1 * near;
    if (score <= highest) continue;
    highest = score;
    found = { start, end };
  }
  return highest >= atLeast ? found : undefined;
}

/** How alike the surroundings are, 0 to 1: the part of the words before and of the words after that still stands there. */
function surroundings(text: string, { start, end }: Passage, anchor: QuoteAnchor): number {
  const prefix = flat(anchor.prefix);
  const suffix = flat(anchor.suffix);
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before += 1;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after += 1;
  return (prefix ? before / prefix.length : 1) / 2 + (suffix ? after / suffix.length : 1) / 2;
}
