/** The library page: what was saved, found, put away and put back. */
import { ArrowDownWideNarrow, X } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { handBackLeftovers } from '../../browser/lent.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { purgeRemoved, REMOVED_LIFE, rowsOf, searchWords, standsIn, type LibraryReason, type ListFilter } from '../../library/library.ts';
import { byId, fill, icon } from '../shared/dom.ts';
import { tendCopies } from '../shared/due-copy.ts';
import { keepFetching } from '../shared/keep-fetching.ts';
import { runPage, startPage } from '../shared/page.ts';
import { makeRegion, showToast } from '../shared/toasts.ts';
import { mark } from '../shared/verb-icons.ts';
import { actOn, type Doing } from './act-on.ts';
import { isEmpty, leaveWelcome, welcomed } from './arrival.ts';
import { showChosenBar, startChosenBar } from './chosen-bar.ts';
import { copyLink } from './copy-link.ts';
import { startDropping } from './dropping.ts';
import { Entries, entriesOf } from './entries.ts';
import { ItemList } from './item-list.ts';
import { onChanges, paintOnMoves } from './keeping-up.ts';
import { listenToKeys } from './key-doings.ts';
import { measure, showLayout, turnLayout } from './layout.ts';
import { hideLeaf, showLeaf } from './leaf.ts';
import { startCounting, type ListCounts } from './list-counts.ts';
import { noteShelf } from './lost-notice.ts';
import { startMenu } from './menu.ts';
import { openPassedOn } from './passed-on.ts';
import { leavePlace, placeLeft } from './place.ts';
import { practice } from './practising.ts';
import type { Entry, RowDoing } from './row.ts';
import { openRowMenu } from './row-menu.ts';
import { focusSearch, startSearchField, writeSearch } from './search-field.ts';
import { takeSettings } from './shelf-settings.ts';
import { buildSide, openSide, refreshSide, showView } from './side.ts';
import { allOfIt, onlyWithin, orderOf, orders, showSorting, startSorting, takeOrders } from './sorting.ts';
import { firstOf, idsOf } from './source.ts';
import { showEmpty, showNothing, showNothingFound, showTrouble, waitingRows } from './states.ts';
import { showStorage } from './storage-line.ts';
import { stretchOf } from './stretch.ts';
import { startTags } from './tags-now.ts';
import { filterOf, searchIn, viewOf, type View } from './view.ts';
import { counted, troubleWords, viewWords } from './words.ts';

let view: View = { kind: 'list', list: 'unread' };
let query = '';
let round = 0;
let stopSearch = new AbortController();

const entries = new Entries();
const list = new ItemList(byId('items'), {
  act, onChosen: showChosen, entry: (id) => entries.get(id), onView: (ids) => void fetchRows(ids), measure, fallback: byId('heading'),
});

async function start(): Promise<void> {
  byId('brand').prepend(mark());
  byId('sort-box').prepend(icon(ArrowDownWideNarrow));
  byId('chosen-none').append(icon(X));
  takeSettings(await startPage());
  startCounting();
  startTags();
  makeRegion();
  buildSide();
  startMenu();
  startChosenBar();
  byId('main').dataset['drop'] = t('libDropHere');
  startDropping();
  showLayout();
  listen();
  view = viewOf(location.hash);
  search(searchIn(location.hash));
  fill(byId('items'), ...waitingRows());
  const place = placeLeft();
  if (place) {
    search(place.query);
    takeOrders(place);
  }
  await refresh();
  if (place) scrollTo({ top: place.scroll, behavior: 'instant' });
  // Not before the list is there: nobody waits for what goes for good.
  await purgeRemoved(Date.now() - REMOVED_LIFE);
  keepFetching();
  tendCopies();
  await handBackLeftovers();
}

