/** What the page shows: a list of the library, the articles of a tag, site, author or year, or a leaf of its own. Pure. */
import type { Facet, ListFilter } from '../../library/library.ts';
import { percentDecoded } from '../../url/percent-decoded.ts';

/** The lists that have a name of their own. */
export const LISTS = ['unread', 'begun', 'archived', 'favourite', '*', 'untagged', 'link', 'removed'] as const;
export type ListName = typeof LISTS[number];

/** Leaves beside the lists: what was marked in all articles, all names of a kind, the picture of a year's reading, and the room all of it takes. */
export const LEAVES = ['highlights', 'tags', 'sites', 'authors', 'years', 'reading', 'storage'] as const;
export type Leaf = typeof LEAVES[number];

export const FACETS = ['tag', 'site', 'author', 'year'] as const satisfies readonly Facet[];

export type View =
  | { readonly kind: 'list'; readonly list: ListName }
  | { readonly kind: 'facet'; readonly facet: Facet; readonly name: string }
  | { readonly kind: 'leaf'; readonly leaf: Leaf };

const HASH: Readonly<Record<ListName, string>> = {
  unread: 'unread', begun: 'started', archived: 'archive', favourite: 'favourites', '*': 'everything', untagged: 'untagged', link: 'links', removed: 'removed',
};

/** The part of the address after `#` that names a view. */
export function hashOf(view: View): string {
  switch (view.kind) {
    case 'list': return `#${HASH[view.list]}`;
    case 'facet': return `#${view.facet}/${encodeURIComponent(view.name)}`;
    case 'leaf': return `#${view.leaf}`;
  }
}

/** The words an address asks to be looked for (`#search/…`), as the address bar writes it. */
export function searchIn(hash: string): string {
  return hash.startsWith(SEARCH) ? percentDecoded(hash.slice(SEARCH.length)) : '';
}
const SEARCH = '#search/';

/** The view an address names; everything when it looks for words, the unread ones when it names none. */
export function viewOf(hash: string): View {
  if (hash.startsWith(SEARCH)) return { kind: 'list', list: '*' };
  const words = hash.replace(/^#/, '');
  const list = LISTS.find((name) => HASH[name] === words);
  if (list) return { kind: 'list', list };
  const leaf = LEAVES.find((name) => name === words);
  if (leaf) return { kind: 'leaf', leaf };
  const slash = words.indexOf('/');
  const facet = FACETS.find((name) => name === words.slice(0, Math.max(0, slash)));
  const name = slash < 0 ? '' : percentDecoded(words.slice(slash + 1));
  return facet && name ? { kind: 'facet', facet, name } : { kind: 'list', list: 'unread' };
}

/** The filter behind a view that is a list of articles. */
export function filterOf(view: View): ListFilter | undefined {
  switch (view.kind) {
    case 'list': return view.list;
    case 'facet': return `${view.facet}:${view.name}`;
    case 'leaf': return undefined;
  }
}
