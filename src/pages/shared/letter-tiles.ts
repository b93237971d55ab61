/** The ways out of the house, one tile each: the last used one first, those that can't carry the letter not at all. */
import type { Letter } from '../../letter/compose.ts';
import type { Fit, Form } from '../../letter/mailto.ts';
import { h, icon, type IconNode } from './dom.ts';

export type Asks = 'friend' | 'right' | 'nothing';

/** A way out: a click follows the address that `form` or `href` makes, or calls `run`. */
export interface Way {
  readonly id: string;
  readonly label: string;
  readonly icon: IconNode;
  /** Carries the letter to its people within the budget of a mail link. */
  readonly form?: Form;
  /** Carries a message; whom to, the person chooses there. */
  readonly href?: (letter: Letter) => string;
  readonly run?: () => void;
  /** What the form must know first: a friend's address (the default), only that no address is wrong, or nothing at all. */
  readonly asks?: Asks;
}

export interface TilesOptions {
  readonly ways: readonly Way[];
  /** The way used last, by its id. */
  readonly last: string;
  /** Asks what has to be asked; false when the letter may not leave. */
  readonly leaving: (way: Way) => boolean;
  /** An address was followed. */
  readonly departed: (way: Way) => void;
}

export interface Tiles {
  readonly grid: HTMLElement;
  /**
   * Shows the letter's ways as they are now.
   * @param carried how a form carries the letter; without one, how the mail program does
   * @param byDraft the draft file is the main way, because a mail link would be cut
   * @param main where the way used last stands as the main button, when it is neither of the two main ones and carries all of the letter
   * @returns whether it stands there
   */
  readonly show: (letter: Letter, carried: (form?: Form) => Fit, byDraft: boolean, main: HTMLElement) => boolean;
}

export function wayTiles({ ways, last, leaving, departed }: TilesOptions): Tiles {
  const tiles = new Map(ways.map((way) => [way, tile(way)]));
  const first = ways.find(({ id }) => id === last && id !== 'mail' && id !== 'draft');
  const grid = h('div', { class: 'letter-ways' }, ...tiles.values());
  if (first) grid.prepend(tiles.get(first)!);

  function tile(way: Way): HTMLElement {
    const inside = [icon(way.icon), h('span', {}, way.label)];
    const id = `letter-way-${way.id}`;
    if (way.run) return h('button', { type: 'button', class: 'button', id, onclick: () => { if (leaving(way)) way.run?.(); } }, ...inside);
    const link = h('a', { class: 'button', id, ...(way.id === 'mail' || way.id === 'sms' ? {} : { target: '_blank', rel: 'noopener noreferrer' }) }, ...inside);
    link.addEventListener('click', (event) => {
      if (leaving(way)) departed(way);
      else event.preventDefault();
    });
    return link;
  }

  return {
    grid,
    show(letter, carried, byDraft, main) {
      const fitOf = (way: Way): Fit | undefined => (way.form ? carried(way.form) : way.id === 'mail' ? carried() : undefined);
      const isWhole = (fit: Fit | undefined): boolean => fit === undefined || (fit.ok && !fit.cut);
      const isMain = first !== undefined && isWhole(fitOf(first));
      for (const [way, element] of tiles) {
        const fit = fitOf(way);
        // The two that have a main button of their own stand among the tiles only when the main place is taken.
        element.hidden = fit?.ok === false || (!isMain && (way.id === 'mail' ? !byDraft : way.id === 'draft' && byDraft));
        if (!(element instanceof HTMLAnchorElement)) continue;
        if (way.href) element.href = way.href(letter);
        else if (fit?.ok) element.href = fit.href;
      }
      if (first) {
        const element = tiles.get(first)!;
        element.classList.toggle('filled', isMain);
        element.classList.toggle('letter-main', isMain);
        const place = isMain ? main : grid;
        if (element.parentElement !== place) place.prepend(element);
      }
      return isMain;
    },
  };
}
