/** Lists and their counts, from one multi-entry index of `[list, place, id]`. */
import type { IDBPTransaction } from 'idb';
import { done, read, type LibraryAnswer } from './database.ts';
import { isOrdered, parseSaved, type ArticleRecord, type Facet, type ListFilter, type ListKey, type SavedArticle } from './saved-article.ts';
import type { LibrarySchema } from './schema.ts';

/** By the list's own time (of saving; of removal; of finishing), by title without case and marks, by the date shown, by words. */
export type ListOrder = 'newest' | 'oldest' | 'title' | 'published' | 'publishedFirst' | 'shortest' | 'longest';

/** Where a page of a list ended. */
export type ListCursor = ListKey;

export interface Rows {
  readonly items: readonly SavedArticle[];
  /** Ids of entries in this stretch that can't be read. */
  readonly damaged: readonly number[];
}

export interface ListPage extends Rows {
  /** Absent at the end of the list. */
  readonly next?: ListCursor;
}

export interface ListWish {
  /** One list, or several: the articles that stand in all of them. */
  readonly filter: ListFilter | readonly ListFilter[];
  readonly order?: ListOrder;
}

const PREFIX: Readonly<Record<ListOrder, string>> = {
  newest: '', oldest: '', title: 'title:', published: 'date:', publishedFirst: 'date:', shortest: 'length:', longest: 'length:',
};
const BACKWARDS: ReadonlySet<ListOrder> = new Set(['oldest', 'publishedFirst', 'longest']);

type Reading = IDBPTransaction<LibrarySchema, 'articles'[], 'readonly'>;

/** Some articles of a list, from the start or after a cursor. */
export function listSaved({ filter, limit, after, order = 'newest' }: ListWish & {
  readonly limit: number; readonly after?: ListCursor | undefined;
}): Promise<LibraryAnswer<ListPage>> {
  return read(['articles'], async (tx) => {
    const { list, others } = plan(filter, order);
    const records = others.length === 0 ? await stretch(tx, list, order, limit + 1, after) : await sifted(tx, list, others, order, limit + 1, after);
    const shown = records.slice(0, limit);
    const last = shown.at(-1)?.lists.find(([name]) => name === list);
    return done({ ...parted(shown), ...(records.length > limit && last ? { next: last } : {}) });
  });
}

/** The ids of a whole list in its order: for a page that shows any stretch of it. */
export function listIds({ filter, order = 'newest' }: ListWish): Promise<LibraryAnswer<readonly number[]>> {
  return read(['articles'], async (tx) => {
    const { list, others } = plan(filter, order);
    return done(await idsIn(tx, list, others, order));
  });
}

/** The rows of these articles, in this order. Those that are gone are left out. */
export function rowsOf(ids: readonly number[]): Promise<LibraryAnswer<Rows>> {
  return read(['articles'], async (tx) => {
    const records = await Promise.all(ids.map((id) => tx.objectStore('articles').get(id)));
    return done(parted(records.filter((record) => record !== undefined)));
  });
}

/** Which list to walk, and which others its articles must stand in. */
export function plan(filter: ListWish['filter'], order: ListOrder): { readonly list: string; readonly others: readonly ListFilter[] } {
  const filters = typeof filter === 'string' ? [filter] : filter;
  const [first = '*'] = filters;
  if (PREFIX[order] === '') return { list: first, others: filters.slice(1) };
  // By title, date and length only some lists are kept; the others are picked out of the whole shelf.
  const kept = filters.find(isOrdered) ?? '*';
  return { list: PREFIX[order] + kept, others: filters.filter((each) => each !== kept) };
}

async function stretch(tx: Reading, list: string, order: ListOrder, limit: number, after: ListCursor | undefined): Promise<readonly ArticleRecord[]> {
  const index = tx.objectStore('articles').index('lists');
  const backwards = BACKWARDS.has(order);
  const range = rangeOf(list, after, backwards);
  if (!backwards) return index.getAll(range, limit);
  const records: ArticleRecord[] = [];
  for (let cursor = await index.openCursor(range, 'prev'); cursor; cursor = records.length < limit ? await cursor.continue() : null) records.push(cursor.value);
  return records;
}

async function sifted(
  tx: Reading, list: string, others: readonly ListFilter[], order: ListOrder, limit: number, after: ListCursor | undefined,
): Promise<readonly ArticleRecord[]> {
  const ids = await idsIn(tx, list, others, order, after);
  const records = await Promise.all(ids.slice(0, limit).map((id) => tx.objectStore('articles').get(id)));
  return records.filter((record) => record !== undefined);
}

