/**
 * Permissions given for one piece of work. They go back when it is done; and when its page is closed in the middle, which
 * one browser lets a page do on its way out and the other does not. So they are written down, and whoever sees the page go
 * (the background), or comes next, hands back what is left.
 */
import browser, { type Runtime } from 'webextension-polyfill';

export interface Loan {
  /** Match patterns. */
  readonly origins?: readonly string[];
  readonly permissions?: readonly 'tabs'[];
}

const KEY = 'lent';
/** Held by every page that has borrowed something, as long as it is open. */
const IN_USE = 'passalong-lent';
const PORT = 'lent';
/** Milliseconds. */
const PATIENCE = 5_000;

/**
 * Writes down what was just given to this page.
 * @returns call it when the work is done
 */
export async function borrow(loan: Loan): Promise<() => Promise<void>> {
  if (isNothing([loan])) return async () => undefined;
  await note((known) => [...known, loan]);
  let leave = (): void => undefined;
  void navigator.locks.request(IN_USE, { mode: 'shared' }, () => new Promise<void>((resolve) => { leave = resolve; }));
  // The background sees the page go by the end of this.
  const port = browser.runtime.connect({ name: PORT });
  let isLent = true;
  const giveBack = async (): Promise<void> => {
    if (!isLent) return;
    isLent = false;
    removeEventListener('pagehide', left);
    await handBack([loan]);
    await note((known) => known.filter((other) => JSON.stringify(other) !== JSON.stringify(loan)));
    leave();
    port.disconnect();
  };
  const left = (): void => void giveBack();
  addEventListener('pagehide', left);
  return giveBack;
}

/**
 * Hands back what pages left behind that were closed in the middle.
 * @param waits whether those are waited for a moment who still use what they borrowed; else it is left to whoever comes next
 */
export async function handBackLeftovers(waits = false): Promise<void> {
  try {
    await navigator.locks.request(IN_USE, waits ? { signal: AbortSignal.timeout(PATIENCE) } : { ifAvailable: true }, async (lock) => {
      const known = lock ? await written() : [];
      if (known.length === 0) return;
      await handBack(known);
      await browser.storage.local.remove(KEY);
    });
  } catch (error) {
    // Somebody is still at it.
    if (!(error instanceof DOMException) || error.name !== 'TimeoutError') throw error;
  }
}

/** For the background: sees borrowers go. */
export function onBorrowerGone(): void {
  browser.runtime.onConnect.addListener((port: Runtime.Port) => {
    const { name, sender } = port;
    if (name === PORT && sender?.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL(''))) port.onDisconnect.addListener(() => void handBackLeftovers(true));
  });
}

async function handBack(loans: readonly Loan[]): Promise<void> {
  if (isNothing(loans)) return;
  await browser.permissions.remove({ origins: loans.flatMap((loan) => loan.origins ?? []), permissions: loans.flatMap((loan) => loan.permissions ?? []) });
}

function isNothing(loans: readonly Loan[]): boolean {
  return loans.every(({ origins = [], permissions = [] }) => origins.length + permissions.length === 0);
}

function note(change: (known: readonly Loan[]) => readonly Loan[]): Promise<void> {
  return navigator.locks.request('passalong-lent-note', async () => {
    const next = change(await written());
    if (next.length > 0) await browser.storage.local.set({ [KEY]: next });
    else await browser.storage.local.remove(KEY);
  });
}

async function written(): Promise<readonly Loan[]> {
  const { [KEY]: known } = await browser.storage.local.get(KEY);
  return Array.isArray(known) ? known.flatMap((value: unknown): readonly Loan[] => {
    const { origins, permissions } = Object(value) as Readonly<Record<string, unknown>>;
    return [{ ...(isTexts(origins) && { origins }), ...(isTexts(permissions) && permissions.every((name) => name === 'tabs') && { permissions: permissions as readonly 'tabs'[] }) }];
  }) : [];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
