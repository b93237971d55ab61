/** Articles and links on their way in, and back out again whole. */
import type { IDBPTransaction } from 'idb';
import { ARTICLE_LIMITS, parseArticle, type Article } from '../article/article.ts';
import { libraryKey } from '../url/library-key.ts';
import { announce } from './changes.ts';
import { atOnce, done, read, refused, write, type LibraryAnswer } from './database.ts';
import { alsoAt, bodyFields, ownFields, parseSaved, rowFields, toRecord, withQuote, type ArticleRecord, type SavedArticle } from './saved-article.ts';
import { addDocument, foundBy } from './search/writing.ts';
import { fieldsOf } from './search-fields.ts';
import type { BodyRecord, LibrarySchema, VersionRecord } from './schema.ts';

/** Where it stands, and whether it stood there before. */
export interface Saved {
  readonly id: number;
  readonly existed: boolean;
}

/** The stores a save touches. */
export const SAVE_STORES = ['articles', 'texts', 'bodies', 'drafts', 'versions', 'indexPending', 'indexTodo'] as
  ('articles' | 'texts' | 'bodies' | 'drafts' | 'versions' | 'indexPending' | 'indexTodo')[];
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

/** Earlier texts kept of one article. */
const VERSIONS = 20;

/** The save itself, inside a transaction over `SAVE_STORES`. An earlier text that was another one is kept as a version. */
export async function putArticle(tx: SaveTransaction, given: Article, now: number, quote?: string): Promise<LibraryAnswer<Saved>> {
  const article = parseArticle(given);
  const key = article && libraryKey(article.url);
  if (!article || key === undefined) return refused('damaged');
  const asked = storedFor(tx.objectStore('articles'), key, article);
  // Worked out while the disk looks; hardly ever for nothing.
  const found = foundBy(fieldsOf({ ...article, quotes: withQuote([], quote) }, article.text));
  const stored = await asked;
  const changed = await keepVersion(tx, parseSaved(stored), article.text);
  const { saved, writeRow } = await putRow(tx, key, stored, rowFields(article), { hasBody: true, quote, now, changed });
  await atOnce(
    writeRow, () => writeBody(tx, saved.id, article),
    // What is new goes straight in; what may be in the index already is looked at again when there is time.
    () => (stored === undefined ? addDocument(tx, saved.id, found) : tx.objectStore('indexTodo').put({ id: saved.id })),
  );
  return done(saved);
}

interface Articles {
  index(name: 'key'): { get(key: string): Promise<ArticleRecord | undefined> };
  index(name: 'also'): { get(key: string): Promise<ArticleRecord | undefined> };
}

/** The entry of an address: the one that has it for its own, else one that it leads to as well. */
export async function recordAt(articles: Articles, key: string): Promise<ArticleRecord | undefined> {
  const [own, other] = await Promise.all([articles.index('key').get(key), articles.index('also').get(key)]);
  return own ?? other;
}

/**
 * The entry that an article is a copy of. Two addresses alone are no proof: a page of the latest story leads to another one
 * each day. So an entry that is only reached by another address has to be a link still without text, or to have the same title.
 */
async function storedFor(articles: Articles, key: string, { title, sourceUrl }: Article): Promise<ArticleRecord | undefined> {
  const visited = libraryKey(sourceUrl) ?? key;
  const [own, other, link] = await Promise.all([articles.index('key').get(key), articles.index('also').get(key), visited === key ? undefined : articles.index('key').get(visited)]);
  return own ?? [other, link].find((record) => record !== undefined && record.removedAt === undefined && (!record.hasBody || record.title === title));
}

/** Writes what of an article stands outside its row. */
export async function writeBody(tx: BodyTransaction, id: number, article: Article): Promise<void> {
  const body: BodyRecord = { id, ...bodyFields(article) };
  await atOnce(() => tx.objectStore('bodies').put(body), () => tx.objectStore('texts').put({ id, text: article.text }));
}

interface BodyTransaction {
  objectStore(name: 'bodies'): { put(body: BodyRecord): Promise<unknown> };
  objectStore(name: 'texts'): { put(text: LibrarySchema['texts']['value']): Promise<unknown> };
}

/** Lays the text that is there aside when the new one is another. @returns whether it is. */
async function keepVersion(tx: SaveTransaction, before: SavedArticle | undefined, text: string): Promise<boolean> {
  if (!before?.hasBody) return false;
  const old = await tx.objectStore('texts').get(before.id);
  return typeof old?.text === 'string' && old.text !== text && layAside(tx, before);
}

interface VersionTransaction {
  objectStore(name: 'texts'): { get(id: number): Promise<LibrarySchema['texts']['value'] | undefined> };
  objectStore(name: 'bodies'): { get(id: number): Promise<BodyRecord | undefined> };
  objectStore(name: 'versions'): { put(version: VersionRecord): Promise<unknown>; getAllKeys(all: IDBKeyRange): Promise<IDBValidKey[]>; delete(key: never): Promise<unknown> };
}

