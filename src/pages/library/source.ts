/** What the page shows, read piece by piece: a list of the library, or what a search found. */
import { listSaved, rowsOf, searchLibrary, snippetsFor, type LibraryAnswer, type ListCursor, type ListOrder } from '../../library/library.ts';
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

/** Some of what a search finds, the best first unless another order is asked for, each with the words around the find. */
export async function fromSearch(query: string, order: ListOrder, limit: number, signal: AbortSignal): Promise<LibraryAnswer<Piece>> {
  const hits = await searchLibrary(query, order === 'newest' ? 'best' : order, signal);
  return hits.ok ? slice(query, hits.value, 0, limit) : hits;
}

async function slice(query: string, hits: readonly number[], from: number, limit: number): Promise<LibraryAnswer<Piece>> {
  const ids = hits.slice(from, from + limit);
  const [rows, around] = await Promise.all([rowsOf(ids), snippetsFor(ids, query)]);
  if (!rows.ok) return rows;
  if (!around.ok) return around;
  const entries = rows.value.items.map((saved) => {
    const snippet = around.value.get(saved.id);
    return { id: saved.id, saved, ...(snippet && { snippet }) };
  });
  const end = from + limit;
  return { ok: true, value: { entries, total: hits.length, ...(end < hits.length && { next: () => slice(query, hits, end, PIECE) }) } };
}
