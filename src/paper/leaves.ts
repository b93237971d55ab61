/**
 * Articles whose lines stand upright, on paper: a box for each sheet, with the part of the article that stands on it. Their
 * sheets are the same in every browser, on the desk and in the PDF, since nobody but us breaks them.
 */
import { chooseBreaks } from './upright-breaks.ts';
import { rowsOf, type Cut, type PlacedRow, type UprightLayout } from './upright-rows.ts';

export interface LeafLayout extends UprightLayout {
  /** Two where a sheet has two rows of shorter lines, one above the other. */
  readonly tiers: 1 | 2;
}

/** Pixels by which a leaf is smaller than its sheet, so that no rounding pushes it on. */
const LESS = 1;
/** Between two tiers, in CSS pixels. */
const BETWEEN = 28;

/**
 * Puts copies of an article's parts into leaves, in its place. Call on an article laid out with the paper's styles.
 *
 * @param fit told the copy in one long layout, before it is measured, to make things fit
 * @param undo takes what brings the article's own nodes back
 * @returns what is too large for a sheet of upright lines, and lies between the leaves
 */
export function setInLeaves(article: HTMLElement, layout: LeafLayout, fit: (flow: HTMLElement) => void, undo: (() => void)[]): readonly HTMLElement[] {
  const { ownerDocument: document } = article;
  const own = [...article.childNodes];
  const height = layout.height - LESS;
  const line = layout.tiers === 2 ? (height - BETWEEN) / 2 : height;
  const sizes = { '--leaf-width': layout.width, '--leaf-height': height, '--leaf-line': line };
  for (const [name, size] of Object.entries(sizes)) article.style.setProperty(name, `${size}px`);
  const flow = boxOf(document, `leaf-flow ${layout.upright}`, own.map((node) => node.cloneNode(true)));
  article.replaceChildren(flow);
  undo.push(() => {
    article.replaceChildren(...own);
    for (const name of Object.keys(sizes)) article.style.removeProperty(name);
    if (!article.style.length) article.removeAttribute('style');
  });
  numberEntries(flow);
  fit(flow);

  const rows = rowsOf(flow, { ...layout, height: line });
  const starts = chooseBreaks(rows, layout.width);
  // All places first: a cut moves what is measured.
  const cuts = starts.map((at) => rows[at]!.cut());
  const parts = [flow];
  for (let n = starts.length - 1; n >= 0; n -= 1) parts.splice(1, 0, cutOff(flow, cuts[n]!, rows[starts[n]!]!));
  const lying = parts.filter((_, n) => rows[n ? starts[n - 1]! : 0]?.lies);
  article.replaceChildren(...leavesOf(parts, lying, layout.tiers));
  return lying;
}

/** Cuts a flow in two; what comes after the cut is answered as a flow of its own. */
function cutOff(flow: HTMLElement, cut: Cut, { home, line }: PlacedRow): HTMLElement {
  const { ownerDocument: document } = flow;
  const range = document.createRange();
  const inside: Element[] = [];
  if ('before' in cut) range.setStartBefore(cut.before);
  else range.setStart(cut.node, cut.offset);
  const place = 'before' in cut ? cut.before : cut.node;
  for (let at = place.parentElement; at && at !== flow; at = at.parentElement) inside.unshift(at);
  range.setEnd(flow, flow.childNodes.length);
  const rest = boxOf(document, flow.className, [range.extractContents()]);
  // An element cut in two is there twice now; a link to its id must find the first half.
  let twin = rest.firstElementChild;
  for (const _ of inside) {
    twin?.removeAttribute('id');
    twin?.classList.add('continued');
    twin = twin?.firstElementChild ?? null;
  }
  // After the cut, which copies it: of a paragraph on three sheets the middle part has it from the cut behind it.
  if (line > 0) home.classList.add('goes-on');
  for (let first = rest.firstElementChild; first; first = first.firstElementChild) first.classList.add('opens');
  return rest;
}

function leavesOf(parts: readonly HTMLElement[], lying: readonly HTMLElement[], tiers: 1 | 2): readonly HTMLElement[] {
  const leaves: HTMLElement[] = [];
  let left = 0;
  for (const part of parts) {
    if (lying.includes(part)) {
      part.className = 'lies';
      leaves.push(part);
      left = 0;
    } else if (left > 0) {
      leaves.at(-1)!.append(part);
      left -= 1;
    } else {
      leaves.push(boxOf(part.ownerDocument, 'leaf whole', [part]));
      left = tiers - 1;
    }
  }
  return leaves;
}

/** Entries of numbered lists keep their numbers when their list is cut. */
function numberEntries(flow: HTMLElement): void {
  for (const list of flow.querySelectorAll('ol')) {
    const entries = [...list.children].filter((entry): entry is HTMLLIElement => entry.localName === 'li');
    const step = list.reversed ? -1 : 1;
    let number = list.hasAttribute('start') || !list.reversed ? list.start : entries.length;
    for (const entry of entries) {
      if (entry.hasAttribute('value')) number = entry.value;
      entry.value = number;
      number += step;
    }
  }
}

function boxOf(document: Document, name: string, nodes: readonly Node[]): HTMLElement {
  const box = document.createElement('div');
  box.className = name;
  box.append(...nodes);
  return box;
}
