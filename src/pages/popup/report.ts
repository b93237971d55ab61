/** A report of a problem: a file that the person may pass on. It is made here and sent nowhere. */
import type { Article } from '../../article/article.ts';

/**
 * What the report says, as JSON that a person can read through: the sentence beside the button names all of it.
 * @param withText whether the article's words go along; how long they are always does
 */
export function reportOf(article: Article, about: { readonly version: string; readonly browser: string }, withText: boolean): string {
  const { html, text, excerpt, ...found } = article;
  const words = withText ? { excerpt, text, html } : { characters: text.length };
  return `${JSON.stringify({ passalong: about.version, browser: about.browser, address: article.sourceUrl, found: { ...found, ...words } }, null, 2)}\n`;
}

/** `passalong-report-paper.example.json` */
export function reportName(article: Article): string {
  return `passalong-report-${(URL.parse(article.sourceUrl)?.hostname ?? 'page').replace(/[^\w.-]/g, '-')}.json`;
}
