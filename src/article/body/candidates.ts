/** Where the body may be: several opinions about the same tree, each as the set of blocks it would keep. */
import { Readability } from '@mozilla/readability';
import type { Block } from './blocks.ts';

/** One opinion. Elements are those of the working tree. */
export interface Candidate {
  readonly source: string;
  readonly kept: ReadonlySet<Element>;
}

/** Carries an element's place in the working tree through Readability, which moves and renames elements of its copy. */
const MARK = 'data-passalong-n';

/** What Readability keeps of the document, as elements of the document itself, which is not changed. */
export function byReadability(doc: Document, elements: readonly Element[], options: { readonly strict?: boolean } = {}): Candidate | undefined {
  elements.forEach((element, n) => element.setAttribute(MARK, String(n)));
  const copy = doc.cloneNode(true) as Document;
  for (const element of elements) element.removeAttribute(MARK);
  const result = new Readability<Element>(copy, {
    charThreshold: options.strict === false ? 250 : 500, keepClasses: true, disableJSONLD: true, serializer: (node) => node as Element,
  }).parse();
  if (!result?.content) return undefined;
  const kept = new Set<Element>();
  for (const survivor of result.content.querySelectorAll(`[${MARK}]`)) {
    const element = elements[Number(survivor.getAttribute(MARK))];
    if (element) kept.add(element);
  }
  return kept.size ? { source: 'readability', kept } : undefined;
}

/** Length of the text in the blocks a candidate keeps. */
export function keptLength(candidate: Candidate, blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => (candidate.kept.has(block.element) ? sum + block.text.length : sum), 0);
}
