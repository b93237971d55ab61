/** A long article's first screens are drawn before the rest is laid out. */

import type { Settings } from '../../browser/settings.ts';

/** Width of the column as it is chosen, in sizes of the type (reader.css). */
const COLUMN: Readonly<Record<Settings['column'], number>> = { narrow: 26, middle: 33.6, wide: 44 };
/** A letter's width and a line's height in sizes of the type: narrower and lower than those of any face, so that the count is never too small. */
const LETTER = 0.4;
const LINE = 1.3;
/** Letters laid out at once afterwards: a task that nobody feels. */
const SLICE = 60_000;

/**
 * How many letters a window can show at once, beside pictures that have not come yet.
 * @param height of the tallest window there may be, in CSS pixels
 */
export function lettersSeen({ textSize, column }: Pick<Settings, 'textSize' | 'column'>, height: number): number {
  return Math.ceil(COLUMN[column] / LETTER) * Math.ceil(height / (textSize * LINE));
}

/**
 * Takes out of a body what no window shows at first.
 *
 * @param seen how many letters stay
 * @returns puts it back, slice by slice, the page answering in between; undefined where the whole is short enough
 */
export function holdBack(body: HTMLElement, seen: number): (() => Promise<void>) | undefined {
  const slices: DocumentFragment[] = [];
  let letters = 0;
  let limit = seen;
  for (let part = body.firstChild, next; part; part = next) {
    // It may be gone from here in a moment.
    next = part.nextSibling;
    if (letters > limit) {
      slices.push(body.ownerDocument.createDocumentFragment());
      limit = letters + SLICE;
    }
    letters += part.textContent?.length ?? 0;
    slices.at(-1)?.append(part);
  }
  if (!slices.length) return undefined;
  return async () => {
    for (const slice of slices) {
      body.append(slice);
      // Laid out here and now, so that the next slice does not add its work to this one's.
      body.getBoundingClientRect();
      await new Promise((resolve) => { setTimeout(resolve); });
    }
  };
}
