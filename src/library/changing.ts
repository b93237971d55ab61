/** Marks on articles that are in the library. */
import { announce, type LibraryChange } from './changes.ts';
import { done, write, type LibraryAnswer } from './database.ts';
import { parseSaved, toRecord, type ArticleRecord, type ReadState, type SavedArticle } from './saved-article.ts';

/** Marks articles as unread or archived. @returns how many changed. */
export function setReadState(ids: readonly number[], readState: ReadState, now: number): Promise<LibraryAnswer<number>> {
  return changeRows('changed', ids, (record, saved) =>
    (!saved || saved.readState === readState ? undefined : toRecord({ ...saved, readState, updatedAt: now }, record.key)));
}

/** Marks articles as favourites, or no longer. @returns how many changed. */
export function setFavourite(ids: readonly number[], on: boolean, now: number): Promise<LibraryAnswer<number>> {
  return changeRows('changed', ids, (record, saved) =>
    (!saved || saved.favourite === on ? undefined : toRecord({ ...saved, favourite: on, updatedAt: now }, record.key)));
}

/**
 * Changes rows in one transaction and announces those that changed. `change` gets the record as stored and as checked
 * (undefined when damaged), and answers the new record, or undefined to leave it.
 */
export async function changeRows(
  kind: LibraryChange['kind'], ids: readonly number[],
  change: (record: ArticleRecord, saved: SavedArticle | undefined) => ArticleRecord | undefined,
): Promise<LibraryAnswer<number>> {
  const answer = await write(['articles'], async (tx) => {
    const articles = tx.objectStore('articles');
    const changed = await Promise.all([...new Set(ids)].map(async (id) => {
      const record = await articles.get(id);
      const next = record && change(record, parseSaved(record));
      if (!next) return [];
      await articles.put(next);
      return [id];
    }));
    return done(changed.flat());
  });
  if (!answer.ok) return answer;
  if (answer.value.length > 0) announce({ kind, ids: answer.value });
  return done(answer.value.length);
}
