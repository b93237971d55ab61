/** All highlights of the article in one list, in the order of the text: gone to, noted, removed, without a mouse too. */
import type { Highlight } from '../../article/highlight.ts';
import { t } from '../../browser/i18n.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { short } from './note-editor.ts';
import { penName } from './selection-bar.ts';

export interface ListActions {
  goTo(highlight: Highlight): void;
  note(highlight: Highlight, button: HTMLElement): void;
  remove(highlight: Highlight): void;
}

/** Fills the panel. @param lost those whose words are no longer in the text */
export function showHighlightList(highlights: readonly Highlight[], lost: readonly Highlight[], actions: ListActions): void {
  const refocus = heldFocus();
  const missing = new Set(lost);
  const there = highlights.filter((highlight) => !missing.has(highlight));
  fill(byId('highlights-list'), ...there.map((highlight) => item(highlight, actions, true)));
  fill(byId('lost-list'), ...lost.map((highlight) => item(highlight, actions, false)));
  byId('highlights-none').hidden = highlights.length > 0;
  byId('lost').hidden = lost.length === 0;
  refocus();
}

/** The focus, when it is on a button of the lists: to be given to the same button again, or to that of the entry which is in its place now. */
function heldFocus(): () => void {
  const panel = byId('highlights-panel');
  const button = document.activeElement;
  const entry = button?.closest<HTMLElement>('li');
  if (!entry || !panel.contains(entry)) return () => undefined;
  const at = [...panel.querySelectorAll('li')].indexOf(entry as HTMLLIElement);
  const buttons = [...entry.querySelectorAll('button')];
  // From the end: an entry whose words are lost has only the last one.
  const fromEnd = buttons.indexOf(button as HTMLButtonElement) - buttons.length;
  return () => {
    const all = [...panel.querySelectorAll('li')];
    const next = all.find((each) => each.dataset['highlight'] === entry.dataset['highlight']) ?? all[Math.min(at, all.length - 1)];
    panel.tabIndex = -1;
    ([...next?.querySelectorAll('button') ?? []].at(fromEnd) ?? panel).focus();
  };
}

function item(highlight: Highlight, actions: ListActions, isThere: boolean): HTMLElement {
  const quote = [h('span', { class: 'only-heard' }, `${penName(highlight.pen)}: `), h('mark', { class: 'highlight', 'data-pen': highlight.pen, dir: 'auto' }, short(highlight.anchor.exact, 220))];
  return h('li', { 'data-highlight': highlight.id },
    isThere ? h('button', { type: 'button', class: 'quote', onclick: () => actions.goTo(highlight) }, ...quote) : h('p', { class: 'quote' }, ...quote),
    highlight.note && h('p', { class: 'note', dir: 'auto' }, highlight.note),
    h('div', { class: 'doings' },
      isThere && h('button', { type: 'button', class: 'button quiet small', onclick: (event: MouseEvent) => actions.note(highlight, event.currentTarget as HTMLElement) }, t(highlight.note ? 'highlightChangeNote' : 'highlightNote')),
      h('button', { type: 'button', class: 'button quiet small', onclick: () => actions.remove(highlight) }, t('remove'))));
}
