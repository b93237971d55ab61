/** What a page's head says of itself: meta and link elements, read once, and the JSON-LD node that is the article. */
import { parseInert } from '../inert.ts';
import { isArticleNode, listOf, resolve, typesOf, type JsonLdNode, type JsonLdValue } from '../json-ld.ts';
import type { PreparedPage } from '../prepared-page.ts';
import { squash, wordKey } from './folding.ts';

export interface HeadFacts {
  /** Contents of `<meta name|property|itemprop=key>`, key in lower case, in the page's order, never empty. */
  readonly meta: (key: string) => readonly string[];
  /** Every meta key of the page, lower case. */
  readonly keys: readonly string[];
  readonly links: readonly HeadLink[];
  /** `<title>`, white space collapsed. */
  readonly documentTitle: string;
  /** The JSON-LD nodes that describe this text, the likeliest first. */
  readonly articles: readonly JsonLdNode[];
  /** Nodes that describe the page around it (WebPage and its kinds). */
  readonly webPages: readonly JsonLdNode[];
}
export interface HeadLink { readonly rel: string; readonly href: string; readonly type: string; readonly title: string; readonly media: string; readonly hreflang: string }

const LIMITS = { metas: 600, links: 400, length: 2_000 } as const;

export function headFacts(page: PreparedPage): HeadFacts {
  const { doc, jsonLd } = page;
  const metas = new Map<string, string[]>();
  const found = doc.querySelectorAll('meta[content]');
  for (let i = 0; i < found.length && i < LIMITS.metas; i++) {
    const element = found[i] as Element;
    const content = squash((element.getAttribute('content') ?? '').slice(0, LIMITS.length));
    if (!content) continue;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      // One element may carry several keys (`property="og:title twitter:title"`).
      for (const key of (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        if (key) metas.set(key, [...(metas.get(key) ?? []), content]);
      }
    }
  }
  const links: HeadLink[] = [];
  const linkElements = doc.querySelectorAll('link[rel][href]');
  for (let i = 0; i < linkElements.length && i < LIMITS.links; i++) {
    const get = (name: string): string => (linkElements[i] as Element).getAttribute(name)?.trim() ?? '';
    // No address is that long, and patterns would look at it for minutes.
    if (get('href').length > LIMITS.length) continue;
    links.push({ rel: get('rel').toLowerCase(), href: get('href'), type: get('type').toLowerCase(), title: squash(get('title')), media: get('media').toLowerCase(), hreflang: get('hreflang').toLowerCase() });
  }
  const documentTitle = squash((doc.querySelector('head > title') ?? doc.querySelector('title'))?.textContent?.slice(0, LIMITS.length) ?? '');
  return {
    meta: (key) => metas.get(key) ?? [], keys: [...metas.keys()], links, documentTitle,
    articles: articleNodes(jsonLd, documentTitle, page.url),
    webPages: jsonLd.filter((node) => typesOf(node).some((type) => /(?:^|[a-z])Page$/.test(type) && !/^(?:Collection|Search|Profile|FAQ)/.test(type))),
  };
}

/** A list of teasers is article nodes too: the node of this page is the one whose address or headline the page has. */
function articleNodes(nodes: readonly JsonLdNode[], documentTitle: string, url: string): readonly JsonLdNode[] {
  const articles = nodes.filter((node) => isArticleNode(node) && !isPart(node));
  if (articles.length < 2) return articles;
  const title = wordKey(documentTitle);
  const path = URL.parse(url)?.pathname.replace(/\/$/, '') ?? '';
  const fit = (node: JsonLdNode): number => {
    const headline = wordKey(textValue(node['headline']) ?? textValue(node['name']) ?? '');
    const addresses = [node['url'], node['@id'], node['mainEntityOfPage']].flatMap((value) => listOf(value)).map((value) => (typeof value === 'string' ? value : textValue(resolve(value, nodes)?.['@id']) ?? ''));
    return (headline && title.includes(headline) ? 2 : 0) + (path && addresses.some((address) => (URL.parse(address, url)?.pathname.replace(/\/$/, '') ?? '') === path) ? 2 : 0) + (node['datePublished'] ? 0.5 : 0) + (node['author'] ? 0.5 : 0);
  };
  const scored = articles.map((node) => ({ node, score: fit(node) })).sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return best >= 2 ? scored.filter(({ score }) => score >= 2).map(({ node }) => node) : articles.slice(0, articles.length > 3 ? 0 : 1);
}

/** Pictures, works reviewed or quoted, and comments are creative works too, but not the page's text. */
function isPart(node: JsonLdNode): boolean {
  const types = typesOf(node);
  return types.includes('CreativeWork') && types.length === 1 && !node['headline'] && !node['datePublished'];
}

/** A value's text: a string, or the `name`, `@value`, `@id` or `url` of an object. Tags and entities are not undone here. */
export function textValue(value: JsonLdValue | undefined): string | undefined {
  const first = listOf(value)[0];
  if (typeof first === 'string') return squash(first.slice(0, LIMITS.length)) || undefined;
  if (typeof first === 'number') return String(first);
  if (typeof first !== 'object' || first === null || Array.isArray(first)) return undefined;
  const node = first as JsonLdNode;
  return textValue(node['name'] ?? node['@value'] ?? node['@id'] ?? node['url']);
}

/** Undoes the character references that pages double-encode in JSON-LD and meta texts (`&amp;amp;`, `&#8217;`). */
export function unescapeText(text: string): string {
  const once = (value: string): string => (/&[#\w]/.test(value) ? parseInert(`<p>${value.replace(/</g, '&lt;')}`).body.textContent ?? '' : value);
  return /&[#\w]/.test(text) ? squash(once(once(text))) : text;
}
