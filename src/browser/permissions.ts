/** Permission for single sites, asked when it is needed and for that site only. */
import browser from 'webextension-polyfill';

/**
 * The match pattern of an address's site, or undefined for what is not the web.
 * Match patterns know no ports: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function sitePattern(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return `${url.protocol}//${url.hostname}/*`;
}

/** Has the person allowed this site? */
export async function isAllowed(address: string): Promise<boolean> {
  const pattern = sitePattern(address);
  return pattern !== undefined && browser.permissions.contains({ origins: [pattern] });
}

/** Asks for one site. Must be called straight from a click. Answers false for *no*. */
export async function askSite(address: string): Promise<boolean> {
  const pattern = sitePattern(address);
  return pattern !== undefined && browser.permissions.request({ origins: [pattern] });
}

/**
 * Asks for the sites of several addresses in one question. Must be called straight from a click.
 * @returns whether they are allowed now, and which were not before, as match patterns
 */
export async function askSites(addresses: readonly string[]): Promise<{ readonly allowed: boolean; readonly fresh: readonly string[] }> {
  const patterns = [...new Set(addresses.flatMap((address) => sitePattern(address) ?? []))];
  // Asked before anything is waited for: the click counts only until then.
  const before = browser.permissions.getAll();
  const allowed = await browser.permissions.request({ origins: patterns });
  const known = new Set((await before).origins ?? []);
  return { allowed, fresh: allowed ? patterns.filter((pattern) => !known.has(pattern)) : [] };
}

/** Asks for all sites at once. Must be called straight from a click. */
export function askAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: ['https://*/*', 'http://*/*'] });
}

/** The sites allowed so far, as match patterns. */
export async function allowedSites(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Takes a site's permission back. */
export async function forgetSite(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** Calls back when a site was allowed or taken back, from whichever page or from the browser's own settings. */
export function onSites(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

/** Calls back when a site was taken back. */
export function onSiteForgotten(listener: () => void): void {
  browser.permissions.onRemoved.addListener(listener);
}
