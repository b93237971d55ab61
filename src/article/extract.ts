/** The pipeline from a Document to an Article: prepare, metadata, body, text, receipt; or a reason why not. */
import { ARTICLE_LIMITS, type Article, type ExtractReason, type ExtractResult } from './article.ts';
import { findBody, type Body } from './body/body.ts';
import type { Chosen } from './chosen.ts';
import { countWords, excerptOf } from './body/text.ts';
import { asChosen } from './metadata/chosen-fields.ts';
import { findMetadata, type Metadata } from './metadata/metadata.ts';
import { native } from './native.ts';
import { prepare } from './prepare.ts';
import { glance, isTooLong, refusal } from './refusal.ts';

/** What the caller knows that the document does not. */
export interface ExtractOptions {
  /** Take the best block even when the page does not look like an article ("Read it anyway"). */
  readonly insist?: boolean;
  /** Where a person has pointed, on this page or on another of its site. */
  readonly chosen?: Chosen | undefined;
}

/**
 * Finds the article in a document. Pure: works on a clone, reads no clock, no network, no page globals; never throws.
 *
 * @param document the live or parsed document; it is not changed
 * @param url the address the document was loaded from, absolute
 */
export function extract(document: Document, url: string, options: ExtractOptions = {}): ExtractResult {
  try {
    return pipeline(document, url, options);
  } catch {
    // Whatever a page managed to break, the person gets a sentence and can still keep the link.
    return { ok: false, reason: 'failed', page: { url, title: titleOf(document, url) } };
  }
}

function pipeline(document: Document, url: string, options: ExtractOptions): ExtractResult {
  const no = (reason: ExtractReason, title?: string): ExtractResult => ({ ok: false, reason, page: { url, title: title || titleOf(document, url) } });
  const { chosen } = options;
  const refused = refusal(document);
  if (refused) return no(refused);
  const page = prepare(document, url);
  if (isTooLong(page.doc)) return no('tooLarge');
  // In the clone, where the texts of shadow roots and of the site's own frames have their places.
  const none = options.insist || chosen?.by === 'person' ? undefined : glance(page.doc, url);
  if (none) return no(none);
  const found = findMetadata(page);
  const metadata = chosen ? asChosen(found, page.doc, chosen) : found;
  const title = metadata.title || fallbackTitle(page.doc, url);
  const body = findBody(page, { title, authors: metadata.authors, bylineTexts: metadata.bylineTexts }, chosen);
  if (!body || !body.text) return no('empty', title);
  return { ok: true, article: receipt(metadata, body, title, url) };
}

/** Everything found, as one Article within its limits. */
function receipt(metadata: Metadata, body: Body, title: string, url: string): Article {
  const { bylineTexts: _, title: __, ...fields } = metadata;
  return {
    ...fields,
    sourceUrl: url,
    title: title.slice(0, ARTICLE_LIMITS.title),
    excerpt: excerptOf(body.text),
    html: body.html,
    text: body.text,
    wordCount: countWords(body.text),
    kept: body.kept,
    provenance: { ...metadata.provenance, body: body.provenance },
  };
}

function titleOf(document: Document, url: string): string {
  try {
    return native(document, 'title').replace(/\s+/g, ' ').trim() || host(url);
  } catch {
    return host(url);
  }
}

/** A page without a title still needs a name in the library: its first words, or at least where it is from. */
function fallbackTitle(doc: Document, url: string): string {
  const words = excerptOf(doc.querySelector('h1, h2, h3, p')?.textContent ?? doc.body?.textContent ?? '', 80);
  return words || host(url);
}

function host(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') || url;
}
