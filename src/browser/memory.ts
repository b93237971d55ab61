/**
 * What is held in memory alone (`storage.session`): some megabytes for all of it. Articles from private windows take most
 * of it, and make room for whatever comes later, the oldest first: what was opened last is likely to be open still.
 */
import browser from 'webextension-polyfill';

/** How the keys of articles from private windows begin. */
export const PRIVATE_DRAFT = 'private-draft:';

/** Holds something under its key. @returns false when it is larger than the memory the browser gives */
export async function holdInMemory(key: string, value: unknown): Promise<boolean> {
  const fits = (): Promise<boolean> => browser.storage.session.set({ [key]: value }).then(() => true, () => false);
  if (await fits()) return true;
  for (const old of await oldestFirst()) {
    await browser.storage.session.remove(old);
    if (await fits()) return true;
  }
  return false;
}

async function oldestFirst(): Promise<readonly string[]> {
  const all: Readonly<Record<string, unknown>> = await browser.storage.session.get(null);
  const since = (key: string): number => Number((all[key] as { readonly createdAt?: unknown } | null)?.createdAt) || 0;
  return Object.keys(all).filter((key) => key.startsWith(PRIVATE_DRAFT)).toSorted((a, b) => since(a) - since(b));
}
