/** The row of a list: what the library knows of an article without loading its body, and the record it is stored as. */
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/article.ts';
import { libraryKey } from '../url/library-key.ts';

export type ReadState = 'unread' | 'archived';

/** A list's row: metadata only, never the body. */
export interface SavedArticle extends Pick<Article, RowField> {
  /** Growing key on this machine. */
  readonly id: number;
  /** Stable across machines. */
  readonly uid: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  readonly updatedAt: number;
  readonly readState: ReadState;
  readonly favourite: boolean;
  readonly tags: readonly string[];
  /** False when only the address is kept. */
  readonly hasBody: boolean;
  /** Quotes the person saved with it, newest last. */
  readonly quotes: readonly string[];
  /** Other addresses that lead to it: those it was read at before, and those of links that turned out to be it. Newest last. */
  readonly otherUrls?: readonly string[];
  /** What the person wrote about it, plain text. */
  readonly note?: string;
  /** How far it was read, 0 (not begun, then absent) to 1. */
  readonly progress?: number;
  /** When it was last read in. */
  readonly readAt?: number;
  /** When it was read to its end, or put into the archive: the day it counts for. */
  readonly finishedAt?: number;
  /** When its text was taken in; absent before there is one. */
  readonly textAt?: number;
  /** When a later copy brought another text; the earlier one stands in the `versions`. */
  readonly changedAt?: number;
  /** A link without text: to be fetched when its site may be asked, or found to lead nowhere, or to a page without an article. */
  readonly fetch?: FetchState;
  /** What came of the last attempt to fetch it. */
  readonly fetchTrouble?: FetchTrouble;
  /** Pictures that are kept here, and those that stayed links because their site did not give them. Absent before anybody looked. */
  readonly pictures?: { readonly kept: number; readonly linked: number };
  /** When it was removed; absent while it is on the shelf. It can be put back until it is purged. */
  readonly removedAt?: number;
}

const FETCH_STATES = ['wanted', 'broken', 'textless'] as const;
export type FetchState = typeof FETCH_STATES[number];

/** Why a link's text could not be had; each has its sentence (`reason_<name>`). */
export const FETCH_REASONS = ['linkGone', 'linkForbidden', 'linkFailed', 'linkSlow', 'linkBusy', 'linkNotPage', 'linkNoArticle', 'tooLarge', 'failed'] as const;
export type FetchReason = typeof FETCH_REASONS[number];

export interface FetchTrouble {
  readonly reason: FetchReason;
  /** How often it was asked for in vain. */
  readonly tries: number;
  /** Milliseconds since the epoch: not to be asked for again before. */
  readonly after?: number;
}

/** What articles are gathered by, beside the person's own marks. A year is that of the date shown: published, else saved. */
export type Facet = 'tag' | 'site' | 'author' | 'year';

/**
 * Which list: everything on the shelf, a reading state, the favourites, those begun and not finished, those finished,
 * those without tag, links without text (to be fetched, or broken), a facet, or what was removed and can be put back.
 */
export type ListFilter = '*' | ReadState | 'favourite' | 'begun' | 'finished' | 'untagged' | 'link' | FetchState | 'removed' | `${Facet}:${string}`;

/** One entry of the multi-entry list index: list, place in it, id. */
export type ListKey = [list: string, place: number | string, id: number];

/** The record of the `articles` store. */
export interface ArticleRecord extends SavedArticle {
  /** `libraryKey(url)`, unique. */
  readonly key: string;
  /** The lists it stands in; IndexedDB keeps one index entry for each. */
  readonly lists: readonly ListKey[];
  /** The keys of the other addresses that lead to it, while it is on the shelf. */
  readonly also?: readonly string[];
}

/** Bounds of what the library itself adds, in UTF-16 units and items. */
export const SAVED_LIMITS = { quote: 20_000, quotes: 200, tag: 100, tags: 100, note: 20_000, authorLists: 20, url: 8_192, otherUrls: 20 } as const;

/** Letters without case and marks, for comparing: "Élan" and "elan" are one. */
export function fold(text: string): string {
  // Normalising is slow and changes nothing in ASCII, so only what is not ASCII goes through it.
  // oxlint-disable-next-line no-control-regex -- the whole ASCII range is meant
  return text.toLowerCase().replace(/[^\u0000-\u007f]+/g, (run) => run.normalize('NFKD').toLowerCase().replace(/\p{M}+/gu, ''));
}

/** The site as a person names it: its host without the "www." that only some of its pages have. */
export function siteOf(saved: Pick<SavedArticle, 'url'>): string {
  return (URL.parse(saved.url)?.hostname ?? '').replace(/^www\./, '');
}

/** The date shown for an article, in milliseconds: when it was published, else when it was saved. */
export function shownTime(saved: Pick<SavedArticle, 'published' | 'savedAt'>): number {
  const published = saved.published === undefined ? Number.NaN : Date.parse(saved.published);
  return Number.isFinite(published) ? published : saved.savedAt;
}

