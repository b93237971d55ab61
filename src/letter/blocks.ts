/**
 * The article's body as a letter carries it: a flat run of blocks, each a line of text with links. A letter is never
 * made of somebody else's HTML: whatever leaves as plain text or HTML is written anew from these blocks.
 */
import { thoroughLink } from '../url/thorough.ts';

/** A stretch of text; with an address when it is a link (http, https or mailto only). */
export interface Run {
  readonly text: string;
  readonly href?: string;
}

export type BlockKind =
  | 'greeting' | 'note' | 'sender' | 'title' | 'facts' | 'link'
  | 'heading' | 'paragraph' | 'quotation' | 'item' | 'code' | 'picture';

export interface Block {
  readonly kind: BlockKind;
  readonly runs: readonly Run[];
  /** A list item's sign: `•` or `3.`; absent on the further paragraphs of an item. */
  readonly marker?: string;
  /** A picture's address; its runs are the caption or description. */
  readonly src?: string;
}

/** Kinds that count when a letter says "paragraph 6 of 23". */
export const isParagraph = (block: Block): boolean => block.kind !== 'heading' && block.kind !== 'picture';

export const textOf = (block: Pick<Block, 'runs'>): string => block.runs.map((run) => run.text).join('');

/** Text without control characters other than tab and line break: no mail program shows them, and some stumble over them. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is being removed
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'MATH', 'IFRAME', 'OBJECT', 'VIDEO', 'AUDIO', 'CANVAS', 'HEAD', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA']);
const BREAKS = new Set([
  'P', 'DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'ASIDE', 'NAV', 'FIGURE', 'FIGCAPTION', 'UL', 'OL', 'LI', 'DL', 'DT', 'DD',
  'BLOCKQUOTE', 'PRE', 'TABLE', 'CAPTION', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'HR', 'ADDRESS', 'DETAILS', 'SUMMARY', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6',
]);
/** Nested deeper than this, a hostile page's elements are read as plain text instead of being walked. */
const DEEPEST = 120;

interface Place {
  readonly kind: BlockKind;
  readonly href?: string;
  readonly depth: number;
}

/**
 * Reads a parsed body (a document or fragment that is not shown anywhere) into blocks. Pictures become `picture` blocks
 * with their caption; a table's row becomes one paragraph with ` | ` between cells.
 */
export function articleBlocks(root: Node): Block[] {
  const blocks: Block[] = [];
  let runs: Run[] = [];
  let marker: string | undefined;
  const numbers = new Map<Element, number>();
  let row: { cells: number } | undefined;
  /** A picture in the middle of a sentence goes after its paragraph, so that the sentence stays in one piece. */
  let waiting: Block[] = [];

  const flush = (kind: BlockKind): void => {
    const tidied = tidy(runs, kind === 'code');
    runs = [];
    if (tidied.length > 0) {
      blocks.push({ kind, runs: tidied, ...(kind === 'item' && marker ? { marker } : {}) });
      if (kind === 'item') marker = undefined;
    }
    for (const block of waiting) blocks.push(block);
    waiting = [];
  };
  const add = (text: string, href: string | undefined): void => {
    if (text) runs.push(href ? { text, href } : { text });
  };
  const picture = (img: Element, caption: string): void => {
    const src = pictureAddress(img.getAttribute('src'));
    const alt = caption || oneLine(img.getAttribute('alt') ?? '');
    if (src) waiting.push({ kind: 'picture', src, runs: alt ? [{ text: alt }] : [] });
  };

  const walk = (node: Node, place: Place): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const text = child.nodeValue ?? '';
        add(place.kind === 'code' ? text : text.replace(/[ \t\r\n\f]+/g, ' '), place.href);
      } else if (child.nodeType === 1) element(child as Element, place);
    }
  };

  const element = (el: Element, place: Place): void => {
    const tag = el.tagName.toUpperCase();
    if (SKIPPED.has(tag)) return;
    if (place.depth > DEEPEST) return add(oneLine(el.textContent ?? ''), place.href);
    const inner: Place = { ...place, depth: place.depth + 1 };
    if (tag === 'BR') return add('\n', undefined);
    if (tag === 'IMG') return picture(el, '');
    if (tag === 'A') {
      const href = webAddress(el.getAttribute('href'));
      return walk(el, href ? { ...inner, href } : inner);
    }
    if (tag === 'TD' || tag === 'TH') {
      if (row && row.cells++ > 0) add(' | ', undefined);
      return walk(el, inner);
    }
    if (row && BREAKS.has(tag) && tag !== 'TABLE' && tag !== 'TR') {
      add(' ', undefined);
      return walk(el, inner);
    }
    if (!BREAKS.has(tag)) return walk(el, inner);
    flush(place.kind);
    if (tag === 'FIGURE' && el.querySelector('img')) return figure(el);
    if (tag === 'LI') marker = markerOf(el, numbers);
    const kind = kindIn(tag, place.kind);
    const outer = row;
    row = tag === 'TR' ? { cells: 0 } : tag === 'TABLE' ? undefined : row;
    walk(el, { ...inner, kind });
    row = outer;
    flush(kind);
  };

  const figure = (el: Element): void => {
    const caption = oneLine(el.querySelector('figcaption')?.textContent ?? '');
    let first = true;
    for (const img of el.querySelectorAll('img')) {
      picture(img, first ? caption : '');
      first = false;
    }
    flush('picture');
  };

  walk(root, { kind: 'paragraph', depth: 0 });
  flush('paragraph');
  return blocks;
}

