/** A quote with where it is from, for the clipboard: formatted and plain. */
import type { Article, PageFacts } from '../article/article.ts';
import { quoteDirective, withDirective } from '../url/text-fragment.ts';
import { addressOf, factsOf, oneLine, type LetterWords } from './compose.ts';
import { escapeHtml } from './html.ts';
import { printable } from './blocks.ts';

export interface QuoteSource {
  readonly page: PageFacts;
  readonly article?: Article;
  readonly quote?: string;
  /** Made on the live page; without it the link goes by the quote's own words. */
  readonly directive?: string;
}

/** A link that opens the page at the quote; the plain address without a quote. */
export function quoteLink(source: QuoteSource): string {
  const directive = source.directive ?? quoteDirective(source.quote ?? '', source.article?.language);
  return withDirective(addressOf(source), directive);
}

/** The quote, title, facts and a link that opens the page at it. */
export function quoteWithSource(source: QuoteSource, words: Pick<LetterWords, 'list' | 'date'>): { readonly text: string; readonly html: string } {
  const { article, page } = source;
  const lines = printable(source.quote ?? '').split(/\n+/).map(oneLine).filter(Boolean);
  const title = oneLine(article?.title ?? page.title);
  const facts = article ? factsOf(article, words) : '';
  const link = quoteLink(source);
  const dir = article?.dir ?? 'auto';
  const about = title ? `<a href="${escapeHtml(link)}">${escapeHtml(title)}</a>` : `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`;
  return {
    text: [lines.map((line) => `> ${line}`).join('\n>\n'), [title, facts, link].filter(Boolean).join('\n')].join('\n\n'),
    html: `<blockquote dir="${dir}">${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</blockquote><p dir="${dir}">${about}${facts ? `<br>${escapeHtml(facts)}` : ''}</p>`,
  };
}