/** Keeps the text an article has among its earlier ones, of which the oldest go when there are too many. @returns false when there is none */
export async function layAside(tx: VersionTransaction, { id, title, textAt, savedAt }: SavedArticle): Promise<boolean> {
  const [old, body] = await Promise.all([tx.objectStore('texts').get(id), tx.objectStore('bodies').get(id)]);
  if (typeof old?.text !== 'string' || typeof body?.html !== 'string') return false;
  const versions = tx.objectStore('versions');
  await versions.put({ id, at: textAt ?? savedAt, title, html: body.html, text: old.text });
  const all = await versions.getAllKeys(IDBKeyRange.bound([id], [id, []]));
  await Promise.all(all.slice(0, -VERSIONS).map((key) => versions.delete(key as never)));
  return true;
}

/** The saving of a link, inside a transaction over `SAVE_STORES`. */
export async function putLink(tx: SaveTransaction, page: { readonly url: string; readonly title: string }, now: number, quote?: string): Promise<LibraryAnswer<Saved>> {
  const title = page.title.replace(/\s+/g, ' ').trim().slice(0, ARTICLE_LIMITS.title);
  const article = parseArticle({ url: page.url, title: title || page.url, html: '', text: '' });
  const key = article && libraryKey(article.url);
  if (!article || key === undefined) return refused('damaged');
  const stored = await recordAt(tx.objectStore('articles'), key);
  const { saved, writeRow } = await putRow(tx, key, stored, rowFields(article), { hasBody: false, quote, now, changed: false });
  await atOnce(writeRow, () => tx.objectStore('indexTodo').put({ id: saved.id }));
  return done(saved);
}

interface RowChange {
  readonly hasBody: boolean;
  readonly quote: string | undefined;
  readonly now: number;
  /** The text is another than before. */
  readonly changed: boolean;
}

/** Gives a row its number. @returns it, and what writes the row */
async function putRow(
  tx: SaveTransaction, key: string, stored: ArticleRecord | undefined, fields: ReturnType<typeof rowFields>, { hasBody, quote, now, changed }: RowChange,
): Promise<{ readonly saved: Saved; readonly writeRow: () => Promise<unknown> }> {
  const before = parseSaved(stored);
  const had = before?.hasBody === true;
  // What the person made of it stays, also when it comes back from the removed ones; a damaged row is written anew.
  const { removedAt, fetch, fetchTrouble, ...kept } = before ? ownFields(before)
    : { uid: crypto.randomUUID(), savedAt: now, readState: 'unread' as const, favourite: false, tags: [], quotes: [], removedAt: undefined, fetch: undefined, fetchTrouble: undefined };
  // A link never takes the place of an article that is there.
  const shown = !hasBody && before?.hasBody ? rowFields(before) : fields;
  const row = {
    ...kept,
    // The address it is known by stays, so that a list it came from brings nothing twice; the others lead to it.
    ...(before ? alsoAt({ ...kept, ...shown, ...(stored?.key === key ? {} : { url: before.url }) }, before.sourceUrl, shown.url) : shown),
    ...(removedAt === undefined ? {} : { savedAt: now, readState: 'unread' as const }),
    updatedAt: now, hasBody: hasBody || had, quotes: withQuote(kept.quotes, quote),
    ...(hasBody && (changed || !had) ? { textAt: now } : {}), ...(changed ? { changedAt: now } : {}),
    ...(!hasBody && fetch ? { fetch, ...(fetchTrouble && { fetchTrouble }) } : {}),
  };
  const articles = tx.objectStore('articles');
  // IndexedDB gives a new one its number; its lists, which end in that number, follow in the same transaction.
  const id = stored?.id ?? await articles.add({ ...row, key, lists: [] } as never);
  return { saved: { id, existed: stored !== undefined && before?.removedAt === undefined }, writeRow: () => articles.put(toRecord({ ...row, id }, stored?.key ?? key)) };
}

/** The live entry of an address, however it is written; undefined when there is none, or the library can't be asked. */
export async function findByUrl(url: string): Promise<SavedArticle | undefined> {
  const key = libraryKey(url);
  if (key === undefined) return undefined;
  const answer = await read(['articles'], async (tx) => done(parseSaved(await recordAt(tx.objectStore('articles'), key))));
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
    const article = body && text ? wholeArticle(saved, body, text.text) : undefined;
    return article ? done({ saved, article }) : refused('damaged');
  });
}

/** An article from where its parts are kept, every field checked; undefined when it is damaged. */
export function wholeArticle(saved: SavedArticle, body: BodyRecord, text: unknown): Article | undefined {
  return parseArticle({ ...body, ...rowFields(saved), text });
}
