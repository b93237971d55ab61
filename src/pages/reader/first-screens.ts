/** A long article's first screens are drawn before the rest is laid out. */

/** Letters that fill the tallest window, at the smallest type and beside pictures that have not come yet. */
const SCREENS = 12_000;
/** Letters laid out at once afterwards: a task that nobody feels. */
const SLICE = 60_000;

/**
 * Takes out of a body what no window shows at first.
 *
 * @returns puts it back, slice by slice, the page answering in between; undefined where the whole is short enough
 */
export function holdBack(body: HTMLElement): (() => Promise<void>) | undefined {
  const slices: DocumentFragment[] = [];
  let letters = 0;
  let limit = SCREENS;
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
