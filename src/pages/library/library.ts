/** The library page: what was saved, found, put away and put back. */
import { ArrowDownWideNarrow, LayoutGrid, Rows3, Search, X } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { changeSettings, type Settings } from '../../browser/settings.ts';
import { openPage } from '../../browser/tabs.ts';
import { onLibraryChange, purgeRemoved, putDraft, REMOVED_LIFE, searchWords, type LibraryReason, type ListFilter, type SearchOrder } from '../../library/library.ts';
import { byId, fill, icon } from '../shared/dom.ts';
import { runPage, startPage } from '../shared/page.ts';
import { makeRegion, showToast } from '../shared/toasts.ts';
import { mark } from '../shared/verb-icons.ts';
import { showChosenBar, startChosenBar } from './chosen-bar.ts';
import { favour, move, purge, putBack, remove } from './doings.ts';
import { Entries } from './entries.ts';
import { ItemList } from './item-list.ts';
import { listenToKeys } from './key-doings.ts';
import { hideLeaf, showLeaf } from './leaf.ts';
import type { ListCounts } from './list-counts.ts';
import { startMenu } from './menu.ts';
import { leavePlace, placeLeft } from './place.ts';
import { PRACTICE_ARTICLE } from './practice-article.ts';
import type { Entry, RowDoing } from './row.ts';
import { openRowMenu } from './row-menu.ts';
import { buildSide, openSide, refreshSide, showView } from './side.ts';
import { idsOf } from './source.ts';
import { showEmpty, showNothing, showTrouble, waitingRows } from './states.ts';
import { showStorage } from './storage-line.ts';
import { stretchOf, type Frame } from './stretch.ts';
import { openTagPicker } from './tag-picker.ts';
import { filterOf, viewOf, type View } from './view.ts';
import { hideWelcome, showWelcome } from './welcome.ts';
import { counted, troubleWords, viewWords } from './words.ts';

let settings: Settings;
let view: View = { kind: 'list', list: 'unread' };
let query = '';
/** Of lists and of what is found: the best first, unless another order is asked for. */
let order: SearchOrder = 'newest';
let searchOrder: SearchOrder = 'best';
/** Within a tag, site, author or year: all of them, or only some. */
let within: ListFilter | '' = '';
let round = 0;
let stopSearch = new AbortController();

const entries = new Entries();
const list = new ItemList(byId('items'), {
  act, onChosen: showChosen, entry: (id) => entries.get(id), onView: (ids) => void fetchRows(ids), measure, fallback: byId('heading'),
});

async function start(): Promise<void> {
  byId('brand').prepend(mark());
  document.querySelector('.search')?.prepend(icon(Search));
  byId('clear').append(icon(X));
  byId('sort-box').prepend(icon(ArrowDownWideNarrow));
  byId('chosen-none').append(icon(X));
  settings = await startPage();
  makeRegion();
  buildSide();
  startMenu();
  startChosenBar();
  showLayout();
  listen();
  view = viewOf(location.hash);
  fill(byId('items'), ...waitingRows());
  const place = placeLeft();
  if (place) {
    search(place.query);
    order = place.order;
    searchOrder = place.searchOrder;
  }
  await refresh();
  if (place) scrollTo({ top: place.scroll, behavior: 'instant' });
  // Not before the list is there: nobody waits for what goes for good.
  await purgeRemoved(Date.now() - REMOVED_LIFE);
}

