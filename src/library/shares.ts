/** That articles were passed on: noted, shown, forgotten. */
import { parseAll, parseShare, type Share } from './beside.ts';
import { announce } from './changes.ts';
import { done, read, refused, write, type LibraryAnswer } from './database.ts';
import { findByUrl } from './saving.ts';

/** Notes that an article was passed on. */
export async function putShare(given: Omit<Share, 'uid'> & { readonly uid?: string }): Promise<LibraryAnswer<string>> {
  const share = parseShare({ ...given, uid: given.uid ?? crypto.randomUUID() });
  if (!share) return refused('damaged');
  const answer = await write(['articles', 'shares'], async (tx) => {
    if (!(await tx.objectStore('articles').getKey(share.id))) return refused('gone');
    return done(await tx.objectStore('shares').put(share));
  });
  if (answer.ok) announce({ kind: 'changed', ids: [share.id] });
  return answer;
}

/** Forgets that an article was passed on. @returns what it was, so that it can be put back. */
export async function removeShare(uid: string): Promise<LibraryAnswer<Share>> {
  const answer = await write(['shares'], async (tx) => {
    const share = parseShare(await tx.objectStore('shares').get(uid));
    if (!share) return refused('gone');
    await tx.objectStore('shares').delete(uid);
    return done(share);
  });
  if (answer.ok) announce({ kind: 'changed', ids: [answer.value.id] });
  return answer;
}

/** When and how an article was passed on, latest first. */
export function sharesOf(id: number): Promise<LibraryAnswer<readonly Share[]>> {
  return read(['shares'], async (tx) => done(parseAll(await tx.objectStore('shares').index('id').getAll(id), parseShare).toSorted((a, b) => b.at - a.at)));
}

/** The same for several articles at once, each list latest first; articles that were never passed on are left out. */
export function sharesOfAll(ids: readonly number[]): Promise<LibraryAnswer<ReadonlyMap<number, readonly Share[]>>> {
  return read(['shares'], async (tx) => {
    const store = tx.objectStore('shares');
    // Most libraries have none.
    const found = await store.count() === 0 ? [] : await Promise.all(ids.map((id) => store.index('id').getAll(id)));
    const lists = found.map((records) => parseAll(records, parseShare).toSorted((a, b) => b.at - a.at));
    return done(new Map(lists.flatMap((shares) => (shares[0] ? [[shares[0].id, shares] as const] : []))));
  });
}

/** Notes it by the article's address. "gone" for a page that is not kept here: nothing is noted of it. */
export async function noteShare({ url, way, to }: { readonly url: string; readonly way: string; readonly to: readonly string[] }, now: number): Promise<LibraryAnswer<string>> {
  const saved = await findByUrl(url);
  return saved ? putShare({ id: saved.id, at: now, way, to }) : refused('gone');
}
