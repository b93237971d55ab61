/** Match patterns, as browsers name the sites somebody has allowed: `https://a.example/*`, `*://*.a.example/*`, `<all_urls>`. */

/**
 * Whether one of the patterns covers an address. Paths are not looked at: what is asked for is always a whole site.
 * After https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function isCovered(address: string, patterns: readonly string[]): boolean {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false;
  return patterns.some((pattern) => {
    if (pattern === '<all_urls>') return true;
    const [, scheme, host = ''] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? [];
    if (scheme === undefined || (scheme !== '*' && `${scheme}:` !== url.protocol)) return false;
    return host === '*' || host === url.hostname || (host.startsWith('*.') && (url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))));
  });
}
