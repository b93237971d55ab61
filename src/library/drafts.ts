/**
 * Drafts: articles that are being read or shared without having been saved, kept for a week so that a reload of the
 * page, or a popup that closes too early, loses nothing.
 */
import type { IDBPObjectStore } from 'idb';
import { ARTICLE_LIMITS, parseArticle, type Article } from '../article/article.ts';
import { libraryKey } from '../url/library-key.ts';
import { done, read, refused, write, type LibraryAnswer } from './database.ts';
import { announced, getArticle, putArticle, putLink, SAVE_STORES, type Saved } from './saving.ts';
import { parseSaved, SAVED_LIMITS } from './saved-article.ts';
import { restoredRecord } from './removing.ts';
import type { LibrarySchema } from './schema.ts';

/** How long a draft is kept, in milliseconds: seven days. */
export const DRAFT_LIFE = 7 * 24 * 60 * 60 * 1000;

export interface NewDraft {
  readonly article?: Article;
  readonly page: { readonly url: string; readonly title: string };
  readonly quote?: string;
  /** Text directive that opens the page at the quote. */
  readonly directive?: string;
}

export interface Draft extends NewDraft {
  readonly id: string;
  readonly createdAt: number;
  /** Where it stands in the library, once it was saved. */
  readonly savedId?: number;
}

/** Lays a draft down, and lets those go that are past their time. @returns its random id, not to be guessed from outside. */
export function putDraft(draft: NewDraft, now: number): Promise<LibraryAnswer<string>> {
  const record = checkedDraft({ ...draft, id: crypto.randomUUID(), createdAt: now });
  if (!record || (draft.article && !record.article)) return Promise.resolve(refused('damaged'));
  return write(['drafts'], async (tx) => {
    await prune(tx.objectStore('drafts'), now);
    return done(await tx.objectStore('drafts').put(record));
  });
}

/** A draft, its article checked. After it was saved the article comes from the library. */
export async function getDraft(id: string): Promise<LibraryAnswer<Draft>> {
  const answer = await read(['drafts'], async (tx) => {
    const record: unknown = await tx.objectStore('drafts').get(id);
    if (record === undefined) return refused('gone');
    const draft = checkedDraft(record);
    return draft ? done(draft) : refused('damaged');
  });
  if (!answer.ok || answer.value.savedId === undefined) return answer;
  const saved = await getArticle(answer.value.savedId);
  if (!saved.ok) return saved;
  return done({ ...answer.value, ...(saved.value.article && { article: saved.value.article }) });
}

/**
 * Moves a draft into the library in one transaction: it stands in one of the two at every moment, whoever is killed
 * when. Saving it again finds it there, and puts it back if it had been removed meanwhile.
 */
export function saveDraft(draftId: string, now: number): Promise<LibraryAnswer<Saved>> {
  return announced(write(SAVE_STORES, async (tx) => {
    const drafts = tx.objectStore('drafts');
    const record: unknown = await drafts.get(draftId);
    if (record === undefined) return refused('gone');
    const draft = checkedDraft(record);
    if (!draft) return refused('damaged');
    if (draft.savedId !== undefined) {
      const stored = await tx.objectStore('articles').get(draft.savedId);
      const saved = parseSaved(stored);
      if (!stored || !saved) return refused(stored ? 'damaged' : 'gone');
      if (saved.removedAt !== undefined) await tx.objectStore('articles').put(restoredRecord(stored, saved, now));
      return done({ id: saved.id, existed: saved.removedAt === undefined });
    }
    const { article, page, quote } = draft;
    const answer = article ? await putArticle(tx, article, now, quote) : await putLink(tx, page, now, quote);
    if (!answer.ok) return answer;
    await drafts.put({ id: draft.id, createdAt: draft.createdAt, page, savedId: answer.value.id, ...(quote === undefined ? {} : { quote }) });
    return answer;
  }));
}

/** Lets go of drafts older than a week. @returns how many. */
export function pruneDrafts(now: number): Promise<LibraryAnswer<number>> {
  return write(['drafts'], async (tx) => done(await prune(tx.objectStore('drafts'), now)));
}

async function prune(drafts: IDBPObjectStore<LibrarySchema, ['drafts'], 'drafts', 'readwrite'>, now: number): Promise<number> {
  const old = await drafts.index('createdAt').getAllKeys(IDBKeyRange.upperBound(now - DRAFT_LIFE));
  await Promise.all(old.map((id) => drafts.delete(id)));
  return old.length;
}

/** What was kept as a draft, here or elsewhere, every field checked; undefined when it is damaged. */
export function checkedDraft(value: unknown): Draft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, createdAt, page, article, quote, directive, savedId } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof createdAt !== 'number' || typeof page !== 'object' || page === null) return undefined;
  const { url, title } = page as Readonly<Record<string, unknown>>;
  if (typeof url !== 'string' || url.length > ARTICLE_LIMITS.url || libraryKey(url) === undefined || typeof title !== 'string') return undefined;
  const parsed = article === undefined ? undefined : parseArticle(article);
  if (article !== undefined && !parsed) return undefined;
  return {
    id, createdAt, page: { url, title: title.slice(0, ARTICLE_LIMITS.title) },
    ...(parsed && { article: parsed }),
    ...(typeof quote === 'string' && quote.trim() ? { quote: quote.slice(0, SAVED_LIMITS.quote) } : {}),
    // Checked where a link is made of it (`text-fragment.ts`).
    ...(typeof directive === 'string' && directive.length <= ARTICLE_LIMITS.url ? { directive } : {}),
    ...(typeof savedId === 'number' ? { savedId } : {}),
  };
}
