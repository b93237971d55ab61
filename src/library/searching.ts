/** Finding saved articles by their words: the index says which, the lists narrow, the texts confirm phrases and give snippets. */
import type { IDBPTransaction } from 'idb';
import { parseHighlight } from '../article/highlight.ts';
import { done, read, type LibraryAnswer } from './database.ts';
import { rebuildIndex, takeIn, tendIndex } from './indexing.ts';
import { facetsIn, idsIn, plan, rangeOf, type ListOrder } from './lists.ts';
import { snippet, type MarkedText } from './matching.ts';
import { parseSaved } from './saved-article.ts';
import type { LibrarySchema } from './schema.ts';
import { fieldsOf } from './search-fields.ts';
import { asksNothing, nameHas, parseQuery, searchWords, type Query, type QueryFilter } from './search-query.ts';
import { askIndex } from './search/query.ts';
import { SEARCH_STORES } from './search/stores.ts';
import { phrasePattern, phraseTerms, plain, wantedTerms, type Wanted } from './search/tokens.ts';
import { tagKey } from './tag-names.ts';

const STORES = ['articles', 'texts', 'highlights', ...SEARCH_STORES] as ('articles' | 'texts' | 'highlights' | typeof SEARCH_STORES[number])[];
type Reading = IDBPTransaction<LibrarySchema, typeof STORES, 'readonly'>;

/** The best first (where words were given), or as lists are ordered. */
export type SearchOrder = 'best' | ListOrder;

/**
 * The numbers of all articles on the shelf that answer a query (`parseQuery` says what it may hold). Words are looked for
 * in title, names, text, notes and quotes. Nothing is found for a query without words and filters.
 */
export async function searchLibrary(typed: string, order: SearchOrder = 'best', signal?: AbortSignal): Promise<LibraryAnswer<readonly number[]>> {
  const query = parseQuery(typed);
  const upToDate = await takeAllIn(signal);
  if (!upToDate.ok) return upToDate;
  if (signal?.aborted) return done([]);
  const found = await ask(query, order);
  if (found.ok || found.reason !== 'damaged') return found;
  // The index is only an index: it can be made anew from the articles.
  const rebuilt = await rebuildIndex();
  return rebuilt.ok ? ask(query, order) : rebuilt;
}

async function takeAllIn(signal: AbortSignal | undefined): Promise<LibraryAnswer<unknown>> {
  const todo = await read(['indexTodo'], async (tx) => done(await tx.objectStore('indexTodo').count()));
  if (!todo.ok || todo.value === 0) return todo;
  // A few are taken in quickly; of many (a library that was just imported) segments are made on the way.
  if (todo.value > 500) return tendIndex();
  for (;;) {
    const left = await takeIn();
    if (!left.ok || left.value === 0 || signal?.aborted) return left;
  }
}

function ask(query: Query, order: SearchOrder): Promise<LibraryAnswer<readonly number[]>> {
  return read(STORES, async (tx) => {
    const all = [...query.words.flatMap(wantedTerms), ...query.phrases.flatMap(phraseTerms)];
    if (asksNothing(query)) return done([]);
    const none = query.notWords.flatMap(exactly);
    const shelf = () => idsIn(tx as never, plan('*', 'newest').list, [], 'newest');
    const [hits, removed, ...sieves] = await Promise.all([
      all.length > 0 ? askIndex(tx as never, { all, none }) : without(tx, await shelf(), none),
      tx.objectStore('articles').index('lists').getAllKeys(rangeOf('removed')),
      ...query.filters.map((filter) => sieveOf(tx, filter)),
    ]);
    const off = new Set(removed);
    let ids = off.size === 0 && sieves.length === 0 ? hits : hits.filter((id) => !off.has(id) && sieves.every((sieve) => sieve(id)));
    for (const phrase of query.phrases) ids = await having(tx, ids, phrase);
    for (const phrase of query.notPhrases) {
      const suspects = new Set(await askIndex(tx as never, { all: phraseTerms(phrase), none: [] }));
      const guilty = new Set(await having(tx, ids.filter((id) => suspects.has(id)), phrase));
      ids = ids.filter((id) => !guilty.has(id));
    }
    if (order === 'best') return done(ids);
    const found = new Set(ids);
    return done((await idsIn(tx as never, plan('*', order).list, [], order)).filter((id) => found.has(id)));
  });
}

/** What is shut out is shut out as written, not all that begins so. */
const exactly = (text: string): readonly Wanted[] => wantedTerms(text).map(({ term }) => ({ term, begins: false }));

async function without(tx: Reading, ids: readonly number[], none: readonly Wanted[]): Promise<readonly number[]> {
  const out = new Set((await Promise.all(none.map((each) => askIndex(tx as never, { all: [each], none: [] })))).flat());
  return ids.filter((id) => !out.has(id));
}

const LISTS: Readonly<Record<string, string>> = { read: 'finished', favorite: 'favourite' };

/** Whether an article passes a filter. */
async function sieveOf(tx: Reading, filter: QueryFilter): Promise<(id: number) => boolean> {
  const ids = new Set(await idsOf(tx, filter));
  return (id) => ids.has(id) !== filter.not;
}

async function idsOf(tx: Reading, filter: QueryFilter): Promise<readonly number[]> {
  const index = tx.objectStore('articles').index('lists');
  // Places are the negative of the time: what is later stands further in front.
  if ('time' in filter) {
    const { kind, time } = filter;
    return index.getAllKeys(kind === 'before' ? IDBKeyRange.bound(['date:*', -time, []], ['date:*', []]) : IDBKeyRange.bound(['date:*'], ['date:*', -time, []]));
  }
  const { kind, value } = filter;
  if (kind === 'is') return index.getAllKeys(rangeOf(LISTS[value] ?? value));
  const names = (await facetsIn(tx as never, kind)).map(({ name }) => name).filter(fits(kind, value));
  // While a tag is being typed all that begin so are shown; once it is there, it alone.
  const exact = kind === 'tag' ? names.filter((name) => tagKey(name) === tagKey(value)) : [];
  const lists = await Promise.all((exact.length > 0 ? exact : names).map((name) => index.getAllKeys(rangeOf(`${kind}:${name}`))));
  return lists.flat();
}

function fits(kind: 'site' | 'author' | 'tag', value: string): (name: string) => boolean {
  if (kind === 'author') return (name) => nameHas(name, value);
  if (kind === 'tag') return (name) => tagKey(name).startsWith(tagKey(value));
  const site = value.toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/.*$/, '');
  return (name) => name.startsWith(site) || name.endsWith(`.${site}`);
}

/** Texts read at a time to look for a phrase. */
const BATCH = 100;

/** Those of the articles that have a phrase. */
async function having(tx: Reading, ids: readonly number[], phrase: string): Promise<readonly number[]> {
  const pattern = phrasePattern(phrase);
  if (!pattern) return [];
  const found: number[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = await Promise.all(ids.slice(from, from + BATCH).map(async (id) => {
      const [record, text, highlights] = await Promise.all([
        tx.objectStore('articles').get(id), tx.objectStore('texts').get(id), tx.objectStore('highlights').index('articleId').getAll(id),
      ]);
      const saved = parseSaved(record);
      const fields = saved ? fieldsOf(saved, typeof text?.text === 'string' ? text.text : '', highlights.map((each) => parseHighlight(each)?.note ?? '')) : [];
      return fields.some((field) => pattern.test(plain(field.text))) ? [id] : [];
    }));
    found.push(...batch.flat());
  }
  return found;
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
