/** Makes wide tables fit the paper: smaller type in steps that stay readable, and only then words broken anywhere. */

const STEPS = ['fit-1', 'fit-2', 'fit-3', 'fit-broken'] as const;

/**
 * Call on the article laid out at the paper's width; paper.css gives the steps their sizes.
 *
 * @param width the paper's text width in CSS pixels
 * @returns takes the classes away again
 */
export function fitTables(article: Element, width: number): () => void {
  const tables = [...article.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'));
  let wide = tables.filter((table) => table.getBoundingClientRect().width > width + 1);
  const changed = [...wide];
  for (const [index, step] of STEPS.entries()) {
    if (!wide.length) break;
    for (const table of wide) {
      if (index > 0) table.classList.remove(STEPS[index - 1]!);
      table.classList.add(step);
    }
    wide = wide.filter((table) => table.getBoundingClientRect().width > width + 1);
  }
  return () => {
    for (const table of changed) {
      table.classList.remove(...STEPS);
      if (!table.classList.length) table.removeAttribute('class');
    }
  };
}
