/** What a page files its article under, and whether it says that not everybody may read all of it. */
import { listOf, type JsonLdNode } from '../json-ld.ts';
import type { PreparedPage } from '../prepared-page.ts';
import { squash, wordKey } from './folding.ts';
import { textValue, unescapeText, type HeadFacts } from './head-facts.ts';
import { textOf } from './page-survey.ts';
import { proof, type Choice } from './vote.ts';

const MOST = 30;

/** Keywords, each once, from the first source that has any: the page's own labels before those for search engines. */
export function findKeywords(page: PreparedPage, head: HeadFacts): Choice<readonly string[]> | undefined {
  const split = (text: string): readonly string[] => text.split(/\s*[,;，；،、]\s*/);
  const sources: (readonly [string, number, readonly string[]])[] = [
    ['meta', 0.9, head.meta('article:tag').flatMap(split)],
    ['json-ld', 0.85, head.articles.slice(0, 1).flatMap((node) => listOf(node['keywords'])).flatMap((value) => split(textValue(value) ?? ''))],
    ['tag-link', 0.8, [...page.doc.querySelectorAll('a[rel~="tag" i]')].slice(0, MOST).map((link) => textOf(link, 60))],
    ['meta', 0.6, [...head.meta('news_keywords'), ...head.meta('keywords')].slice(0, 1).flatMap(split)],
  ];
  for (const [source, prior, raw] of sources) {
    const words = new Map(raw.map((text) => squash(unescapeText(text)).replace(/^#/, '')).filter((word) => word && word.length <= 60 && !/^https?:|:.*:/.test(word)).map((word) => [wordKey(word), word]));
    words.delete('');
    if (words.size) return { value: [...words.values()].slice(0, MOST), provenance: proof(source, prior) };
  }
  return undefined;
}

/** True when the page says so (https://schema.org/isAccessibleForFree, or its publisher's tier). */
export function isPaywalled(head: HeadFacts): boolean {
  const nodes = [...head.articles.slice(0, 2), ...head.webPages];
  // Of the whole, or of one of its parts.
  return [...nodes, ...nodes.flatMap((node) => listOf(node['hasPart']))].some((node) => /false$/i.test(String((node as JsonLdNode)?.['isAccessibleForFree']))) || /^(?:locked|metered)$/i.test(head.meta('article:content_tier')[0] ?? '');
}
