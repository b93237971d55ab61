/** What every format that is read has in common. */
import type { Rows } from './row.ts';

/** The beginning of a file, enough to know it by. */
export interface Sample {
  /** Name of the file, without its folders. */
  readonly name: string;
  /** Its first characters, without a byte order mark. */
  readonly head: string;
  /** Column names of a table, in small letters; none when it is no table. */
  readonly columns: readonly string[];
}

/** A kind of file that is known by what stands in it, not by its name. */
export interface Format {
  /** A stable key; the pages turn it into words. */
  readonly name: string;
  recognises(sample: Sample): boolean;
  /** Its rows only add to those of another list, and know neither when nor how these were saved: they are taken in last. */
  readonly beside?: true;
  /** Reads the rows one after the other, so that whoever takes them can pause. Never throws, whatever the text holds. */
  read(text: string): Rows;
}

/** Whether a table has all these columns. */
export const hasColumns = (sample: Sample, ...names: readonly string[]): boolean => names.every((name) => sample.columns.includes(name));
