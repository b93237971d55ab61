/** Addresses that a page gives for itself: canonical, print version, feeds. */
import type { Feed } from '../article.ts';
import { canonicalUrl } from '../../url/canonical.ts';
import type { PreparedPage } from '../prepared-page.ts';
import { fold } from './folding.ts';
import { textValue, type HeadFacts } from './head-facts.ts';
import { resolve } from '../json-ld.ts';
import { proof, type Choice } from './vote.ts';

/** The canonical address, clean: what the page claims, where it is believable. */
export function findCanonical(page: PreparedPage, head: HeadFacts): Choice<string> {
  const own = canonicalUrl(undefined, page.url);
  const node = head.articles[0];
  const main = node?.['mainEntityOfPage'];
  const claims: (readonly [string | undefined, string, number])[] = [
    [head.links.find(({ rel }) => rel.split(/\s+/).includes('canonical'))?.href, 'link-canonical', 0.95],
    [head.meta('og:url')[0], 'meta:og', 0.8],
    [typeof main === 'string' ? main : textValue(resolve(main ?? null, page.jsonLd)?.['@id']) ?? textValue(node?.['url']), 'json-ld', 0.7],
  ];
  for (const [claim, source, prior] of claims) {
    const absolute = claim ? URL.parse(claim, page.baseUrl)?.href : undefined;
    if (!absolute) continue;
    const url = canonicalUrl(absolute, page.url);
    if (url !== own || canonicalUrl(undefined, absolute) === own) return { value: url, provenance: proof(source, prior) };
  }
  return { value: own, provenance: proof('address', 0.8) };
}

/** Stems of the words for a version for paper, folded, as they stand in links and in their addresses. An imprint is something else. */
const PRINT = /(?<!im)print|druck|imprim|impresi|impressao|stampa|afdruk|utskrift|skriv ut|udskriv|tulosta|druk|tisk|tlac|nyomtat|печат|pechat|друк|εκτυπ|yazdir|cap vers|dayin|tipar|طباع|چاپ|הדפס|[打列]印|印刷|인쇄|cetak|ban in\b|พิมพ์|प्रिंट/;

