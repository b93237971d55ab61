/** Makes wide tables fit the paper: smaller type in steps that stay readable, and only then words broken anywhere. */

const STEPS = ['fit-1', 'fit-2', 'fit-3', 'fit-broken'] as const;

/**
 * Call on the article laid out at the paper's width; paper.css gives the steps their sizes.
 *
 * @param widthOf the room that a table has, in the pixels that rectangles are measured in
 * @returns takes the classes away again
 */
export function fitTables(article: Element, widthOf: (table: Element) => number): () => void {
  const isWide = (table: Element): boolean => table.getBoundingClientRect().width > widthOf(table) + 1;
  const tables = [...article.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'));
  let wide = tables.filter(isWide);
  const changed = [...wide];
  for (const [index, step] of STEPS.entries()) {
    if (!wide.length) break;
    for (const table of wide) {
      if (index > 0) table.classList.remove(STEPS[index - 1]!);
      table.classList.add(step);
    }
    wide = wide.filter(isWide);
  }
  return () => {
    for (const table of changed) {
      table.classList.remove(...STEPS);
      if (!table.classList.length) table.removeAttribute('class');
    }
  };
}
