/**
 * The database's shape and the steps that lead to it. A step is never edited after its release: databases that took
 * the old step are out there. A new shape is a new step, with a test that starts from old data.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Article } from '../article/article.ts';
import type { Highlight } from '../article/highlight.ts';
import { parseSaved, toRecord, type ArticleRecord, type BodyField, type ListKey } from './saved-article.ts';
import { makeSearchStores, type SearchStores } from './search/stores.ts';

export const DATABASE = 'passalong';

/** The fact that tells this database from any other: a random text, written when it was begun. */
export const BORN = 'born';

/** What of an article stands neither in its row nor in its text. */
export interface BodyRecord extends Pick<Article, BodyField> {
  readonly id: number;
}

/** An article on its way: read or shared without having been saved, or about to be saved. */
export interface DraftRecord {
  readonly id: string;
  readonly createdAt: number;
  readonly page: { readonly url: string; readonly title: string };
  readonly article?: Article;
  readonly quote?: string;
  readonly directive?: string;
  /** Once moved into the library: where to. The article itself then stands there, not here. */
  readonly savedId?: number;
}

/** What is left of an article that is gone for good: enough for another machine to learn of it, nothing of what it was. */
export interface TombstoneRecord {
  readonly uid: string;
  readonly removedAt: number;
}

/** A passage marked in a saved article. */
export interface HighlightRecord extends Highlight {
  readonly articleId: number;
}

/** How far an article has been read, by its `libraryKey`. */
export interface PositionRecord {
  readonly key: string;
  readonly at: number;
  readonly words: string;
  readonly part: number;
  /** When it may go; absent once the article is known to be saved. */
  readonly goesAt?: number;
}

/** A tag: the name as the person writes it, under the same name without case and marks. */
export interface TagRecord {
  readonly key: string;
  readonly name: string;
  readonly colour?: string;
}

/** A text as it stood before a later copy of the article brought another one. */
export interface VersionRecord {
  readonly id: number;
  /** When this text was taken in. */
  readonly at: number;
  readonly title: string;
  readonly html: string;
  readonly text: string;
}

/** That an article was passed on. */
export interface ShareRecord {
  readonly uid: string;
  readonly id: number;
  readonly at: number;
  /** How: `mail`, `copy`, `file` and so on. */
  readonly way: string;
  /** Names of the people, as written. */
  readonly to: readonly string[];
}

/** A picture of an article, as its site sent it. */
export interface PictureRecord {
  readonly id: number;
  /** Its place among the article's pictures. */
  readonly n: number;
  /** The address it stands under in the article's HTML. */
  readonly url: string;
  readonly blob: Blob;
}

export interface LibrarySchema extends DBSchema, SearchStores {
  /** Metadata only: lists never load bodies. */
  articles: { key: number; value: ArticleRecord; indexes: { key: string; lists: ListKey; also: string } };
  texts: { key: number; value: { readonly id: number; readonly text: string } };
  bodies: { key: number; value: BodyRecord };
  drafts: { key: string; value: DraftRecord; indexes: { createdAt: number } };
  tombstones: { key: string; value: TombstoneRecord };
  highlights: { key: string; value: HighlightRecord; indexes: { articleId: number } };
  positions: { key: string; value: PositionRecord; indexes: { goesAt: number } };
  tags: { key: string; value: TagRecord };
  versions: { key: [id: number, at: number]; value: VersionRecord };
  shares: { key: string; value: ShareRecord; indexes: { id: number } };
  pictures: { key: [id: number, n: number]; value: PictureRecord };
  /** What is known of the library as a whole. */
  facts: { key: string; value: unknown };
}

type Upgrade = (db: IDBPDatabase<LibrarySchema>, tx: IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>) => void | Promise<void>;

interface Articles {
  getAll(range: IDBKeyRange, count: number): Promise<ArticleRecord[]>;
  put(record: ArticleRecord): Promise<unknown>;
}

/** Works the lists and addresses of rows out anew; damaged rows stay as they are. */
async function writeAnew(articles: Articles, wants: (record: ArticleRecord) => boolean): Promise<void> {
  for (let after = -Infinity; ;) {
    const some = await articles.getAll(IDBKeyRange.lowerBound(after, true), 500);
    await Promise.all(some.map(async (record) => {
      const saved = wants(record) ? parseSaved(record) : undefined;
      if (saved) await articles.put(toRecord(saved, record.key));
    }));
    if (some.length < 500) return;
    after = some.at(-1)!.id;
  }
}

/** Step n leads from version n to n + 1. Later rooms (pictures, search, highlights) append theirs. */
const UPGRADES: readonly Upgrade[] = [
  (db) => {
    const articles = db.createObjectStore('articles', { keyPath: 'id', autoIncrement: true });
    articles.createIndex('key', 'key', { unique: true });
    articles.createIndex('lists', 'lists', { multiEntry: true });
    db.createObjectStore('texts', { keyPath: 'id' });
    db.createObjectStore('bodies', { keyPath: 'id' });
    db.createObjectStore('drafts', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
    db.createObjectStore('tombstones', { keyPath: 'uid' });
  },
  (db) => {
    db.createObjectStore('highlights', { keyPath: 'id' }).createIndex('articleId', 'articleId');
    db.createObjectStore('positions', { keyPath: 'key' }).createIndex('goesAt', 'goesAt');
  },
  // Tags, versions, shares, pictures.
  (db) => {
    db.createObjectStore('tags', { keyPath: 'key' });
    db.createObjectStore('versions', { keyPath: ['id', 'at'] });
    db.createObjectStore('shares', { keyPath: 'uid' }).createIndex('id', 'id');
    db.createObjectStore('pictures', { keyPath: ['id', 'n'] });
  },
  // The index; everything that is there waits to be taken in, and gets the lists it has not had (`takeIn`).
  async (db, tx) => {
    makeSearchStores(db as never);
    for (const id of await tx.objectStore('articles').getAllKeys()) await tx.objectStore('indexTodo').put({ id });
  },
  // A name of its own, so that a database the browser began anew is known for one.
  async (db) => { await db.createObjectStore('facts').put(crypto.randomUUID(), BORN); },
  // Other addresses that lead to an article. Those that were read elsewhere than at their own are known by that from now on.
  async (_, tx) => {
    const articles = tx.objectStore('articles');
    articles.createIndex('also', 'also', { multiEntry: true });
    await writeAnew(articles, (record) => record.sourceUrl !== record.url);
  },
  // Titles stand by their numbers as people count.
  (_, tx) => writeAnew(tx.objectStore('articles'), (record) => /[0-9]/.test(String(record.title))),
];

export const VERSION = UPGRADES.length;

/** Brings a database of any older version to this one. Runs inside the upgrade's transaction: all steps or none. */
export async function upgrade(db: IDBPDatabase<LibrarySchema>, from: number, tx: Parameters<Upgrade>[1]): Promise<void> {
  for (const step of UPGRADES.slice(from)) await step(db, tx);
}
