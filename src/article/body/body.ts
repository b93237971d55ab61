/** The body of the article, step by step: make the tree readable, ask for opinions, choose, trim, cut out. */
import { parseInert } from '../inert.ts';
import { locate, MISSED, type Chosen } from '../chosen.ts';
import { rebuild } from '../rebuild.ts';
import type { PreparedPage } from '../prepared-page.ts';
import type { Kept, Provenance } from '../article.ts';
import { blocksOf, flatText, flatten, type Block } from './blocks.ts';
import { keptLength, type Candidate } from './candidates.ts';
import { cardEmbeds } from './embeds.ts';
import { withOpening } from './opening.ts';
import { unwrapLayoutTables } from './layout-tables.ts';
import { makeParagraphs } from './paragraphs.ts';
import { absolute, resolvePictures } from './pictures.ts';
import { byWorth } from './scorer.ts';
import { textOf } from './text.ts';
import { trim, type TrimHints } from './trim.ts';

export interface Body {
  /** Sanitised. */
  readonly html: string;
  readonly text: string;
  readonly kept: Kept;
  readonly provenance: Provenance;
}

/**
 * Finds the body. The last step to read the page: it works on the prepared document itself and leaves it changed.
 * @returns undefined when there is no text at all
 */
export function findBody(page: PreparedPage, hints: TrimHints, chosen?: Chosen): Body | undefined {
  const root = page.doc.body;
  // By a mark, not by the element: making paragraphs puts others in the place of some, and takes the attributes along.
  for (const locator of chosen?.body ?? []) locate(page.doc, locator)?.setAttribute(REGION, '');
  // A list to choose from is no text, however long, but it says that its box is for typing.
  for (const list of root.querySelectorAll('select, datalist')) list.replaceChildren();
  resolvePictures(root, page.baseUrl, parseInert);
  cardEmbeds(root, page.baseUrl);
  makeParagraphs(root);
  resolveLinks(root, page);
  const blocks = blocksOf(root);
  if (!blocks.length) return undefined;
  const asked = chosen?.body && regions(root, blocks, chosen.by);
  const candidate = asked ?? choose(root, blocks, hints);
  const inside = blocks.filter((block) => candidate.kept.has(block.element));
  const why = new Map(candidate.boxes);
  const trimmed = trim(inside, hints, ({ element }, rule) => why.set(element, rule));
  // Whatever the rules say, a page with text gives text; and what a person has pointed at is not halved.
  const rest = trimmed.length && !(asked && lengthOf(trimmed) * 2 < lengthOf(inside)) ? trimmed : inside.length ? inside : blocks;
  const kept = withRows(rest, blocks);
  const confidence = asked ? 1 : sureness(blocks, kept);
  const dropped = droppedBy(why, blocks, kept);
  const cut = cutOut(root, blocks, kept, candidate);
  const clean = rebuild(cut);
  return { html: clean.html, text: textOf(clean.body), kept: { ...counts(clean.body), leftOut: blocks.length - kept.size, dropped }, provenance: { source: candidate.source + (chosen?.body && !asked ? MISSED : ''), confidence } };
}

/**
 * How often a choice with no, one, two or three reasons for doubt was right (nine words in ten) on 793 labelled pages.
 * Counted once; `bench/body-confidence.mjs` counts again.
 */
const SURE = [0.94, 0.85, 0.6, 0.33] as const;

/** 0 to 1: doubtful is a body with much left out of its middle, with much of the page's prose elsewhere, or a short one. */
function sureness(blocks: readonly Block[], kept: ReadonlySet<Element>): number {
  const isKept = ({ element }: Block): boolean => kept.has(element);
  const span = blocks.slice(blocks.findIndex(isKept), blocks.findLastIndex(isKept) + 1);
  const prose = blocks.filter(({ text, tag }) => text.length > (tag === 'p' ? 80 : 200));
  const inside = lengthOf(span.filter(isKept));
  const doubts = [inside < 0.93 * lengthOf(span), lengthOf(prose.filter(isKept)) < 0.74 * lengthOf(prose), inside < 3500];
  return SURE[doubts.filter(Boolean).length] as number;
}

/** On the elements that a person has chosen. */
const REGION = 'data-passalong';

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** What stands in the chosen parts; undefined when there is nothing or, on another page than the one where they were chosen, mostly links. */
function regions(root: Element, blocks: readonly Block[], source: Chosen['by']): Candidate | undefined {
  const kept = new Set(root.querySelectorAll(`[${REGION}], [${REGION}] *`));
  const inside = blocks.filter(({ element }) => kept.has(element));
  const length = lengthOf(inside);
  const linked = inside.reduce((sum, block) => sum + block.linked, 0);
  return length > (source === 'site' ? Math.max(FEW, linked * 2) : 0) ? { source, kept } : undefined;
}

/** Characters under which a remembered place holds no article. */
const FEW = 80;

export function choose(root: Element, blocks: readonly Block[], hints: TrimHints): Candidate {
  const elements = [...root.querySelectorAll('*')];
  const headline = headlineOf(root, hints.title, hints.bylineTexts[0]);
  const own = byWorth(root, elements, blocks, headline);
  if (own && keptLength(own, blocks) > 0) return withOpening(own, root, blocks, headline);
  return { source: 'whole-page', kept: new Set(elements) };
}

