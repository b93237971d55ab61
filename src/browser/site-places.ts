/**
 * What a person has pointed at on the pages of a site, kept in `storage.local` under a key a site, so that later pages of
 * it are read in the same way. Read as untrusted; a site's entry is handed to no page but its own. (What writes it stands
 * apart, in `site-choices.ts`: those who look at pages only read.)
 */
import browser from 'webextension-polyfill';
import { PLACES, type Locator, type Places } from '../article/chosen.ts';

/** A site's key is this and its name. */
export const KEY = 'site:';

/** The site an address belongs to; undefined for what is not the web. */
export function siteOf(address: string): string | undefined {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.host.replace(/^www\./, '') : undefined;
}

/** What is remembered for the site of an address. Undefined when nothing is, or the browser can't say. */
export async function placesFor(address: string): Promise<Places | undefined> {
  const key = KEY + siteOf(address);
  try {
    return parsePlaces((await browser.storage.local.get(key))[key]);
  } catch (error) {
    // Without it the page is read as any other.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const isListOf = <T>(value: unknown, most: number, isOne: (each: unknown) => each is T): value is readonly T[] => Array.isArray(value) && value.length > 0 && value.length <= most && value.every(isOne);
const isSelector = (value: unknown): value is string => typeof value === 'string' && value.length <= 500;
const isLocator = (value: unknown): value is Locator => isListOf(value, 12, isSelector);

/** Takes anything and answers places with every selector bounded, or undefined when there are none. */
export function parsePlaces(value: unknown): Places | undefined {
  const raw = Object(value) as Readonly<Record<string, unknown>>;
  const found = PLACES.filter((place) => (place === 'body' ? isListOf(raw[place], 20, isLocator) : isLocator(raw[place])));
  return found.length ? Object.fromEntries(found.map((place) => [place, raw[place]])) : undefined;
}
