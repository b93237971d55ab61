/**
 * The constructions that make pages break well where CSS alone does not: worked out on the article as it is laid out at
 * the paper's width, set as classes and a few wrappers, and taken away again afterwards.
 *
 * Chromium keeps `break-after: avoid`, `orphans` and `widows`; Firefox 153 ignores all three but keeps
 * `break-inside: avoid`, so there room is reserved (an unbreakable box that takes no space) before what must not be
 * left alone, and the last two lines of a paragraph are put into a box of their own. paper.css holds the other half.
 */
import { leadsIn } from './leads.ts';
import { lineCount, type TextPlace } from './lines.ts';
import { boxUp, tailOf } from './tails.ts';

export interface PaperLayout {
  /** Height of the sheet's text area in CSS pixels. */
  readonly pageHeight: number;
  /** How many times larger than on paper the article is laid out: a large letter is placed more exactly. */
  readonly scale: number;
  /** Whether the browser keeps orphans, widows and headings by CSS. */
  readonly keepsLines: boolean;
}

/** Paragraphs of up to this many lines are never broken: 3 and 3 would leave one line of four or five alone. */
const SHORT_LINES = 5;
/** Up to this many where nothing else can keep a last line from being left alone. */
const UNBOUND_LINES = 12;
/** Parts of a page up to which a thing moves to the next page whole rather than being broken. */
const WHOLE = { quote: 0.3, unbound: 0.35, code: 0.4, table: 0.45, row: 0.7, room: 0.75 } as const;

/** Headings after one another that lead on together: more of them are a list, and no sheet holds them. */
const MOST_LEADS = 20;

const BLOCKS = 'address,article,aside,blockquote,dd,details,div,dl,dt,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,ol,p,pre,section,table,ul';

/** Blocks that are measured between two moments in which the page could draw. */
const AT_ONCE = 40;

/**
 * Sets the constructions on an article laid out at the paper's width with the paper's styles. A generator, so that long
 * work can be done in slices; nothing on the page may change between them.
 *
 * @param undo takes what takes everything away again, last first: the very nodes that were there before are back
 */
export function* construct(article: Element, paper: PaperLayout, undo: (() => void)[]): Generator<undefined, void> {
  const { scale } = paper;
  const layout = { ...paper, pageHeight: paper.pageHeight * scale };
  const mark = (element: Element, name: string): void => {
    if (element.classList.contains(name)) return;
    element.classList.add(name);
    undo.push(() => {
      element.classList.remove(name);
      if (!element.classList.length) element.removeAttribute('class');
    });
  };
  const reserve = (element: HTMLElement, room: number): void => {
    mark(element, 'reserves');
    element.style.setProperty('--room', `${Math.ceil(room / scale)}px`);
    undo.push(() => {
      element.style.removeProperty('--room');
      if (!element.style.length) element.removeAttribute('style');
    });
  };

  const tooTall = (element: Element, part: number): boolean => element.getBoundingClientRect().height > layout.pageHeight * part;
  // All measuring first, all changing after: the page is laid out once.
  const changes: (() => void)[] = [];
  const whole = new Set<Element>(article.querySelectorAll('figure'));
  for (const [selector, part] of [['blockquote', WHOLE.quote], ['pre', WHOLE.code], ['table', WHOLE.table]] as const) {
    for (const element of article.querySelectorAll<HTMLElement>(selector)) {
      if (!tooTall(element, part)) whole.add(element);
      else if (selector === 'table') changes.push(...longTable(element as HTMLTableElement, layout, mark, reserve));
      else if (selector === 'pre') changes.push(() => undo.push(bindCode(element)));
    }
  }
  for (const element of whole) changes.push(() => mark(element, 'whole'));

  for (const [index, block] of textBlocks(article).entries()) {
    if (index % AT_ONCE === 0) yield;
    if (block.closest('table, pre, figure') || isInside(block, whole)) continue;
    const lineHeight = lineHeightOf(block, scale);
    const lines = lineCount(block, lineHeight);
    if (!lines) continue;
    if (lines <= SHORT_LINES) {
      whole.add(block);
      changes.push(() => mark(block, 'whole'));
    } else if (!layout.keepsLines) {
      const bindTail = tailOf(block, scale);
      if (!bindTail && lines <= UNBOUND_LINES && !tooTall(block, WHOLE.unbound)) {
        whole.add(block);
        changes.push(() => mark(block, 'whole'));
        continue;
      }
      changes.push(() => mark(block, 'flows'));
      if (bindTail) changes.push(() => undo.push(bindTail()));
    }
  }
  const { headings, lines } = leadsIn(article);
  for (const line of lines) changes.push(() => mark(line, 'leads'));
  if (!layout.keepsLines) {
    const leads = new Set<Element>([...headings, ...lines]);
    for (const [index, lead] of [...headings, ...lines].entries()) {
      if (index % AT_ONCE === 0) yield;
      if (lead.closest('table, figure')) continue;
      const room = roomAfter(lead, leads, article, whole, scale);
      if (room > 0) changes.push(() => reserve(lead, Math.min(room, layout.pageHeight * WHOLE.room)));
    }
  }
  for (const change of changes) change();
}

