/** How many articles the library had when somebody last looked, and which database that was: kept apart from the library, which may be lost. */
import browser from 'webextension-polyfill';

const KEY = 'shelf';

export interface ShelfMark {
  readonly born: string;
  readonly articles: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export async function shelfMark(): Promise<ShelfMark | undefined> {
  const { [KEY]: mark } = await browser.storage.local.get(KEY);
  if (typeof mark !== 'object' || mark === null) return undefined;
  const { born, articles, at } = mark as Readonly<Record<string, unknown>>;
  return typeof born === 'string' && Number.isSafeInteger(articles) && typeof at === 'number' && Number.isFinite(at) ? { born, articles: articles as number, at } : undefined;
}

export async function keepShelfMark(mark: ShelfMark): Promise<void> {
  await browser.storage.local.set({ [KEY]: mark });
}
