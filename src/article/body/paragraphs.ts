/** Old pages write paragraphs as text between line breaks. Makes real ones of them, and gives stray text a paragraph. */
import { elementsWithBlocks, isBlock } from './blocks.ts';

/** Elements whose line breaks are the text's own. */
const VERBATIM = 'pre, code, textarea, math, svg, xmp, listing';
/** Inline elements that old pages wrap around whole bodies. */
const WRAPPERS: ReadonlySet<string> = new Set(['span', 'font', 'b', 'strong', 'i', 'em', 'big', 'small', 'u', 'ins']);

const isBreak = (node: Node | null): boolean => node?.nodeType === 1 && (node as Element).localName === 'br';
const isBlank = (node: Node): boolean => (node.nodeType === 3 && !/\S/.test(node.nodeValue ?? '')) || node.nodeType === 8;

function nextMeaningful(node: Node): Node | null {
  let next = node.nextSibling;
  while (next && isBlank(next)) next = next.nextSibling;
  return next;
}

/**
 * Turns runs of text between two or more `<br>` into paragraphs, and wraps text that stands beside blocks, so that
 * afterwards all text is in blocks without blocks inside. Changes the tree it is given; linear in its size.
 */
export function makeParagraphs(root: Element): void {
  unwrapBroken(root);
  const elements = [root, ...root.querySelectorAll('*')];
  const outer = elementsWithBlocks(elements);
  const verbatim = new Set<Element>();
  for (const element of root.querySelectorAll(VERBATIM)) if (!verbatim.has(element)) for (const inner of [element, ...element.querySelectorAll('*')]) verbatim.add(inner);
  // A block of text alone is one run, unless it is broken somewhere.
  const broken = new Set<Element | null>([...root.querySelectorAll('br')].map((br) => br.parentElement));
  for (const element of elements) {
    if (!verbatim.has(element) && (outer.has(element) || (isBlock(element) && broken.has(element)))) splitRuns(element, outer);
  }
}

/** `<font>text<br><br>text</font>`: an inline element with paragraphs in it is a block in all but name. */
function unwrapBroken(root: Element): void {
  for (const br of root.querySelectorAll('br')) {
    if (!isBreak(nextMeaningful(br))) continue;
    let holder: Element | null = br.parentElement;
    while (holder && holder !== root && WRAPPERS.has(holder.localName)) {
      const outer: Element | null = holder.parentElement;
      const block = holder.ownerDocument.createElement('div');
      block.append(...holder.childNodes);
      holder.replaceWith(block);
      holder = outer;
    }
  }
}

function splitRuns(element: Element, outer: ReadonlySet<Element>): void {
  const runs: Node[][] = [];
  let run: Node[] = [];
  let parts = 0;
  const close = (): void => {
    if (run.some((node) => !isBlank(node) && !isBreak(node))) {
      runs.push(run);
      parts += 1;
    }
    run = [];
  };
  const extra: Node[] = [];
  for (const child of element.childNodes) {
    if (isBlock(child) || outer.has(child as Element)) {
      close();
      parts += 1;
    } else if (isBreak(child) && (isBreak(nextMeaningful(child)) || isBreakAfterBreak(child))) {
      close();
      extra.push(child);
    } else run.push(child);
  }
  close();
  for (const node of extra) (node as Element).remove();
  if (parts < 2) return;
  const tag = element.localName;
  // A paragraph can't hold paragraphs: it becomes a plain block around its parts.
  const home = tag === 'p' || /^h[1-6]$/.test(tag) ? renamed(element, tag === 'p' ? 'div' : tag) : element;
  for (const nodes of runs) {
    const first = nodes[0];
    if (!first || !nodes.some((node) => /\S/.test(node.textContent ?? ''))) continue;
    if (home !== element && tag.startsWith('h')) continue;
    const paragraph = home.ownerDocument.createElement('p');
    home.insertBefore(paragraph, first);
    while (nodes.length && (isBlank(nodes[0] as Node) || isBreak(nodes[0] as Node))) nodes.shift();
    while (nodes.length && (isBlank(nodes.at(-1) as Node) || isBreak(nodes.at(-1) as Node))) nodes.pop();
    paragraph.append(...nodes);
  }
}

function isBreakAfterBreak(node: Node): boolean {
  let previous = node.previousSibling;
  while (previous && isBlank(previous)) previous = previous.previousSibling;
  return isBreak(previous);
}

function renamed(element: Element, tag: string): Element {
  if (element.localName === tag) return element;
  const other = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) if (/^[a-z][\w-]*$/.test(name)) other.setAttribute(name, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}
