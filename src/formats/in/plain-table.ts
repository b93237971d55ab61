/** Any other table with a column of addresses: what most services that are not named here write. */
import { csvRows } from './csv.ts';
import type { Format } from './format.ts';
import { listCell, only, refusedRow, rowOf, textField, timeOf, type Fields } from './row.ts';

const NAMES = {
  address: ['url', 'link', 'href', 'address', 'website'],
  title: ['title', 'name'],
  time: ['saved', 'saved at', 'created', 'created at', 'date', 'timestamp', 'time_added', 'added'],
  tags: ['tags', 'labels', 'keywords'],
} as const;
const oneOf = (columns: readonly string[], names: readonly string[]) => names.find((name) => columns.includes(name));

export const plainTable: Format = {
  name: 'table',
  recognises: ({ columns }) => oneOf(columns, NAMES.address) !== undefined,
  *read(text) {
    for (const { row, cells, broken } of csvRows(text)) {
      const columns = Object.keys(cells);
      const cell = (names: readonly string[]) => cells[oneOf(columns, names) ?? ''];
      if (broken !== undefined) yield refusedRow(row, 'rowDamaged', broken);
      else yield rowOf(row, cell(NAMES.address), only<Fields>({
        title: textField(cell(NAMES.title)), savedAt: timeOf(cell(NAMES.time)), tags: listCell(cell(NAMES.tags), /[,|;]/),
      }));
    }
  },
};