function listen(): void {
  addEventListener('hashchange', () => { search(searchIn(location.hash)); void openView(viewOf(location.hash)); });
  // The list that is open leads back to itself out of a search.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (link && query && link.hash === location.hash) { search(''); void refresh(true); }
  });
  startSearchField((words) => { query = words; void refresh(true); });
  startSorting(() => refresh(true), () => query !== '');
  byId('layout').addEventListener('click', turn);
  byId('chosen-none').addEventListener('click', () => { list.chooseAll(false); byId('heading').focus(); });
  onChanges((ids) => entries.changed(ids), (ids) => void (ids.length === 0 ? refresh() : follow(ids)));
  listenToKeys({
    list, act: actOnIds, turnLayout: turn, search: () => { openSide(false); focusSearch(); },
    escape: (target) => {
      if (byId('library').classList.contains('is-side')) { openSide(false); byId('more-lists').focus(); }
      else if (list.chosenCount > 0) list.chooseAll(false);
      else if (query || target.id === 'search') { search(''); void refresh(true); }
    },
  });
  paintOnMoves(() => { if (!byId('items').hidden) list.paint(); });
  // Whoever opens an article and comes back finds the list as it was left.
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', () => leavePlace({ query, ...orders(), scroll: scrollY }));
}

function search(words: string): void {
  query = words;
  writeSearch(words);
}

function turn(): void {
  turnLayout();
  list.paint();
}

async function openView(wanted: View): Promise<void> {
  view = wanted;
  allOfIt();
  list.chooseAll(false);
  await refresh(true);
}

/** The lists an article has to stand in to be shown; none where the view is no list of articles. */
function wish(): readonly ListFilter[] {
  const filter = filterOf(view);
  const within = onlyWithin();
  return filter === undefined ? [] : within === undefined ? [filter] : [filter, within];
}

/** Reads anew what the side and the list show. `fromTop` begins at the top; else the list stays where it is. */
async function refresh(fromTop = false): Promise<void> {
  reading += 1;
  try {
    await readAnew(fromTop);
  } finally {
    reading -= 1;
  }
}
/** Readings under way: what changes meanwhile may have been read before or after. */
let reading = 0;

async function readAnew(fromTop: boolean): Promise<void> {
  const mine = (round += 1);
  stopSearch.abort();
  stopSearch = new AbortController();
  const { signal } = stopSearch;
  const isStill = () => mine === round;
  if (query) byId('heading-count').textContent = t('libSearching');
  const filters = wish();
  const isLeaf = filters.length === 0 && !query;
  // A long list takes a moment to be numbered and counted; its first rows need not wait for that.
  if (!isLeaf && !query && (fromTop || list.ids.length === 0)) await showFirst(filters, fromTop, isStill);
  if (!isStill()) return;
  const found = isLeaf ? undefined : idsOf(filters.length > 0 ? filters : '*', query, orderOf(query !== ''), signal);
  const side = refreshSide();
  const ids = await found;
  if (!isStill()) return;
  if (ids?.ok === false) return trouble(ids.reason);
  if (ids && ids.value.length > 0) await showIds(ids.value, fromTop, isStill);
  const counted = await side;
  if (!isStill()) return;
  if (!counted.ok) return trouble(counted.reason);
  const { counts } = counted.value;
  beside(counts);
  if (await welcomed(counts, refresh) || !isStill()) return;
  if (!ids) return openLeaf(mine);
  if (ids.value.length === 0) return showNone(counts);
  if (look !== counted.value.look) {
    look = counted.value.look;
    list.show(ids.value, searchWords(query), look);
  }
}
/** The tags' colours as the rows were built with them. */
let look = '';

/** What nobody waits for: the foot of the side, and the note of how much is here. */
function beside(counts: ListCounts): void {
  const articles = counts['*'] ?? 0;
  void showStorage(articles);
  void noteShelf(articles);
}

async function showFirst(filters: readonly ListFilter[], fromTop: boolean, isStill: () => boolean): Promise<void> {
  const first = await firstOf(filters, orderOf(false));
  // What goes wrong here goes wrong with the whole list too, which says so.
  if (!isStill() || !first.ok || first.value.items.length === 0) return;
  const { items, damaged } = first.value;
  entries.query = '';
  const read = await entriesOf(items);
  if (!isStill()) return;
  entries.put([...read, ...damaged.map((id) => ({ id }))]);
  await showIds([...items.map(({ id }) => id), ...damaged], fromTop, isStill, first.value.next === undefined);
}

