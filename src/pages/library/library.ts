/** The library page: what was saved, found, put away and put back. */
import { Archive, ArrowDownWideNarrow, ArchiveRestore, FileOutput, Inbox, ListChecks, Search, Star, Trash2, X } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { changeSettings, type Settings } from '../../browser/settings.ts';
import { openPage, pageUrl } from '../../browser/tabs.ts';
import {
  counts, onLibraryChange, purgeRemoved, putDraft, REMOVED_LIFE, searchWords, type Counts, type LibraryAnswer, type ListOrder, type SavedArticle,
} from '../../library/library.ts';
import { byId, fill, h, icon, type IconNode } from '../shared/dom.ts';
import { runPage, startPage } from '../shared/page.ts';
import { makeRegion, showToast } from '../shared/toasts.ts';
import { takeAlong } from '../shared/taken-along.ts';
import { mark } from '../shared/verb-icons.ts';
import { favour, move, purge, putBack, remove, undo } from './doings.ts';
import { ItemList } from './item-list.ts';
import { PRACTICE_ARTICLE } from './practice-article.ts';
import type { Entry, RowDoing } from './row.ts';
import { openRowMenu, startRowMenu } from './row-menu.ts';
import { buildSide, showCounts, showStorage, showView, viewOf, VIEWS, type View } from './side.ts';
import { leavePlace, placeLeft } from './place.ts';
import { fromList, fromSearch, PIECE, type Piece } from './source.ts';
import { showEmpty, showNothing, showTrouble, waitingRows } from './states.ts';
import { hideWelcome, showWelcome } from './welcome.ts';
import { counted, troubleWords } from './words.ts';

let settings: Settings;
let view: View = 'unread';
let query = '';
let order: ListOrder = 'newest';
let next: Piece['next'];
let round = 0;
let stopSearch = new AbortController();

/** Sees the end of the list come near. */
const nearEnd = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) void more(); }, { rootMargin: '600px' });
const list = new ItemList(byId('items'), { act, onChosen: showChosen, fallback: byId('heading') });

async function start(): Promise<void> {
  byId('brand').prepend(mark());
  document.querySelector('.search')?.prepend(icon(Search));
  byId('clear').append(icon(X));
  byId('sort-box').prepend(icon(ArrowDownWideNarrow));
  byId('chosen-none').append(icon(X));
  settings = await startPage();
  makeRegion();
  buildSide();
  startRowMenu();
  listen();
  view = viewOf(location.hash);
  fill(byId('items'), ...waitingRows());
  await purgeRemoved(Date.now() - REMOVED_LIFE);
  const place = placeLeft();
  if (!place) return refresh();
  search(place.query);
  byId<HTMLSelectElement>('sort').value = order = place.order;
  await refresh(false, place.shown);
  scrollTo(0, place.scroll);
}

function listen(): void {
  addEventListener('hashchange', () => { search(''); void openView(viewOf(location.hash)); });
  // The list that is open leads back to itself out of a search.
  byId('lists').addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a');
    if (link && query && link.hash === location.hash) { search(''); void refresh(true); }
  });
  const input = byId<HTMLInputElement>('search');
  let pause = 0;
  input.addEventListener('input', () => {
    clearTimeout(pause);
    byId('clear').hidden = input.value === '';
    pause = window.setTimeout(() => { query = input.value.trim(); void refresh(true); }, 180);
  });
  byId('clear').addEventListener('click', () => { clearTimeout(pause); search(''); input.focus(); void refresh(true); });
  const sort = byId<HTMLSelectElement>('sort');
  sort.addEventListener('change', () => { order = sort.value as ListOrder; void refresh(true); });
  byId('chosen-none').addEventListener('click', () => { list.chooseAll(false); byId('heading').focus(); });
  let soon = 0;
  onLibraryChange(() => { clearTimeout(soon); soon = window.setTimeout(() => void refresh(), 40); });
  addEventListener('keydown', onKey);
  // Whoever opens an article and comes back finds the list as it was left.
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', () => leavePlace({ query, order, shown: list.entries.length, scroll: scrollY }));
}

