/** The library's articles and their index: what changed is taken in anew, batch by batch. */
import { parseHighlight } from '../article/highlight.ts';
import { done, write, type LibraryAnswer } from './database.ts';
import { parseSaved, toRecord } from './saved-article.ts';
import { fieldsOf } from './search-fields.ts';
import { clearIndex, maintainIndex } from './search/maintaining.ts';
import { SEARCH_STORES } from './search/stores.ts';
import { changeDocument, dropDocument } from './search/writing.ts';

/** Articles taken in at a time: others who write wait no longer than for these. */
const BATCH = 64;
const MANY = 8 * BATCH;

const STORES = ['articles', 'texts', 'highlights', ...SEARCH_STORES] as ('articles' | 'texts' | 'highlights' | typeof SEARCH_STORES[number])[];

/**
 * Brings the index up to date: takes in what changed, and keeps it in shape. Does little when there is little to do, and
 * can be left off at any moment. @param onProgress how many articles are still to be taken in
 */
export async function tendIndex(onProgress?: (left: number) => void): Promise<LibraryAnswer<undefined>> {
  let taken = 0;
  for (;;) {
    const left = await takeIn();
    if (!left.ok) return left;
    onProgress?.(left.value);
    taken += BATCH;
    // When there is much, large segments are made at once instead of many small ones that are to be merged.
    if (left.value > 0 && taken % MANY !== 0) continue;
    const kept = await maintainIndex();
    if (!kept.ok) return kept;
    if (left.value === 0) return done(undefined);
  }
}

/** Takes in the next batch. @returns how many are left after it. */
export function takeIn(): Promise<LibraryAnswer<number>> {
  return write(STORES, async (tx) => {
    const todo = tx.objectStore('indexTodo');
    const ids = await todo.getAllKeys(null, BATCH);
    await Promise.all(ids.map(async (id) => {
      const [record, text, highlights] = await Promise.all([
        tx.objectStore('articles').get(id), tx.objectStore('texts').get(id), tx.objectStore('highlights').index('articleId').getAll(id),
      ]);
      const saved = parseSaved(record);
      const notes = highlights.map((each) => parseHighlight(each)?.note ?? '');
      // A row of before there were so many lists.
      if (record && saved && saved.removedAt === undefined && !record.lists.some(([list]) => list === 'date:*')) await tx.objectStore('articles').put(toRecord(saved, record.key));
      if (saved) await changeDocument(tx, id, fieldsOf(saved, typeof text?.text === 'string' ? text.text : '', notes));
      else await dropDocument(tx, id);
      await todo.delete(id);
    }));
    return done(await todo.count());
  });
}

/** Makes the whole index anew: for one that is damaged. */
export async function rebuildIndex(onProgress?: (left: number) => void): Promise<LibraryAnswer<undefined>> {
  const cleared = await clearIndex((empty) => write(STORES, async (tx) => {
    await empty(tx as never);
    for (const id of await tx.objectStore('articles').getAllKeys()) await tx.objectStore('indexTodo').put({ id });
    return done(undefined);
  }));
  return cleared.ok ? tendIndex(onProgress) : cleared;
}
