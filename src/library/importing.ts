/** Many articles at once from elsewhere: other programs' files, a backup, another machine. */
import type { IDBPTransaction } from 'idb';
import { parseArticle, type Article } from '../article/article.ts';
import { HIGHLIGHT_LIMITS, parseHighlight, type Highlight } from '../article/highlight.ts';
import { libraryKey } from '../url/library-key.ts';
import { parsePicture, parseShare, parseVersion, type Picture, type Share, type Version } from './beside.ts';
import { announce } from './changes.ts';
import { done, write, type LibraryAnswer, type LibraryReason } from './database.ts';
import { isTime, ownFields, parseSaved, rowFields, SAVED_LIMITS, toRecord, withQuote, type ArticleRecord, type SavedArticle } from './saved-article.ts';
import { tendIndex } from './indexing.ts';
import { writeBody } from './saving.ts';
import type { LibrarySchema } from './schema.ts';
import { SEARCH_STORES } from './search/stores.ts';
import { addDocuments, type Document } from './search/writing.ts';
import { fieldsOf } from './search-fields.ts';
import { namedTags, tagKey } from './tag-names.ts';

/** A highlight from elsewhere: the words at least. */
export type ImportHighlight = Partial<Omit<Highlight, 'anchor'>> & { readonly anchor: Partial<Highlight['anchor']> & Pick<Highlight['anchor'], 'exact'> };

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** What of a row a file may know. `fetch: 'wanted'` is a link whose text is to be fetched later. */
type KnownMarks = Partial<Pick<SavedArticle,
  'uid' | 'savedAt' | 'readState' | 'favourite' | 'tags' | 'otherUrls' | 'note' | 'quotes' | 'progress' | 'readAt' | 'finishedAt' | 'textAt' | 'changedAt' | 'removedAt' | 'fetch' | 'fetchTrouble'>>;

/** An article from elsewhere, or a link whose text is not there; with what its person had made of it. */
export interface ImportItem extends KnownMarks {
  /** The whole article; or of a link what is known, at least address and title. */
  readonly article: Article | (Partial<Article> & Pick<Article, 'url' | 'title'>);
  /** False for a link: its text is not there. */
  readonly hasBody: boolean;
  readonly highlights?: readonly ImportHighlight[];
  readonly shares?: readonly Without<Share, 'id'>[];
  readonly versions?: readonly Without<Version, 'id'>[];
  readonly pictures?: readonly Without<Picture, 'id'>[];
}

/** What became of one item: new, one that was there and got something it lacked, or one that was there with all of it. */
export type ImportAnswer =
  | { readonly ok: true; readonly id: number; readonly outcome: 'added' | 'filled' | 'same' }
  | { readonly ok: false; readonly reason: LibraryReason };

const STORES = ['articles', 'texts', 'bodies', 'versions', 'highlights', 'shares', 'pictures', 'tags', ...SEARCH_STORES] as
  ('articles' | 'texts' | 'bodies' | 'versions' | 'highlights' | 'shares' | 'pictures' | 'tags' | typeof SEARCH_STORES[number])[];
type ImportTransaction = IDBPTransaction<LibrarySchema, typeof STORES, 'readwrite'>;

/**
 * Takes a batch in, all of it in one transaction: an answer for each item, in their order. Two of the same address become
 * one, also with what is there already, so the same batch twice changes nothing the second time. Two thousand links are
 * a good batch; articles with pictures far fewer.
 * @param whenThere what to do with an article that is there: `fill` adds what it lacks and leaves what it has;
 *   `replace` (a restore) puts the item in its place
 */
