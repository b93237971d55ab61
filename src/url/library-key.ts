/** When two addresses are the same article to the library. */

const TRACKING = /^(utm_.+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_ga)$/i;

/**
 * The address reduced to what tells two articles apart: no fragment, default port, scheme, well-known tracking
 * parameters or slash at the very root. The order of parameters is kept: some sites give it a meaning.
 * @returns undefined when it is not a web address.
 */
export function libraryKey(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  const kept = url.search.slice(1).split('&').filter((pair) => pair !== '' && !TRACKING.test(pair.split('=', 1)[0] ?? ''));
  const path = url.pathname === '/' ? '' : url.pathname;
  return `${url.host}${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}
