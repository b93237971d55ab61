/** Out of the library: first to where it can be put back from, later for good. */
import { announce } from './changes.ts';
import { done, write, type LibraryAnswer } from './database.ts';
import { toRecord, type ArticleRecord, type SavedArticle } from './saved-article.ts';
import { changeRows } from './changing.ts';

/** How long a removed article can be put back, in milliseconds: thirty days. */
export const REMOVED_LIFE = 30 * 24 * 60 * 60 * 1000;

/** Takes articles off the shelf. Everything of them is kept until they are purged. @returns how many were there to remove. */
export function removeArticles(ids: readonly number[], now: number): Promise<LibraryAnswer<number>> {
  return changeRows('removed', ids, (record, saved) => {
    if (saved?.removedAt !== undefined) return undefined;
    // A damaged row can't be listed properly, but it can be got rid of.
    if (!saved) return { ...record, removedAt: now, lists: [['removed', -now, record.id], ['title:removed', '', record.id]] };
    return toRecord({ ...saved, removedAt: now, updatedAt: now }, record.key);
  });
}

/** Puts removed articles back as they were. @returns how many were there to put back. */
export function restoreArticles(ids: readonly number[], now: number): Promise<LibraryAnswer<number>> {
  return changeRows('restored', ids, (record, saved) => (saved?.removedAt === undefined ? undefined : restoredRecord(record, saved, now)));
}

/** The record of a removed article back on the shelf. */
export function restoredRecord(record: ArticleRecord, saved: SavedArticle, now: number): ArticleRecord {
  const { removedAt: _, ...row } = saved;
  return toRecord({ ...row, updatedAt: now }, record.key);
}

/** Deletes for good what was removed at or before a moment. @returns how many. */
export function purgeRemoved(olderThan: number): Promise<LibraryAnswer<number>> {
  return purge(async (articles) => {
    // Places in the list are the negative of the time: the older, the further back.
    const found = await articles.index('lists').getAll(IDBKeyRange.bound(['removed', -olderThan], ['removed', []]));
    return found;
  }, olderThan);
}

/** Deletes these for good, when they were removed before. @returns how many. */
export function purgeArticles(ids: readonly number[], now: number): Promise<LibraryAnswer<number>> {
  return purge(async (articles) => {
    const found = await Promise.all(ids.map((id) => articles.get(id)));
    return found.filter((record): record is ArticleRecord => record?.removedAt !== undefined);
  }, now);
}

interface ArticleStore {
  get(id: number): Promise<ArticleRecord | undefined>;
  index(name: 'lists'): { getAll(range: IDBKeyRange): Promise<ArticleRecord[]> };
}

async function purge(find: (articles: ArticleStore) => Promise<readonly ArticleRecord[]>, now: number): Promise<LibraryAnswer<number>> {
  const answer = await write(['articles', 'texts', 'bodies', 'tombstones', 'highlights', 'positions'], async (tx) => {
    const found = await find(tx.objectStore('articles'));
    const marks = await Promise.all(found.map(({ id }) => tx.objectStore('highlights').index('articleId').getAllKeys(id)));
    await Promise.all(marks.flat().map((mark) => tx.objectStore('highlights').delete(mark)));
    await Promise.all(found.flatMap(({ id, uid, key, removedAt }) => [
      tx.objectStore('articles').delete(id), tx.objectStore('texts').delete(id), tx.objectStore('bodies').delete(id),
      ...(typeof key === 'string' ? [tx.objectStore('positions').delete(key)] : []),
      ...(typeof uid === 'string' ? [tx.objectStore('tombstones').put({ uid, removedAt: removedAt ?? now })] : []),
    ]));
    return done(found.map(({ id }) => id));
  });
  if (!answer.ok) return answer;
  if (answer.value.length > 0) announce({ kind: 'purged', ids: answer.value });
  return done(answer.value.length);
}
