/**
 * How far somebody has read, for each article by its address: an article that is saved after reading has begun keeps its
 * place. Places in articles that are not saved go after a week, with their drafts.
 */
import { libraryKey } from '../url/library-key.ts';
import { eachRow, progressed } from './changing.ts';
import { done, read, refused, write, type LibraryAnswer } from './database.ts';
import { DRAFT_LIFE } from './drafts.ts';

/** A place in an article's text: by its words, so that it is found at any size of the type and after saving again. */
export interface Position {
  /** Characters of the article's text before the first line that was seen. */
  readonly at: number;
  /** The words there. */
  readonly words: string;
  /** The part of the text that had been read, 0 to 1. */
  readonly part: number;
}

const WORDS = 200;

/** Keeps the place. @param now milliseconds since the epoch */
export function keepPosition(url: string, { at, words, part }: Position, now: number): Promise<LibraryAnswer<void>> {
  const key = libraryKey(url);
  if (key === undefined) return Promise.resolve(refused('damaged'));
  return write(['articles', 'positions'], async (tx) => {
    const articles = tx.objectStore('articles');
    const id = await articles.index('key').getKey(key);
    await tx.objectStore('positions').put({ key, at, words: words.slice(0, WORDS), part, ...(id === undefined ? { goesAt: now + DRAFT_LIFE } : {}) });
    const shown = id ?? await articles.index('also').getKey(key);
    if (shown !== undefined) await eachRow(articles, [shown], (saved) => progressed(saved, part, now));
    return done(undefined);
  });
}

/** The place that was kept; undefined when there is none. */
export async function positionOf(url: string): Promise<Position | undefined> {
  const key = libraryKey(url);
  if (key === undefined) return undefined;
  const answer = await read(['positions'], async (tx) => done(parsePosition(await tx.objectStore('positions').get(key))));
  return answer.ok ? answer.value : undefined;
}

/** Lets go of the places in articles that were not saved within a week. @returns how many went. */
export function prunePositions(now: number): Promise<LibraryAnswer<number>> {
  return write(['articles', 'positions'], async (tx) => {
    const positions = tx.objectStore('positions');
    const due = await positions.index('goesAt').getAll(IDBKeyRange.upperBound(now));
    const kept = await Promise.all(due.map(async ({ key, at, words, part }): Promise<number> => {
      const isSaved = await tx.objectStore('articles').index('key').getKey(key) !== undefined;
      await (isSaved ? positions.put({ key, at, words, part }) : positions.delete(key));
      return isSaved ? 1 : 0;
    }));
    return done(due.length - kept.reduce((sum, one) => sum + one, 0));
  });
}

function parsePosition(record: unknown): Position | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const { at, words, part } = record as Readonly<Record<string, unknown>>;
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0 || typeof words !== 'string' || typeof part !== 'number') return undefined;
  return { at, words: words.slice(0, WORDS), part: Math.min(1, Math.max(0, part || 0)) };
}
