/**
 * Tables that break across sheets, for the preview alone: in columns, Firefox breaks no table and Chromium repeats no head.
 * So every row becomes a block of its measured height, and the head is put in again where a sheet begins.
 */

export interface SplitTables {
  /** Puts heads where rows begin a new column, one a step. Call once the rows are laid out in columns. */
  repeatHeads(columnOf: (element: Element) => number): Generator<undefined, void>;
  undo(): void;
}

/**
 * Call on articles laid out in one long column, constructions set.
 *
 * @param scale how many times larger than on paper they are laid out
 */
export function splitTables(articles: readonly Element[], scale: number): SplitTables {
  const undo: (() => void)[] = [];
  const split: { readonly head: HTMLElement | undefined; readonly rows: readonly HTMLElement[] }[] = [];
  for (const article of articles) for (const table of article.querySelectorAll<HTMLTableElement>('table')) {
    if (table.classList.contains('whole') || table.closest('.whole') || table.parentElement?.closest('table') || !table.rows.length || !table.getBoundingClientRect().height) continue;
    const made = inBlocks(table, scale);
    table.before(made.box);
    table.remove();
    undo.push(() => made.box.replaceWith(table));
    split.push(made);
  }
  return {
    *repeatHeads(columnOf) {
      for (const { head, rows } of split) {
        if (!head) continue;
        let before = columnOf(head);
        for (const row of rows) {
          if (columnOf(row) === before) continue;
          row.before(head.cloneNode(true));
          // The head may have pushed it on; a row taller than a sheet ends where it ends.
          before = columnOf(row);
          yield;
        }
      }
    },
    undo: () => { for (const step of undo.toReversed()) step(); },
  };
}

function inBlocks(table: HTMLTableElement, scale: number): { box: HTMLElement; head: HTMLElement | undefined; rows: HTMLElement[] } {
  const { ownerDocument: document } = table;
  const width = table.getBoundingClientRect().width / scale;
  const columns = columnWidths(table, scale);
  const block = (rows: readonly HTMLTableRowElement[], height: number): HTMLElement => {
    const copy = table.cloneNode(false) as HTMLTableElement;
    copy.removeAttribute('id');
    copy.style.cssText = `table-layout: fixed; inline-size: ${width}px; min-inline-size: 0; margin: 0`;
    const group = document.createElement('colgroup');
    for (const each of columns) {
      const column = document.createElement('col');
      column.style.inlineSize = `${each}px`;
      group.append(column);
    }
    const section = document.createElement(rows[0]!.parentElement!.localName === 'thead' ? 'thead' : 'tbody');
    for (const row of rows) section.append(row.cloneNode(true));
    copy.append(group, section);
    const box = document.createElement('div');
    box.className = 'row-block';
    box.style.blockSize = `${height}px`;
    if (!rows.some((row) => row.classList.contains('breaks'))) box.style.breakInside = 'avoid';
    box.append(copy);
    return box;
  };
  const box = document.createElement('div');
  box.className = 'split-table';
  if (table.caption) {
    const caption = document.createElement('div');
    const copy = table.cloneNode(false) as HTMLTableElement;
    copy.removeAttribute('id');
    copy.style.inlineSize = `${width}px`;
    copy.append(table.caption.cloneNode(true));
    caption.style.blockSize = `${table.caption.getBoundingClientRect().height / scale}px`;
    caption.style.breakAfter = 'avoid';
    caption.append(copy);
    box.append(caption);
  }
  // Row positions are taken as wholes of the table, so that shared borders are counted once.
  const tops = new Map([...table.rows].map((row) => [row, row.getBoundingClientRect()]));
  const headRows = table.tHead ? [...table.tHead.rows] : [];
  let head: HTMLElement | undefined;
  const heightOf = (rows: readonly HTMLTableRowElement[]): number => (tops.get(rows.at(-1)!)!.bottom - tops.get(rows[0]!)!.top) / scale;
  if (headRows.length) {
    head = block(headRows, heightOf(headRows));
    head.style.breakAfter = 'avoid';
    box.append(head);
  }
  const rows: HTMLElement[] = [];
  for (const group of groupsOf([...table.rows].filter((row) => !headRows.includes(row)))) {
    const made = block(group, heightOf(group));
    rows.push(made);
    box.append(made);
  }
  return { box, head, rows };
}

/** Rows, those joined by a cell that spans them together. */
function groupsOf(rows: readonly HTMLTableRowElement[]): HTMLTableRowElement[][] {
  const groups: HTMLTableRowElement[][] = [];
  let joined = 0;
  for (const row of rows) {
    if (joined > 0) groups.at(-1)!.push(row);
    else groups.push([row]);
    joined = Math.max(joined - 1, ...[...row.cells].map((cell) => cell.rowSpan - 1), 0);
  }
  return groups;
}

/** The widths of the columns, read from the first row that has a cell for each. */
function columnWidths(table: HTMLTableElement, scale: number): readonly number[] {
  const rows = [...table.rows];
  // Not all as arguments of one call: an imported table may have more rows than a call can take.
  const most = rows.reduce((widest, row) => Math.max(widest, [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)), 0);
  const plain = rows.find((row) => row.cells.length === most && [...row.cells].every((cell) => cell.colSpan === 1 && cell.getBoundingClientRect().width > 0));
  return plain ? [...plain.cells].map((cell) => cell.getBoundingClientRect().width / scale) : [];
}
