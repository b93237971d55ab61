/** What the page shows, read piece by piece: a list of the library, or what a search found. */
import { listSaved, searchSaved, snippetsFor, type LibraryAnswer, type ListCursor, type ListOrder, type SavedArticle } from '../../library/library.ts';
import type { Entry } from './row.ts';
import type { View } from './side.ts';

/** Rows fetched at a time while scrolling. */
export const PIECE = 50;

export interface Piece {
  readonly entries: readonly Entry[];
  /** How many there are in all, where that is known without counting: after a search. */
  readonly total?: number;
  /** Fetches what follows; absent at the end. */
  readonly next?: () => Promise<LibraryAnswer<Piece>>;
}

/** Some entries of a list, from its start or after a cursor. Damaged ones come last. */
export async function fromList(filter: View, order: ListOrder, limit: number, after?: ListCursor): Promise<LibraryAnswer<Piece>> {
  const page = await listSaved({ filter, order, limit, after });
  if (!page.ok) return page;
  const { items, damaged, next } = page.value;
  const entries = [...items.map((saved) => ({ id: saved.id, saved })), ...damaged.map((id) => ({ id }))];
  return { ok: true, value: { entries, ...(next && { next: () => fromList(filter, order, PIECE, next) }) } };
}

/** Some of what a search finds, in the order asked for, each with the words around the find. */
export async function fromSearch(query: string, order: ListOrder, limit: number, signal: AbortSignal): Promise<LibraryAnswer<Piece>> {
  const hits = await searchSaved(query, signal);
  return hits.ok ? slice(query, sorted(hits.value, order), 0, limit) : hits;
}

async function slice(query: string, hits: readonly SavedArticle[], from: number, limit: number): Promise<LibraryAnswer<Piece>> {
  const shown = hits.slice(from, from + limit);
  const around = await snippetsFor(shown.map(({ id }) => id), query);
  if (!around.ok) return around;
  const entries = shown.map((saved) => {
    const snippet = around.value.get(saved.id);
    return { id: saved.id, saved, ...(snippet && { snippet }) };
  });
  const end = from + limit;
  return { ok: true, value: { entries, total: hits.length, ...(end < hits.length && { next: () => slice(query, hits, end, PIECE) }) } };
}

function sorted(hits: readonly SavedArticle[], order: ListOrder): readonly SavedArticle[] {
  if (order === 'newest') return hits;
  if (order === 'oldest') return hits.toReversed();
  const { compare } = new Intl.Collator();
  return hits.toSorted((a, b) => compare(a.title, b.title));
}