export async function importArticles(items: readonly ImportItem[], now: number, whenThere: 'fill' | 'replace' = 'fill'): Promise<LibraryAnswer<readonly ImportAnswer[]>> {
  // Checked before the transaction begins, which others wait for.
  const checked = items.map(check);
  const answer = await write(STORES, async (tx) => {
    const shelf = await shelfFor(tx, checked);
    const answers: ImportAnswer[] = [];
    for (const each of checked) answers.push(each ? await importOne(tx, shelf, each, now, whenThere) : { ok: false, reason: 'damaged' });
    await Promise.all([...shelf.writing, addDocuments(tx, shelf.unknown)]);
    return done(answers);
  });
  const ids = answer.ok ? answer.value.flatMap((each) => (each.ok && each.outcome !== 'same' ? [each.id] : [])) : [];
  if (ids.length > 0) {
    announce({ kind: 'saved', ids });
    // Search finds them now, not after the last batch. If that fails they are saved all the same, and are taken in later.
    await tendIndex();
  }
  return answer;
}

interface Checked { readonly item: ImportItem; readonly article: Article; readonly key: string }

function check(item: ImportItem): Checked | undefined {
  const article = parseArticle({ html: '', text: '', ...item.article });
  const key = article && libraryKey(article.url);
  return article && key !== undefined ? { item, article, key } : undefined;
}

/** What a batch finds in the library, asked for all at once: a request for each row would wait for the one before. */
interface Shelf {
  /** By their keys; what the batch itself writes is kept here too. */
  readonly records: Map<string, ArticleRecord>;
  /** Of the keys of links that lead to an article with another key: that one's. */
  readonly leadsTo: ReadonlyMap<string, string>;
  readonly tags: Parameters<typeof namedTags>[0];
  /** What the index has never had. */
  readonly unknown: Document[];
  /** Writes that nobody waits for one by one, but all together at the end. */
  readonly writing: readonly Promise<unknown>[];
  readonly write: (written: Promise<unknown>) => void;
  /** The last number given to a new row in this batch. */
  last: number | undefined;
}

async function shelfFor(tx: ImportTransaction, checked: readonly (Checked | undefined)[]): Promise<Shelf> {
  const present = checked.filter((each) => each !== undefined);
  const byKey = tx.objectStore('articles').index('key');
  const tagStore = tx.objectStore('tags');
  const keys = new Set(present.map(({ key }) => key));
  const tagKeys = new Set(present.flatMap(({ item }) => (item.tags ?? []).slice(0, SAVED_LIMITS.tags).map(tagKey)));
  const writing: Promise<unknown>[] = [];
  const write = (written: Promise<unknown>): void => {
    writing.push(written);
    // Heard when all are waited for; one that fails before that has broken off the whole transaction, which says why.
    written.catch(() => undefined);
  };
  const [records, known] = await Promise.all([
    Promise.all([...keys].map((key) => byKey.get(key))), Promise.all([...tagKeys].filter(Boolean).map((key) => tagStore.get(key))),
  ]);
  const byOwn = new Map(records.flatMap((record) => (record ? [[record.key, record]] : [])));
  const elsewhere = await leadingElsewhere(tx, present.filter(({ item, key }) => isForeignLink(item) && !byOwn.has(key)).map(({ key }) => key));
  const tags = new Map(known.flatMap((tag) => (tag ? [[tag.key, tag]] : [])));
  return {
    records: new Map([...[...elsewhere.values()].map((record) => [record.key, record] as const), ...byOwn]), writing,
    leadsTo: new Map([...elsewhere].map(([key, record]) => [key, record.key])), write, last: undefined, unknown: [],
    tags: {
      get: async (key) => tags.get(key),
      put: async (tag) => {
        tags.set(tag.key, tag);
        write(tagStore.put(tag));
      },
    },
  };
}

/** A link from another program's list. Our own copies name each entry, and what stood apart there stands apart here. */
const isForeignLink = (item: ImportItem): boolean => !item.hasBody && item.uid === undefined;

/** The articles that these keys lead to, although they are known by others. */
async function leadingElsewhere(tx: ImportTransaction, keys: readonly string[]): Promise<ReadonlyMap<string, ArticleRecord>> {
  const also = tx.objectStore('articles').index('also');
  // On most shelves there is none, and a list may be long.
  if (keys.length === 0 || await also.getKey(IDBKeyRange.lowerBound('')) === undefined) return new Map();
  const found = await Promise.all([...new Set(keys)].map(async (key) => [key, await also.get(key)] as const));
  return new Map(found.flatMap(([key, record]) => (record ? [[key, record]] : [])));
}

