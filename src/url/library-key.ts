/** When two addresses are the same article to the library. Pure. */
import { cleanUrl } from './clean.ts';

/**
 * The address reduced to what tells two articles apart: no scheme, default port, tracking parameters, fragment that only
 * points into the page, or slash at the very root. The order of parameters is kept: some sites give it a meaning.
 * @returns undefined when it is not a web address.
 */
export function libraryKey(address: string): string | undefined {
  const url = URL.parse(cleanUrl(address));
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  const path = url.pathname === '/' ? '' : url.pathname;
  // What is left of a fragment either highlights words, which changes nothing, or is the page's own route.
  const route = url.hash.split(':~:', 1)[0] ?? '';
  return `${url.host}${path}${url.search}${/^#(!|\/)/.test(route) ? route : ''}`;
}
