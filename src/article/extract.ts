/** The pipeline from a Document to an Article. */
import type { ExtractResult } from './article.ts';

/** What the caller knows that the document does not. */
export interface ExtractOptions {
  /** Take the best block even when the page does not look like an article ("Read it anyway"). */
  readonly insist?: boolean;
}

/**
 * Finds the article in a document. Pure: works on a clone, reads no clock, no network, no page globals; never throws.
 *
 * @param document the live or parsed document; it is not changed
 * @param url the address the document was loaded from, absolute
 */
export function extract(document: Document, url: string, options: ExtractOptions = {}): ExtractResult {
  void options;
  return { ok: false, reason: 'noArticle', page: { url, title: document.title } };
}
