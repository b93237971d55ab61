/**
 * Which way one reads on this page: down it, or, where the lines stand upright, sideways along it. All that reckons with
 * places in the window asks here, so that nothing else need know which it is. Distances are pixels in the direction of reading.
 */
const root = document.documentElement;

/** Whether lines stand upright, and to which side they follow one another. */
export function uprightNow(): 'rl' | 'lr' | undefined {
  const { upright } = root.dataset;
  return upright === 'rl' || upright === 'lr' ? upright : undefined;
}

/** How far somebody has gone from the beginning. */
export function gone(): number {
  // Where lines follow one another to the left, the beginning is at zero and the rest below it.
  return uprightNow() ? Math.abs(scrollX) : scrollY;
}

/** How much of the page the window shows. */
export function windowLength(): number {
  return uprightNow() ? root.clientWidth : innerHeight;
}

/** How long a line of the page can be. */
export function windowAcross(): number {
  return uprightNow() ? innerHeight : root.clientWidth;
}

/** How far one can go. */
export function wayLength(): number {
  return uprightNow() ? root.scrollWidth - root.clientWidth : root.scrollHeight - innerHeight;
}

/** From the side of the window where reading comes in, to where a box begins. */
export function startOf({ top, left, right }: DOMRect): number {
  const upright = uprightNow();
  if (!upright) return top;
  return upright === 'rl' ? root.clientWidth - right : left;
}

/** From the side of the window where reading comes in, to where a box ends. */
export function endOf({ bottom, left, right }: DOMRect): number {
  const upright = uprightNow();
  if (!upright) return bottom;
  return upright === 'rl' ? root.clientWidth - left : right;
}

/** Goes on by so many pixels, or back where they are fewer than none. */
export function goBy(pixels: number, behavior: ScrollBehavior = 'instant'): void {
  const upright = uprightNow();
  if (!upright) scrollBy({ top: pixels, behavior });
  else scrollBy({ left: upright === 'rl' ? -pixels : pixels, behavior });
}

/** The height, or the room from the side, where the text begins that is being read: under the strip, which is at the foot of narrow windows. */
export function firstLine(): number {
  if (uprightNow()) return 24;
  return matchMedia('(max-width: 48rem)').matches ? 12 : 68;
}
