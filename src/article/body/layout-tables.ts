/** Tables that only put a page's parts in their places, as pages did before there were styles. */

/**
 * Takes apart, in place, the tables under `root` that are none: those called so (WAI-ARIA `presentation`), those with
 * no more than one filled cell in any row, those that hold other tables or whole passages. The cells stand one after
 * the other in their stead. Tables with a heading cell or a caption stay.
 */
export function unwrapLayoutTables(root: Element): void {
  for (const table of [...root.querySelectorAll('table')].filter(isLayout)) {
    const box = table.ownerDocument.createElement('div');
    for (const cell of ownOf(table, 'td')) {
      const part = table.ownerDocument.createElement('div');
      part.append(...cell.childNodes);
      box.append(part);
    }
    table.replaceWith(box);
  }
}

/** What stands in a table, and not in one inside it. */
const ownOf = (table: Element, names: string): readonly Element[] => [...table.querySelectorAll(names)].filter((element) => element.closest('table') === table);

function isLayout(table: Element): boolean {
  if (ownOf(table, 'th, caption').length) return false;
  return /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') || table.querySelector('table, td > p + p + p') !== null
    || !ownOf(table, 'tr').some((row) => [...row.children].filter((cell) => /\S/.test(cell.textContent ?? '') || cell.querySelector('img')).length > 1);
}
