/** The links of an article as numbered notes at its end: paper has no clicks. */

export interface NumberedLink {
  readonly number: number;
  readonly url: string;
  /** Where the number goes: after the last link in the text with this address at each of its places. */
  readonly places: readonly HTMLAnchorElement[];
}

/**
 * The web links of a body, in order, each address once. In-page and mail links are left out, and so are links round
 * pictures only and links that already show their address.
 */
export function numberedLinks(body: Element, ownUrl: string): readonly NumberedLink[] {
  const found = new Map<string, HTMLAnchorElement[]>();
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const address = URL.parse(link.getAttribute('href') ?? '');
    if (!address || (address.protocol !== 'http:' && address.protocol !== 'https:')) continue;
    const words = link.textContent.trim();
    if (!words || words.includes(address.host + address.pathname.replace(/\/$/, '')) || isSamePage(address, ownUrl)) continue;
    const places = found.get(address.href);
    if (places) places.push(link);
    else found.set(address.href, [link]);
  }
  return Array.from(found, ([url, places], index) => ({ number: index + 1, url, places }));
}

function isSamePage(address: URL, ownUrl: string): boolean {
  const own = URL.parse(ownUrl);
  return own !== null && own.origin === address.origin && own.pathname === address.pathname && own.search === address.search && address.hash !== '';
}
