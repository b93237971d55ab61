/** Finds the lines of a laid-out block of text: how many there are, at which letter they begin, and what room they leave. */

/** A place in the text of a block. */
export interface TextPlace {
  readonly node: Text;
  readonly offset: number;
}

/** The text of a block as one run of letters over all its text nodes. */
export interface TextRun {
  readonly nodes: readonly Text[];
  readonly length: number;
  /** Where the letter of this index stands; `length` itself is the end of the last node. */
  placeAt(index: number): TextPlace;
}

/** The run of a block; undefined when it has no text. */
export function textRun(block: Element): TextRun | undefined {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let length = 0;
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!node.length) continue;
    nodes.push(node);
    starts.push(length);
    length += node.length;
  }
  if (!length) return undefined;
  return {
    nodes, length,
    placeAt(index) {
      let low = 0;
      let high = nodes.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= index) low = middle;
        else high = middle - 1;
      }
      return { node: nodes[low]!, offset: index - starts[low]! };
    },
  };
}

/** The block's lines, as its height and line height give them. Zero when it is not laid out. */
export function lineCount(block: Element, lineHeight: number): number {
  const height = block.getBoundingClientRect().height;
  return lineHeight > 0 ? Math.round(height / lineHeight) : 0;
}

/**
 * The index of the letter with which the first line below `y` (viewport pixels) begins, or undefined when there is no such line.
 *
 * Letters run down the page in the order of the text, also in mixed directions, so a binary search finds the place.
 */
export function firstLetterBelow(run: TextRun, y: number): number | undefined {
  const range = run.nodes[0]!.ownerDocument.createRange();
  /** Whether the letter at this index, or the next one that takes room, stands below y. */
  const isBelow = (at: number): boolean => {
    for (let i = at; i < Math.min(run.length, at + 200); i += 1) {
      const { node, offset } = run.placeAt(i);
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const box = range.getClientRects()[0];
      if (box && box.width > 0) return (box.top + box.bottom) / 2 > y;
    }
    return true;
  };
  let low = 0;
  let high = run.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) high = middle;
    else low = middle + 1;
  }
  if (low === 0) return undefined;
  // Spaces between the lines belong to neither; the line begins at the first letter after them.
  while (low < run.length && /\s/.test(letterAt(run, low))) low += 1;
  return low < run.length ? low : undefined;
}

/** Whether a line that begins at this letter begins inside a word: parted there, the word would be seen in two halves without its hyphen. */
export function isInsideWord(run: TextRun, index: number): boolean {
  const [before, after] = [letterAt(run, index - 1), letterAt(run, index)];
  return /[\p{L}\p{N}\p{M}\u00ad]/u.test(before) && /[\p{L}\p{N}\p{M}]/u.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
}

/** A line as it is laid out, in viewport pixels. */
export interface Line {
  readonly top: number;
  readonly bottom: number;
  /** The room that it leaves at its end. */
  readonly room: number;
}

/**
 * The lines of a block from top to bottom, found by what stands beside one another: so tall things in them, and padding
 * round them, do no harm. A text within an inline element is told twice, all lines of the element before all of its text.
 */
export function linesOf(block: Element): readonly Line[] {
  const range = block.ownerDocument.createRange();
  range.selectNodeContents(block);
  const isRtl = block.ownerDocument.defaultView!.getComputedStyle(block).direction === 'rtl';
  const own = block.getBoundingClientRect();
  const lines: Line[] = [];
  for (const { width, top, bottom, left, right } of range.getClientRects()) {
    if (width === 0) continue;
    const room = isRtl ? left - own.left : own.right - right;
    const at = lines.findLastIndex((line) => Math.min(bottom, line.bottom) - Math.max(top, line.top) > Math.min(bottom - top, line.bottom - line.top) / 2);
    const line = lines[at];
    if (line) lines[at] = { top: Math.min(top, line.top), bottom: Math.max(bottom, line.bottom), room: Math.min(room, line.room) };
    else lines.push({ top, bottom, room });
  }
  return lines.toSorted((a, b) => a.top - b.top);
}

function letterAt(run: TextRun, index: number): string {
  const { node, offset } = run.placeAt(index);
  return node.data.charAt(offset);
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
