/** Tables in two columns: one that is wider than a column, or longer than can be kept together, runs over both. Firefox breaks no table inside a column. */

/** Parts of a page up to which a table stays in its column. */
const SHORT = 0.4;

/**
 * Call on the article laid out in one column as wide as one of the two.
 *
 * @param room a column's width and the page's height, in the pixels that rectangles are measured in
 * @returns takes the class away again
 */
export function spanTables(article: Element, room: { readonly width: number; readonly height: number }): () => void {
  const frames = [...article.querySelectorAll('.wide')].filter((frame) => {
    const table = frame.querySelector('table')?.getBoundingClientRect();
    return table !== undefined && (table.width > room.width + 1 || table.height > room.height * SHORT);
  });
  // Its headings go along, or they would stand over one column of it.
  const spanning = frames.flatMap((frame) => [frame, ...headingsBefore(frame)]);
  for (const element of spanning) element.classList.add('spans');
  return () => {
    for (const element of spanning) {
      element.classList.remove('spans');
      if (!element.classList.length) element.removeAttribute('class');
    }
  };
}

function headingsBefore(element: Element): readonly Element[] {
  const before = element.previousElementSibling;
  return before?.matches('h1, h2, h3, h4, h5, h6') ? [before, ...headingsBefore(before)] : [];
}
