import type { Article } from '../../src/article/article.ts';

export function checkPdf(pdf: string, article: Article, margins?: { readonly top: number; readonly foot: number }, columns?: number): {
  /** What was found of every kind of broken promise. */
  readonly found: Readonly<Record<string, readonly string[]>>;
  readonly sheets: number;
  readonly gaps: number;
  /** The words in the foot of every sheet. */
  readonly running: readonly string[];
  /** The words above the margin of every sheet, which are the browser's own. */
  readonly heads: readonly string[];
};
