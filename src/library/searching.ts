/** Finding saved articles by their words: a scan of rows and texts, batch by batch. */
import { done, read, type LibraryAnswer } from './database.ts';
import { parseSaved, type SavedArticle } from './saved-article.ts';
import { findWords, snippet, searchWords, type MarkedText } from './matching.ts';

export interface SearchHit {
  readonly saved: SavedArticle;
  /** A stretch of the text around the words found there; absent when they stand only in title, names or publication. */
  readonly snippet?: MarkedText;
}

/** Rows read in one transaction: large enough to be quick, small enough to let the page breathe. */
const BATCH = 200;

/**
 * All articles on the shelf that hold every word of the query, in title, names, publication or text, newest first.
 * Case and marks don't matter; words may be cut short at the end ("lamp" finds "lamplighter").
 * @param signal stops the scan; what was found so far is answered
 */
export async function searchSaved(query: string, signal?: AbortSignal): Promise<LibraryAnswer<readonly SearchHit[]>> {
  const words = searchWords(query);
  if (words.length === 0) return done([]);
  const hits: SearchHit[] = [];
  let after = signal?.aborted ? undefined : 0;
  while (after !== undefined) {
    const batch = await readBatch(after);
    if (!batch.ok) return batch;
    const { records, texts } = batch.value;
    for (const record of records) {
      const saved = parseSaved(record);
      if (!saved || saved.removedAt !== undefined) continue;
      const hit = matchArticle(saved, texts.get(saved.id) ?? '', words);
      if (hit) hits.push(hit);
    }
    after = records.length < BATCH || signal?.aborted ? undefined : records.at(-1)?.id;
  }
  return done(hits.toSorted((a, b) => b.saved.savedAt - a.saved.savedAt || a.saved.id - b.saved.id));
}

function readBatch(after: number) {
  return read(['articles', 'texts'], async (tx) => {
    const records = await tx.objectStore('articles').getAll(IDBKeyRange.lowerBound(after, true), BATCH);
    const end = records.at(-1)?.id;
    const texts = end === undefined ? [] : await tx.objectStore('texts').getAll(IDBKeyRange.bound(after, end, true));
    return done({ records, texts: new Map(texts.map(({ id, text }) => [id, typeof text === 'string' ? text : ''])) });
  });
}

function matchArticle(saved: SavedArticle, text: string, words: readonly string[]): SearchHit | undefined {
  const heading = [saved.title, saved.publication, saved.siteName, ...saved.authors].filter((part) => part !== undefined).join('\n');
  const inHeading = findWords(heading, words);
  const inText = findWords(text, words);
  if (!words.every((word) => inHeading.has(word) || inText.has(word))) return undefined;
  const around = inText.size > 0 ? snippet(text, words) : undefined;
  return around ? { saved, snippet: around } : { saved };
}