/** @param isAll whether these are all there are, so that they may be counted */
async function showIds(ids: readonly number[], fromTop: boolean, isStill: () => boolean, isAll = true): Promise<void> {
  dropWaiting();
  leaveWelcome();
  hideLeaf();
  showNothing();
  byId('items').hidden = false;
  byId('library').classList.toggle('is-search', query !== '');
  entries.query = query;
  if (fromTop) scrollTo({ top: 0, behavior: 'instant' });
  showHead(isAll ? ids.length : 0);
  const { from, to } = stretchOf(measure(), ids.length);
  const answer = await entries.load(ids.slice(from, to));
  if (!isStill()) return;
  if (!answer.ok) return trouble(answer.reason);
  list.show(ids, searchWords(query), look);
}

function showNone(counts: ListCounts): void {
  dropWaiting();
  hideLeaf();
  list.show([], []);
  showHead(0);
  if (query) showNothingFound(query);
  else if (isEmpty(counts) && filterOf(view) !== 'removed') showEmpty('shelf', { label: t('libPractice'), run: practice }, { label: t('trIn'), run: () => location.assign(`${pageUrl('transfer')}#in`) });
  else showEmpty(view.kind === 'list' && onlyWithin() === undefined ? view.list : 'facet');
}

/** More changed articles than these are not looked at one by one. */
const FEW = 100;

/** Shows what a change elsewhere or here means for the list: at once where it only changes or loses a few rows, else read anew. */
async function follow(ids: readonly number[]): Promise<void> {
  const filters = wish();
  const mine = round;
  if (reading > 0 || query || filters.length === 0 || ids.length > FEW || filters.includes('begun') || list.ids.length === 0) return refresh();
  const rows = await rowsOf(ids);
  if (mine !== round || !rows.ok || rows.value.damaged.length > 0) return refresh();
  const stays = new Set(rows.value.items.filter((saved) => filters.every((filter) => standsIn(saved, filter))).map(({ id }) => id));
  const shown = new Set(list.ids);
  if ([...stays].some((id) => !shown.has(id)) || list.ids.length <= ids.length) return refresh();
  entries.put(await entriesOf(rows.value.items.filter(({ id }) => entries.get(id))));
  if (mine !== round) return;
  const gone = new Set(ids.filter((id) => !stays.has(id)));
  const left = gone.size === 0 ? list.ids : list.ids.filter((id) => !gone.has(id));
  list.show(left, [], look);
  showHead(left.length);
  const side = await refreshSide();
  if (mine !== round) return;
  if (side.ok && side.value.look !== look) list.show(list.ids, [], look = side.value.look);
  if (side.ok) beside(side.value.counts);
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
  showSorting(query !== '', view.kind === 'facet');
  showView(query ? undefined : view);
}

/** The places that stand for rows until the first ones are there, or it is known that there will be none. */
function dropWaiting(): void {
  for (const row of byId('items').querySelectorAll('.waiting')) row.remove();
}

function trouble(reason: LibraryReason): void {
  dropWaiting();
  leaveWelcome();
  showHead(0);
  list.show([], []);
  hideLeaf();
  showTrouble(reason, () => refresh(true));
}

const isRemoved = () => view.kind === 'list' && view.list === 'removed' && !query;

function act(doing: RowDoing, { id, saved, shares }: Entry, button: HTMLElement): void {
  if (doing === 'shares') return void openPassedOn(id);
  if (doing !== 'more') return void actOnIds(doing, [id]);
  if (!saved) return;
  openRowMenu(button, saved, {
    copyLink: () => copyLink(saved), shares: shares && (() => openPassedOn(id)),
    favourite: () => actOnIds('favourite', [id]), archive: () => actOnIds(saved.readState === 'archived' ? 'unread' : 'archive', [id]),
    tags: () => actOnIds('tags', [id]), select: () => list.choose(id, true), remove: () => actOnIds('remove', [id]),
  });
}

async function actOnIds(doing: Doing, ids: readonly number[]): Promise<void> {
  await actOn(doing, ids, ids.flatMap((id) => entries.get(id)?.saved ?? []), isRemoved());
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