/** The version for paper: an address that is this article's with something more. */
export function findPrintVersion(page: PreparedPage, head: HeadFacts): Choice<string> | undefined {
  const own = URL.parse(page.url);
  const usable = (href: string | null | undefined): string | undefined => {
    const address = href && !/^(?:javascript:|#)/i.test(href.trim()) ? URL.parse(href, page.baseUrl) : null;
    if (!address || !/^https?:$/.test(address.protocol) || !own) return undefined;
    address.hash = '';
    return address.hostname.split('.').slice(-2).join('.') === own.hostname.split('.').slice(-2).join('.') && address.href !== page.url.replace(/#.*/, '') && address.pathname !== '/' ? address.href : undefined;
  };
  const linked = usable(head.links.find(({ rel, media, type }) => rel.split(/\s+/).includes('alternate') && media === 'print' && (!type || type === 'text/html'))?.href);
  if (linked) return { value: linked, provenance: proof('link-alternate', 0.95) };
  // What names this article in its address: the last part of the path, a long number.
  const names = own ? [...(own.pathname + own.search).matchAll(/\d{5,}|[^/]+?(?=(?:\.\w+)?\/?$)/g)].map(([name]) => name) : [];
  const links = page.doc.querySelectorAll('a[href]');
  for (let i = 0; i < links.length && i < 5_000; i++) {
    const link = links[i] as Element;
    const href = link.getAttribute('href') ?? '';
    const text = (link.textContent ?? '').trim() || link.querySelector('img')?.getAttribute('alt') || '';
    const said = text.split(/\s+/).length < 6 && PRINT.test(fold(`${text} ${link.getAttribute('title') ?? ''}`));
    const address = said || PRINT.test(href.toLowerCase()) ? usable(href) : undefined;
    if (!address) continue;
    const more = names.reduce((rest, name) => rest.replace(name, ''), address);
    const related = more !== address;
    const shaped = PRINT.test(more.toLowerCase());
    // The link or its address says so, and the address is this article's: by its name or, where the link says it, by a number.
    if (said ? related || /\d(?![a-z])/.test(more) : related && shaped) return { value: address, provenance: proof('print-link', said && shaped ? 0.9 : 0.7) };
  }
  return undefined;
}

/** Feeds that the head offers. Comment feeds are left out. */
export function findFeeds(page: PreparedPage, head: HeadFacts): readonly Feed[] {
  const feeds: Feed[] = [];
  for (const { rel, type, href, title } of head.links) {
    const kind = /rss/.test(type) ? 'rss' : /atom/.test(type) ? 'atom' : /feed\+json/.test(type) ? 'json' : undefined;
    if (!kind || !/\b(?:alternate|feed)\b/.test(rel) || feeds.length >= 20) continue;
    const url = URL.parse(href, page.baseUrl);
    if (!url || !/^https?:$/.test(url.protocol) || /comments?|kommentare?|commentaires/i.test(`${title} ${url.pathname}`)) continue;
    if (!feeds.some((feed) => feed.url === url.href)) feeds.push({ url: url.href, title: title || url.hostname, type: kind });
  }
  return feeds;
}

/** The terms that the page names for its text. */
export function findLicence(page: PreparedPage, head: HeadFacts): Choice<string> | undefined {
  const claims: (readonly [string | null | undefined, string, number])[] = [
    [textValue(head.articles[0]?.['license']), 'json-ld', 0.9],
    [page.doc.querySelector('link[rel~="license" i][href], a[rel~="license" i][href], a[href*="creativecommons.org/licenses"]')?.getAttribute('href'), 'link', 0.85],
  ];
  for (const [claim, source, prior] of claims) {
    const address = claim ? URL.parse(claim, page.baseUrl) : null;
    if (address && /^https?:$/.test(address.protocol)) return { value: address.href, provenance: proof(source, prior) };
  }
  return undefined;
}

/** What an address has more than the page's own when it is another page of the same text. */
const PAGE_NUMBER = /^[/?&._-]*(?:(?:page|pagina|seite|sida|side|pg|p|s|part)[=/_-]?)?(\d{1,3})(\.\w{2,5})?\/?$/i;

/**
 * The next page of the same text. `rel=next` alone is not believed: many sites mean their next article by it. The
 * address has to be this one's with the next number in it.
 */
export function findNextPage(page: PreparedPage): Choice<string> | undefined {
  const own = (URL.parse(page.url)?.href ?? '').replace(/#.*/, '');
  const [stem, now] = numbered(own) ?? [own.replace(/(?:\.\w{2,5}|\/)$/, ''), 1];
  for (const link of page.doc.querySelectorAll('link[rel~="next" i][href], a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (!href.includes(String(now + 1))) continue;
    const target = (URL.parse(href, page.baseUrl)?.href ?? '').replace(/#.*/, '');
    const number = target.startsWith(stem) ? PAGE_NUMBER.exec(target.slice(stem.length))?.[1] : undefined;
    // A teaser of another part says more than "2" or "Next page".
    if (Number(number) === now + 1 && (link.textContent ?? '').trim().length < 30) return { value: target, provenance: proof(/next/i.test(link.getAttribute('rel') ?? '') ? 'link' : 'page-link', 0.9) };
  }
  return undefined;
}

/** The part of an address before its page number, and the number; undefined when it names none in so many words. */
function numbered(address: string): readonly [string, number] | undefined {
  const match = /^(.{12,}?)[/?&._-]+(?:(?:page|pagina|seite|sida|side|pg|p|s|part)[=/_-]?)(\d{1,3})(?:\.\w{2,5})?\/?$/i.exec(address) ?? /^(.{12,}[\p{L}\p{N}-]{12,})\/(\d{1,2})\/?$/iu.exec(address);
  return match ? [match[1] ?? '', Number(match[2])] : undefined;
}
