/** What a block is, and a body as the list of its blocks of text. */

const BLOCKS: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure',
  'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section',
  'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'optgroup', 'listing', 'xmp', 'amp-carousel',
]);

/** True for elements that start a new line on the page. */
export function isBlock(node: Node): node is Element {
  return node.nodeType === 1 && BLOCKS.has((node as Element).localName);
}

/** Text as a reader sees it: white space collapsed, no soft hyphens or zero-width fillers. */
export function flatText(node: Node): string {
  return flatten(node.textContent ?? '');
}

export function flatten(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]+/g, '').replace(/[^\S ]\s*|\s{2,}/g, ' ').trim();
}

/** A block that holds text of its own and no other block. */
export interface Block {
  readonly element: Element;
  readonly text: string;
  /** Characters of `text` that stand inside links. */
  readonly linked: number;
  readonly tag: string;
}

/** Elements that have a block somewhere inside. */
export function elementsWithBlocks(elements: readonly Element[]): ReadonlySet<Element> {
  const found = new Set<Element>();
  // Backwards, children come before their parents, so one pass does it at any depth.
  for (let i = elements.length - 1; i >= 0; i -= 1) {
    const element = elements[i];
    if (element?.parentElement && (isBlock(element) || found.has(element))) found.add(element.parentElement);
  }
  return found;
}

/** The blocks of text under an element whose stray text has been wrapped (`wrapStrayText`), in the page's order. */
export function blocksOf(root: Element): readonly Block[] {
  const elements = [root, ...root.querySelectorAll('*')];
  const outer = elementsWithBlocks(elements);
  const blocks: { element: Element; text: string; linked: number; tag: string }[] = [];
  /** The last block, and the last link around blocks. */
  let block = blocks[0];
  let around: Element | undefined;
  for (const element of elements) {
    const tag = element.localName;
    if (tag === 'a') {
      if (!element.hasAttribute('href')) continue;
      // A heading that links to itself leads nowhere.
      if (/^h\d/.test(block?.tag ?? '') && element.getAttribute('href')?.startsWith('#') && block?.element.contains(element)) continue;
      if (outer.has(element)) around = around?.contains(element) ? around : element;
      else if (block?.element.contains(element)) block.linked = Math.min(block.linked + flatText(element).length, block.text.length);
      // A card stands for a thing to see or hear; it is not text.
    } else if (isBlock(element) && !outer.has(element) && element.getAttribute('class') !== 'embed') {
      const text = flatText(element);
      if (text) blocks.push(block = { element, text, linked: around?.contains(element) ? text.length : 0, tag });
    }
  }
  return blocks;
}
