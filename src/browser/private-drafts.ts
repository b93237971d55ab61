/**
 * Articles that are being read, printed or passed on from a private window: held in memory alone (`storage.session`), and gone
 * when the last private window closes. Nothing of them is written to the disk.
 */
import browser from 'webextension-polyfill';
import { holdInMemory, PRIVATE_DRAFT } from './memory.ts';
import { forgetPrivateLetter } from './unsent-letter.ts';

/** How their ids begin: a page that is opened on one knows by its address where to look, and that nothing is to be noted. */
const MARK = 'private-';

export function isPrivateDraft(id: string): boolean {
  return id.startsWith(MARK);
}

/** Holds a draft. @returns its id; undefined when it is larger than the memory the browser gives. */
export async function holdPrivateDraft(draft: { readonly createdAt: number }): Promise<string | undefined> {
  const id = MARK + crypto.randomUUID();
  return await holdInMemory(PRIVATE_DRAFT + id, { ...draft, id }) ? id : undefined;
}

/** What is held under an id, to be checked; undefined when it is gone. */
export async function privateDraft(id: string): Promise<unknown> {
  return (await browser.storage.session.get(PRIVATE_DRAFT + id))[PRIVATE_DRAFT + id];
}

/** Lets go of all of them. */
export async function forgetPrivateDrafts(): Promise<void> {
  const held = await browser.storage.session.get(null);
  await browser.storage.session.remove(Object.keys(held).filter((key) => key.startsWith(PRIVATE_DRAFT)));
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
