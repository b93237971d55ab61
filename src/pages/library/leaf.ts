/** The leaves beside the lists: they stand where a list would, and are built anew when they are opened or the library changes. */
import type { LibraryReason } from '../../library/library.ts';
import { byId, fill } from '../shared/dom.ts';
import { highlightsLeaf } from './highlights-leaf.ts';
import { namesLeaf } from './names-leaf.ts';
import { readingLeaf } from './reading-leaf.ts';
import { storageLeaf } from './storage-leaf.ts';
import { tagsLeaf } from './tags-leaf.ts';
import type { Leaf } from './view.ts';

export type LeafAnswer = { readonly ok: true; readonly value: readonly Node[] } | { readonly ok: false; readonly reason: LibraryReason };

const BUILD: Readonly<Record<Leaf, (again: () => void, isStill: () => boolean) => Promise<LeafAnswer>>> = {
  highlights: highlightsLeaf, tags: tagsLeaf, sites: () => namesLeaf('site'), authors: () => namesLeaf('author'), years: () => namesLeaf('year'), reading: readingLeaf, storage: storageLeaf,
};

/** Shows a leaf; the control that had the focus has it again. @returns why not, when it could not be read */
export async function showLeaf(leaf: Leaf, isStill: () => boolean): Promise<LibraryReason | undefined> {
  const built = await BUILD[leaf](() => void showLeaf(leaf, isStill), isStill);
  if (!isStill()) return undefined;
  if (!built.ok) return built.reason;
  const home = byId('leaf');
  const focused = home.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['focus'] : undefined;
  fill(home, ...built.value);
  home.hidden = false;
  if (focused) home.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  return undefined;
}

export function hideLeaf(): void {
  byId('leaf').hidden = true;
  byId('leaf').textContent = '';
}
