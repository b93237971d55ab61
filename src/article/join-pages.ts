/** An article that its site has cut into pages, as one: in order, nothing twice that every page repeats, nothing missing. */
import type { Article } from './article.ts';
import { toNodes } from './sanitize.ts';

/** What pages repeat stands at their beginning or end: this many blocks are looked at there. */
const EDGE = 5;
/** "Page 2 of 3", "2 / 3", "Seite 2 von 3". */
const COUNTER = /^\p{L}{0,12}[\s.:]{0,3}\d{1,3}\s*(?:\/|\p{L}{1,6}|[-–|])\s*\d{1,3}\.?$/u;

/**
 * @param pages the first page with what is known of the whole, and those after it, in order
 * @param document makes the nodes; nothing is put into it
 */
export function joinPages(pages: readonly [Article, ...Article[]], document: Document): Article {
  const [first, ...rest] = pages;
  const seen = new Set<string>([flat(first.title)]);
  const whole = document.createElement('div');
  const lines: string[] = [];
  for (const [index, page] of pages.entries()) {
    const holder = document.createElement('div');
    holder.append(toNodes(page.html, document));
    const blocks = blocksOf(holder);
    for (const [n, block] of blocks.entries()) {
      const isEdge = n < EDGE || n >= blocks.length - EDGE;
      if (index > 0 && isEdge && isRepeated(keyOf(block), seen)) block.remove();
    }
    if (index > 0) rename(holder, `page-${index + 1}-`);
    for (const block of blocks) seen.add(keyOf(block));
    whole.append(...holder.childNodes);

    const own = page.text.split('\n');
    lines.push(...own.filter((line, n) => index === 0 || (n >= EDGE && n < own.length - EDGE) || !isRepeated(flat(line), seenLines(lines, first.title))));
  }
  const { nextPage: _nextPage, ...kept } = first;
  const sum = (key: Exclude<keyof Article['kept'], 'leftOut' | 'dropped'>): number => pages.reduce((all, page) => all + page.kept[key], 0);
  return {
    ...kept, html: whole.innerHTML, text: lines.join('\n'),
    wordCount: pages.reduce((all, { wordCount }) => all + wordCount, 0),
    kept: { paragraphs: sum('paragraphs'), pictures: sum('pictures'), embeds: sum('embeds'), tables: sum('tables') },
    ...(rest.length ? { provenance: { ...first.provenance, body: { source: 'joined-pages', confidence: 0.9 } } } : {}),
  };
}

function seenLines(lines: readonly string[], title: string): ReadonlySet<string> {
  return new Set([flat(title), ...lines.map(flat)]);
}

/** The blocks themselves, out of what is only wrapped round all of them. */
function blocksOf(holder: Element): readonly Element[] {
  let at = holder;
  while (at.children.length === 1 && at.firstElementChild!.matches('div, section, article, main') && onlyBlocks(at)) at = at.firstElementChild!;
  return [...at.children];
}

function onlyBlocks(element: Element): boolean {
  return [...element.childNodes].every((node) => node.nodeType !== 3 || !node.textContent!.trim());
}

function isRepeated(key: string, seen: ReadonlySet<string>): boolean {
  return key !== '' && (seen.has(key) || COUNTER.test(key));
}

/** What a block says, or the picture it shows. */
function keyOf(block: Element): string {
  const words = flat(block.textContent);
  return words || (block.matches('img') ? block : block.querySelector('img'))?.getAttribute('src') || '';
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Footnotes of one page must not jump to another's. */
function rename(holder: Element, prefix: string): void {
  for (const named of holder.querySelectorAll('[id]')) named.id = prefix + named.id;
  for (const link of holder.querySelectorAll('a[href^="#"]')) link.setAttribute('href', `#${prefix}${link.getAttribute('href')!.slice(1)}`);
}
