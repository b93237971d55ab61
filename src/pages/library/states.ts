/** What stands where a list would be: waiting, empty, nothing found, trouble. */
import { TriangleAlert } from 'lucide';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { searchTrouble, type LibraryReason } from '../../library/library.ts';
import { byId, drawing, fill, h, icon, type IconNode } from '../shared/dom.ts';
import type { ListName } from './view.ts';
import { buildWaiting } from './row.ts';
import { openSearchHelp } from './search-help.ts';
import { troubleWords } from './words.ts';

/** Books on a board, one gap, one leaning. */
const SHELF: IconNode = [
  ['path', { d: 'M24 78V11h28v67M30 25h16M30 33h16' }],
  ['path', { d: 'M52 78V1h22v77M58 17h10' }],
  ['path', { d: 'M78 78V33h16', 'stroke-dasharray': '3 5' }],
  ['path', { class: 'fill', d: 'm98 7 22-5 16 76h-22ZM107 27l10-3' }],
  ['path', { class: 'board', d: 'M2 79h156' }],
];

const EMPTY: Readonly<Record<ListName | 'facet' | 'shelf' | 'highlights', readonly [title: MessageKey, text: MessageKey]>> = {
  shelf: ['libEmptyTitle', 'libEmptyText'],
  unread: ['libNoUnreadTitle', 'libNoUnreadText'],
  archived: ['libNoArchiveTitle', 'libNoArchiveText'],
  favourite: ['libNoFavouritesTitle', 'libNoFavouritesText'],
  removed: ['libNoRemovedTitle', 'libNoRemovedText'],
  '*': ['libEmptyTitle', 'libEmptyText'],
  begun: ['libNoBegunTitle', 'libNoBegunText'],
  untagged: ['libNoUntaggedTitle', 'libNoUntaggedText'],
  link: ['libNoLinksTitle', 'libNoLinksText'],
  highlights: ['libNoHighlightsTitle', 'libNoHighlightsText'],
  facet: ['libNoneHereTitle', 'libNoneHereText'],
};

export function showNothing(): void {
  byId('state').hidden = true;
  byId('state').textContent = '';
}

/** An empty list, and what can be done about it where there is something: the first thing stands out. */
export function showEmpty(what: keyof typeof EMPTY, ...doings: readonly { readonly label: string; readonly run: () => unknown }[]): void {
  const [title, text] = EMPTY[what];
  const shelf = drawing(SHELF, 'shelf', 160);
  shelf.setAttribute('viewBox', '0 0 160 82');
  show(what === 'shelf' ? shelf : null, h('h2', {}, t(title)), h('p', {}, t(text)),
    doings.length === 0 ? null : h('div', { class: 'state-acts' }, ...doings.map(({ label, run }, n) => h('button', { class: n === 0 ? 'button filled' : 'button', type: 'button', onclick: run }, label))));
}

/** Nothing was found for what was typed: what that may come from, and the way to all that can be asked. */
export function showNothingFound(typed: string): void {
  const trouble = searchTrouble(typed);
  const title = trouble?.why === 'nothing' ? t('libNothingAskedTitle') : t('libNothingFoundTitle');
  const text = trouble === undefined ? t('libNothingFoundText') : trouble.why === 'nothing' ? t('libNothingAskedText') : t('libUnclearText', trouble.part);
  show(h('h2', {}, title), h('p', {}, text), h('div', { class: 'state-acts' }, h('button', { class: 'button', type: 'button', onclick: openSearchHelp }, t('libSearchHelp'))));
}

export function showTrouble(reason: LibraryReason, again: () => unknown): void {
  show(h('div', { class: 'notice bad', role: 'alert' }, icon(TriangleAlert), h('div', {}, h('strong', {}, t('libTroubleTitle')), h('p', {}, troubleWords(reason)))),
    h('button', { class: 'button', type: 'button', onclick: again }, t('libTryAgain')));
}

/** Rows drawn in outline while the first ones are fetched. */
export function waitingRows(): HTMLElement[] {
  return [0, 1, 2].map((row) => {
    const waiting = buildWaiting(0);
    waiting.classList.add('waiting');
    waiting.ariaHidden = 'true';
    waiting.style.setProperty('--row', String(row));
    return waiting;
  });
}

function show(...parts: (Node | null)[]): void {
  fill(byId('state'), ...parts);
  byId('state').hidden = false;
}