function listen(): void {
  addEventListener('hashchange', () => { search(''); void openView(viewOf(location.hash)); });
  // The list that is open leads back to itself out of a search.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
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
  sort.addEventListener('change', () => {
    if (query) searchOrder = sort.value as SearchOrder;
    else order = sort.value as SearchOrder;
    void refresh(true);
  });
  const some = byId<HTMLSelectElement>('within');
  some.addEventListener('change', () => { within = some.value as typeof within; void refresh(true); });
  byId('layout').addEventListener('click', turnLayout);
  byId('chosen-none').addEventListener('click', () => { list.chooseAll(false); byId('heading').focus(); });
  let soon = 0;
  onLibraryChange(({ ids }) => {
    entries.changed(ids);
    clearTimeout(soon);
    soon = window.setTimeout(() => void refresh(), 40);
  });
  listenToKeys({
    list, act: actOnIds, turnLayout, search: () => { openSide(false); input.select(); input.focus(); },
    escape: (target) => {
      if (byId('library').classList.contains('is-side')) { openSide(false); byId('more-lists').focus(); }
      else if (list.chosenCount > 0) list.chooseAll(false);
      else if (query || target.id === 'search') { search(''); void refresh(true); }
    },
  });
  let frame = 0;
  const paintSoon = () => { frame ||= requestAnimationFrame(() => { frame = 0; if (!byId('items').hidden) list.paint(); }); };
  addEventListener('scroll', paintSoon, { passive: true });
  // The probe changes with the text size and the width of the page, as rows do.
  const sizes = new ResizeObserver(paintSoon);
  for (const watched of [byId('row-probe'), byId('items').parentElement!]) sizes.observe(watched);
  addEventListener('resize', paintSoon);
  // Whoever opens an article and comes back finds the list as it was left.
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', () => leavePlace({ query, order, searchOrder, scroll: scrollY }));
}

/** How the list lies on the screen: one row's size is the probe's, which the style sheet gives it. */
function measure(): Frame {
  const home = byId('items').getBoundingClientRect();
  const probe = byId('row-probe').getBoundingClientRect();
  const columns = settings.libraryLayout === 'cards' && probe.width > 0 ? Math.max(1, Math.floor((home.width + 1) / probe.width)) : 1;
  return { top: home.top, view: innerHeight, row: probe.height, columns };
}

function search(words: string): void {
  query = words;
  byId<HTMLInputElement>('search').value = words;
  byId('clear').hidden = words === '';
}

async function openView(wanted: View): Promise<void> {
  view = wanted;
  within = '';
  byId<HTMLSelectElement>('within').value = '';
  list.chooseAll(false);
  await refresh(true);
}

/** Reads anew what the side and the list show. `fromTop` begins at the top; else the list stays where it is. */
async function refresh(fromTop = false): Promise<void> {
  const mine = (round += 1);
  stopSearch.abort();
  stopSearch = new AbortController();
  const { signal } = stopSearch;
  if (query) byId('heading-count').textContent = t('libSearching');
  const filter = filterOf(view);
  const wish = filter === undefined ? '*' as const : within === '' ? filter : [filter, within];
  const isLeaf = filter === undefined && !query;
  const [found, side] = await Promise.all([isLeaf ? undefined : idsOf(wish, query, query ? searchOrder : order, signal), refreshSide()]);
  if (mine !== round) return;
  for (const row of byId('items').querySelectorAll('.waiting')) row.remove();
  if (!side.ok) return trouble(side.reason);
  if (found?.ok === false) return trouble(found.reason);
  void showStorage();
  const { counts, look } = side.value;
  if (isFirstTime(counts)) return welcome();
  leaveWelcome();
  if (!settings.welcomed && !isEmpty(counts)) keepWelcomed();
  if (!found) return openLeaf(mine);
  hideLeaf();
  byId('items').hidden = false;
  byId('library').classList.toggle('is-search', query !== '');
  entries.query = query;
  const ids = found.value;
  if (fromTop) scrollTo({ top: 0, behavior: 'instant' });
  const { from, to } = stretchOf(measure(), ids.length);
  const first = await entries.load(ids.slice(from, to));
  if (mine !== round) return;
  if (!first.ok) return trouble(first.reason);
  list.show(ids, searchWords(query), look);
  showHead(ids.length);
  if (ids.length > 0) showNothing();
  else if (query) showEmpty('search');
  else if (isEmpty(counts) && filter !== 'removed') showEmpty('shelf', { label: t('libPractice'), run: practice });
  else showEmpty(view.kind === 'list' && within === '' ? view.list : 'facet');
}

async function openLeaf(mine: number): Promise<void> {
  if (view.kind !== 'leaf') return;
  list.show([], []);
  byId('items').hidden = true;
  showNothing();
  showHead(0);
  const reason = await showLeaf(view.leaf, () => mine === round);
  if (reason) trouble(reason);
}