/** Elements that hold lines of text directly, not other blocks. */
function textBlocks(article: Element): readonly HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>('p, li, dd, blockquote, div')]
    .filter((element) => element.querySelector(BLOCKS) === null && /\S/.test(element.textContent));
}

function isInside(element: Element, set: ReadonlySet<Element>): boolean {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) if (set.has(parent)) return true;
  return false;
}

/** The pixels from the foot of a heading to where it is no longer alone: three lines on, or the whole of what stays whole. */
function roomAfter(lead: Element, leads: ReadonlySet<Element>, article: Element, whole: ReadonlySet<Element>, scale: number, most = MOST_LEADS): number {
  const foot = lead.getBoundingClientRect().bottom;
  const next = following(lead, article);
  if (!next) return 0;
  // Headings after one another lead on together.
  if (leads.has(next)) {
    const room = most > 0 ? roomAfter(next, leads, article, whole, scale, most - 1) : 0;
    return room > 0 ? room + next.getBoundingClientRect().bottom - foot : 0;
  }
  let kept: Element | undefined;
  for (let at: Element | null = next; at && at !== article; at = at.parentElement) if (whole.has(at) && !at.contains(lead)) kept = at;
  if (kept) return reachOf(kept, whole, 3 * lineHeightOf(next, scale)) - foot;
  const { top } = next.getBoundingClientRect();
  if (next.matches('table')) return firstRows(next as HTMLTableElement) + top - foot;
  return top - foot + 3 * (lineHeightOf(next, scale) || 20 * scale);
}

/** How far down what stays whole leads on: where it is a short entry of a list, the next ones come along until they are as high as `least`. */
function reachOf(kept: Element, whole: ReadonlySet<Element>, least: number): number {
  const { top } = kept.getBoundingClientRect();
  let last = kept;
  while (last.matches('li') && last.getBoundingClientRect().bottom - top < least) {
    const next = last.nextElementSibling;
    if (!next || !whole.has(next)) break;
    last = next;
  }
  return last.getBoundingClientRect().bottom;
}

/** The height of a line in the pixels that rectangles are measured in; computed values don't know of `zoom`. */
function lineHeightOf(block: Element, scale: number): number {
  return Number.parseFloat(getComputedStyle(block).lineHeight) * scale;
}

/** The next element in reading order that holds something itself. */
function following(from: Element, within: Element): Element | undefined {
  let at: Element = from;
  for (;;) {
    while (!at.nextElementSibling) {
      if (!at.parentElement || at.parentElement === within) return undefined;
      at = at.parentElement;
    }
    at = at.nextElementSibling;
    while (at.matches('div, section, article, ul, ol, dl, blockquote') && at.firstElementChild && !at.matches('.whole')) {
      const first: Element = at.firstElementChild;
      if (!first.matches(BLOCKS)) break;
      at = first;
    }
    if (at.getBoundingClientRect().height > 0) return at;
  }
}

/** Height of a table's caption, head and first two rows: they are never left alone at the foot of a page. */
function firstRows(table: HTMLTableElement): number {
  const rows = [...table.rows];
  const last = rows[Math.min(rows.length - 1, (table.tHead?.rows.length ?? 0) + 1)];
  const top = table.getBoundingClientRect().top;
  return last ? last.getBoundingClientRect().bottom - top : 0;
}

function longTable(
  table: HTMLTableElement, { pageHeight }: PaperLayout, mark: (e: Element, name: string) => void, reserve: (e: HTMLElement, room: number) => void,
): (() => void)[] {
  const changes: (() => void)[] = [];
  const room = firstRows(table);
  const wrapper = table.parentElement;
  if (wrapper?.classList.contains('wide') && room > 0 && room < pageHeight * WHOLE.room) changes.push(() => reserve(wrapper, room));
  for (const row of table.rows) if (row.getBoundingClientRect().height > pageHeight * WHOLE.row) changes.push(() => mark(row, 'breaks'));
  return changes;
}

/** Boxes up the first three and the last three lines of long code, so that no page begins or ends with one of them alone. */
function bindCode(code: HTMLElement): () => void {
  const copy = code.cloneNode(true) as HTMLElement;
  const text = copy.textContent.replace(/\n$/, '');
  const breaks = [...text.matchAll(/\n/g)].map((match) => match.index);
  if (breaks.length < 6) return () => undefined;
  const start = placeIn(copy, breaks[2]! + 1);
  const end = placeIn(copy, breaks[breaks.length - 3]! + 1);
  if (!start || !end) return () => undefined;
  boxUp(copy, (range) => {
    range.setStart(end.node, end.offset);
    range.setEnd(copy, copy.childNodes.length);
  });
  boxUp(copy, (range) => {
    range.setStart(copy, 0);
    range.setEnd(start.node, start.offset);
  });
  code.replaceWith(copy);
  return () => copy.replaceWith(code);
}

function placeIn(root: Node, index: number): TextPlace | undefined {
  const walker = root.ownerDocument!.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (index < before + node.length) return { node, offset: index - before };
    before += node.length;
  }
  return undefined;
}
