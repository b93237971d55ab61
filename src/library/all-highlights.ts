/** The highlights and notes of the whole shelf: found by their words and their pen, article by article. */
import { parseHighlight, type Highlight, type Pen } from '../article/highlight.ts';
import { done, read, type LibraryAnswer } from './database.ts';
import { rangeOf } from './lists.ts';
import { findWords } from './matching.ts';
import { plain, runsOf } from './search/tokens.ts';

/** What of the highlights is wanted; what is absent narrows nothing. */
export interface HighlightWish {
  readonly pen?: Pen | undefined;
  /** Only those with a note. */
  readonly noted?: boolean | undefined;
  /** As typed: each word has to stand in the marked words or in the note. */
  readonly words?: string | undefined;
}

/** An article with the highlights that were asked for: their ids, in the order of its text. */
export interface MarkedArticle {
  readonly articleId: number;
  readonly highlights: readonly string[];
}

/** Records read at a time: others wait no longer than for these. */
const BATCH = 500;

/** The folded words of what somebody typed, as highlights are found by them and as they are marked in what was found. */
export function highlightWords(typed: string): readonly string[] {
  return [...new Set([...runsOf(plain(typed))].map(({ text }) => text))];
}

/**
 * Looks through all highlights of articles that have not been removed. Only ids are kept of them, so that thousands take
 * little room. @param isStill when it says no, the answer is no longer waited for @returns the article that was marked last first
 */
export async function findHighlights({ pen, noted, words = '' }: HighlightWish, isStill: () => boolean = () => true): Promise<LibraryAnswer<readonly MarkedArticle[]>> {
  const wanted = highlightWords(words);
  const removed = await read(['articles'], async (tx) => done(new Set(await tx.objectStore('articles').index('lists').getAllKeys(rangeOf('removed')))));
  if (!removed.ok) return removed;
  const found = new Map<number, { latest: number; readonly marks: Place[] }>();
  for (let after: string | undefined, isMore = true; isMore && isStill();) {
    const batch = await read(['highlights'], async (tx) => done(await tx.objectStore('highlights').getAll(after === undefined ? null : IDBKeyRange.lowerBound(after, true), BATCH)));
    if (!batch.ok) return batch;
    for (const record of batch.value) {
      const highlight = parseHighlight(record);
      const { articleId } = record;
      if (!highlight || !Number.isSafeInteger(articleId) || removed.value.has(articleId) || !fits(highlight)) continue;
      const own = found.get(articleId) ?? { latest: 0, marks: [] };
      own.latest = Math.max(own.latest, highlight.createdAt);
      own.marks.push({ id: highlight.id, start: highlight.anchor.start, createdAt: highlight.createdAt });
      found.set(articleId, own);
    }
    isMore = batch.value.length === BATCH;
    after = batch.value.at(-1)?.id;
  }
  return done([...found].toSorted(([a, one], [b, other]) => other.latest - one.latest || b - a).map(([articleId, { marks }]) => ({
    articleId, highlights: marks.toSorted((a, b) => a.start - b.start || a.createdAt - b.createdAt).map(({ id }) => id),
  })));

  function fits(highlight: Highlight): boolean {
    if (pen && highlight.pen !== pen || noted && !highlight.note.trim()) return false;
    return wanted.length === 0 || findWords(`${highlight.anchor.exact}\n${highlight.note}`, wanted).size === wanted.length;
  }
}

interface Place {
  readonly id: string;
  readonly start: number;
  readonly createdAt: number;
}

/** These highlights, by their ids. Those that are gone or damaged are absent. */
export function highlightsNamed(ids: readonly string[]): Promise<LibraryAnswer<ReadonlyMap<string, Highlight>>> {
  return read(['highlights'], async (tx) => {
    const records = await Promise.all(ids.map((id) => tx.objectStore('highlights').get(id)));
    return done(new Map(records.flatMap((record) => parseHighlight(record) ?? []).map((highlight) => [highlight.id, highlight] as const)));
  });
}

/** How many highlights there are, those of removed articles not counted. */
export function countHighlights(): Promise<LibraryAnswer<number>> {
  return read(['articles', 'highlights'], async (tx) => {
    const highlights = tx.objectStore('highlights');
    const all = await highlights.count();
    if (all === 0) return done(0);
    const removed = await tx.objectStore('articles').index('lists').getAllKeys(rangeOf('removed'));
    const theirs = await Promise.all(removed.map((id) => highlights.index('articleId').count(id)));
    return done(all - theirs.reduce((sum, each) => sum + each, 0));
  });
}
