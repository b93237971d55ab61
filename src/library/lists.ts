/** Lists and their counts, from one multi-entry index of `[list, place, id]`. */
import { done, read, type LibraryAnswer } from './database.ts';
import { parseSaved, type ArticleRecord, type ListFilter, type ListKey, type SavedArticle } from './saved-article.ts';

export type ListOrder = 'newest' | 'oldest' | 'title';

/** Where a page of a list ended. */
export type ListCursor = ListKey;

export interface ListPage {
  readonly items: readonly SavedArticle[];
  /** Ids of entries in this stretch that can't be read. */
  readonly damaged: readonly number[];
  /** Absent at the end of the list. */
  readonly next?: ListCursor;
}

/**
 * Some articles of a list, from the start or after a cursor. Lists go by the time of saving (the removed ones by the time
 * of removal), or by title without case and marks.
 */
export function listSaved({ filter, limit, after, order = 'newest' }: {
  readonly filter: ListFilter; readonly limit: number; readonly after?: ListCursor | undefined; readonly order?: ListOrder;
}): Promise<LibraryAnswer<ListPage>> {
  return read(['articles'], async (tx) => {
    const index = tx.objectStore('articles').index('lists');
    const name = order === 'title' ? `title:${filter}` : filter;
    const records: ArticleRecord[] = [];
    let last: ListKey | undefined;
    let cursor = await index.openCursor(rangeOf(name, after, order === 'oldest'), order === 'oldest' ? 'prev' : 'next');
    while (cursor && records.length < limit) {
      records.push(cursor.value);
      last = cursor.key;
      cursor = await cursor.continue();
    }
    const items: SavedArticle[] = [];
    const damaged: number[] = [];
    for (const record of records) {
      const saved = parseSaved(record);
      if (saved) items.push(saved);
      else damaged.push(record.id);
    }
    return done({ items, damaged, ...(cursor && last ? { next: last } : {}) });
  });
}

/** The whole of a list, or what follows a key. An empty array sorts after every number and text. */
function rangeOf(list: string, after: ListCursor | undefined, backwards: boolean): IDBKeyRange {
  if (!after) return IDBKeyRange.bound([list], [list, []]);
  return backwards ? IDBKeyRange.bound([list], after, false, true) : IDBKeyRange.bound(after, [list, []], true, false);
}

export interface Counts {
  readonly unread: number;
  readonly archived: number;
  readonly favourite: number;
  readonly removed: number;
}

/** How many articles stand in each list, at one moment. */
export function counts(): Promise<LibraryAnswer<Counts>> {
  return read(['articles'], async (tx) => {
    const index = tx.objectStore('articles').index('lists');
    const count = (list: ListFilter) => index.count(rangeOf(list, undefined, false));
    const [unread, archived, favourite, removed] = await Promise.all([count('unread'), count('archived'), count('favourite'), count('removed')]);
    return done({ unread, archived, favourite, removed });
  });
}
