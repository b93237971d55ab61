/** When the last copy of everything was made, kept beside the settings: it says nothing about how somebody likes things. */
import browser from 'webextension-polyfill';

const KEY = 'lastCopy';
const ITSELF = 'copiesByItself';

/** Milliseconds since the epoch; undefined when there is none. */
export async function lastCopyTime(): Promise<number | undefined> {
  const { [KEY]: at } = await browser.storage.local.get(KEY);
  return typeof at === 'number' && Number.isFinite(at) ? at : undefined;
}

export async function keepCopyTime(at: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: at });
}

/** What became of the copies that make themselves. */
export interface CopiesByItself {
  /** Those that were written, the oldest first, by the browser's numbers for downloads. */
  readonly written: readonly number[];
  /** The last one, when it could not be written: when, and why (`reason_<name>`). */
  readonly failed?: { readonly at: number; readonly reason: string };
}

export async function copiesByItself(): Promise<CopiesByItself> {
  const { [ITSELF]: stored } = await browser.storage.local.get(ITSELF);
  const { written, failed } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  const { at, reason } = (failed ?? {}) as Readonly<Record<string, unknown>>;
  return {
    written: Array.isArray(written) ? written.filter((id): id is number => Number.isSafeInteger(id)).slice(-100) : [],
    ...(typeof at === 'number' && typeof reason === 'string' ? { failed: { at, reason } } : {}),
  };
}

export async function keepCopiesByItself(copies: CopiesByItself): Promise<void> {
  await browser.storage.local.set({ [ITSELF]: copies });
}

/** Calls back when a copy was made, or could not be. */
export function onCopies(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => { if (area === 'local' && (KEY in changes || ITSELF in changes)) listener(); });
}

/** Milliseconds of a day. */
const DAY = 24 * 60 * 60_000;
const EVERY = { day: DAY, week: 7 * DAY, month: 30 * DAY } as const;
/** After a failure the next attempt waits this long. */
const AFTER_FAILURE = 60 * 60_000;

/** Whether a copy is to be made by itself now. */
export function isCopyDue(every: 'never' | keyof typeof EVERY, last: number | undefined, failed: CopiesByItself['failed'], now: number): boolean {
  return every !== 'never' && now - (last ?? 0) >= EVERY[every] && now - (failed?.at ?? 0) >= AFTER_FAILURE;
}
