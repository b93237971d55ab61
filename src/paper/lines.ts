/** Finds the lines of a laid-out block of text: how many there are, and at which letter the last ones begin. */

/** A place in the text of a block. */
export interface TextPlace {
  readonly node: Text;
  readonly offset: number;
}

/** The block's lines, as its height and line height give them. Zero when it is not laid out. */
export function lineCount(block: Element, lineHeight: number): number {
  const height = block.getBoundingClientRect().height;
  return lineHeight > 0 ? Math.round(height / lineHeight) : 0;
}

/**
 * Where the first line below `y` (viewport pixels) begins, or undefined when no such line or the line begins inside a word
 * (there a split would show a word in two halves without its hyphen).
 *
 * Letters run down the page in the order of the text, also in mixed directions, so a binary search finds the place.
 */
export function firstPlaceBelow(block: Element, y: number): TextPlace | undefined {
  const runs: { node: Text; start: number }[] = [];
  let length = 0;
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    runs.push({ node, start: length });
    length += node.length;
  }
  if (!length) return undefined;
  const range = block.ownerDocument.createRange();
  const placeAt = (at: number): TextPlace => {
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle]!.start <= at) low = middle;
      else high = middle - 1;
    }
    return { node: runs[low]!.node, offset: at - runs[low]!.start };
  };
  /** Whether the letter at this index, or the next one that takes room, stands below y. */
  const isBelow = (at: number): boolean => {
    for (let i = at; i < Math.min(length, at + 200); i += 1) {
      const { node, offset } = placeAt(i);
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const box = range.getClientRects()[0];
      if (box && box.width > 0) return (box.top + box.bottom) / 2 > y;
    }
    return true;
  };
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) high = middle;
    else low = middle + 1;
  }
  if (low === 0 || low >= length) return undefined;
  // Spaces between the lines belong to neither; the line begins at the first letter after them.
  while (low < length && /\s/.test(letterAt(placeAt(low)))) low += 1;
  if (low >= length) return undefined;
  return isWordInside(letterAt(placeAt(low - 1)), letterAt(placeAt(low))) ? undefined : placeAt(low);
}

/** The room that each line of a block leaves at its end, in viewport pixels and in the order of the text. */
export function roomAtEnds(block: Element, lineHeight: number): readonly number[] {
  const range = block.ownerDocument.createRange();
  range.selectNodeContents(block);
  const isRtl = block.ownerDocument.defaultView!.getComputedStyle(block).direction === 'rtl';
  // A block that runs over two columns is there in two pieces.
  const pieces = [...block.getClientRects()];
  const rooms: number[] = [];
  let middle = Number.NaN;
  for (const box of range.getClientRects()) {
    const piece = pieces.find(({ left, right }) => box.left < right && box.right > left);
    if (!piece || box.width === 0) continue;
    const room = isRtl ? box.left - piece.left : piece.right - box.right;
    const own = (box.top + box.bottom) / 2;
    if (Math.abs(own - middle) < lineHeight / 2) rooms.push(Math.min(rooms.pop()!, room));
    else {
      rooms.push(room);
      middle = own;
    }
  }
  return rooms;
}

function letterAt({ node, offset }: TextPlace): string {
  return node.data.charAt(offset);
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function isWordInside(before: string, after: string): boolean {
  return /[\p{L}\p{N}\p{M}\u00ad]/u.test(before) && /[\p{L}\p{N}\p{M}]/u.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
}