/** Fetches the rows in view that are not known; one stretch at a time, so that a fast scroll does not read what it passed. */
let fetching = false;
async function fetchRows(ids: readonly number[]): Promise<void> {
  if (fetching || entries.missing(ids).length === 0) return;
  fetching = true;
  const answer = await entries.load(ids);
  fetching = false;
  if (answer.ok) list.paint();
  else showToast(troubleWords(answer.reason));
}

function showHead(n: number): void {
  const words = query ? t('libQuery', query) : viewWords(view);
  byId('heading-words').textContent = words;
  byId('heading-count').textContent = n > 0 ? counted('libCountOne', 'libCountMany', n) : '';
  document.title = `${words} · Passalong`;
  byId('library').classList.toggle('is-leaf', view.kind === 'leaf' && !query);
  byId('sort-best').hidden = query === '';
  byId<HTMLSelectElement>('sort').value = query ? searchOrder : order;
  byId('within').hidden = view.kind !== 'facet' || query !== '';
  showView(query ? undefined : view);
}

function trouble(reason: LibraryReason): void {
  leaveWelcome();
  showHead(0);
  list.show([], []);
  hideLeaf();
  showTrouble(reason, () => refresh(true));
}

const isEmpty = (counts: ListCounts) => (counts['*'] ?? 0) === 0;
const isFirstTime = (counts: ListCounts) => !settings.welcomed && isEmpty(counts) && counts.removed === 0;

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

/** Rows or cards; remembered. */
function turnLayout(): void {
  const libraryLayout = settings.libraryLayout === 'cards' ? 'list' : 'cards';
  settings = { ...settings, libraryLayout };
  void changeSettings({ libraryLayout });
  showLayout();
  list.paint();
}

function showLayout(): void {
  const cards = settings.libraryLayout === 'cards';
  byId('library').classList.toggle('is-cards', cards);
  const button = byId('layout');
  fill(button, icon(cards ? Rows3 : LayoutGrid));
  for (const name of ['aria-label', 'title']) button.setAttribute(name, t(cards ? 'libAsList' : 'libAsCards'));
}

const isRemoved = () => view.kind === 'list' && view.list === 'removed' && !query;

function act(doing: RowDoing, { id, saved }: Entry, button: HTMLElement): void {
  if (doing !== 'more') return void actOnIds(doing, [id]);
  if (!saved) return;
  openRowMenu(button, saved, {
    favourite: () => actOnIds('favourite', [id]), archive: () => actOnIds(saved.readState === 'archived' ? 'unread' : 'archive', [id]),
    tags: () => actOnIds('tags', [id]), select: () => list.choose(id, true), remove: () => actOnIds('remove', [id]),
  });
}

/** What a row's button, a key or the bar asks for, done to one article or many. */
export type Doing = 'archive' | 'unread' | 'favourite' | 'tags' | 'remove' | 'putBack' | 'purge';

async function actOnIds(doing: Doing, ids: readonly number[]): Promise<void> {
  const known = ids.flatMap((id) => entries.get(id)?.saved ?? []);
  const one = ids.length === 1 ? known[0] : undefined;
  if (isRemoved() && doing !== 'purge' && doing !== 'putBack') return doing === 'remove' ? purge(ids) : undefined;
  switch (doing) {
    // The box beside one article goes both ways; of many, they go to the archive.
    case 'archive': return move(ids, one?.readState === 'archived' ? 'unread' : 'archived');
    case 'unread': return move(ids, 'unread');
    case 'favourite': return favour(ids, known.length === 0 || known.some(({ favourite }) => !favourite));
    case 'tags': return openTagPicker(ids);
    case 'remove': return remove(ids);
    case 'putBack': return putBack(ids);
    case 'purge': return purge(ids);
  }
}

function showChosen(): void {
  const count = list.chosenCount;
  const chosen = count > 0 && count <= 200 ? list.chosen : [];
  showChosenBar({
    count, ids: () => list.chosen, known: chosen.flatMap((id) => entries.get(id)?.saved ?? []), isRemoved: isRemoved(),
    isArchive: view.kind === 'list' && view.list === 'archived' && !query, chooseAll: () => list.chooseAll(true),
  });
}

runPage(start);