async function importOne(tx: ImportTransaction, shelf: Shelf, { item, article, key: address }: Checked, now: number, whenThere: 'fill' | 'replace'): Promise<ImportAnswer> {
  const key = (isForeignLink(item) ? shelf.leadsTo.get(address) : undefined) ?? address;
  const stored = shelf.records.get(key);
  const before = parseSaved(stored);
  const names = await namedTags(shelf.tags, (item.tags ?? []).slice(0, SAVED_LIMITS.tags));
  const given = rowOf(item, article, names, now);
  const there = before && (before.removedAt === undefined || item.removedAt !== undefined) ? before : undefined;
  const row = there && whenThere === 'fill' ? filled(there, given, item.hasBody) : { ...given, uid: item.uid ?? before?.uid ?? given.uid };
  const newBody = item.hasBody && (!there?.hasBody || whenThere === 'replace');
  const newRow = !there || !same(there, { ...row, id: there.id });
  const id = newRow ? await putRow(tx, shelf, { ...row, updatedAt: now }, key, stored?.id) : there.id;
  if (newBody) shelf.write(writeBody(tx, id, article));
  const more = await putBeside(tx, id, item, now, whenThere === 'replace');
  // What the index has never had goes straight in; what may be in it, or has notes beside it, is looked at when there is time.
  if (stored === undefined && !item.highlights?.length) shelf.unknown.push({ id, fields: fieldsOf(given, article.text) });
  else if (newRow || newBody || more) shelf.write(tx.objectStore('indexTodo').put({ id }));
  return { ok: true, id, outcome: !there ? 'added' : newRow || newBody || more ? 'filled' : 'same' };
}

/**
 * Writes a row without waiting until it is written. The first new one of a batch gets its number from IndexedDB, those
 * after it the numbers that follow: within the transaction nobody else can have them, and IndexedDB goes on behind the last.
 */
async function putRow(tx: ImportTransaction, shelf: Shelf, row: Omit<SavedArticle, 'id'>, key: string, known: number | undefined): Promise<number> {
  const articles = tx.objectStore('articles');
  const id = known ?? (shelf.last === undefined ? await articles.add({ ...row, key, lists: [] } as never) : shelf.last + 1);
  if (known === undefined) shelf.last = id;
  const record = toRecord({ ...row, id }, key);
  shelf.records.set(key, record);
  shelf.write(articles.put(record));
  return id;
}

/** The row an item would have on an empty shelf. */
function rowOf(item: ImportItem, article: Article, tags: readonly string[], now: number): Omit<SavedArticle, 'id'> {
  const savedAt = isTime(item.savedAt) ? item.savedAt : now;
  const uid = item.uid ?? crypto.randomUUID();
  const { readState, favourite, otherUrls, note, progress, readAt, finishedAt, textAt, changedAt, removedAt, fetch, fetchTrouble } = item;
  // Through the same door as rows from the disk: every field checked and bounded.
  const parsed = parseSaved({
    ...article, id: 0, uid, savedAt, updatedAt: now, hasBody: item.hasBody, readState, favourite, tags, otherUrls, note, progress, readAt, removedAt, changedAt,
    finishedAt: finishedAt ?? (readState === 'archived' ? readAt : undefined), textAt: item.hasBody ? textAt ?? savedAt : undefined,
    fetch: item.hasBody ? undefined : fetch, fetchTrouble: item.hasBody ? undefined : fetchTrouble, quotes: (item.quotes ?? []).reduce<readonly string[]>(withQuote, []),
    ...(item.pictures && { pictures: { kept: item.pictures.length, linked: Math.max(0, article.kept.pictures - item.pictures.length) } }),
  });
  if (!parsed) throw new Error('a row made of parsed parts can be parsed');
  const { id: _, ...row } = parsed;
  return row;
}

