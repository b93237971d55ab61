/** A size with a smaller and a larger button: the steps for the screen and for paper, and the two buttons' work. */
import { byId } from './dom.ts';

/** Reading text on the screen, in CSS pixels. */
export const SCREEN_SIZES = [15, 16, 17, 18, 19, 20, 22, 24, 26, 29, 32] as const;
/** Text on paper, in points. */
export const PAPER_SIZES = [8, 9, 10, 10.5, 11, 11.5, 12, 13, 14, 16, 18] as const;

/**
 * Wires the two buttons. A value between two steps (from an older list) moves to the next step.
 *
 * @returns call it with the value whenever that changes: the button at the end of the road is switched off
 */
export function stepper(
  ids: { readonly smaller: string; readonly larger: string }, sizes: readonly number[], choose: (size: number) => void,
): (now: number) => void {
  const smaller = byId<HTMLButtonElement>(ids.smaller);
  const larger = byId<HTMLButtonElement>(ids.larger);
  let now = sizes[0]!;
  const step = (size: number | undefined): void => { if (size !== undefined) choose(size); };
  smaller.addEventListener('click', () => step(sizes.findLast((size) => size < now)));
  larger.addEventListener('click', () => step(sizes.find((size) => size > now)));
  return (value) => {
    now = value;
    smaller.disabled = value <= sizes[0]!;
    larger.disabled = value >= sizes.at(-1)!;
  };
}
