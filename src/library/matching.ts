/** Words in a text, without regard to case and marks. Pure. */
import { plain } from './search/tokens.ts';

/** A text and the stretches of it that were looked for, in UTF-16 units, in order, not overlapping. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** Scripts whose words are found anywhere: those without spaces, and Arabic, which writes its article on to the word. */
const ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}]/u;
const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

/** Those of the folded words that stand in the text. */
export function findWords(text: string, words: readonly string[]): ReadonlySet<string> {
  const folded = plain(text);
  return new Set(words.filter((word) => nextWord(folded, word, 0) >= 0));
}

/** Where a folded word begins in a folded text, at or after `from`; -1 when nowhere. */
function nextWord(folded: string, word: string, from: number): number {
  for (let at = folded.indexOf(word, from); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || ANYWHERE.test(word.charAt(0)) || ANYWHERE.test(folded.charAt(at - 1)) || !IN_WORD.test(folded.charAt(at - 1))) return at;
  }
  return -1;
}

/** Every place of the words in a text, to be marked. */
export function markWords(text: string, words: readonly string[]): MarkedText {
  // Folding can change lengths, so each folded unit remembers which letter it came from.
  const from: number[] = [];
  let folded = '';
  for (const { segment, index } of letters(text)) {
    const letter = plain(segment);
    for (let i = 0; i < letter.length; i += 1) from.push(index);
    folded += letter;
  }
  from.push(text.length);
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = nextWord(folded, word, 0); at >= 0; at = nextWord(folded, word, at + word.length)) {
      const end = from.slice(at + word.length).find((unit) => unit > (from[at + word.length - 1] ?? 0)) ?? text.length;
      found.push([from[at] ?? 0, end]);
    }
  }
  const marks: [number, number][] = [];
  for (const [start, end] of found.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = marks.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return { text, marks };
}

/** Letters with the marks that follow them, so that a decomposed "é" is one. */
function* letters(text: string): Generator<{ segment: string; index: number }> {
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) yield { segment: match[0], index: match.index };
}

/** How much of a text is shown around the first word found, in UTF-16 units before and in all. */
const BEFORE = 60;
const LENGTH = 190;
/** A line of text, or as much of a very long one as is worth looking at in one go. */
const LINE = /[^\n]{1,2000}/g;

/**
 * The stretch of a text worth showing for these words: from the line that holds most of them, cut at spaces, with dots
 * where something was left out. Undefined when no word is in the text.
 */
export function snippet(text: string, words: readonly string[]): MarkedText | undefined {
  let best = '';
  let most = 0;
  for (const [line] of text.matchAll(LINE)) {
    const { size } = findWords(line, words);
    if (size > most) [best, most] = [line, size];
    if (most === words.length) break;
  }
  if (!best) return undefined;
  const all = markWords(best, words);
  const first = all.marks[0]?.[0] ?? 0;
  let start = first <= BEFORE ? 0 : first - BEFORE;
  if (start > 0) start = best.indexOf(' ', start) >= 0 && best.indexOf(' ', start) < first ? best.indexOf(' ', start) + 1 : start;
  let end = Math.min(best.length, start + LENGTH);
  if (end < best.length && best.lastIndexOf(' ', end) > first) end = best.lastIndexOf(' ', end);
  const lead = start > 0 ? '…' : '';
  const marks = all.marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]): [number, number] => [from - start + lead.length, to - start + lead.length]);
  return { text: `${lead}${best.slice(start, end)}${end < best.length ? '…' : ''}`, marks };
}
