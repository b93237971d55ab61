/** Links that came without their text: wanted, given their text later, or given up with the reason. */
import type { IDBPTransaction } from 'idb';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/article.ts';
import { libraryKey } from '../url/library-key.ts';
import { eachRow } from './changing.ts';
import { announce } from './changes.ts';
import { done, read, write, type LibraryAnswer } from './database.ts';
import { idsIn } from './lists.ts';
import { alsoAt, ownFields, parseSaved, rowFields, SAVED_LIMITS, toRecord, withQuote, type FetchState, type FetchTrouble, type SavedArticle } from './saved-article.ts';
import { recordAt, writeBody } from './saving.ts';
import type { LibrarySchema } from './schema.ts';

/** Rows marked in one transaction. */
const BATCH = 500;

/**
 * Marks the links whose text nobody has asked for yet as wanted. @param again those that were given up, too
 * @returns how many links are wanted now
 */
export async function wantTexts(now: number, again = false): Promise<LibraryAnswer<number>> {
  const lists = await read(['articles'], async (tx) => done(await Promise.all([idsIn(tx, 'link', [], 'newest'), idsIn(tx, 'wanted', [], 'newest')])));
  if (!lists.ok) return lists;
  const [links, wanted] = lists.value;
  const marked = new Set(wanted);
  const open = links.filter((id) => !marked.has(id));
  let count = wanted.length;
  for (let from = 0; from < open.length; from += BATCH) {
    const batch = await write(['articles'], async (tx) => done(await eachRow(tx.objectStore('articles'), open.slice(from, from + BATCH), (saved) => {
      if (saved.hasBody || (saved.fetch !== undefined && !again)) return undefined;
      const { fetchTrouble: _, ...rest } = saved;
      return { ...rest, fetch: 'wanted', updatedAt: now };
    })));
    if (!batch.ok) return batch;
    count += batch.value.length;
    if (batch.value.length > 0) announce({ kind: 'changed', ids: batch.value.map(({ id }) => id) });
  }
  return done(count);
}

const FILL_STORES = ['articles', 'texts', 'bodies', 'highlights', 'shares', 'tombstones', 'indexTodo'] as
  ('articles' | 'texts' | 'bodies' | 'highlights' | 'shares' | 'tombstones' | 'indexTodo')[];
type FillTransaction = IDBPTransaction<LibrarySchema, typeof FILL_STORES, 'readwrite'>;

/**
 * Gives a link its text. Its address stays the one it is known by, wherever the site led on to, so that the list it came
 * from brings nothing twice; so do the person's marks. Where the page turns out to be an article that is here under another
 * address, the link becomes one with it. A link that has a text by now, or is gone, is left alone.
 * @returns whether it was filled, or became one with another
 */
export async function fillLink(id: number, given: Article, now: number): Promise<LibraryAnswer<boolean>> {
  let into: number | undefined;
  const answer = await write(FILL_STORES, async (tx) => {
    const record = await tx.objectStore('articles').get(id);
    const saved = parseSaved(record);
    if (!record || !saved || saved.hasBody || saved.removedAt !== undefined) return done(false);
    const article = parseArticle({ ...given, url: saved.url });
    if (!article) return done(false);
    const twin = await twinOf(tx, saved, given);
    into = twin?.id;
    if (twin) return done(await unite(tx, saved, twin, now));
    const { fetch: _, fetchTrouble: __, ...own } = ownFields(saved);
    await tx.objectStore('articles').put(toRecord(alsoAt({ ...own, ...rowFields(article), hasBody: true, textAt: now, updatedAt: now }, given.url), record.key));
    await writeBody(tx, id, article);
    await tx.objectStore('indexTodo').put({ id });
    return done(true);
  });
  if (answer.ok && answer.value) {
    announce({ kind: 'saved', ids: [into ?? id] });
    if (into !== undefined) announce({ kind: 'purged', ids: [id] });
  }
  return answer;
}

/** The article that a link's page turned out to be, where it is on the shelf as an entry of its own. */
async function twinOf(tx: FillTransaction, link: SavedArticle, { url, title }: Article): Promise<SavedArticle | undefined> {
  const key = libraryKey(url);
  const twin = key === undefined ? undefined : parseSaved(await recordAt(tx.objectStore('articles'), key));
  // A site that leads every address to its front page must not make all its links one.
  return twin && twin.id !== link.id && twin.hasBody && twin.removedAt === undefined && twin.title === title ? twin : undefined;
}

/** Makes one entry of a link and the article it leads to: what the person made of either stays, and so do both addresses. */
async function unite(tx: FillTransaction, link: SavedArticle, twin: SavedArticle, now: number): Promise<true> {
  const notes = [...new Set([twin.note, link.note].filter((note) => note !== undefined))].join('\n\n').slice(0, SAVED_LIMITS.note);
  const { note: _, finishedAt = link.finishedAt, ...row } = twin;
  await tx.objectStore('articles').put(toRecord(alsoAt({
    ...row, favourite: twin.favourite || link.favourite, tags: [...new Set([...twin.tags, ...link.tags])].slice(0, SAVED_LIMITS.tags),
    quotes: link.quotes.reduce<readonly string[]>(withQuote, twin.quotes), ...(notes ? { note: notes } : {}), ...(finishedAt === undefined ? {} : { finishedAt }), updatedAt: now,
  }, ...(link.otherUrls ?? []), link.url), libraryKey(twin.url) ?? ''));
  for (const mark of await tx.objectStore('highlights').index('articleId').getAll(link.id)) await tx.objectStore('highlights').put({ ...mark, articleId: twin.id });
  for (const share of await tx.objectStore('shares').index('id').getAll(link.id)) await tx.objectStore('shares').put({ ...share, id: twin.id });
  // Whatever was put beside the link under its number; the index lets it go when it is tended.
  await Promise.all([tx.objectStore('articles').delete(link.id), tx.objectStore('texts').delete(link.id), tx.objectStore('bodies').delete(link.id)]);
  await tx.objectStore('tombstones').put({ uid: link.uid, removedAt: now });
  for (const each of [link.id, twin.id]) await tx.objectStore('indexTodo').put({ id: each });
  return true;
}

/** Notes what came of asking for a link's text. @param state `wanted`: it is asked for again; else it is given up */
export async function noteTrouble(id: number, trouble: FetchTrouble, state: FetchState, now: number): Promise<LibraryAnswer<undefined>> {
  const answer = await write(['articles'], async (tx) => done(await eachRow(tx.objectStore('articles'), [id], (saved): SavedArticle | undefined =>
    (saved.hasBody ? undefined : { ...saved, fetch: state, fetchTrouble: trouble, updatedAt: now }))));
  if (!answer.ok) return answer;
  announce({ kind: 'changed', ids: [id] });
  return done(undefined);
}
