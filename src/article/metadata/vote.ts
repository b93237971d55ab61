/** The vote that every field takes. */
import type { Provenance } from '../article.ts';

/** One source's word for a field. */
export interface Candidate<T> {
  readonly value: T;
  /** Rule name, shown to the person through the receipt. */
  readonly source: string;
  /** How often this source is right where it speaks, 0 to 1 (measured on labelled pages). */
  readonly prior: number;
}
export interface Choice<T> { readonly value: T; readonly provenance: Provenance }

/** The chance that at least one of several sources, taken as independent, is right. */
export function together(priors: readonly number[]): number {
  return 1 - priors.reduce((wrong, prior) => wrong * (1 - Math.min(0.99, Math.max(0, prior))), 1);
}

/** A provenance with the confidence in two decimals. */
export function proof(source: string, confidence: number): Provenance {
  return { source, confidence: Math.round(Math.min(0.99, Math.max(0.01, confidence)) * 100) / 100 };
}

/** The value with the most support; candidates of the same key support one another, the first gives the form. */
export function elect(candidates: readonly Candidate<string>[], key: (value: string) => string): Choice<string> | undefined {
  let best: { first: Candidate<string>; score: number } | undefined;
  for (const first of candidates) {
    const score = together(candidates.filter(({ value }) => key(value) === key(first.value)).map(({ prior }) => prior));
    if (!best || score > best.score) best = { first, score };
  }
  return best && { value: best.first.value, provenance: proof(best.first.source, best.score) };
}
