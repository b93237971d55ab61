/** Where a person was in the list, kept in the tab's own history entry so that going back finds it again. */
import type { SearchOrder } from '../../library/library.ts';

export interface Place {
  readonly query: string;
  readonly order: SearchOrder;
  readonly searchOrder: SearchOrder;
  /** CSS pixels from the top. */
  readonly scroll: number;
}

const ORDERS = ['best', 'newest', 'oldest', 'title', 'published', 'publishedFirst', 'shortest', 'longest'] as const satisfies readonly SearchOrder[];

export function leavePlace(place: Place): void {
  history.replaceState(place, '');
}

/** The place left in this history entry, if there is one. */
export function placeLeft(): Place | undefined {
  const raw: unknown = history.state;
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { query, order, searchOrder, scroll } = raw as Readonly<Record<string, unknown>>;
  const known = (wanted: unknown) => ORDERS.find((each) => each === wanted);
  if (typeof query !== 'string' || typeof scroll !== 'number') return undefined;
  return { query, order: known(order) ?? 'newest', searchOrder: known(searchOrder) ?? 'best', scroll };
}
