/** An opinion on where the body is: the elements of the working tree it would keep. */
import type { Block } from './blocks.ts';

export interface Candidate {
  readonly source: string;
  readonly kept: ReadonlySet<Element>;
  /** Boxes that it takes for something else, each with what it was known by. */
  readonly boxes?: ReadonlyMap<Element, string>;
}

/** Length of the text in the blocks a candidate keeps. */
export function keptLength(candidate: Candidate, blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => (candidate.kept.has(block.element) ? sum + block.text.length : sum), 0);
}
