/** The rows of an article that is laid out in upright lines, one long row of them: measured, with the place in the document where each begins. */
import type { Row } from './upright-breaks.ts';

/** A place in the document at which it can be cut in two. */
export type Cut = { readonly before: Node } | { readonly node: Text; readonly offset: number };

export interface PlacedRow extends Row {
  /** Found when it is asked for: each asking measures letters. */
  readonly cut: () => Cut;
  /** The block whose lines these are. */
  readonly home: Element;
}

export interface UprightLayout {
  /** To which side the lines follow one another. */
  readonly upright: 'rl' | 'lr';
  /** The sheet's room in CSS pixels: across the lines, and along them. */
  readonly width: number;
  readonly height: number;
  /** How many times larger than on paper the article is laid out. */
  readonly scale: number;
}

const BLOCKS = 'address,article,aside,blockquote,dd,details,div,dl,dt,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,ol,p,pre,section,summary,table,ul';
/** Never cut, whatever is in it. */
const THINGS = 'figure, .wide, pre, .embed, hr, .letterhead, .facts, .links li, .notes li, p > img:only-child, svg, math';
const LEADS_ON = 'h1, h2, h3, h4, h5, h6, dt, summary, .head, .head *';
/** Quotes and entries of lists of up to this many lines stay whole. */
const SHORT_LINES = 5;

/** @param flow what holds the article and nothing else, in one long layout */
export function rowsOf(flow: Element, layout: UprightLayout): readonly PlacedRow[] {
  const own = flow.getBoundingClientRect();
  const along = ({ left, right }: DOMRect): { start: number; end: number } => {
    const [start, end] = layout.upright === 'rl' ? [own.right - right, own.right - left] : [left - own.left, right - own.left];
    return { start: start / layout.scale, end: end / layout.scale };
  };
  const rows: PlacedRow[] = [];
  for (const item of itemsOf(flow)) {
    if (item instanceof Element) {
      const box = item.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const first = openedBy(item, flow) as Element;
      const { start, end } = along(box);
      rows.push({
        run: item, line: 0, lines: 1, home: item, end, start: Math.min(start, along(first.getBoundingClientRect()).start), leadsOn: item.matches(LEADS_ON), cut: () => ({ before: first }),
        lies: item.matches('.wide, pre') && (end - start > layout.width + 1 || box.height / layout.scale > layout.height),
      });
    } else rows.push(...linesOf(item, flow, along));
  }
  return rows;
}

/** Pieces of text that stand in one block after another, and things, in the order of the document. */
function itemsOf(flow: Element): readonly (Element | readonly Text[])[] {
  const items: (Element | Text[])[] = [];
  let home: Element | null = null;
  const walker = flow.ownerDocument.createTreeWalker(flow, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    if ((node as Element).matches('rt, rp')) return NodeFilter.FILTER_REJECT;
    return NodeFilter.FILTER_ACCEPT;
  });
  for (let node = walker.nextNode(); node;) {
    if (node.nodeType === Node.TEXT_NODE) {
      const block = node.parentElement!.closest(BLOCKS)!;
      if (/\S/.test((node as Text).data)) {
        if (block !== home) items.push([]);
        (items.at(-1) as Text[]).push(node as Text);
        home = block;
      }
      node = walker.nextNode();
    } else if ((node as Element).matches(THINGS)) {
      items.push(node as Element);
      home = null;
      node = past(walker, node);
    } else {
      // A block within a block ends the lines of the outer one.
      if ((node as Element).matches(BLOCKS)) home = null;
      node = walker.nextNode();
    }
  }
  return items;
}

function past(walker: TreeWalker, from: Node): Node | null {
  for (let at: Node | null = from; at; at = walker.parentNode()) {
    const next = walker.nextSibling();
    if (next) return next;
  }
  return null;
}

function linesOf(texts: readonly Text[], flow: Element, along: (box: DOMRect) => { start: number; end: number }): readonly PlacedRow[] {
  const home = texts[0]!.parentElement!.closest(BLOCKS)!;
  const pitch = Number.parseFloat(getComputedStyle(home).lineHeight);
  const range = home.ownerDocument.createRange();
  const lines: { middle: number; text: Text }[] = [];
  const middleOf = (box: DOMRect): number => { const { start, end } = along(box); return (start + end) / 2; };
  for (const text of texts) {
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (box.width === 0 || box.height === 0) continue;
      const middle = middleOf(box);
      const last = lines.at(-1);
      if (!last || middle - last.middle > pitch / 2) lines.push({ middle, text });
    }
  }
  /** The letter of a text with which the line begins that lies beyond. */
  const firstBeyond = (text: Text, limit: number): number => {
    let [low, high] = [0, text.length];
    while (low < high) {
      const at = (low + high) >> 1;
      let letter = at;
      let box: DOMRect | undefined;
      for (; letter < high && !box; letter += 1) {
        range.setStart(text, letter);
        range.setEnd(text, letter + 1);
        box = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
      }
      if (!box || middleOf(box) > limit) high = at;
      else low = letter;
    }
    return low;
  };
  const short = home.closest('blockquote, li');
  return lines.map(({ middle, text }, line): PlacedRow => {
    const before = lines[line - 1];
    const start = before ? (before.middle + middle) / 2 : middle - pitch / 2;
    const first = line === 0 ? openedBy(texts[0]!, flow) : undefined;
    return {
      run: home, home, line, lines: lines.length, leadsOn: home.matches(LEADS_ON),
      start: first instanceof Element ? Math.min(start, along(first.getBoundingClientRect()).start) : start,
      end: lines[line + 1] ? (middle + lines[line + 1]!.middle) / 2 : middle + pitch / 2,
      whole: short && isShort(short, pitch, along) ? short : lines.length < 4 ? home : undefined,
      cut: () => {
        if (first) return { before: first };
        const offset = firstBeyond(text, start);
        return offset > 0 && offset < text.length ? { node: text, offset } : { before: openedBy(offset ? nextText(texts, text) : text, home) };
      },
    };
  });
}

function nextText(texts: readonly Text[], text: Text): Text {
  return texts[Math.min(texts.length - 1, texts.indexOf(text) + 1)]!;
}

function isShort(block: Element, pitch: number, along: (box: DOMRect) => { start: number; end: number }): boolean {
  const { start, end } = along(block.getBoundingClientRect());
  return end - start < (SHORT_LINES + 0.5) * pitch;
}

/** The outermost element within which this comes first: to cut before it leaves no empty shells. */
function openedBy(node: Node, within: Element): Node {
  let at = node;
  while (at.parentNode && at.parentNode !== within && isFirst(at)) at = at.parentNode;
  return at;
}

function isFirst(node: Node): boolean {
  for (let at = node.previousSibling; at; at = at.previousSibling) if (at.nodeType === Node.ELEMENT_NODE || /\S/.test(at.textContent ?? '')) return false;
  return true;
}
