/** Where a person was in the list, kept in the tab's own history entry so that going back finds it again. */
import type { ListOrder } from '../../library/library.ts';

export interface Place {
  readonly query: string;
  readonly order: ListOrder;
  /** How many rows had been loaded. */
  readonly shown: number;
  /** CSS pixels from the top. */
  readonly scroll: number;
}

/** More rows than this are not loaded again at once. */
const MOST = 2_000;
const ORDERS: readonly unknown[] = ['newest', 'oldest', 'title'] satisfies ListOrder[];

export function leavePlace(place: Place): void {
  history.replaceState(place, '');
}

/** The place left in this history entry, if there is one. */
export function placeLeft(): Place | undefined {
  const raw: unknown = history.state;
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { query, order, shown, scroll } = raw as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string' || !ORDERS.includes(order) || typeof shown !== 'number' || typeof scroll !== 'number') return undefined;
  return { query, order: order as ListOrder, shown: Math.min(MOST, shown), scroll };
}
