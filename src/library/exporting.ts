/** Everything there is, article by article, however many there are. */
import type { Article } from '../article/article.ts';
import type { Highlight } from '../article/highlight.ts';
import { parseAll, parsePicture, parseShare, parseVersion, type Picture, type Share, type Version } from './beside.ts';
import { done, read, type LibraryAnswer, type LibraryReason } from './database.ts';
import { inOrder } from './highlights.ts';
import { parseSaved, type SavedArticle } from './saved-article.ts';
import { wholeArticle } from './saving.ts';

/** An entry of the library with all that belongs to it. Blobs are handles: their bytes stay on the disk. */
export interface WholeEntry {
  readonly saved: SavedArticle;
  /** Absent for a link. */
  readonly article?: Article;
  readonly highlights: readonly Highlight[];
  readonly shares: readonly Share[];
  readonly versions: readonly Version[];
  readonly pictures: readonly Picture[];
}

export type EntryAnswer = { readonly ok: true; readonly value: WholeEntry } | { readonly ok: false; readonly id: number; readonly reason: LibraryReason };

/** Entries read at a time: bodies of up to some megabytes each stay in memory together. */
const BATCH = 8;

/**
 * All entries, or those of these ids, one after another; memory does not grow with their number. Each batch is read as it
 * is at that moment, so what is saved meanwhile may or may not be among them. One that can't be read is answered with its
 * reason, and the others follow; when the library itself can't be read, that is the last answer (with id 0).
 * @param removedToo those that were removed and can be put back, too
 */
export async function* eachArticle({ ids, removedToo = false }: { readonly ids?: readonly number[]; readonly removedToo?: boolean } = {}): AsyncGenerator<EntryAnswer, void, undefined> {
  let after = 0;
  for (let from = 0; ; from += BATCH) {
    const batch = await readBatch(ids ? ids.slice(from, from + BATCH) : after, removedToo);
    if (!batch.ok) return yield { ...batch, id: 0 };
    yield* batch.value.answers;
    if (ids ? from + BATCH >= ids.length : batch.value.last === undefined) return;
    after = batch.value.last ?? after;
  }
}

function readBatch(from: readonly number[] | number, removedToo: boolean): Promise<LibraryAnswer<{ readonly answers: readonly EntryAnswer[]; readonly last: number | undefined }>> {
  return read(['articles', 'texts', 'bodies', 'highlights', 'shares', 'versions', 'pictures'], async (tx) => {
    const articles = tx.objectStore('articles');
    const found = typeof from === 'number' ? await articles.getAll(IDBKeyRange.lowerBound(from, true), BATCH) : await Promise.all(from.map((id) => articles.get(id)));
    const records = found.filter((record) => record !== undefined);
    const answers = await Promise.all(records.map(async (record): Promise<readonly EntryAnswer[]> => {
      const { id } = record;
      const saved = parseSaved(record);
      if (!saved) return [{ ok: false, id, reason: 'damaged' }];
      if (saved.removedAt !== undefined && !removedToo) return [];
      const all = IDBKeyRange.bound([id], [id, []]);
      const [text, body, highlights, shares, versions, pictures] = await Promise.all([
        tx.objectStore('texts').get(id), tx.objectStore('bodies').get(id), tx.objectStore('highlights').index('articleId').getAll(id),
        tx.objectStore('shares').index('id').getAll(id), tx.objectStore('versions').getAll(all), tx.objectStore('pictures').getAll(all),
      ]);
      const article = body && text ? wholeArticle(saved, body, text.text) : undefined;
      if (saved.hasBody && !article) return [{ ok: false, id, reason: 'damaged' }];
      return [{ ok: true, value: {
        saved, ...(saved.hasBody && article ? { article } : {}), highlights: inOrder(highlights), shares: parseAll(shares, parseShare),
        versions: parseAll(versions, parseVersion), pictures: parseAll(pictures, parsePicture),
      } }];
    }));
    return done({ answers: answers.flat(), last: records.length < BATCH ? undefined : records.at(-1)?.id });
  });
}
