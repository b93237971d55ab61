/**
 * What was said otherwise in an earlier text: paragraph by paragraph, and within those that were changed word by word. Pure.
 * The comparing itself is jsdiff's (BSD-3), which is Myers' algorithm; ours is what a person sees as one change.
 */
import { diffArrays } from 'diff';

export type Kind = 'same' | 'gone' | 'new';

export interface Piece {
  readonly kind: Kind;
  readonly text: string;
}

/** A paragraph: as it was, gone, new, or with words in it that are gone or new. */
export interface Paragraph {
  readonly kind: Kind | 'changed';
  readonly pieces: readonly Piece[];
}

export interface Difference {
  readonly paragraphs: readonly Paragraph[];
  /** Words. */
  readonly added: number;
  readonly removed: number;
}

/** Milliseconds the comparing of two paragraphs, or of all, may take; then they count as wholly other. */
const LONGEST = { words: 200, paragraphs: 1_500 } as const;
/** Two paragraphs of which less than this part is the same words are one gone and one new. */
const ALIKE = 0.4;
/** Pairs of paragraphs looked at within one stretch that changed. */
const MOST_PAIRS = 4_000;

/** @param before, now texts with a line for each paragraph @param language for finding words in scripts without spaces */
export function differenceOf(before: string, now: string, language?: string): Difference {
  const parts = compared(before.split('\n'), now.split('\n'), LONGEST.paragraphs);
  const paragraphs: Paragraph[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (!part) continue;
    const next = parts[at + 1];
    if (part.kind === 'gone' && next?.kind === 'new') {
      paragraphs.push(...paired(part.values, next.values, language));
      at += 1;
    } else paragraphs.push(...part.values.map((text) => whole(part.kind, text)));
  }
  const sum = (kind: Kind) => paragraphs.reduce((all, { pieces }) => all + pieces.reduce((words, piece) => words + (piece.kind === kind ? countOf(piece.text, language) : 0), 0), 0);
  return { paragraphs: paragraphs.filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== '')), added: sum('new'), removed: sum('gone') };
}

const whole = (kind: Kind, text: string): Paragraph => ({ kind, pieces: [{ kind, text }] });

interface Part {
  readonly kind: Kind;
  readonly values: readonly string[];
}

/** Two rows of texts as stretches, what is gone before what came in its place. */
function compared(before: readonly string[], now: readonly string[], timeout: number): readonly Part[] {
  const found = diffArrays([...before], [...now], { timeout });
  if (!found) return [{ kind: 'gone', values: before }, { kind: 'new', values: now }];
  return found.map(({ value, added, removed }) => ({ kind: removed ? 'gone' : added ? 'new' : 'same', values: value }));
}

/** A stretch of paragraphs and what came in its place: those that are alike are one, with its words compared. */
function paired(gone: readonly string[], fresh: readonly string[], language: string | undefined): readonly Paragraph[] {
  const out: Paragraph[] = [];
  let taken = 0;
  const bags = gone.length * fresh.length <= MOST_PAIRS ? fresh.map((text) => wordsOf(text, language)) : [];
  for (const text of gone) {
    const words = wordsOf(text, language);
    // In order: the first of those that follow which is alike enough.
    const twin = bags.findIndex((bag, at) => at >= taken && likeness(words, bag) >= ALIKE);
    if (twin < 0) {
      out.push(whole('gone', text));
      continue;
    }
    out.push(...fresh.slice(taken, twin).map((each) => whole('new', each)), changed(text, fresh[twin] ?? '', language));
    taken = twin + 1;
  }
  return [...out, ...fresh.slice(taken).map((each) => whole('new', each))];
}

/** Of all words in two texts the part that stands in both. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const rest = new Map<string, number>();
  for (const word of a) rest.set(word, (rest.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of b) {
    const left = rest.get(word) ?? 0;
    if (left === 0) continue;
    rest.set(word, left - 1);
    both += 1;
  }
  return (2 * both) / Math.max(1, a.length + b.length);
}

function changed(before: string, now: string, language: string | undefined): Paragraph {
  return { kind: 'changed', pieces: joined(compared(tokens(before, language), tokens(now, language), LONGEST.words)) };
}

/** Changes with nothing but spaces and signs between them are one change: words are read, not letters. */
function joined(parts: readonly Part[]): readonly Piece[] {
  const pieces: { kind: Kind; text: string }[] = [];
  let gone = '';
  let fresh = '';
  const close = (): void => {
    if (gone) pieces.push({ kind: 'gone', text: gone });
    if (fresh) pieces.push({ kind: 'new', text: fresh });
    [gone, fresh] = ['', ''];
  };
  for (const [at, { kind, values }] of parts.entries()) {
    const text = values.join('');
    const between = kind === 'same' && at > 0 && at < parts.length - 1 && !isWord(text);
    if (kind === 'gone' || between) gone += text;
    if (kind === 'new' || between) fresh += text;
    if (kind !== 'same' || between) continue;
    close();
    pieces.push({ kind, text });
  }
  close();
  return pieces;
}

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Words, and the spaces and signs between them, each alone. */
function tokens(text: string, language: string | undefined): string[] {
  return Array.from(segmenter(language).segment(text), ({ segment }) => segment);
}

const wordsOf = (text: string, language: string | undefined): readonly string[] => tokens(text, language).filter(isWord);
const countOf = (text: string, language: string | undefined): number => wordsOf(text, language).length;

const known = new Map<string, Intl.Segmenter>();

/** A page may say of itself that it is in a language there is no name for. */
function segmenter(language = ''): Intl.Segmenter {
  const kept = known.get(language);
  if (kept) return kept;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language || undefined, { granularity: 'word' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    made = new Intl.Segmenter(undefined, { granularity: 'word' });
  }
  known.set(language, made);
  return made;
}
