/**
 * The letter being written, in memory only (`storage.session`: gone when the browser closes). A popup closes at a click
 * beside it; what was typed is there again when it opens, or on the letter's full page.
 */
import browser from 'webextension-polyfill';
import { holdInMemory } from './memory.ts';

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
/** A letter from a private window stands apart: it takes no other's place, is not found from an ordinary window, and goes alone. */
const PRIVATE_KEY = 'unsent-private-letter';
const keyFor = (isPrivate: boolean): string => (isPrivate ? PRIVATE_KEY : KEY);

/**
 * The letter about this page that was left unsent; none when what is kept can't be read. Never rejects.
 * @param isPrivate it is about a page in a private window
 */
export async function loadUnsent(url: string, isPrivate = false): Promise<UnsentLetter | undefined> {
  try {
    const key = keyFor(isPrivate);
    const stored: unknown = (await browser.storage.session.get(key))[key];
    return isUnsent(stored) && stored.url === url ? stored : undefined;
  } catch {
    // A letter can be begun afresh; one that can't be begun at all is worse.
    return undefined;
  }
}

function isUnsent(value: unknown): value is UnsentLetter {
  if (typeof value !== 'object' || value === null) return false;
  const { url, friends, note, travels, edits } = value as Readonly<Record<string, unknown>>;
  return typeof url === 'string' && typeof note === 'string' && typeof travels === 'string'
    && Array.isArray(friends) && friends.every((friend: unknown) => hasTexts(friend, 'name', 'email'))
    && Array.isArray(edits) && edits.every((edit: unknown) => Array.isArray(edit) && typeof edit[0] === 'string'
      && Array.isArray(edit[1]) && edit[1].every((run: unknown) => hasTexts(run, 'text')));
}

function hasTexts(value: unknown, ...names: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && names.every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'string');
}

/**
 * Answers whether it could be kept: a letter longer than the memory the browser allows is not.
 * @param isPrivate it is about a page in a private window, and goes with the last of those
 */
export async function keepUnsent(letter: UnsentLetter, isPrivate = false): Promise<boolean> {
  try {
    return await holdInMemory(keyFor(isPrivate), letter);
  } catch {
    // Full memory costs only the convenience of finding the words again.
    return false;
  }
}

/** Lets go of a letter that is about a page in a private window. */
export async function forgetPrivateLetter(): Promise<void> {
  await browser.storage.session.remove(PRIVATE_KEY);
}
