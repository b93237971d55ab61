/** Whether there is enough to do for the index to be worth beginning. Small, so that the worker can ask. */
import { done, read } from './database.ts';
import { ENOUGH } from './search/stores.ts';

/** True when some dozens of articles (or `enough`) wait to be taken in, or to become a segment. */
export async function wantsTending(enough = ENOUGH): Promise<boolean> {
  const waiting = await read(['indexTodo', 'indexPending'], async (tx) =>
    done(await Promise.all([tx.objectStore('indexTodo').count(), tx.objectStore('indexPending').count()])));
  return waiting.ok && waiting.value.some((count) => count >= enough);
}
