/** In which order a list stands, and of a tag, site, author or year whether all or only some: the two choices above it. */
import type { ListFilter, SearchOrder } from '../../library/library.ts';
import { byId } from '../shared/dom.ts';

/** Of lists and of what is found: the best first, unless another order is asked for. */
let order: SearchOrder = 'newest';
let searchOrder: SearchOrder = 'best';
let within: ListFilter | '' = '';

/** The orders, as they are kept while another page is looked at. */
export interface Orders {
  readonly order: SearchOrder;
  readonly searchOrder: SearchOrder;
}

/** @param changed called when the person chose otherwise @param isSearch whether it is what was found that stands there */
export function startSorting(changed: () => unknown, isSearch: () => boolean): void {
  const sort = byId<HTMLSelectElement>('sort');
  sort.addEventListener('change', () => {
    if (isSearch()) searchOrder = sort.value as SearchOrder;
    else order = sort.value as SearchOrder;
    changed();
  });
  const some = byId<HTMLSelectElement>('within');
  some.addEventListener('change', () => { within = some.value as typeof within; changed(); });
}

export const orderOf = (isSearch: boolean): SearchOrder => (isSearch ? searchOrder : order);
export const orders = (): Orders => ({ order, searchOrder });
export function takeOrders(kept: Orders): void { ({ order, searchOrder } = kept); }

/** The part of a tag, site, author or year that is asked for; none when it is all of it. */
export const onlyWithin = (): ListFilter | undefined => within || undefined;
export function allOfIt(): void { byId<HTMLSelectElement>('within').value = within = ''; }

export function showSorting(isSearch: boolean, isFacet: boolean): void {
  byId('sort-best').hidden = !isSearch;
  byId<HTMLSelectElement>('sort').value = orderOf(isSearch);
  byId('within').hidden = !isFacet || isSearch;
}