/** A row that is there with what it lacks: tags, quotes, marks; its own article, note and dates stay. */
function filled(there: SavedArticle, given: Omit<SavedArticle, 'id'>, withBody: boolean): Omit<SavedArticle, 'id'> {
  const fills = withBody && !there.hasBody;
  const { id: _, fetch, fetchTrouble, ...own } = ownFields(there);
  const { note, progress, readAt, finishedAt, textAt, pictures } = given;
  const missing = Object.fromEntries(Object.entries({ note, progress, readAt, finishedAt }).filter(([, mark]) => mark !== undefined));
  return {
    ...missing, ...own, ...(fills ? { ...rowFields(given), textAt: textAt ?? given.savedAt, ...(pictures && { pictures }) } : rowFields(there)),
    ...(!fills && fetch ? { fetch, ...(fetchTrouble && { fetchTrouble }) } : {}),
    hasBody: there.hasBody || withBody, favourite: there.favourite || given.favourite,
    tags: [...new Set([...there.tags, ...given.tags])].slice(0, SAVED_LIMITS.tags), quotes: given.quotes.reduce<readonly string[]>(withQuote, there.quotes),
  };
}

/** Whether two rows say the same, but for when that was last so. */
function same(a: SavedArticle, b: SavedArticle): boolean {
  const flat = (row: SavedArticle) => JSON.stringify(Object.entries({ ...row, updatedAt: 0 }).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return flat(a) === flat(b);
}

/** Of one item, more of these are nobody's. */
const MOST_BESIDE = { shares: 1_000, versions: 20 } as const;

/** Highlights, shares, versions and pictures. @returns whether any was new. */
async function putBeside(tx: ImportTransaction, id: number, item: ImportItem, now: number, replace: boolean): Promise<boolean> {
  let news = false;
  const highlights = tx.objectStore('highlights');
  const there = item.highlights ? await highlights.index('articleId').getAll(id) : [];
  for (const given of item.highlights ?? []) {
    const twin = there.find((each) => (given.id === undefined ? each.anchor.exact === given.anchor.exact : each.id === given.id));
    if (twin ? !replace : there.length >= HIGHLIGHT_LIMITS.count) continue;
    const createdAt = given.createdAt ?? twin?.createdAt ?? now;
    const highlight = parseHighlight({ updatedAt: createdAt, ...given, id: given.id ?? twin?.id ?? crypto.randomUUID(), createdAt });
    if (!highlight) continue;
    // An id of another article's highlight comes from a forged file, or from a backup of an address that was changed: it gets its own.
    const foreign = (await highlights.get(highlight.id))?.articleId;
    const own = foreign === undefined || foreign === id ? highlight : { ...highlight, id: crypto.randomUUID() };
    await highlights.put({ ...own, articleId: id });
    there.push({ ...own, articleId: id });
    news = true;
  }
  for (const given of (item.shares ?? []).slice(0, MOST_BESIDE.shares)) {
    const share = parseShare({ ...given, id });
    if (!share || (await tx.objectStore('shares').getKey(share.uid)) !== undefined) continue;
    await tx.objectStore('shares').put(share);
    news = true;
  }
  for (const given of (item.versions ?? []).slice(-MOST_BESIDE.versions)) {
    const version = parseVersion({ ...given, id });
    if (!version || (await tx.objectStore('versions').getKey([id, version.at])) !== undefined) continue;
    await tx.objectStore('versions').put(version);
    news = true;
  }
  const pictures = tx.objectStore('pictures');
  const all = IDBKeyRange.bound([id], [id, []]);
  if (item.pictures && (replace || (await pictures.count(all)) === 0)) {
    await pictures.delete(all);
    for (const given of item.pictures) {
      const picture = parsePicture({ ...given, id });
      if (!picture) continue;
      await pictures.put(picture);
      news = true;
    }
  }
  return news;
}

