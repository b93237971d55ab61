/** Which articles the page shows, and in which order: a list of the library, or what a search found. */
import { listIds, listSaved, searchLibrary, type LibraryAnswer, type ListFilter, type ListOrder, type ListPage, type SearchOrder } from '../../library/library.ts';

/** The ids of what is asked for. A search looks through everything on the shelf. */
export function idsOf(filter: ListFilter | readonly ListFilter[], query: string, order: SearchOrder, signal: AbortSignal): Promise<LibraryAnswer<readonly number[]>> {
  return query ? searchLibrary(query, order, signal) : listIds({ filter, order: listOrder(order) });
}

/** A list has no best: its newest come first. */
export function listOrder(order: SearchOrder): ListOrder {
  return order === 'best' ? 'newest' : order;
}

/** Rows of a list's beginning: there long before the numbers of a long list are. */
export function firstOf(filter: ListFilter | readonly ListFilter[], order: SearchOrder): Promise<LibraryAnswer<ListPage>> {
  return listSaved({ filter, order: listOrder(order), limit: 40 });
}
