/** Whether the texts of links are being fetched, kept beside the settings: it goes on where the browser was closed. */
import browser from 'webextension-polyfill';

const KEY = 'textFetching';
/** On this channel the page tells the hidden document to stop: `storage` does not reach there. */
const CHANNEL = 'passalong-texts';

export interface TextFetching {
  readonly state: 'on' | 'paused';
  /** How many links were wanted when it began. */
  readonly total: number;
  /** Why it waits, when it does: a reason (`reason_<name>`). */
  readonly waits?: string;
}

/** Undefined when nothing is going on. */
export async function textFetching(): Promise<TextFetching | undefined> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const { state, total, waits } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  if ((state !== 'on' && state !== 'paused') || typeof total !== 'number') return undefined;
  return { state, total, ...(typeof waits === 'string' && { waits }) };
}

/** The same for the worker, which only wants to know whether to go on. */
export async function isFetchingTexts(): Promise<boolean> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return (stored as Partial<TextFetching> | undefined)?.state === 'on';
}

/** Begins, pauses or (undefined) ends it. */
export async function setTextFetching(next: TextFetching | undefined): Promise<void> {
  if (next) await browser.storage.local.set({ [KEY]: next });
  else await browser.storage.local.remove(KEY);
  if (next?.state !== 'on') stopTexts();
}

/** Ends the round that is running, if there is one; whoever keeps it going begins another. */
export function stopTexts(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('stop');
  channel.close();
}

export function onTextFetching(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => { if (area === 'local' && KEY in changes) listener(); });
}

/** For the hidden document: calls back when it is to stop. */
export function onTextsStopped(listener: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener('message', listener);
}
