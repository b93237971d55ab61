/** Highlights and notes of saved articles. They stay when an article is saved again, and go with it when it is purged. */
import { HIGHLIGHT_LIMITS, parseHighlight, type Highlight } from '../article/highlight.ts';
import { announce } from './changes.ts';
import { done, read, refused, write, type LibraryAnswer } from './database.ts';

/** The highlights of an article in the order of its text. Damaged ones are left out. */
export async function highlightsOf(articleId: number): Promise<LibraryAnswer<readonly Highlight[]>> {
  const answer = await highlightsOfAll([articleId]);
  return answer.ok ? done(answer.value.get(articleId) ?? []) : answer;
}

/** The highlights of several articles; those that have none are absent. For exports, paper and letters. */
export function highlightsOfAll(articleIds: readonly number[]): Promise<LibraryAnswer<ReadonlyMap<number, readonly Highlight[]>>> {
  return read(['highlights'], async (tx) => {
    const index = tx.objectStore('highlights').index('articleId');
    const entries = await Promise.all(articleIds.map(async (id) => {
      return [id, inOrder(await index.getAll(id))] as const;
    }));
    return done(new Map(entries.filter(([, found]) => found.length > 0)));
  });
}

/** Records as highlights, in the order of the text. Damaged ones are left out. */
export function inOrder(records: readonly unknown[]): readonly Highlight[] {
  return records.flatMap((record) => parseHighlight(record) ?? []).toSorted((a, b) => a.anchor.start - b.anchor.start || a.createdAt - b.createdAt);
}

/** Puts a highlight to a saved article, or brings the one of the same id up to date. "gone" when there is no such article. */
export async function putHighlight(articleId: number, given: Highlight): Promise<LibraryAnswer<Highlight>> {
  const highlight = parseHighlight(given);
  if (!highlight) return refused('damaged');
  const answer = await write(['articles', 'highlights', 'indexTodo'], async (tx) => {
    if (await tx.objectStore('articles').getKey(articleId) === undefined) return refused('gone');
    const highlights = tx.objectStore('highlights');
    const stored = await highlights.get(highlight.id);
    // An id is random: the same one under another article is a forged file, and must not move the mark.
    if (stored && stored.articleId !== articleId) return refused('damaged');
    if (!stored && await highlights.index('articleId').count(articleId) >= HIGHLIGHT_LIMITS.count) return refused('full');
    await highlights.put({ ...highlight, articleId });
    if (highlight.note !== (stored?.note ?? '')) await tx.objectStore('indexTodo').put({ id: articleId });
    return done(highlight);
  });
  if (answer.ok) announce({ kind: 'changed', ids: [articleId] });
  return answer;
}

/** Takes a highlight away. @returns what it was, so that it can be put back. */
export async function removeHighlight(articleId: number, id: string): Promise<LibraryAnswer<Highlight>> {
  const answer = await write(['highlights', 'indexTodo'], async (tx) => {
    const highlights = tx.objectStore('highlights');
    const stored = await highlights.get(id);
    const highlight = parseHighlight(stored);
    if (!highlight || stored?.articleId !== articleId) return refused('gone');
    await highlights.delete(id);
    if (highlight.note) await tx.objectStore('indexTodo').put({ id: articleId });
    return done(highlight);
  });
  if (answer.ok) announce({ kind: 'changed', ids: [articleId] });
  return answer;
}

/** What a person wrote beside an article: the words that search has to find besides the article's own. */
export function notesText(highlights: readonly Pick<Highlight, 'note'>[]): string {
  return highlights.map(({ note }) => note.trim()).filter(Boolean).join('\n');
}
