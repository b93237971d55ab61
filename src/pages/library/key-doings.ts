/** What the keys of the library page do. */
import { byId } from '../shared/dom.ts';
import { undo } from './doings.ts';
import type { ItemList } from './item-list.ts';
import { openKeySheet } from './key-sheet.ts';
import { doingOf, type KeyDoing } from './keys.ts';

export interface KeyTargets {
  readonly list: ItemList;
  readonly act: (doing: 'archive' | 'unread' | 'favourite' | 'tags' | 'remove', ids: readonly number[]) => unknown;
  readonly search: () => void;
  readonly turnLayout: () => void;
  /** @param target where the focus is */
  readonly escape: (target: HTMLElement) => void;
}

export function listenToKeys(targets: KeyTargets): void {
  addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (document.querySelector('dialog[open]') || target.closest('.menu') || byId('library').hidden) return;
    if (event.key === 'Escape') return targets.escape(target);
    if (target.matches('input:not([type="checkbox"]), select, textarea')) {
      if (event.key === 'ArrowDown' && target.id === 'search') { event.preventDefault(); targets.list.focusAt(0); }
      return;
    }
    const doing = doingOf(event);
    if (doing !== undefined && run(doing, targets, target)) event.preventDefault();
  });
}

/** @returns whether there was something to do; else the browser does what it always does */
function run(doing: KeyDoing, { list, act, search, turnLayout }: KeyTargets, target: HTMLElement): boolean {
  const here = list.focusedId();
  // Arrows and pages scroll as ever until the focus is in the list; j and k begin it.
  const { columns, screen } = list.steps;
  const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
  const step = (by: number) => list.ids.length > 0 && (list.step(by), true);
  switch (doing) {
    case 'next': return step(columns);
    case 'previous': return step(-columns);
    case 'forward': return here !== undefined && columns > 1 && step(rtl ? -1 : 1);
    case 'backward': return here !== undefined && columns > 1 && step(rtl ? 1 : -1);
    case 'screenDown': return here !== undefined && step(screen);
    case 'screenUp': return here !== undefined && step(-screen);
    case 'first': return here !== undefined && list.focusAt(0) !== undefined;
    case 'last': return here !== undefined && list.focusAt(list.ids.length - 1) !== undefined;
    case 'select':
      if (here !== undefined) list.choose(here, !list.isChosen(here));
      return here !== undefined;
    case 'selectNext': case 'selectPrevious': {
      if (here === undefined) return false;
      list.choose(here, true);
      const to = list.step(doing === 'selectNext' ? 1 : -1);
      if (to !== undefined) list.choose(to, true);
      return true;
    }
    case 'selectAll': list.chooseAll(true); return list.ids.length > 0;
    case 'undo': return undo();
    case 'search': search(); return true;
    case 'layout': turnLayout(); return true;
    case 'help': openKeySheet(); return true;
    case 'archive': case 'unread': case 'favourite': case 'tags': case 'remove': {
      // On a button in the side or above the list these letters mean nothing.
      const ids = list.chosenCount > 0 ? list.chosen : here === undefined || target.closest('.chosen') ? [] : [here];
      if (ids.length > 0) void act(doing, ids);
      return ids.length > 0;
    }
  }
}