/** Every list an article stands in, and by which time. */
function filtersOf(saved: SavedArticle): readonly (readonly [ListFilter, number])[] {
  if (saved.removedAt !== undefined) return [['removed', saved.removedAt]];
  const at = saved.savedAt;
  const begun = saved.readState === 'unread' && saved.progress !== undefined && saved.progress < 1;
  const lists: [ListFilter | false, number][] = [
    ['*', at], [saved.readState, at], [saved.favourite && 'favourite', at],
    [begun && 'begun', saved.readAt ?? at], [saved.finishedAt !== undefined && 'finished', saved.finishedAt ?? at],
    [saved.tags.length === 0 && 'untagged', at], [!saved.hasBody && 'link', at], [saved.fetch ?? false, at],
    ...saved.tags.map((tag): [ListFilter, number] => [`tag:${tag}`, at]),
    [`site:${siteOf(saved)}`, at], [`year:${new Date(shownTime(saved)).getFullYear()}`, at],
    ...[...new Set(saved.authors)].slice(0, SAVED_LIMITS.authorLists).map((author): [ListFilter, number] => [`author:${author}`, at]),
  ];
  return lists.filter((list): list is [ListFilter, number] => list[0] !== false);
}

/**
 * The lists that are also kept by title, date and length, which between them hold every article once; the others are put in
 * such an order when it is asked for. Each of these places is paid for whenever a row is written.
 */
const ORDERED: ReadonlySet<ListFilter> = new Set<ListFilter>(['*', 'removed']);

export const isOrdered = (filter: ListFilter): boolean => ORDERED.has(filter);

/** Whether an article stands in a list. */
export function standsIn(saved: SavedArticle, filter: ListFilter): boolean {
  return filtersOf(saved).some(([list]) => list === filter);
}

/** A number in a title, of which this many figures are compared. */
const FIGURES = 9;

/** A title's place among others: without case, marks and opening signs, and with its numbers as people count, "Part 2" before "Part 10". */
function titlePlace(title: string): string {
  const words = fold(title).replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 60);
  return words.replace(/[0-9]+/g, (figures) => figures.replace(/^0+(?=[0-9])/, '').padStart(FIGURES, '0'));
}

/** The keys of an article's lists: by time under the list's own name, and by title, date and words under `<order>:<list>`. */
function listKeys(saved: SavedArticle): ListKey[] {
  const title = titlePlace(saved.title);
  return filtersOf(saved).flatMap(([filter, at]): ListKey[] => [
    [filter, -at, saved.id],
    ...(ORDERED.has(filter) ? [
      [`title:${filter}`, title, saved.id], [`date:${filter}`, -shownTime(saved), saved.id], [`length:${filter}`, saved.wordCount, saved.id],
    ] as ListKey[] : []),
  ]);
}

/** The record of an article, with its place in the lists worked out anew. */
export function toRecord(saved: SavedArticle, key: string): ArticleRecord {
  const also = saved.removedAt === undefined ? otherKeys(saved, key) : [];
  return { ...saved, key, lists: listKeys(saved), ...(also.length > 0 ? { also } : {}) };
}

function otherKeys({ url, sourceUrl, otherUrls = [] }: SavedArticle, own: string): readonly string[] {
  const keys = new Set([...(sourceUrl === url ? [] : [sourceUrl]), ...otherUrls].flatMap((each) => libraryKey(each) ?? []));
  keys.delete(own);
  return [...keys];
}

/** A row that these addresses lead to as well; those that say nothing new are left out, and the oldest when there are many. */
export function alsoAt<T extends Pick<SavedArticle, 'url' | 'sourceUrl' | 'otherUrls'>>({ otherUrls = [], ...row }: T, ...urls: readonly string[]): Omit<T, 'otherUrls'> & Pick<SavedArticle, 'otherUrls'> {
  const known = new Set([libraryKey(row.url), libraryKey(row.sourceUrl)]);
  const others = [...otherUrls, ...urls].filter((url) => {
    const key = libraryKey(url);
    if (key === undefined || known.has(key)) return false;
    known.add(key);
    return true;
  }).slice(-SAVED_LIMITS.otherUrls);
  return { ...row, ...(others.length > 0 ? { otherUrls: others } : {}) };
}

/**
 * A stored record as a row, every field checked and bounded: a database outlives the program that wrote it.
 * @returns undefined when it is damaged beyond use.
 */
