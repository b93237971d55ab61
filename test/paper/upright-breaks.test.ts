/** Where upright lines break into sheets. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBreaks, type Row } from '../../src/paper/upright-breaks.ts';

/** Paragraphs of so many lines, each a unit wide; `'h'` is a heading, `'t'` what has sheets of its own. */
function rowsOf(...parts: readonly (number | 'h' | 't')[]): readonly Row[] {
  const rows: Row[] = [];
  for (const part of parts) {
    const run = {};
    const lines = typeof part === 'number' ? part : 1;
    for (let line = 0; line < lines; line += 1) {
      const start = rows.length;
      rows.push({ start, end: start + 1, run, line, lines, leadsOn: part === 'h', whole: lines < 4 ? run : undefined, lies: part === 't' });
    }
  }
  return rows;
}

describe('sheets of upright lines', () => {
  it.each([
    ['nothing', [], []],
    ['all on one sheet', [6, 4], []],
    ['a long paragraph goes on where the sheet is full', [24], [10, 20]],
    ['a heading goes along with its text', [9, 'h', 8], [9]],
    ['so do headings after one another', [8, 'h', 'h', 8], [8]],
    ['no last line is left for the next sheet', [11], [9]],
    ['no first line is left behind', [9, 6], [9]],
    ['a paragraph of three lines is not torn', [8, 3, 5], [8]],
    ['what lies has a sheet of its own', [3, 't', 4], [3, 4]],
  ] as const)('%s', (_, parts, breaks) => expect(chooseBreaks(rowsOf(...parts), 10)).toEqual(breaks));

  it('starts from the row that begins a sheet, not from the room before it', () => {
    const rows = rowsOf(4, 4, 4).map((row, n) => ({ ...row, start: row.start + 3 * Math.floor(n / 4), end: row.end + 3 * Math.floor(n / 4) }));
    expect(chooseBreaks(rows, 11)).toEqual([8]);
    expect(chooseBreaks(rows, 10)).toEqual([6]);
  });

  it('gives up a rule, never a row, where a sheet can hold nothing whole', () => {
    expect(chooseBreaks(rowsOf('h', 'h', 'h', 'h', 3), 2)).toEqual([2, 4, 6]);
    expect(chooseBreaks([{ start: 0, end: 50, run: {}, line: 0, lines: 1, leadsOn: false }, ...rowsOf(2).map((row) => ({ ...row, start: row.start + 50, end: row.end + 50 }))], 10)).toEqual([1]);
  });

  it('takes every row once, in order, and no more than a sheet holds', () => {
    const part = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant('h' as const), fc.constant('t' as const));
    fc.assert(fc.property(fc.array(part, { maxLength: 40 }), fc.integer({ min: 4, max: 25 }), (parts, room) => {
      const rows = rowsOf(...parts);
      const breaks = chooseBreaks(rows, room);
      for (const [n, first] of [0, ...breaks].entries()) {
        const next = breaks[n] ?? rows.length;
        if (rows.length) expect(next).toBeGreaterThan(first);
        expect(next - first).toBeLessThanOrEqual(room);
      }
    }));
  });
});
