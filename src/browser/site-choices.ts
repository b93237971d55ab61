/** Remembering and forgetting what was pointed at on a site, and the list of all of it. */
import browser from 'webextension-polyfill';
import type { Places } from '../article/chosen.ts';
import { KEY, parsePlaces, placesFor, siteOf } from './site-places.ts';

/** What is remembered for one site. */
export interface SiteChoice {
  /** Host without `www.`, with its port where it has one. */
  readonly site: string;
  readonly places: Places;
  /** When it was last changed, in milliseconds since the epoch. */
  readonly at: number;
}

/** The oldest sites give way to new ones. */
const MOST = 500;

/** Remembers places for the site of an address, beside those remembered before for other fields. @throws when the browser can't keep them */
export async function rememberPlaces(address: string, places: Places, now: number): Promise<void> {
  const site = siteOf(address);
  if (!site) return;
  const next = parseChoice(site, { ...(await placesFor(address)), ...places, at: now });
  if (next) await putBack([next]);
}

/** Everything remembered, by site. */
export async function allChoices(): Promise<readonly SiteChoice[]> {
  return Object.entries(await browser.storage.local.get(null)).flatMap(([key, value]) => (key.startsWith(KEY) ? parseChoice(key.slice(KEY.length), value) ?? [] : []));
}

/** Forgets a site, or only one of its places. What is to be put back has to be known before (`allChoices`). */
export async function forgetPlaces(site: string, place?: keyof Places): Promise<void> {
  const known = place && parseChoice(site, (await browser.storage.local.get(KEY + site))[KEY + site]);
  const { [place as keyof Places]: _, ...rest } = known?.places ?? {};
  if (known && Object.keys(rest).length) await browser.storage.local.set({ [KEY + site]: { ...rest, at: known.at } });
  else await browser.storage.local.remove(KEY + site);
}

/** Writes entries; the oldest go when there are too many. */
export async function putBack(choices: readonly SiteChoice[]): Promise<void> {
  await browser.storage.local.set(Object.fromEntries(choices.map(({ site, places, at }) => [KEY + site, { ...places, at }])));
  const all = (await allChoices()).toSorted((a, b) => b.at - a.at);
  await browser.storage.local.remove(all.slice(MOST).map(({ site }) => KEY + site));
}

/** Calls back whenever something was remembered or forgotten, in whichever page. */
export function onChoices(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(KEY))) listener();
  });
}

function parseChoice(site: string, value: unknown): SiteChoice | undefined {
  const places = parsePlaces(value);
  const { at } = Object(value) as { readonly at?: unknown };
  return places && { site, places, at: typeof at === 'number' ? at : 0 };
}
