/** Marks on articles that are in the library: for one or for thousands, with a way back. */
import { announce, type LibraryChange } from './changes.ts';
import { done, write, type LibraryAnswer } from './database.ts';
import { parseSaved, SAVED_LIMITS, toRecord, type ArticleRecord, type FetchState, type ReadState, type SavedArticle } from './saved-article.ts';
import type { TagRecord } from './schema.ts';
import { namedTags, tagKey } from './tag-names.ts';

/** What a person can change about articles. A field that is absent stays as it is. */
export interface Change {
  readonly readState?: ReadState;
  readonly favourite?: boolean;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  /** An empty one takes it away. */
  readonly note?: string;
  /** 0 to 1; at 1 the article counts as finished. */
  readonly progress?: number;
  /** `none` takes it away. */
  readonly fetch?: FetchState | 'none';
}

const MARKS = ['readState', 'favourite', 'tags', 'note', 'progress', 'readAt', 'finishedAt', 'fetch'] as const;
type Mark = typeof MARKS[number];
/** Those marks of one article that a change changed, as they were; undefined for one that was not there. */
export interface Marks {
  readonly id: number;
  readonly were: { readonly [K in Mark]?: SavedArticle[K] | undefined };
}

/** How things stood before a change: hand it to `undoChange`. Plain data, to be kept as long as *Undo* is offered. */
export interface Undo {
  readonly marks: readonly Marks[];
  /** Tags that were there and are no longer, or looked otherwise. */
  readonly tags: readonly TagRecord[];
  /** Tags that the change made. */
  readonly newTags: readonly string[];
}

export interface Changed {
  /** How many articles are now other than before. */
  readonly changed: number;
  readonly undo: Undo;
}

/** Rows changed in one transaction: others who write wait no longer than for these. */
const BATCH = 500;

/**
 * Changes the marks of any number of articles, in batches of some hundred, each all or nothing. Removed and damaged ones
 * are left alone. @param onProgress how many of the given ids are dealt with
 */
export async function changeArticles(ids: readonly number[], change: Change, now: number, onProgress?: (count: number) => void): Promise<LibraryAnswer<Changed>> {
  const wanted = [...new Set(ids)];
  const marks: Marks[] = [];
  for (let from = 0; from < wanted.length; from += BATCH) {
    const batch = await write(['articles', 'tags', 'indexTodo'], async (tx) => {
      const addTags = await namedTags(tx.objectStore('tags'), change.addTags ?? []);
      const before = await eachRow(tx.objectStore('articles'), wanted.slice(from, from + BATCH), (saved) => changed(saved, { ...change, addTags }, now));
      // Of the marks only the note is words to be found.
      if (change.note !== undefined) for (const { id } of before) await tx.objectStore('indexTodo').put({ id });
      return done(before);
    });
    if (!batch.ok) return marks.length > 0 ? told('changed', marks) : batch;
    marks.push(...batch.value);
    onProgress?.(Math.min(wanted.length, from + BATCH));
  }
  return told('changed', marks);
}

/** Puts the marks (and the tags) back as they were, and only those that the change changed: an article that was removed since stays so. */
export async function undoChange(undo: Undo, now: number): Promise<LibraryAnswer<number>> {
  let count = 0;
  for (let from = 0; from < Math.max(1, undo.marks.length); from += BATCH) {
    const batch = new Map(undo.marks.slice(from, from + BATCH).map((marks) => [marks.id, marks]));
    const answer = await write(['articles', 'tags', 'indexTodo'], async (tx) => {
      if (from === 0) {
        for (const key of undo.newTags) await tx.objectStore('tags').delete(key);
        for (const tag of undo.tags) await tx.objectStore('tags').put(tag);
      }
      const replaced = await eachRow(tx.objectStore('articles'), [...batch.keys()], (saved) => {
        const row: Record<string, unknown> = { ...saved, updatedAt: now };
        for (const [name, was] of Object.entries(batch.get(saved.id)?.were ?? {})) {
          if (was === undefined) delete row[name];
          else row[name] = was;
        }
        return row as unknown as SavedArticle;
      }, true);
      for (const { id, were } of replaced) if ('note' in were) await tx.objectStore('indexTodo').put({ id });
      return done(replaced);
    });
    if (!answer.ok) return answer;
    count += answer.value.length;
  }
  announce({ kind: 'changed', ids: undo.marks.map(({ id }) => id) });
  return done(count);
}

/** Says what changed, and how it was. */
export function told(kind: LibraryChange['kind'], marks: readonly Marks[], tags: readonly TagRecord[] = [], newTags: readonly string[] = []): LibraryAnswer<Changed> {
  if (marks.length + tags.length + newTags.length > 0) announce({ kind, ids: marks.map(({ id }) => id) });
  return done({ changed: marks.length, undo: { marks, tags, newTags } });
}

interface Articles {
  get(id: number): Promise<ArticleRecord | undefined>;
  put(record: ArticleRecord): Promise<unknown>;
}

