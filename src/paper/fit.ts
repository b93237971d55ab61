/** "Fit onto N sheets": how type is made smaller step by step and stays readable, and which step is the first that fits. */

export interface Setting {
  /** Points. */
  readonly printSize: number;
  readonly printLead: 'tight' | 'normal' | 'loose';
  readonly printMargins: 'narrow' | 'normal' | 'wide';
}

/** From the largest to the smallest that can be read in comfort: 9 pt of a book face, tightly set. Each takes less paper than the one before. */
export const FITTING: readonly Setting[] = [
  ...[18, 16, 14, 13, 12, 11.5, 11, 10.5, 10].map((printSize) => ({ printSize, printLead: 'normal', printMargins: 'normal' }) as const),
  { printSize: 10, printLead: 'tight', printMargins: 'normal' },
  { printSize: 10, printLead: 'tight', printMargins: 'narrow' },
  { printSize: 9, printLead: 'tight', printMargins: 'narrow' },
];

/**
 * The most comfortable setting that takes at most this many sheets, or undefined when none does. Asks as seldom as it can:
 * each count is a layout of the whole.
 *
 * @param count the sheets that a setting takes; undefined to give up
 */
export async function firstFitting(sheets: number, count: (setting: Setting) => Promise<number | undefined>): Promise<Setting | 'given up' | undefined> {
  let low = 0;
  let high = FITTING.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const taken = await count(FITTING[middle]!);
    if (taken === undefined) return 'given up';
    if (taken <= sheets) high = middle;
    else low = middle + 1;
  }
  return FITTING[low];
}
