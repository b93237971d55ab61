/** Formats that are tables: known by their columns, read row by row. */
import { csvRows } from './csv.ts';
import { hasColumns, type Format } from './format.ts';
import { refusedRow, rowOf, type Fields, type Row } from './row.ts';

type Cells = Readonly<Record<string, string | undefined>>;

/**
 * A format whose rows each name a page.
 * @param columns what it is known by, in small letters
 * @param address the column with the address
 * @param fields the rest of a row, or the reason why it is not taken
 */
export function tableFormat(name: string, columns: readonly string[], address: string, fields: (cells: Cells) => Fields | 'rowFromFeed'): Format {
  return {
    name,
    recognises: (sample) => hasColumns(sample, ...columns),
    *read(text) {
      for (const { row, cells, broken } of csvRows(text)) {
        if (broken !== undefined) yield refusedRow(row, 'rowDamaged', broken);
        else yield read(row, cells);
      }
    },
  };

  function read(row: number, cells: Cells): Row {
    const rest = fields(cells);
    if (rest === 'rowFromFeed') return refusedRow(row, rest, cells[address]);
    return rowOf(row, cells[address], rest);
  }
}
