/** Finding saved articles by their words: a scan of rows and texts, batch by batch. */
import { done, read, type LibraryAnswer } from './database.ts';
import { parseSaved, type SavedArticle } from './saved-article.ts';
import { findWords, snippet, searchWords, type MarkedText } from './matching.ts';

/** Rows read in one transaction: large enough to be quick, small enough to let the page breathe. */
const BATCH = 200;

/**
 * All articles on the shelf that hold every word of the query, in title, names, publication or text, newest first.
 * Case and marks don't matter; words may be cut short at the end ("lamp" finds "lamplighter").
 * @param signal stops the scan; what was found so far is answered
 */
export async function searchSaved(query: string, signal?: AbortSignal): Promise<LibraryAnswer<readonly SavedArticle[]>> {
  const words = searchWords(query);
  if (words.length === 0) return done([]);
  const hits: SavedArticle[] = [];
  let after = signal?.aborted ? undefined : 0;
  while (after !== undefined) {
    const batch = await readBatch(after);
    if (!batch.ok) return batch;
    const { records, texts } = batch.value;
    for (const record of records) {
      const saved = parseSaved(record);
      if (!saved || saved.removedAt !== undefined) continue;
      if (matches(saved, texts.get(saved.id) ?? '', words)) hits.push(saved);
    }
    after = records.length < BATCH || signal?.aborted ? undefined : records.at(-1)?.id;
  }
  return done(hits.toSorted((a, b) => b.savedAt - a.savedAt || a.id - b.id));
}

/**
 * For each of these articles the stretch of its text around the words of a query; none for those where the words stand
 * only in title, names or publication.
 */
export function snippetsFor(ids: readonly number[], query: string): Promise<LibraryAnswer<ReadonlyMap<number, MarkedText>>> {
  const words = searchWords(query);
  return read(['texts'], async (tx) => {
    const records = await Promise.all(ids.map((id) => tx.objectStore('texts').get(id)));
    return done(new Map(records.flatMap((record) => {
      const around = typeof record?.text === 'string' ? snippet(record.text, words) : undefined;
      return record && around ? [[record.id, around] as const] : [];
    })));
  });
}

function readBatch(after: number) {
  return read(['articles', 'texts'], async (tx) => {
    const records = await tx.objectStore('articles').getAll(IDBKeyRange.lowerBound(after, true), BATCH);
    const end = records.at(-1)?.id;
    const texts = end === undefined ? [] : await tx.objectStore('texts').getAll(IDBKeyRange.bound(after, end, true));
    return done({ records, texts: new Map(texts.map(({ id, text }) => [id, typeof text === 'string' ? text : ''])) });
  });
}

function matches(saved: SavedArticle, text: string, words: readonly string[]): boolean {
  const heading = [saved.title, saved.publication, saved.siteName, ...saved.authors].filter((part) => part !== undefined).join('\n');
  const inHeading = findWords(heading, words);
  const rest = words.filter((word) => !inHeading.has(word));
  return rest.length === 0 || findWords(text, rest).size === rest.length;
}
