/** The row of a list: what the library knows of an article without loading its body, and the record it is stored as. */
import type { Article } from '../article/article.ts';
import { ARTICLE_LIMITS, parseArticle } from '../article/article.ts';

export type ReadState = 'unread' | 'archived';

/** A list's row: metadata only, never the body. */
export interface SavedArticle extends Omit<Article, 'modified' | 'html' | 'text' | 'printVersion' | 'feeds' | 'kept' | 'provenance'> {
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
  /** When it was removed; absent while it is on the shelf. It can be put back until it is purged. */
  readonly removedAt?: number;
}

/** Which list: everything on the shelf, a reading state, the favourites, a tag, or what was removed and can be put back. */
export type ListFilter = '*' | ReadState | 'favourite' | 'removed' | `tag:${string}`;

/** One entry of the multi-entry list index: list, place in it, id. */
export type ListKey = [list: string, place: number | string, id: number];

/** The record of the `articles` store. */
export interface ArticleRecord extends SavedArticle {
  /** `libraryKey(url)`, unique. */
  readonly key: string;
  /** The lists it stands in; IndexedDB keeps one index entry for each. */
  readonly lists: readonly ListKey[];
}

/** Bounds of what the library itself adds, in UTF-16 units and items. */
export const SAVED_LIMITS = { quote: 20_000, quotes: 200, tags: 100 } as const;

/** Letters without case and marks, for comparing: "Élan" and "elan" are one. */
export function fold(text: string): string {
  // Normalising is slow and changes nothing in ASCII, so only what is not ASCII goes through it.
  // oxlint-disable-next-line no-control-regex -- the whole ASCII range is meant
  return text.toLowerCase().replace(/[^\u0000-\u007f]+/g, (run) => run.normalize('NFKD').toLowerCase().replace(/\p{M}+/gu, ''));
}

/** The lists an article stands in: by time under its filter's name, by title under `title:<filter>`. */
function listKeys(saved: SavedArticle): ListKey[] {
  const filters: readonly [ListFilter, number][] = saved.removedAt === undefined
    ? [['*', saved.savedAt], [saved.readState, saved.savedAt],
      ...(saved.favourite ? [['favourite', saved.savedAt] as const] : []),
      ...saved.tags.map((tag) => [`tag:${tag}`, saved.savedAt] as const)] as [ListFilter, number][]
    : [['removed', saved.removedAt]];
  const title = fold(saved.title).replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 60);
  return filters.flatMap(([filter, at]): ListKey[] => [[filter, -at, saved.id], [`title:${filter}`, title, saved.id]]);
}

/** The record of an article, with its place in the lists worked out anew. */
export function toRecord(saved: SavedArticle, key: string): ArticleRecord {
  return { ...saved, key, lists: listKeys(saved) };
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
    tags: texts(raw['tags'], SAVED_LIMITS.tags, ARTICLE_LIMITS.short),
    hasBody: raw['hasBody'] === true,
    quotes: texts(raw['quotes'], SAVED_LIMITS.quotes, SAVED_LIMITS.quote),
    ...(isTime(raw['removedAt']) ? { removedAt: raw['removedAt'] } : {}),
  };
}

/** What of an article is shown in lists. */
export function rowFields(article: Article) {
  const { url, sourceUrl, title, standfirst, authors, publication, siteName, section, published, language, dir, leadImage, excerpt, wordCount } = article;
  return {
    url, sourceUrl, title, authors, dir, excerpt, wordCount,
    ...(standfirst === undefined ? {} : { standfirst }),
    ...(publication === undefined ? {} : { publication }),
    ...(siteName === undefined ? {} : { siteName }),
    ...(section === undefined ? {} : { section }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
    ...(leadImage === undefined ? {} : { leadImage }),
  };
}

/** Quotes with one more at the end; the same quote twice stays one. */
export function withQuote(quotes: readonly string[], quote: string | undefined): readonly string[] {
  const clean = quote?.trim().slice(0, SAVED_LIMITS.quote);
  return !clean || quotes.includes(clean) || quotes.length >= SAVED_LIMITS.quotes ? quotes : [...quotes, clean];
}

/** The end of the year 9999: later times make every calendar throw. */
const LAST_TIME = 253_402_300_799_999;

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LAST_TIME;
}

function texts(value: unknown, max: number, length: number): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string').slice(0, max).map((item) => item.slice(0, length)) : [];
}
