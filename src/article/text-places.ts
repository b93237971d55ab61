/**
 * The text of an element as one string, and the way from a place in it to a place in the document and back. White space is
 * collapsed as a browser does it, blocks stand apart by a line break, lines of code stay lines: the string hangs on the words
 * and not on how their HTML was written.
 */
import { isBlock } from './body/blocks.ts';

/** Where a stretch of the string stands in the document: a text node, and the first and last place in it. */
export interface Piece { readonly node: Text; readonly from: number; readonly to: number }

export interface TextPlaces {
  readonly text: string;
  /** The innermost blocks that hold text, in order, and where in the string the text of each begins. */
  readonly blocks: readonly { readonly element: Element; readonly start: number }[];
  /** The place in the string of a place in the document. */
  offsetOf(node: Node, offset: number): number;
  /** The parts of text nodes that make up a stretch, in order. White space between blocks belongs to none. */
  pieces(start: number, end: number): readonly Piece[];
  /** A stretch as a range of the document. Undefined where there is no text. */
  range(start: number, end: number): Range | undefined;
}

/** Put on what a page of ours adds to an article's own nodes: it is no part of its text. */
export const OURS = 'data-ours';

interface Segment {
  readonly node: Text;
  /** Where its first character stands in the string, and the place behind its last. */
  readonly start: number;
  readonly end: number;
  /** For each of its characters in the string the place in the node; absent when they are the same. */
  readonly at?: readonly number[];
}

/** Beside our own additions: how letters are pronounced, which stands over them. */
const NOT_TEXT = `[${OURS}], rt, rp`;
const SPACE = /[ \t\n\r\f]/;

/** Reads the text of an element as it is now; when its nodes change, read again. */
export function placesIn(root: Element): TextPlaces {
  const segments: Segment[] = [];
  // In parts: a string that is looked at after every addition is copied every time.
  const parts: string[] = [];
  let length = 0;
  let last = '';
  const add = (added: string): void => {
    parts.push(added);
    length += added.length;
    last = added.at(-1) ?? last;
  };
  const endLine = (): void => {
    if (!length || last === '\n') return;
    if (last === ' ') {
      parts.push(parts.pop()!.slice(0, -1));
      length -= 1;
    }
    add('\n');
  };
  const walker = root.ownerDocument.createTreeWalker(root, 5 /* elements and text */, (node) =>
    (node.nodeType === 1 && (node as Element).matches(NOT_TEXT) ? 2 : 1));
  const blocks: { element: Element; start: number }[] = [];
  let block: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 1) {
      if ((node as Element).localName === 'br') endLine();
      continue;
    }
    const own = blockOf(node, root);
    if (own !== block) endLine();
    const isCode = own.closest('pre') !== null;
    const segment = isCode ? asItIs(node as Text, length) : collapsed(node as Text, length, last === '' || last === ' ' || last === '\n');
    if (segment.added) {
      segments.push(segment);
      if (blocks.at(-1)?.element !== own) blocks.push({ element: own, start: length });
      add(segment.added);
    }
    block = own;
  }
  const text = parts.join('');
  return {
    text,
    blocks,
    offsetOf: (node, offset) => offsetOf(segments, text.length, node, offset),
    pieces: (start, end) => piecesOf(segments, start, end),
    range(start, end) {
      const pieces = piecesOf(segments, start, end);
      const [first, last] = [pieces[0], pieces.at(-1)];
      if (!first || !last) return undefined;
      const range = root.ownerDocument.createRange();
      range.setStart(first.node, first.from);
      range.setEnd(last.node, last.to);
      return range;
    },
  };
}

function blockOf(node: Node, root: Element): Element {
  for (let up = node.parentNode; up && up !== root; up = up.parentNode) if (isBlock(up)) return up;
  return root;
}

function asItIs(node: Text, start: number): Segment & { readonly added: string } {
  return { node, start, end: start + node.data.length, added: node.data };
}

function collapsed(node: Text, start: number, afterSpace: boolean): Segment & { readonly added: string } {
  const { data } = node;
  let spaced = afterSpace;
  // Most text nodes are a sentence without any white space to collapse.
  if (!/[\t\n\r\f]| {2}/.test(data) && !(spaced && data.startsWith(' '))) return { node, start, end: start + data.length, added: data };
  const at: number[] = [];
  let added = '';
  for (let i = 0; i < data.length; i += 1) {
    const isSpace = SPACE.test(data[i]!);
    if (isSpace && spaced) continue;
    added += isSpace ? ' ' : data[i]!;
    at.push(i);
    spaced = isSpace;
  }
  return { node, start, end: start + added.length, at, added };
}

/** The segment that holds a place, or the next one. */
function indexAt(segments: readonly Segment[], place: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function piecesOf(segments: readonly Segment[], start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let i = indexAt(segments, start); i < segments.length && segments[i]!.start < end; i += 1) {
    const { node, start: own, end: last, at } = segments[i]!;
    const first = Math.max(start, own) - own;
    const behind = Math.min(end, last) - own;
    const from = at ? at[first]! : first;
    const to = at ? at[behind - 1]! + 1 : behind;
    if (to > from) pieces.push({ node, from, to });
  }
  return pieces;
}

function offsetOf(segments: readonly Segment[], length: number, node: Node, offset: number): number {
  if (node.nodeType === 3) {
    const segment = segments.find((each) => each.node === node);
    if (segment) {
      if (!segment.at) return segment.start + Math.min(offset, segment.end - segment.start);
      const within = segment.at.findIndex((at) => at >= offset);
      return within < 0 ? segment.end : segment.start + within;
    }
  }
  // Between nodes: the first text that begins at or behind the place.
  const place = node.ownerDocument!.createRange();
  place.setStart(node, offset);
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place.comparePoint(segments[middle]!.node, 0) < 0) low = middle + 1;
    else high = middle;
  }
  return segments[low]?.start ?? length;
}
