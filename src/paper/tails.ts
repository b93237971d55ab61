/**
 * The last lines of a paragraph bound to one another, for a browser that knows no `widows`: they are put into a box that is
 * not broken, at the letter where the first of them begins.
 *
 * So all lines before must end on paper where they end when they are measured. One that is full to a hair may end a word
 * earlier there, and what it pushes on goes through all lines after it: the box would begin behind a line of one word.
 * Such a line is set closer by a few pixels, spread over its spaces, until it has room to spare.
 */
import { firstLetterBelow, isInsideWord, linesOf, textRun, type TextRun } from './lines.ts';

/** Pixels of paper by which a line may come out longer than it was measured. */
const SLACK = 3;
/** Half a pixel more, so that what was set closer is not itself full to a hair. */
const EASE = 0.5;
/** A line with fewer spaces than this is set closer between its letters. */
const FEW_SPACES = 4;
/** Lines that may be bound: two, or as many more as it takes to begin at the beginning of a word. */
const MOST = 6;
/** Scripts whose letters join, or hang on one bar: they can't be set closer one by one. */
const JOINED = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Syriac}\p{Script=Mongolian}]/u;

/** Letters from one index to another, set closer by a style of their own. */
interface Closer {
  readonly from: number;
  readonly to: number;
  readonly style: string;
}

/**
 * Finds where the last lines of a laid-out block begin, and what makes the lines before them keep their places.
 *
 * @param scale how many times larger than on paper it is laid out
 * @returns what does it, later, and answers what takes it back; undefined where the lines can't be bound
 */
export function tailOf(block: HTMLElement, scale: number): (() => () => void) | undefined {
  if (block.querySelector('table, ruby')) return undefined;
  const run = textRun(block);
  if (!run) return undefined;
  const lines = linesOf(block);
  /** The letter with which a line begins, counted from 0; the end of the text behind the last one. */
  const startOf = (line: number): number | undefined => (line === 0 ? 0 : line === lines.length ? run.length : firstLetterBelow(run, (lines[line - 1]!.bottom + lines[line]!.top) / 2));
  for (let count = 2; count <= MOST && count < lines.length - 1; count += 1) {
    const start = startOf(lines.length - count);
    if (start === undefined || isInsideWord(run, start) || isDrawn(run.placeAt(start).node)) continue;
    const full = lines.slice(0, -count).flatMap(({ room }, line) => (room < SLACK * scale ? [closer(run, startOf(line), startOf(line + 1), room / scale)] : []));
    if (full.every((line) => line !== undefined)) return () => bind(block, run, start, full);
  }
  return undefined;
}

/**
 * What gives a line the room that it lacks; undefined where nothing may be set closer. Of a word that is parted between two
 * lines neither half is touched, or it would be seen without its hyphen. @param room pixels of paper that it has
 */
function closer(run: TextRun, from: number | undefined, to: number | undefined, room: number): Closer | undefined {
  if (from === undefined || to === undefined) return undefined;
  const all = textOf(run, from, to);
  const first = from > 0 && isInsideWord(run, from) ? /^\S*/.exec(all)![0].length : 0;
  const last = to < run.length && isInsideWord(run, to) ? /\S*$/.exec(all)![0].length : 0;
  if (first + last >= all.length) return undefined;
  const text = all.slice(first, all.length - last).trim();
  const wanted = SLACK + EASE - Math.max(0, room);
  const spaces = [...text.matchAll(/\s+/g)].length;
  const place = { from: from + first, to: to - last };
  if (spaces >= FEW_SPACES || (spaces > 0 && JOINED.test(text))) return { ...place, style: `word-spacing: ${-(wanted / spaces).toFixed(3)}px` };
  if (JOINED.test(text)) return undefined;
  return { ...place, style: `letter-spacing: ${-(wanted / Math.max(1, text.length)).toFixed(3)}px` };
}

/** Whether a text is part of a formula or a drawing, which must not be taken apart. */
function isDrawn(words: Text): boolean {
  return words.parentElement!.closest('math, svg') !== null;
}

function textOf(run: TextRun, from: number, to: number): string {
  return pieces(run, from, to).map(({ index, start, end }) => run.nodes[index]!.data.slice(start, end)).join('');
}

/** The parts of text nodes between two letters. */
function pieces(run: TextRun, from: number, to: number): readonly { readonly index: number; readonly start: number; readonly end: number }[] {
  const found: { index: number; start: number; end: number }[] = [];
  let before = 0;
  for (const [index, { length }] of run.nodes.entries()) {
    const start = Math.max(0, from - before);
    const end = Math.min(length, to - before);
    if (start < end) found.push({ index, start, end });
    before += length;
  }
  return found;
}

/** Does it on a copy that takes the block's place; taking it back puts the block itself there again. */
function bind(block: HTMLElement, run: TextRun, start: number, full: readonly Closer[]): () => void {
  const copy = block.cloneNode(true) as HTMLElement;
  const nodes = textRun(copy)!.nodes;
  const place = run.placeAt(start);
  const tail = nodes[run.nodes.indexOf(place.node)]!;
  boxUp(copy, (range) => {
    range.setStart(tail, place.offset);
    range.setEnd(copy, copy.childNodes.length);
  });
  // From the end to the beginning: what was parted there leaves the letters before where they were.
  for (const { from, to, style } of full.toReversed()) {
    for (const { index, start: first, end } of pieces(run, from, to).toReversed()) {
      const words = nodes[index]!;
      if (isDrawn(words)) continue;
      if (end < words.length) words.splitText(end);
      const inner = first > 0 ? words.splitText(first) : words;
      const span = copy.ownerDocument.createElement('span');
      span.style.cssText = style;
      inner.replaceWith(span);
      span.append(inner);
    }
  }
  block.replaceWith(copy);
  return () => copy.replaceWith(block);
}

/** Puts what a range holds into a box that is not broken, at the beginning or at the end of its parent. */
export function boxUp(parent: HTMLElement, setRange: (range: Range) => void): void {
  const range = parent.ownerDocument.createRange();
  setRange(range);
  const atStart = range.startContainer === parent && range.startOffset === 0;
  const box = parent.ownerDocument.createElement('span');
  box.className = 'whole-lines';
  box.append(range.extractContents());
  // An inline element cut in two is there twice now; a link to its id must find the first half.
  if (!atStart) for (const twin of box.querySelectorAll('[id]')) if (parent.querySelector(`#${CSS.escape(twin.id)}`)) twin.removeAttribute('id');
  if (atStart) parent.prepend(box);
  else parent.append(box);
}
