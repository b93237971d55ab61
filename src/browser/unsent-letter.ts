/**
 * The letter being written, in memory only (`storage.session`: gone when the browser closes). A popup closes at a click
 * beside it; what was typed is there again when it opens, or on the letter's full page.
 */
import browser from 'webextension-polyfill';

export interface UnsentLetter {
  /** The page the letter is about; a letter about another page takes its place. */
  readonly url: string;
  readonly friends: readonly { readonly name: string; readonly email: string }[];
  readonly note: string;
  readonly travels: string;
  /** The selected words that came with it. Other words, newly selected, are sent for their own sake. */
  readonly quote?: string | undefined;
  /** Changed lines of the letter by their key, as stretches of text. */
  readonly edits: readonly (readonly [key: string, runs: readonly { readonly text: string; readonly href?: string }[]])[];
}

const KEY = 'unsent-letter';

export async function loadUnsent(url: string): Promise<UnsentLetter | undefined> {
  const stored = (await browser.storage.session.get(KEY))[KEY] as UnsentLetter | undefined;
  return stored?.url === url ? stored : undefined;
}

/** Answers whether it could be kept: a letter longer than the memory the browser allows is not. */
export async function keepUnsent(letter: UnsentLetter): Promise<boolean> {
  try {
    await browser.storage.session.set({ [KEY]: letter });
    return true;
  } catch {
    // Full memory costs only the convenience of finding the words again.
    return false;
  }
}
