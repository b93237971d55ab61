/** When the last copy of everything was made, kept beside the settings: it says nothing about how somebody likes things. */
import browser from 'webextension-polyfill';

const KEY = 'lastCopy';

/** Milliseconds since the epoch; undefined when there is none. */
export async function lastCopyTime(): Promise<number | undefined> {
  const { [KEY]: at } = await browser.storage.local.get(KEY);
  return typeof at === 'number' && Number.isFinite(at) ? at : undefined;
}

export async function keepCopyTime(at: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: at });
}
