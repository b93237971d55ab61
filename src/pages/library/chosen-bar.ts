/** The bar of what can be done to all that are chosen. */
import { Archive, ArchiveRestore, FileOutput, Inbox, ListChecks, Printer, Star, Tag, Trash2 } from 'lucide';
import { t, uiLanguage } from '../../browser/i18n.ts';
import { openAddress, pageUrl } from '../../browser/tabs.ts';
import type { SavedArticle } from '../../library/library.ts';
import { byId, fill, h, icon, type IconNode } from '../shared/dom.ts';
import { takeAlong } from '../shared/taken-along.ts';
import { favour, move, purge, putBack, remove } from './doings.ts';
import { openTagPicker } from './tag-picker.ts';

export interface ChosenWish {
  /** How many are chosen, and who they are when somebody presses. */
  readonly count: number;
  readonly ids: () => readonly number[];
  /** Those of them whose rows are known. */
  readonly known: readonly SavedArticle[];
  readonly isRemoved: boolean;
  readonly isArchive: boolean;
  readonly chooseAll: () => void;
}

/** What the print page takes as one job. */
const PRINTABLE = 200;

/** Shows the bar, or takes it away when nothing is chosen. */
export function showChosenBar(wish: ChosenWish): void {
  latest = wish;
  byId('chosen').hidden = wish.count === 0;
  byId('library').classList.toggle('is-choosing', wish.count > 0);
  if (wish.count === 0) return;
  byId('chosen-count').textContent = t('libSelected', wish.count.toLocaleString(uiLanguage()));
  const kind = [wish.isRemoved, archives(wish), likes(wish), wish.count <= PRINTABLE].join(' ');
  const acts = byId('chosen-acts');
  // The same buttons stay the same elements, so that the focus stays where it is.
  if (acts.dataset['kind'] === kind) return;
  acts.dataset['kind'] = kind;
  fill(acts, ...actsOf(wish).map(([label, drawn, name, extra]) =>
    h('button', { class: `button quiet ${extra ?? ''}`.trim(), type: 'button', 'data-act': name }, icon(drawn), label)));
}

type Act = 'all' | 'putBack' | 'purge' | 'archive' | 'unread' | 'favour' | 'unfavour' | 'tags' | 'print' | 'takeAlong' | 'remove';

function actsOf(wish: ChosenWish): (readonly [label: string, drawn: IconNode, name: Act, extra?: 'warning'])[] {
  const all = [t('libSelectAll'), ListChecks, 'all'] as const;
  if (wish.isRemoved) return [all, [t('libPutBack'), ArchiveRestore, 'putBack'], [t('libPurge'), Trash2, 'purge', 'warning']];
  return [
    all,
    archives(wish) ? [t('libToArchive'), Archive, 'archive'] : [t('libToUnread'), Inbox, 'unread'],
    likes(wish) ? [t('libFavourite'), Star, 'favour'] : [t('libNotFavourite'), Star, 'unfavour'],
    [t('libTags'), Tag, 'tags'],
    ...(wish.count <= PRINTABLE ? [[t('libPrint'), Printer, 'print']] as const : []),
    [t('libTakeAlong'), FileOutput, 'takeAlong'],
    [t('libRemove'), Trash2, 'remove', 'warning'],
  ];
}

/** Whether the button archives: unless all that are chosen are in the archive already. */
function archives({ known, isArchive }: ChosenWish): boolean {
  return known.length === 0 ? !isArchive : known.some(({ readState }) => readState !== 'archived');
}

function likes({ known }: ChosenWish): boolean {
  return known.length === 0 || known.some(({ favourite }) => !favourite);
}

let latest: ChosenWish | undefined;

/** Makes the bar's buttons work; once, at the start. */
export function startChosenBar(): void {
  byId('chosen-acts').addEventListener('click', (event) => {
    const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset['act'] as Act | undefined;
    if (!latest || act === undefined) return;
    if (act === 'all') return latest.chooseAll();
    run(act, latest.ids());
  });
}

function run(act: Exclude<Act, 'all'>, ids: readonly number[]): void {
  switch (act) {
    case 'putBack': return void putBack(ids);
    case 'purge': return void purge(ids);
    case 'archive': return void move(ids, 'archived');
    case 'unread': return void move(ids, 'unread');
    case 'favour': return void favour(ids, true);
    case 'unfavour': return void favour(ids, false);
    case 'tags': return void openTagPicker(ids);
    case 'print': return void openAddress(pageUrl('print', { ids: ids.join(',') }));
    case 'takeAlong': return takeThemAlong(ids);
    case 'remove': return void remove(ids);
  }
}

/** In the same tab, so that going back finds the list as it was. */
function takeThemAlong(ids: readonly number[]): void {
  takeAlong(ids);
  location.assign(`${pageUrl('transfer')}#chosen`);
}