/** The ids of a list in its order, of those only that stand in the others too. */
export async function idsIn(tx: Reading, list: string, others: readonly ListFilter[], order: ListOrder, after?: ListCursor): Promise<readonly number[]> {
  const index = tx.objectStore('articles').index('lists');
  const backwards = BACKWARDS.has(order);
  const [walked, ...sieves] = await Promise.all([
    index.getAllKeys(rangeOf(list, after, backwards)), ...others.map(async (other) => new Set(await index.getAllKeys(rangeOf(other)))),
  ]);
  const ids = sieves.length === 0 ? walked : walked.filter((id) => sieves.every((sieve) => sieve.has(id)));
  return backwards ? ids.toReversed() : ids;
}

function parted(records: readonly ArticleRecord[]): Rows {
  const items: SavedArticle[] = [];
  const damaged: number[] = [];
  for (const record of records) {
    const saved = parseSaved(record);
    if (saved) items.push(saved);
    else damaged.push(record.id);
  }
  return { items, damaged };
}

/** The whole of a list, or what follows a key. An empty array sorts after every number and text. */
export function rangeOf(list: string, after?: ListCursor, backwards = false): IDBKeyRange {
  if (!after) return IDBKeyRange.bound([list], [list, []]);
  return backwards ? IDBKeyRange.bound([list], after, false, true) : IDBKeyRange.bound(after, [list, []], true, false);
}

export interface Counts {
  readonly unread: number;
  readonly archived: number;
  readonly favourite: number;
  readonly removed: number;
}

/** How many articles stand in each list, at one moment. */
export function counts(): Promise<LibraryAnswer<Counts>> {
  return read(['articles'], async (tx) => {
    const index = tx.objectStore('articles').index('lists');
    const count = (list: ListFilter) => index.count(rangeOf(list));
    const [unread, archived, favourite, removed] = await Promise.all([count('unread'), count('archived'), count('favourite'), count('removed')]);
    return done({ unread, archived, favourite, removed });
  });
}

/** How many articles stand in one list. */
export function countOf(filter: ListFilter): Promise<LibraryAnswer<number>> {
  return read(['articles'], async (tx) => done(await tx.objectStore('articles').index('lists').count(rangeOf(filter))));
}

export interface FacetCount {
  readonly name: string;
  readonly count: number;
}

/** Every site, author, year or tag there is on the shelf, with how many articles it has: most first, years latest first. */
export function facets(facet: Facet): Promise<LibraryAnswer<readonly FacetCount[]>> {
  return read(['articles'], async (tx) => {
    const found = await facetsIn(tx, facet);
    return done(found.toSorted((a, b) => (facet === 'year' ? Number(b.name) - Number(a.name) : b.count - a.count || (a.name < b.name ? -1 : 1))));
  });
}

/** The same inside a transaction, in the index's own order. */
export async function facetsIn(tx: Reading, facet: Facet): Promise<readonly FacetCount[]> {
  const index = tx.objectStore('articles').index('lists');
  const counting: Promise<FacetCount>[] = [];
  // From one name straight to the next: as many steps as there are names, however many articles. `;` follows `:`.
  let cursor = await index.openKeyCursor(IDBKeyRange.bound([`${facet}:`], [`${facet};`], false, true));
  while (cursor) {
    const [list] = cursor.key;
    counting.push(index.count(rangeOf(list)).then((count) => ({ name: list.slice(facet.length + 1), count })));
    cursor = await cursor.continue([list, []] as never);
  }
  return Promise.all(counting);
}

/** When articles were finished between two moments, latest first: the picture of a year's reading. */
export function finishedBetween(from: number, to: number): Promise<LibraryAnswer<readonly number[]>> {
  return read(['articles'], async (tx) => {
    const times: number[] = [];
    const range = IDBKeyRange.bound(['finished', -to], ['finished', -from, []]);
    for (let cursor = await tx.objectStore('articles').index('lists').openKeyCursor(range); cursor; cursor = await cursor.continue()) times.push(-Number(cursor.key[1]));
    return done(times);
  });
}

/**
 * How many articles of a list fall between each moment and the next, by the list's own time: counted in the index, so that
 * a year of fifty thousand costs no more than one of ten. @param moments milliseconds, growing
 */
export function countsBetween(filter: ListFilter, moments: readonly number[]): Promise<LibraryAnswer<readonly number[]>> {
  return read(['articles'], async (tx) => {
    const index = tx.objectStore('articles').index('lists');
    // Places are the negative of the time, so a stretch of time runs backwards: after the later moment, up to the earlier one.
    return done(await Promise.all(moments.slice(1).map((to, at) => index.count(IDBKeyRange.bound([filter, -to, []], [filter, -(moments[at] ?? to), []], true)))));
  });
}

/** The earliest time in a list; undefined when it is empty. */
export function firstTime(filter: ListFilter): Promise<LibraryAnswer<number | undefined>> {
  return read(['articles'], async (tx) => {
    const cursor = await tx.objectStore('articles').index('lists').openKeyCursor(rangeOf(filter), 'prev');
    return done(cursor ? -Number(cursor.key[1]) : undefined);
  });
}