function search(words: string): void {
  query = words;
  byId<HTMLInputElement>('search').value = words;
  byId('clear').hidden = words === '';
}

async function openView(wanted: View): Promise<void> {
  view = wanted;
  list.chooseAll(false);
  await refresh(true);
}

/** Reads the counts and what is shown anew. `fromTop` begins a new list; else as much as is shown stays shown. */
async function refresh(fromTop = false, atLeast = 0): Promise<void> {
  const mine = (round += 1);
  stopSearch.abort();
  stopSearch = new AbortController();
  const { signal } = stopSearch;
  if (query) byId('heading-count').textContent = t('libSearching');
  const limit = fromTop ? PIECE : Math.max(PIECE, atLeast, list.entries.length);
  const [found, total] = await Promise.all([query ? fromSearch(query, order, limit, signal) : fromList(view, order, limit), counts()]);
  if (mine !== round) return;
  for (const row of byId('items').querySelectorAll('.waiting')) row.remove();
  if (!total.ok || !found.ok) return trouble(total.ok ? found : total);
  showCounts(total.value);
  void showStorage();
  if (isFirstTime(total.value)) return welcome();
  leaveWelcome();
  if (!settings.welcomed && !isEmpty(total.value)) keepWelcomed();
  next = found.value.next;
  list.show(found.value.entries, searchWords(query));
  showHead(found.value.total ?? total.value[view]);
  if (found.value.entries.length > 0) showNothing();
  else if (query) showEmpty('search');
  else if (isEmpty(total.value) && view !== 'removed') showEmpty('shelf', { label: t('libPractice'), run: practice });
  else showEmpty(view);
  if (fromTop) scrollTo(0, 0);
  watchEnd();
}

/** Looks at the end afresh: one that stayed near is news, too. */
function watchEnd(): void {
  nearEnd.unobserve(byId('end'));
  if (next) nearEnd.observe(byId('end'));
}

let loading = false;
async function more(): Promise<void> {
  if (!next || loading) return;
  loading = true;
  const mine = round;
  const piece = await next();
  loading = false;
  if (mine !== round) return;
  if (!piece.ok) return void showToast(troubleWords(piece.reason));
  next = piece.value.next;
  list.show([...list.entries, ...piece.value.entries], searchWords(query));
  watchEnd();
}

function showHead(n: number): void {
  const words = query ? t('libQuery', query) : t(VIEWS[view].name);
  byId('heading-words').textContent = words;
  byId('heading-count').textContent = n > 0 ? counted('libCountOne', 'libCountMany', n) : '';
  document.title = `${words} · Passalong`;
  showView(query ? undefined : view);
}

function trouble(answer: LibraryAnswer<unknown>): void {
  leaveWelcome();
  next = undefined;
  list.show([], []);
  showHead(0);
  void showStorage();
  if (!answer.ok) showTrouble(answer.reason, () => void refresh(true));
}

const isEmpty = (n: Counts) => n.unread + n.archived === 0;
const isFirstTime = (n: Counts) => !settings.welcomed && isEmpty(n) && n.removed === 0;

/** Not waited for: settings that can't be kept must not keep anybody from the library. */
function keepWelcomed(): void {
  settings = { ...settings, welcomed: true };
  void changeSettings({ welcomed: true });
}

function welcome(): void {
  if (!byId('welcome').hidden) return;
  byId('library').hidden = true;
  const leave = async () => {
    keepWelcomed();
    await refresh();
    byId('heading').focus();
  };
  showWelcome(settings, { leave, practice: async () => { await practice(); await leave(); } });
}

function leaveWelcome(): void {
  if (!byId('welcome').hidden) hideWelcome();
  byId('library').hidden = false;
}

async function practice(): Promise<void> {
  const { url, title } = PRACTICE_ARTICLE;
  const draft = await putDraft({ article: PRACTICE_ARTICLE, page: { url, title } }, Date.now());
  if (draft.ok) await openPage('reader', { draft: draft.value });
  else showToast(troubleWords(draft.reason));
}

