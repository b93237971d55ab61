/** What makes the list draw itself anew, and look again at articles: scrolling, sizes, and changes here or in another window. */
import { onLibraryChange } from '../../library/library.ts';
import { byId } from '../shared/dom.ts';

/** @param paint called at most once a frame when what is in view may be other rows, or rows of another size */
export function paintOnMoves(paint: () => void): void {
  let frame = 0;
  const soon = () => { frame ||= requestAnimationFrame(() => { frame = 0; paint(); }); };
  addEventListener('scroll', soon, { passive: true });
  // The probe changes with the text size and the width of the page, as rows do.
  const sizes = new ResizeObserver(soon);
  for (const watched of [byId('row-probe'), byId('items').parentElement!]) sizes.observe(watched);
  addEventListener('resize', soon);
}

/**
 * @param each called at once with the articles of every change
 * @param all called a moment later with those of all changes since; with none when a tag was made or painted
 */
export function onChanges(each: (ids: readonly number[]) => void, all: (ids: readonly number[]) => void): void {
  let soon = 0;
  const changed = new Set<number>();
  onLibraryChange(({ ids }) => {
    each(ids);
    for (const id of ids) changed.add(id);
    clearTimeout(soon);
    soon = window.setTimeout(() => {
      const together = [...changed];
      changed.clear();
      all(together);
    }, 40);
  });
}