/** The element that shows the title, or the page's only first-level heading. */
export function headlineOf(root: Element, title: string, shown = title): Element | undefined {
  const wanted = [title, shown].map((text) => flatten(text).toLowerCase());
  const headings = [...root.querySelectorAll('h1, h2')];
  const same = headings.find((heading) => wanted.includes(flatText(heading).toLowerCase()));
  if (same) return same;
  const first = headings.filter((heading) => heading.localName === 'h1');
  return first.length === 1 ? first[0] : undefined;
}

/** What is kept, and the cells beside it: where a row of a table of like rows loses one, the others stand under the wrong head. */
function withRows(kept: readonly Block[], blocks: readonly Block[]): ReadonlySet<Element> {
  const whole = new Set(kept.map((block) => block.element));
  const told = new Map<Element, boolean>();
  const ofRow = ({ tag, element: { parentElement: row } }: Block): Element | undefined => {
    const table = /^t[dh]$/.test(tag) && row?.parentElement;
    if (!table) return undefined;
    if (!told.has(table)) told.set(table, table.children.length > 2 && row.children.length > 1 && [...table.children].every(({ children }) => children.length === row.children.length));
    return told.get(table) ? row : undefined;
  };
  const rows = new Set(kept.map(ofRow));
  for (const block of blocks) {
    const row = ofRow(block);
    if (row && rows.has(row)) whole.add(block.element);
  }
  return whole;
}

/** How many pieces each rule left out: a box counts once, whatever is in it. */
function droppedBy(why: ReadonlyMap<Element, string>, blocks: readonly Block[], kept: ReadonlySet<Element>): Readonly<Record<string, number>> {
  const dropped: Record<string, number> = {};
  let piece: Element | undefined;
  for (const { element } of blocks) {
    if (kept.has(element) || piece?.contains(element)) continue;
    piece = element;
    for (let up: Element | null = element; up; up = up.parentElement) if (why.has(up)) piece = up;
    const rule = why.get(piece) ?? 'outside';
    dropped[rule] = (dropped[rule] ?? 0) + 1;
  }
  return dropped;
}

/** The smallest element that holds every kept block, without what is not kept. Changes the tree. */
function cutOut(root: Element, blocks: readonly Block[], kept: ReadonlySet<Element>, candidate: Candidate): Element {
  const inner = commonAncestor(root, kept);
  // Rows without their table are no rows.
  const home = (/^t(?:body|head|foot|r)$/.test(inner.localName) && inner.closest('table')?.parentElement) || inner;
  // Where the text was cut short, what stands after it are the pictures of other articles.
  const cut = blocks[blocks.findLastIndex((block) => kept.has(block.element)) + 1]?.element;
  const unwanted = [...home.querySelectorAll('img, p.embed, hr')].filter((element) => !candidate.kept.has(element) || ((cut?.compareDocumentPosition(element) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  for (const block of blocks) if (!kept.has(block.element) && block.element !== home && home.contains(block.element)) block.element.remove();
  for (const element of unwanted) element.remove();
  for (const element of [...home.querySelectorAll('*')].toReversed()) {
    if (!element.hasChildNodes() && !/^(?:img|source|br|hr|td|th|col|wbr|mspace|mprescripts)$/.test(element.localName)) element.remove();
    else if (!element.firstElementChild && !/\S/.test(element.textContent ?? '') && /^(?:p|div|span|li|ul|ol|section|figure|h\d|header|footer|aside|form|a|blockquote|picture)$/.test(element.localName)) element.remove();
  }
  unwrapLayoutTables(home);
  // A block that is itself the whole body keeps its own tag.
  if (kept.has(home)) {
    const holder = home.ownerDocument.createElement('div');
    holder.append(home.localName === 'body' ? Object.assign(home.ownerDocument.createElement('p'), { textContent: home.textContent }) : home);
    return holder;
  }
  return home;
}

function commonAncestor(root: Element, kept: ReadonlySet<Element>): Element {
  const [first] = kept;
  let home: Element = first ?? root;
  for (const element of kept) while (!home.contains(element) && home.parentElement) home = home.parentElement;
  return home;
}

function resolveLinks(root: Element, page: PreparedPage): void {
  for (const link of root.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href')?.trim() ?? '';
    if (/^(?:#|mailto:)/i.test(href)) continue;
    const address = absolute(href, page.baseUrl);
    if (!address) link.removeAttribute('href');
    // A link to a place on this very page stays one.
    else if (address.includes('#') && address.split('#')[0] === page.url.split('#')[0]) link.setAttribute('href', address.slice(address.indexOf('#')));
    else link.setAttribute('href', address);
  }
}

function counts(clean: Element): Kept {
  return {
    paragraphs: clean.querySelectorAll('p:not(.embed)').length,
    pictures: clean.querySelectorAll('img').length,
    embeds: clean.querySelectorAll('.embed').length,
    tables: clean.querySelectorAll('table').length,
  };
}
