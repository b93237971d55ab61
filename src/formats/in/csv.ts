/** Tables written as comma-separated values (RFC 4180), read so that one damaged row costs one row. */
import Papa from 'papaparse';

/** A row of a table by its column names, in small letters. Missing cells are undefined. */
export interface CsvRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string | undefined>>;
  /** A quotation mark in it was never closed: nothing in it can be trusted. `cells` is empty then. */
  readonly broken?: string;
}

/** Quotation marks left open that are recovered from; a file with more is no table. */
const MOST_BREAKS = 200;

/** The column names of a table's first line, in small letters; none when it is no table. */
export function csvHeading(text: string): readonly string[] {
  const first = Papa.parse<string[]>(text.replace(/^\ufeff/, '').slice(0, 20_000), { preview: 1 }).data[0] ?? [];
  return first.length > 1 ? first.map(nameOf) : [];
}

/**
 * The rows under a table's heading. A quotation mark that is opened and not closed in its row would swallow the rows after
 * it, up to the next mark or the end: its line is answered as broken, and reading goes on with the line after it.
 */
export function* csvRows(text: string): Generator<CsvRow> {
  let rest = text.replace(/^\ufeff/, '');
  let names: readonly string[] | undefined;
  let row = 0;
  for (let breaks = 0; rest; breaks += 1) {
    const { data, errors } = Papa.parse<string[]>(rest);
    const open = breaks < MOST_BREAKS ? errors.find(({ code, row: at }) => code === 'MissingQuotes' || (code === 'InvalidQuotes' && data[at ?? -1]?.some((cell) => cell.includes('\n')))) : undefined;
    for (const cells of open ? data.slice(0, open.row) : data) {
      if (cells.every((cell) => !cell.trim())) continue;
      if (!names) names = cells.map(nameOf);
      else yield { row: (row += 1), cells: Object.fromEntries(names.map((name, at) => [name, cells[at]])) };
    }
    if (!open) return;
    const at = open.index ?? rest.length;
    const start = rest.lastIndexOf('\n', at) + 1;
    const end = rest.indexOf('\n', at);
    if (names) yield { row: (row += 1), cells: {}, broken: rest.slice(start, end < 0 ? undefined : end) };
    else names = [];
    rest = end < 0 ? '' : rest.slice(end + 1);
  }
}

function nameOf(cell: string): string {
  return cell.trim().toLowerCase();
}