function act(doing: RowDoing, entry: Entry, button: HTMLElement): void {
  const { id, saved } = entry;
  const toggle = () => saved && favour([id], !saved.favourite);
  const archive = () => saved && move([saved], saved.readState === 'archived' ? 'unread' : 'archived');
  switch (doing) {
    case 'favourite': return void toggle();
    case 'archive': return void archive();
    case 'putBack': return void putBack([id]);
    case 'purge': return void purge([id]);
    case 'remove': return void remove([id]);
    case 'more':
      if (saved) openRowMenu(button, saved, { favourite: toggle, archive, select: () => list.choose(id, true), remove: () => remove([id]) });
  }
}

/** The bar of what can be done to all that are chosen. */
function showChosen(ids: readonly number[]): void {
  const bar = byId('chosen');
  bar.hidden = ids.length === 0;
  byId('library').classList.toggle('is-choosing', ids.length > 0);
  if (ids.length === 0) return;
  byId('chosen-count').textContent = t('libSelected', ids.length);
  const chosen = list.entries.filter(({ id }) => ids.includes(id)).flatMap(({ saved }) => (saved ? [saved] : []));
  fill(byId('chosen-acts'), ...chosenActs(ids, chosen).map(([label, drawn, run, extra]) =>
    h('button', { class: `button quiet ${extra ?? ''}`.trim(), type: 'button', onclick: run }, icon(drawn), label)));
}

type ChosenAct = readonly [label: string, drawn: IconNode, run: () => unknown, extra?: 'warning'];

function chosenActs(ids: readonly number[], chosen: readonly SavedArticle[]): ChosenAct[] {
  const all: ChosenAct = [t('libSelectAll'), ListChecks, () => list.chooseAll(true)];
  if (view === 'removed' && !query) return [all, [t('libPutBack'), ArchiveRestore, () => putBack(ids)], [t('libPurge'), Trash2, () => purge(ids), 'warning']];
  const archived = chosen.length > 0 && chosen.every((saved) => saved.readState === 'archived');
  const liked = chosen.length > 0 && chosen.every((saved) => saved.favourite);
  return [
    all,
    archived ? [t('libToUnread'), Inbox, () => move(chosen, 'unread')] : [t('libToArchive'), Archive, () => move(chosen, 'archived')],
    [liked ? t('libNotFavourite') : t('libFavourite'), Star, () => favour(ids, !liked)],
    [t('libTakeAlong'), FileOutput, () => takeThemAlong(ids)],
    [t('libRemove'), Trash2, () => remove(ids), 'warning'],
  ];
}

/** In the same tab, so that going back finds the list as it was. */
function takeThemAlong(ids: readonly number[]): void {
  takeAlong(ids);
  location.assign(`${pageUrl('transfer')}#chosen`);
}

/** Keys of the list: j and k or arrows, x, Delete, /, Escape, and the usual one for undo. */
function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (byId<HTMLDialogElement>('ask').open || target.closest('.menu') || byId('library').hidden) return;
  if (event.key === 'Escape') return escape(target);
  if (target.matches('input:not([type="checkbox"]), select, textarea')) {
    if (event.key === 'ArrowDown' && target.id === 'search') { event.preventDefault(); list.step(1); }
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && undo()) return event.preventDefault();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const here = list.focused();
  switch (event.key) {
    case 'j': case 'ArrowDown': list.step(1); break;
    case 'k': case 'ArrowUp': list.step(-1); break;
    case '/': byId<HTMLInputElement>('search').select(); byId('search').focus(); break;
    case 'x': if (here) list.choose(here.id, !list.isChosen(here.id)); break;
    case 'Delete': case 'Backspace': {
      const ids = list.chosen.length > 0 ? list.chosen : here ? [here.id] : [];
      if (ids.length > 0) void (view === 'removed' && !query ? purge(ids) : remove(ids));
      break;
    }
    default: return;
  }
  event.preventDefault();
}

function escape(target: HTMLElement): void {
  if (list.chosen.length > 0) list.chooseAll(false);
  else if (query || target.id === 'search') { search(''); void refresh(true); }
}

runPage(start);
