/** Where upright lines break into sheets. We choose it ourselves: browsers print them onto sheets in different ways, or not at all. */

/** A line of text, or a thing that is never cut, in the order of reading. */
export interface Row {
  /** Where it begins and ends, in the direction in which the lines follow one another. */
  readonly start: number;
  readonly end: number;
  /** The lines of one paragraph have the same; a thing by itself has its own. */
  readonly run: object;
  /** Which line of its paragraph it is, counted from 0, and of how many. */
  readonly line: number;
  readonly lines: number;
  /** What follows belongs to it: a heading, the head of the article. */
  readonly leadsOn: boolean;
  /** What it is a part of and may not be torn from. */
  readonly whole?: object | undefined;
  /** Too large to stand between upright lines: it has sheets of its own, and lies. */
  readonly lies?: boolean;
}

/** Lines of a paragraph that stay together at either end. */
const TOGETHER = 2;

/**
 * The rows with which a new sheet begins, but for the first: as much on each sheet as fits, no heading left at its end, no line
 * of a paragraph alone. Where nothing else is possible, a sheet ends wherever it is full.
 *
 * @param room how much a sheet holds, in the unit of the rows
 */
export function chooseBreaks(rows: readonly Row[], room: number): readonly number[] {
  const breaks: number[] = [];
  for (let first = 0; first < rows.length;) {
    const next = endOfSheet(rows, first, room);
    if (next >= rows.length) break;
    breaks.push(next);
    first = next;
  }
  return breaks;
}

function endOfSheet(rows: readonly Row[], first: number, room: number): number {
  if (rows[first]!.lies) return first + 1;
  let full = first + 1;
  while (full < rows.length && !rows[full]!.lies && rows[full]!.end - rows[first]!.start <= room) full += 1;
  if (full === rows.length || rows[full]!.lies) return full;
  for (let at = full; at > first; at -= 1) if (mayBreak(rows[at - 1]!, rows[at]!)) return at;
  return full;
}

function mayBreak(before: Row, after: Row): boolean {
  if (before.leadsOn || (after.whole && after.whole === before.whole)) return false;
  return after.run !== before.run || (after.line >= TOGETHER && after.lines - after.line >= TOGETHER);
}
