/** Which rows of a long list stand in view: arithmetic alone. */

/** How a list lies on the screen, in CSS pixels. All its rows are of one size, so the scroll bar never lies. */
export interface Frame {
  /** From the top of the view to the top of the list; negative when that is scrolled away. */
  readonly top: number;
  /** Height of the view. */
  readonly view: number;
  /** Height of one row. */
  readonly row: number;
  /** Entries side by side in a row. */
  readonly columns: number;
}

export interface Stretch {
  readonly from: number;
  /** After the last. */
  readonly to: number;
}

/** The entries to be built: those in view, and as much again as half a view above and below. */
export function stretchOf(frame: Frame, count: number): Stretch {
  const { top, view, row, columns } = frame;
  if (row <= 0 || count === 0) return { from: 0, to: 0 };
  const margin = view / 2;
  const first = Math.floor((-top - margin) / row);
  const end = Math.ceil((-top + view + margin) / row);
  const rows = Math.ceil(count / columns);
  const within = (n: number) => Math.max(0, Math.min(rows, n));
  return { from: within(first) * columns, to: Math.min(count, within(end) * columns) };
}

/** How far to scroll so that an entry stands in view, clear of what covers the edges; 0 when it does. */
export function scrollFor(frame: Frame, index: number, covered: { readonly top: number; readonly bottom: number }): number {
  const start = frame.top + Math.floor(index / frame.columns) * frame.row;
  const end = start + frame.row;
  if (start < covered.top) return start - covered.top;
  if (end > frame.view - covered.bottom) return Math.min(start - covered.top, end - (frame.view - covered.bottom));
  return 0;
}
