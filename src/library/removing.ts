/** Out of the library: first to where it can be put back from, later for good. */
import type { IDBPTransaction } from 'idb';
import { announce } from './changes.ts';
import { changeRows } from './changing.ts';
import { done, read, write, type LibraryAnswer } from './database.ts';
import { toRecord, type ArticleRecord, type SavedArticle } from './saved-article.ts';
import { SEARCH_STORES } from './search/stores.ts';
import { dropDocument } from './search/writing.ts';
import type { LibrarySchema } from './schema.ts';

/** How long a removed article can be put back, in milliseconds: thirty days. */
export const REMOVED_LIFE = 30 * 24 * 60 * 60 * 1000;

/** Takes articles off the shelf. Everything of them is kept until they are purged. @returns how many were there to remove. */
export function removeArticles(ids: readonly number[], now: number): Promise<LibraryAnswer<number>> {
  return inBatches(ids, (batch) => changeRows('removed', batch, (record, saved) => {
    if (saved?.removedAt !== undefined) return undefined;
    // A damaged row can't be listed properly, but it can be got rid of.
    if (!saved) return { ...record, removedAt: now, lists: [['removed', -now, record.id], ['title:removed', '', record.id]] };
    return toRecord({ ...saved, removedAt: now, updatedAt: now }, record.key);
  }));
}

/** Puts removed articles back as they were. @returns how many were there to put back. */
export function restoreArticles(ids: readonly number[], now: number): Promise<LibraryAnswer<number>> {
  return inBatches(ids, (batch) => changeRows('restored', batch, (record, saved) => (saved?.removedAt === undefined ? undefined : restoredRecord(record, saved, now))));
}

async function inBatches(ids: readonly number[], work: (batch: readonly number[]) => Promise<LibraryAnswer<number>>): Promise<LibraryAnswer<number>> {
  let count = 0;
  for (let from = 0; from < ids.length; from += 500) {
    const answer = await work(ids.slice(from, from + 500));
    if (!answer.ok) return answer;
    count += answer.value;
  }
  return done(count);
}

/** The record of a removed article back on the shelf. */
export function restoredRecord(record: ArticleRecord, saved: SavedArticle, now: number): ArticleRecord {
  const { removedAt: _, ...row } = saved;
  return toRecord({ ...row, updatedAt: now }, record.key);
}

/** Articles purged in one transaction: others who write wait no longer than for these. */
const BATCH = 100;

/** Deletes for good what was removed at or before a moment. @returns how many. */
export async function purgeRemoved(olderThan: number): Promise<LibraryAnswer<number>> {
  // Places in the list are the negative of the time: the older, the further back.
  const found = await read(['articles'], async (tx) =>
    done(await tx.objectStore('articles').index('lists').getAllKeys(IDBKeyRange.bound(['removed', -olderThan], ['removed', []]))));
  return found.ok ? purge(found.value, olderThan, olderThan) : found;
}

/** Deletes these for good, when they were removed before. @returns how many. */
export function purgeArticles(ids: readonly number[], now: number): Promise<LibraryAnswer<number>> {
  return purge([...new Set(ids)], now, Number.POSITIVE_INFINITY);
}

async function purge(ids: readonly number[], now: number, olderThan: number): Promise<LibraryAnswer<number>> {
  const gone: number[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const answer = await write(ALL_OF_AN_ARTICLE, async (tx) => {
      const records = await Promise.all(ids.slice(from, from + BATCH).map((id) => tx.objectStore('articles').get(id)));
      // Looked at again here: one may have been put back since it was listed.
      const old = records.filter((record): record is ArticleRecord => record?.removedAt !== undefined && !(record.removedAt > olderThan));
      await Promise.all(old.map((record) => purgeOne(tx, record, now)));
      return done(old.map(({ id }) => id));
    });
    if (!answer.ok) return answer;
    gone.push(...answer.value);
  }
  if (gone.length > 0) announce({ kind: 'purged', ids: gone });
  return done(gone.length);
}

const ALL_OF_AN_ARTICLE = ['articles', 'texts', 'bodies', 'versions', 'highlights', 'positions', 'shares', 'pictures', 'tombstones', ...SEARCH_STORES] as
  ('articles' | 'texts' | 'bodies' | 'versions' | 'highlights' | 'positions' | 'shares' | 'pictures' | 'tombstones' | typeof SEARCH_STORES[number])[];

async function purgeOne(tx: IDBPTransaction<LibrarySchema, typeof ALL_OF_AN_ARTICLE, 'readwrite'>, { id, uid, key, removedAt }: ArticleRecord, now: number): Promise<void> {
  const all = IDBKeyRange.bound([id], [id, []]);
  await Promise.all([
    tx.objectStore('articles').delete(id), tx.objectStore('texts').delete(id), tx.objectStore('bodies').delete(id),
    tx.objectStore('versions').delete(all), tx.objectStore('pictures').delete(all),
    ...(await tx.objectStore('highlights').index('articleId').getAllKeys(id)).map((mark) => tx.objectStore('highlights').delete(mark)),
    ...(await tx.objectStore('shares').index('id').getAllKeys(id)).map((share) => tx.objectStore('shares').delete(share)),
    ...(typeof key === 'string' ? [tx.objectStore('positions').delete(key)] : []),
    tx.objectStore('indexTodo').delete(id), dropDocument(tx, id),
    ...(typeof uid === 'string' ? [tx.objectStore('tombstones').put({ uid, removedAt: removedAt ?? now })] : []),
  ]);
}
