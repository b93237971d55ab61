/**
 * Articles that are being read, printed or passed on from a private window: held in memory alone (`storage.session`), and gone
 * when the last private window closes. Nothing of them is written to the disk.
 */
import browser from 'webextension-polyfill';
import { forgetPrivateLetter } from './unsent-letter.ts';

const KEY = 'private-draft:';
/** How their ids begin: a page that is opened on one knows by its address where to look, and that nothing is to be noted. */
const MARK = 'private-';

export function isPrivateDraft(id: string): boolean {
  return id.startsWith(MARK);
}

/** Holds a draft. @returns its id; undefined when it is larger than the memory the browser gives. */
export async function holdPrivateDraft(draft: { readonly createdAt: number }): Promise<string | undefined> {
  const id = MARK + crypto.randomUUID();
  const hold = async (): Promise<string | undefined> => {
    try {
      await browser.storage.session.set({ [KEY + id]: { ...draft, id } });
      return id;
    } catch {
      return undefined;
    }
  };
  let held = await hold();
  // The memory is full of earlier ones. The oldest go first: what was opened last is likely to be open still, and is saved from here.
  if (held === undefined) for (const key of await oldestFirst()) {
    await browser.storage.session.remove(key);
    held = await hold();
    if (held !== undefined) break;
  }
  return held;
}

async function oldestFirst(): Promise<readonly string[]> {
  const all: Readonly<Record<string, unknown>> = await browser.storage.session.get(null);
  const since = (key: string): number => Number((all[key] as { readonly createdAt?: unknown } | null)?.createdAt) || 0;
  return Object.keys(all).filter((key) => key.startsWith(KEY)).toSorted((a, b) => since(a) - since(b));
}

/** What is held under an id, to be checked; undefined when it is gone. */
export async function privateDraft(id: string): Promise<unknown> {
  return (await browser.storage.session.get(KEY + id))[KEY + id];
}

/** Lets go of all of them. */
export async function forgetPrivateDrafts(): Promise<void> {
  const held = await browser.storage.session.get(null);
  await browser.storage.session.remove(Object.keys(held).filter((key) => key.startsWith(KEY)));
}

/** Lets go of them, and of a letter about them, when the last private window closes. Call it at the background's start. */
export function forgetWithPrivateWindows(): void {
  // Where a browser has one window only, on telephones, it may not have the API.
  const windows = browser.windows as typeof browser.windows | undefined;
  windows?.onRemoved.addListener(async (closed) => {
    const open = await windows.getAll();
    if (open.some(({ id, incognito }) => incognito && id !== closed)) return;
    await forgetPrivateDrafts();
    await forgetPrivateLetter();
  });
}
