/** Articles and links on their way in, and back out again whole. */
import type { IDBPTransaction } from 'idb';
import { ARTICLE_LIMITS, parseArticle, type Article } from '../article/article.ts';
import { libraryKey } from '../url/library-key.ts';
import { announce } from './changes.ts';
import { done, read, refused, write, type LibraryAnswer } from './database.ts';
import { parseSaved, rowFields, toRecord, withQuote, type SavedArticle } from './saved-article.ts';
import type { BodyRecord, LibrarySchema } from './schema.ts';

/** Where it stands, and whether it stood there before. */
export interface Saved {
  readonly id: number;
  readonly existed: boolean;
}

/** The stores a save touches. */
export const SAVE_STORES = ['articles', 'texts', 'bodies', 'drafts'] as ('articles' | 'texts' | 'bodies' | 'drafts')[];
export type SaveTransaction = IDBPTransaction<LibrarySchema, typeof SAVE_STORES, 'readwrite'>;

/**
 * Puts an article into the library, or brings the entry of the same address up to date: there are never two. Its place,
 * reading state and favourite mark stay; one that had been removed comes back as new. `quote` is added once.
 * @param now milliseconds since the epoch
 */
export function saveArticle(article: Article, now: number, extra: { readonly quote?: string } = {}): Promise<LibraryAnswer<Saved>> {
  return announced(write(SAVE_STORES, (tx) => putArticle(tx, article, now, extra.quote)));
}

/** Keeps an address and a title. A body that is there already stays. */
export function saveLink(page: { readonly url: string; readonly title: string }, now: number): Promise<LibraryAnswer<Saved>> {
  return announced(write(SAVE_STORES, (tx) => putLink(tx, page, now)));
}

/** Lets all pages know of a save that succeeded. */
export async function announced(saving: Promise<LibraryAnswer<Saved>>): Promise<LibraryAnswer<Saved>> {
  const answer = await saving;
  if (answer.ok) announce({ kind: 'saved', ids: [answer.value.id] });
  return answer;
}

/** The save itself, inside a transaction over `SAVE_STORES`. */
export async function putArticle(tx: SaveTransaction, given: Article, now: number, quote?: string): Promise<LibraryAnswer<Saved>> {
  const article = parseArticle(given);
  const key = article && libraryKey(article.url);
  if (!article || key === undefined) return refused('damaged');
  const saved = await putRow(tx, key, rowFields(article), { hasBody: true, quote, now });
  const { html, feeds, kept, provenance, modified, printVersion } = article;
  const body: BodyRecord = {
    id: saved.id, html, feeds, kept, provenance,
    ...(modified === undefined ? {} : { modified }), ...(printVersion === undefined ? {} : { printVersion }),
  };
  await tx.objectStore('bodies').put(body);
  await tx.objectStore('texts').put({ id: saved.id, text: article.text });
  return done(saved);
}

/** The saving of a link, inside a transaction over `SAVE_STORES`. */
export async function putLink(tx: SaveTransaction, page: { readonly url: string; readonly title: string }, now: number, quote?: string): Promise<LibraryAnswer<Saved>> {
  const title = page.title.replace(/\s+/g, ' ').trim().slice(0, ARTICLE_LIMITS.title);
  const article = parseArticle({ url: page.url, title: title || page.url, html: '', text: '' });
  const key = article && libraryKey(article.url);
  if (!article || key === undefined) return refused('damaged');
  return done(await putRow(tx, key, rowFields(article), { hasBody: false, quote, now }));
}

async function putRow(
  tx: SaveTransaction, key: string, fields: ReturnType<typeof rowFields>,
  { hasBody, quote, now }: { readonly hasBody: boolean; readonly quote: string | undefined; readonly now: number },
): Promise<Saved> {
  const articles = tx.objectStore('articles');
  const stored = await articles.index('key').get(key);
  const before = parseSaved(stored);
  const fresh = { uid: crypto.randomUUID(), savedAt: now, readState: 'unread', favourite: false, tags: [], quotes: [] } as const;
  // A damaged row under this key is written anew under its old id.
  const kept = before && before.removedAt === undefined ? before
    : { ...fresh, ...(before && { uid: before.uid, favourite: before.favourite, tags: before.tags, quotes: before.quotes }) };
  // A link never takes the place of an article that is there.
  const shown = !hasBody && before?.hasBody === true ? rowFields(rowAsArticle(before)) : fields;
  const row = {
    ...shown, uid: kept.uid, savedAt: kept.savedAt, updatedAt: now, readState: kept.readState, favourite: kept.favourite, tags: kept.tags,
    hasBody: hasBody || before?.hasBody === true, quotes: withQuote(kept.quotes, quote),
  };
  // IndexedDB gives a new row its number; its lists, which end in that number, follow in the same transaction.
  const id = stored?.id ?? await articles.add({ ...row, key, lists: [] } as never);
  await articles.put(toRecord({ ...row, id }, key));
  return { id, existed: stored !== undefined && before?.removedAt === undefined };
}

/** The live entry of an address, however it is written; undefined when there is none, or the library can't be asked. */
export async function findByUrl(url: string): Promise<SavedArticle | undefined> {
  const key = libraryKey(url);
  if (key === undefined) return undefined;
  const answer = await read(['articles'], async (tx) => done(parseSaved(await tx.objectStore('articles').index('key').get(key))));
  return answer.ok && answer.value?.removedAt === undefined ? answer.value : undefined;
}

/**
 * An entry with its article, which is absent when only the address was kept. One that was removed but not yet purged is
 * answered too, so that a tab where it is open survives a reload. The HTML was clean when it was saved; whoever shows it
 * sanitises it again.
 */
export function getArticle(id: number): Promise<LibraryAnswer<{ readonly saved: SavedArticle; readonly article?: Article }>> {
  return read(['articles', 'texts', 'bodies'], async (tx) => {
    const record = await tx.objectStore('articles').get(id);
    if (!record) return refused('gone');
    const saved = parseSaved(record);
    if (!saved) return refused('damaged');
    if (!saved.hasBody) return done({ saved });
    const [text, body] = await Promise.all([tx.objectStore('texts').get(id), tx.objectStore('bodies').get(id)]);
    const article = body && text ? parseArticle({ ...body, ...rowFields(rowAsArticle(saved)), text: text.text }) : undefined;
    return article ? done({ saved, article }) : refused('damaged');
  });
}

/** A row with the parts only a body has left empty. */
function rowAsArticle(saved: SavedArticle): Article {
  return { ...saved, html: '', text: '', feeds: [], kept: { paragraphs: 0, pictures: 0, embeds: 0, tables: 0 }, provenance: {} };
}
