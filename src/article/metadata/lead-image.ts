/** The lead picture's address: what the page offers to those who link to it. */
import { listOf, resolve } from '../json-ld.ts';
import type { PreparedPage } from '../prepared-page.ts';
import { textValue, type HeadFacts } from './head-facts.ts';
import { proof, type Choice } from './vote.ts';

/** File names of logos and stand-ins, which many sites give when an article has no picture. */
const STAND_IN = /(?:^|[/_-])(?:logo|default|placeholder|blank|spacer|pixel|fallback|no-?image|avatar|icon|favicon|share-?image|og-?image|social-?share|opengraph)(?:[._-]|\d|$)[^/]*$|gravatar\.com|\.svg(?:$|\?)|\.ico(?:$|\?)/i;

export function findLeadImage(page: PreparedPage, head: HeadFacts): Choice<string> | undefined {
  const candidates: (readonly [string | undefined, string, number])[] = [
    [head.meta('og:image:secure_url')[0], 'meta:og', 0.85], [head.meta('og:image')[0] ?? head.meta('og:image:url')[0], 'meta:og', 0.85],
    ...head.articles.slice(0, 2).flatMap((node) => listOf(node['image']).slice(0, 1).map((image) => {
      const object = resolve(image, page.jsonLd);
      return [object ? textValue(object['url'] ?? object['contentUrl']) : textValue(image), 'json-ld', 0.8] as const;
    })),
    [head.meta('twitter:image')[0] ?? head.meta('twitter:image:src')[0], 'meta:twitter', 0.75],
    [head.links.find(({ rel }) => rel === 'image_src')?.href, 'link', 0.7],
    [head.meta('image')[0], 'microdata', 0.6], [head.meta('thumbnail')[0] ?? head.meta('parsely-image-url')[0], 'meta', 0.4],
    // Where the head names none: the first that stands in the text.
    ...[...page.doc.querySelectorAll(':is(article, main) figure img')].slice(0, 3).map((picture) => [picture.getAttribute('data-src') ?? picture.getAttribute('src') ?? undefined, 'page-link', 0.4] as const),
  ];
  for (const [raw, source, prior] of candidates) {
    const address = raw ? URL.parse(raw.replace(/&amp;/g, '&'), page.baseUrl) : null;
    if (address && /^https?:$/.test(address.protocol) && !STAND_IN.test(address.pathname)) return { value: address.href, provenance: proof(source, prior) };
  }
  return undefined;
}