/** Changes rows inside a transaction; `change` answers undefined to leave one alone. @returns the marks of those changed, as they were. */
export async function eachRow(articles: Articles, ids: readonly number[], change: (saved: SavedArticle) => SavedArticle | undefined, removedToo = false): Promise<readonly Marks[]> {
  const marks = await Promise.all(ids.map(async (id): Promise<readonly Marks[]> => {
    const record = await articles.get(id);
    const saved = parseSaved(record);
    const next = saved && (removedToo || saved.removedAt === undefined) ? change(saved) : undefined;
    if (!record || !saved || !next) return [];
    await articles.put(toRecord(next, record.key));
    return [marksOf(saved, next)];
  }));
  return marks.flat();
}

function marksOf(saved: SavedArticle, next: SavedArticle): Marks {
  const other = MARKS.filter((name) => (name === 'tags' ? String(saved.tags) !== String(next.tags) : saved[name] !== next[name]));
  return { id: saved.id, were: Object.fromEntries(other.map((name) => [name, saved[name]])) };
}

function changed(saved: SavedArticle, { readState, favourite, addTags = [], removeTags = [], note, progress, fetch }: Change, now: number): SavedArticle | undefined {
  const { note: noteBefore, progress: progressBefore, finishedAt, fetch: fetchBefore, ...rest } = saved;
  const noteNow = note === undefined ? noteBefore : note.trim().slice(0, SAVED_LIMITS.note) || undefined;
  const progressNow = progress === undefined ? progressBefore : Math.min(1, Math.max(0, progress)) || undefined;
  const fetchNow = fetch === undefined ? fetchBefore : fetch === 'none' ? undefined : fetch;
  const state = readState ?? saved.readState;
  // The first end counts: who opens it again has still read it on that day.
  const finishes = (readState === 'archived' && saved.readState !== 'archived') || progress === 1;
  const finishedNow = finishedAt ?? (finishes ? now : undefined);
  const out = new Set(removeTags.map(tagKey));
  const tags = [...new Set([...saved.tags, ...addTags])].filter((tag) => !out.has(tagKey(tag))).slice(0, SAVED_LIMITS.tags);
  const next: SavedArticle = {
    ...rest, readState: state, favourite: favourite ?? saved.favourite, tags,
    ...(noteNow === undefined ? {} : { note: noteNow }), ...(progressNow === undefined ? {} : { progress: progressNow }),
    ...(finishedNow === undefined ? {} : { finishedAt: finishedNow }), ...(fetchNow === undefined ? {} : { fetch: fetchNow }),
    ...(progress === undefined ? {} : { readAt: now }),
  };
  const same = next.readState === saved.readState && next.favourite === saved.favourite && next.note === noteBefore && next.progress === progressBefore
    && next.fetch === fetchBefore && next.readAt === saved.readAt && String(next.tags) === String(saved.tags);
  return same ? undefined : { ...next, updatedAt: now };
}

/** Marks articles as unread or archived. @returns how many changed. */
export async function setReadState(ids: readonly number[], readState: ReadState, now: number): Promise<LibraryAnswer<number>> {
  return counted(await changeArticles(ids, { readState }, now));
}

/** Marks articles as favourites, or no longer. @returns how many changed. */
export async function setFavourite(ids: readonly number[], on: boolean, now: number): Promise<LibraryAnswer<number>> {
  return counted(await changeArticles(ids, { favourite: on }, now));
}

/** Steps in which lists show how far an article was read: a row is not written anew for every line. */
const STEP = 0.02;

/** A row with how far it was read, to be shown in lists; undefined when that is no news. Who goes back has still read as far. */
export function progressed(saved: SavedArticle, part: number, now: number): SavedArticle | undefined {
  const progress = part > 1 - STEP ? 1 : part;
  return progress < (saved.progress ?? 0) + STEP && !(progress === 1 && saved.progress !== 1) ? undefined : changed(saved, { progress }, now);
}

function counted(answer: LibraryAnswer<Changed>): LibraryAnswer<number> {
  return answer.ok ? done(answer.value.changed) : answer;
}

/**
 * Changes rows in one transaction and announces those that changed. `change` gets the record as stored and as checked
 * (undefined when damaged), and answers the new record, or undefined to leave it.
 */
export async function changeRows(
  kind: LibraryChange['kind'], ids: readonly number[],
  change: (record: ArticleRecord, saved: SavedArticle | undefined) => ArticleRecord | undefined,
): Promise<LibraryAnswer<number>> {
  const answer = await write(['articles'], async (tx) => {
    const articles = tx.objectStore('articles');
    const found = await Promise.all([...new Set(ids)].map(async (id) => {
      const record = await articles.get(id);
      const next = record && change(record, parseSaved(record));
      if (!next) return [];
      await articles.put(next);
      return [id];
    }));
    return done(found.flat());
  });
  if (!answer.ok) return answer;
  if (answer.value.length > 0) announce({ kind, ids: answer.value });
  return done(answer.value.length);
}
