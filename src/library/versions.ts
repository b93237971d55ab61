/** Going back to an earlier text of an article. */
import { countWords } from '../article/body/text.ts';
import { announce } from './changes.ts';
import { parseVersion } from './beside.ts';
import { done, refused, write, type LibraryAnswer } from './database.ts';
import { parseSaved, toRecord } from './saved-article.ts';
import { layAside } from './saving.ts';

/**
 * Puts an earlier text in the place of the one an article has, which is laid aside in turn: nothing is lost, and going back
 * to that one undoes it. @param at which text: when it was taken in
 * @returns when the text that was laid aside had been taken in; `gone` when there is no such text
 */
export async function goBackTo(id: number, at: number, now: number): Promise<LibraryAnswer<number>> {
  const answer = await write(['articles', 'texts', 'bodies', 'versions', 'indexTodo'], async (tx) => {
    const [record, stored, body] = await Promise.all([tx.objectStore('articles').get(id), tx.objectStore('versions').get([id, at]), tx.objectStore('bodies').get(id)]);
    const saved = parseSaved(record);
    const version = parseVersion(stored);
    if (!record || !version || !body) return refused('gone');
    if (!saved) return refused('damaged');
    const left = saved.textAt ?? saved.savedAt;
    await layAside(tx, saved);
    // Only in a forged library were both taken in at the same moment; then the one laid aside stands there now.
    if (left !== at) await tx.objectStore('versions').delete([id, at]);
    await tx.objectStore('bodies').put({ ...body, html: version.html });
    await tx.objectStore('texts').put({ id, text: version.text });
    await tx.objectStore('articles').put(toRecord({ ...saved, title: version.title, wordCount: countWords(version.text), textAt: at, changedAt: now, updatedAt: now }, record.key));
    await tx.objectStore('indexTodo').put({ id });
    return done(left);
  });
  if (answer.ok) announce({ kind: 'changed', ids: [id] });
  return answer;
}