/** Blocks from an article's plain text, one a line, for when there is no HTML to read. */
export function textBlocks(text: string): Block[] {
  return text.split(/\n+/).flatMap((line) => (line.trim() ? [{ kind: 'paragraph' as const, runs: [{ text: line.trim() }] }] : []));
}

function kindIn(tag: string, outer: BlockKind): BlockKind {
  if (/^H[1-6]$/.test(tag)) return outer === 'quotation' ? 'quotation' : 'heading';
  if (tag === 'BLOCKQUOTE') return 'quotation';
  if (tag === 'PRE') return 'code';
  if (tag === 'LI') return 'item';
  return outer;
}

/** @param next the number that comes next in each list seen so far; counted here, since to look back from every item takes for ever */
function markerOf(item: Element, next: Map<Element, number>): string {
  const list = item.parentElement;
  if (list?.tagName.toUpperCase() !== 'OL') return '•';
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  const n = next.get(list) ?? (Number.isFinite(start) ? start : 1);
  next.set(list, n + 1);
  return `${n}.`;
}

/** Joins neighbours with the same link, trims the ends, and drops what is only space. */
function tidy(runs: readonly Run[], verbatim: boolean): Run[] {
  const out: { text: string; href?: string }[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && last.href === run.href) last.text += run.text;
    else out.push({ ...run });
  }
  let open = true;
  for (const run of out) {
    if (!verbatim) {
      run.text = run.text.replace(/ {2,}/g, ' ').replace(/ ?\n ?/g, '\n');
      if (open) run.text = run.text.replace(/^[ \n]+/, '');
    }
    if (run.text) open = !verbatim && /[ \n]$/.test(run.text);
  }
  const kept = out.filter((run) => run.text);
  const end = kept.at(-1);
  if (end) end.text = end.text.trimEnd();
  return kept.filter((run) => run.text).some((run) => run.text.trim()) ? kept.filter((run) => run.text) : [];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A web address, or a picture that the article carries in itself. */
function pictureAddress(src: string | null): string | undefined {
  return src && /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/.test(src) ? src : webAddress(src);
}

/** An address a letter may carry, without tracking; where it points within its page stays. */
function webAddress(href: string | null): string | undefined {
  const parsed = href === null || href.length > 8_192 ? null : URL.parse(href);
  if (!parsed || !/^(https?|mailto):$/.test(parsed.protocol)) return undefined;
  return thoroughLink(parsed.href);
}