export function parseSaved(record: unknown): SavedArticle | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const raw = record as Readonly<Record<string, unknown>>;
  const { id, uid, savedAt } = raw;
  if (typeof id !== 'number' || typeof uid !== 'string' || !isTime(savedAt)) return undefined;
  // The shared fields are checked by the one door articles come in by.
  const article = parseArticle({ ...raw, html: '', text: '' });
  if (!article) return undefined;
  return {
    ...rowFields(article), id, uid, savedAt,
    updatedAt: isTime(raw['updatedAt']) ? raw['updatedAt'] : savedAt,
    readState: raw['readState'] === 'archived' ? 'archived' : 'unread',
    favourite: raw['favourite'] === true,
    tags: texts(raw['tags'], SAVED_LIMITS.tags, SAVED_LIMITS.tag),
    hasBody: raw['hasBody'] === true,
    quotes: texts(raw['quotes'], SAVED_LIMITS.quotes, SAVED_LIMITS.quote),
    ...parseMarks(raw),
  };
}

/** What a row has only sometimes. */
function parseMarks(raw: Readonly<Record<string, unknown>>) {
  const { note, progress, readAt, finishedAt, textAt, changedAt, removedAt, fetch, fetchTrouble, pictures, otherUrls } = raw;
  const others = texts(otherUrls, SAVED_LIMITS.otherUrls, SAVED_LIMITS.url).filter((url) => libraryKey(url) !== undefined);
  return {
    ...(typeof note === 'string' && note.trim() ? { note: note.slice(0, SAVED_LIMITS.note) } : {}),
    ...(typeof progress === 'number' && progress > 0 ? { progress: Math.min(1, progress) } : {}),
    ...(isTime(readAt) ? { readAt } : {}),
    ...(isTime(finishedAt) ? { finishedAt } : {}),
    ...(isTime(textAt) ? { textAt } : {}),
    ...(isTime(changedAt) ? { changedAt } : {}),
    ...(isTime(removedAt) ? { removedAt } : {}),
    ...(FETCH_STATES.includes(fetch as FetchState) ? { fetch: fetch as FetchState } : {}),
    ...(others.length > 0 ? { otherUrls: others } : {}),
    ...parseFetchTrouble(fetchTrouble),
    ...parsePictures(pictures),
  };
}

function parseFetchTrouble(value: unknown) {
  if (typeof value !== 'object' || value === null) return {};
  const { reason, tries, after } = value as Readonly<Record<string, unknown>>;
  if (!FETCH_REASONS.includes(reason as FetchReason) || !Number.isSafeInteger(tries)) return {};
  return { fetchTrouble: { reason: reason as FetchReason, tries: tries as number, ...(isTime(after) ? { after } : {}) } };
}

function parsePictures(value: unknown) {
  if (typeof value !== 'object' || value === null) return {};
  const { kept, linked } = value as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(kept) && Number.isSafeInteger(linked) ? { pictures: { kept: kept as number, linked: linked as number } } : {};
}

const ROW_FIELDS = [
  'url', 'sourceUrl', 'title', 'standfirst', 'authors', 'publication', 'siteName', 'section', 'published', 'language', 'dir', 'leadImage', 'excerpt', 'wordCount',
] as const satisfies readonly (keyof Article)[];
type RowField = typeof ROW_FIELDS[number];

/** What stands beside its text, and is loaded with it. */
const BODY_FIELDS = ['html', 'feeds', 'kept', 'provenance', 'modified', 'printVersion', 'keywords', 'licence', 'nextPage', 'paywalled', 'upright'] as const satisfies readonly Exclude<keyof Article, RowField>[];
export type BodyField = typeof BODY_FIELDS[number];

/** What of an article is kept with its text. */
export function bodyFields(article: Article): Pick<Article, BodyField> {
  return Object.fromEntries(BODY_FIELDS.flatMap((name) => (article[name] === undefined ? [] : [[name, article[name]]]))) as unknown as Pick<Article, BodyField>;
}

/** What of an article is shown in lists. */
export function rowFields(article: Pick<Article, RowField>): Pick<Article, RowField> {
  return Object.fromEntries(ROW_FIELDS.flatMap((name) => (article[name] === undefined ? [] : [[name, article[name]]]))) as unknown as Pick<Article, RowField>;
}

/** What a row has beside its article: the person's marks and the library's own facts. */
export function ownFields(saved: SavedArticle): Omit<SavedArticle, RowField> {
  return Object.fromEntries(Object.entries(saved).filter(([name]) => !ROW_FIELDS.includes(name as RowField))) as unknown as Omit<SavedArticle, RowField>;
}

/** Quotes with one more at the end; the same quote twice stays one. */
export function withQuote(quotes: readonly string[], quote: string | undefined): readonly string[] {
  const clean = quote?.trim().slice(0, SAVED_LIMITS.quote);
  return !clean || quotes.includes(clean) || quotes.length >= SAVED_LIMITS.quotes ? quotes : [...quotes, clean];
}

/** The end of the year 9999: later times make every calendar throw. */
const LAST_TIME = 253_402_300_799_999;

/** A moment in milliseconds since the epoch that every calendar can say. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LAST_TIME;
}

function texts(value: unknown, max: number, length: number): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string').slice(0, max).map((item) => item.slice(0, length)) : [];
}
