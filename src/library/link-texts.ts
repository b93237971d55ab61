/** Links that came without their text: wanted, given their text later, or given up with the reason. */
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/article.ts';
import { eachRow } from './changing.ts';
import { announce } from './changes.ts';
import { done, read, write, type LibraryAnswer } from './database.ts';
import { idsIn } from './lists.ts';
import { ownFields, parseSaved, rowFields, toRecord, type FetchState, type FetchTrouble, type SavedArticle } from './saved-article.ts';
import { writeBody } from './saving.ts';

/** Rows marked in one transaction. */
const BATCH = 500;

/**
 * Marks the links whose text nobody has asked for yet as wanted. @param again those that were given up, too
 * @returns how many links are wanted now
 */
export async function wantTexts(now: number, again = false): Promise<LibraryAnswer<number>> {
  const lists = await read(['articles'], async (tx) => done(await Promise.all([idsIn(tx, 'link', [], 'newest'), idsIn(tx, 'wanted', [], 'newest')])));
  if (!lists.ok) return lists;
  const [links, wanted] = lists.value;
  const marked = new Set(wanted);
  const open = links.filter((id) => !marked.has(id));
  let count = wanted.length;
  for (let from = 0; from < open.length; from += BATCH) {
    const batch = await write(['articles'], async (tx) => done(await eachRow(tx.objectStore('articles'), open.slice(from, from + BATCH), (saved) => {
      if (saved.hasBody || (saved.fetch !== undefined && !again)) return undefined;
      const { fetchTrouble: _, ...rest } = saved;
      return { ...rest, fetch: 'wanted', updatedAt: now };
    })));
    if (!batch.ok) return batch;
    count += batch.value.length;
    if (batch.value.length > 0) announce({ kind: 'changed', ids: batch.value.map(({ id }) => id) });
  }
  return done(count);
}

/**
 * Gives a link its text. Its address stays the one it is known by, wherever the site led on to, so that the list it came
 * from brings nothing twice; so do the person's marks. One that has a text by now, or is gone, is left alone.
 * @returns whether it was filled
 */
export async function fillLink(id: number, given: Article, now: number): Promise<LibraryAnswer<boolean>> {
  const answer = await write(['articles', 'texts', 'bodies', 'indexTodo'], async (tx) => {
    const record = await tx.objectStore('articles').get(id);
    const saved = parseSaved(record);
    if (!record || !saved || saved.hasBody || saved.removedAt !== undefined) return done(false);
    const article = parseArticle({ ...given, url: saved.url });
    if (!article) return done(false);
    const { fetch: _, fetchTrouble: __, ...own } = ownFields(saved);
    await tx.objectStore('articles').put(toRecord({ ...own, ...rowFields(article), hasBody: true, textAt: now, updatedAt: now }, record.key));
    await writeBody(tx, id, article);
    await tx.objectStore('indexTodo').put({ id });
    return done(true);
  });
  if (answer.ok && answer.value) announce({ kind: 'saved', ids: [id] });
  return answer;
}

/** Notes what came of asking for a link's text. @param state `wanted`: it is asked for again; else it is given up */
export async function noteTrouble(id: number, trouble: FetchTrouble, state: FetchState, now: number): Promise<LibraryAnswer<undefined>> {
  const answer = await write(['articles'], async (tx) => done(await eachRow(tx.objectStore('articles'), [id], (saved): SavedArticle | undefined =>
    (saved.hasBody ? undefined : { ...saved, fetch: state, fetchTrouble: trouble, updatedAt: now }))));
  if (!answer.ok) return answer;
  announce({ kind: 'changed', ids: [id] });
  return done(undefined);
}
