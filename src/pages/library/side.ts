/** The side: the lists with their counts, the tags, and the sites, authors and years behind a press. */
import { Archive, ArrowDownUp, BookOpen, ChartColumn, Highlighter, Inbox, Keyboard, Layers2, Library, Link, Settings2, Star, Tag, Trash2 } from 'lucide';
import { t, uiLanguage, type MessageKey } from '../../browser/i18n.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { countHighlights, facets, type Facet, type LibraryAnswer, type Tag as TagOf } from '../../library/library.ts';
import { byId, fill, h, icon, type IconNode } from '../shared/dom.ts';
import { countLists, type ListCounts } from './list-counts.ts';
import { openKeySheet } from './key-sheet.ts';
import { knowTags } from './tag-colours.ts';
import { tagsNow } from './tags-now.ts';
import { hashOf, type Leaf, type ListName, type View } from './view.ts';
import { viewWords } from './words.ts';

const DRAWN: Readonly<Record<ListName, IconNode>> = {
  unread: Inbox, begun: BookOpen, archived: Archive, favourite: Star, '*': Library, untagged: Tag, link: Link, removed: Trash2,
};
/** Lists that stand at the side; the others are led to from where they belong. */
const SHOWN: readonly ListName[] = ['unread', 'begun', 'archived', 'favourite', '*', 'link', 'removed'];
/** Lists whose entry is left out while they are empty. */
const ONLY_WITH_SOME: readonly ListName[] = ['begun', 'link'];
const TABS: readonly ListName[] = ['unread', 'archived', 'favourite'];

/** Names shown of each kind before the link to all of them. */
const MOST = 8;

const FACET_LOOKS: Readonly<Record<Facet, { readonly title: MessageKey; readonly all: MessageKey; readonly leaf: Leaf }>> = {
  tag: { title: 'libTags', all: 'libAllTags', leaf: 'tags' },
  site: { title: 'libSites', all: 'libAllSites', leaf: 'sites' },
  author: { title: 'libAuthors', all: 'libAllAuthors', leaf: 'authors' },
  year: { title: 'libYears', all: 'libAllYears', leaf: 'years' },
};

export function buildSide(): void {
  const list = (name: ListName) => h('a', { href: hashOf({ kind: 'list', list: name }), 'data-list': name, hidden: ONLY_WITH_SOME.includes(name) },
    icon(DRAWN[name]), h('span', {}, viewWords({ kind: 'list', list: name })), h('span', { class: 'num' }));
  const highlights = h('a', { href: hashOf({ kind: 'leaf', leaf: 'highlights' }), id: 'open-highlights', hidden: true },
    icon(Highlighter), h('span', {}, viewWords({ kind: 'leaf', leaf: 'highlights' })), h('span', { class: 'num' }));
  fill(byId('lists'),
    ...SHOWN.flatMap((name) => (name === 'favourite' ? [list(name), highlights] : [list(name)])),
    h('section', { class: 'names', 'data-facet': 'tag', hidden: true }, h('h2', {}, t('libTags')), h('div', { class: 'of-facet' })),
    ...(['site', 'author', 'year'] as const).map(folded));
  fill(byId('tabs'), ...TABS.map(list),
    h('button', { type: 'button', id: 'more-lists', 'aria-expanded': 'false', 'aria-controls': 'side', onclick: () => openSide(byId('library').classList.contains('is-side') === false) }, icon(Library), h('span', {}, t('libMoreLists'))));
  byId('lists').addEventListener('click', (event) => { if ((event.target as Element).closest('a')) openSide(false); });
  fill(byId('side-links'),
    h('a', { class: 'quiet-link', href: hashOf({ kind: 'leaf', leaf: 'reading' }) }, icon(ChartColumn), h('span', {}, t('libReading'))),
    h('button', { class: 'quiet-link', type: 'button', id: 'open-keys', onclick: openKeySheet }, icon(Keyboard), h('span', {}, t('libKeys'))),
    h('a', { class: 'quiet-link', id: 'transfer', href: pageUrl('transfer') }, icon(ArrowDownUp), h('span', {}, t('libTransfer'))),
    h('a', { class: 'quiet-link', id: 'gather', href: pageUrl('gather') }, icon(Layers2), h('span', {}, t('gatherTitle'))),
    h('a', { class: 'quiet-link', id: 'settings', href: pageUrl('options') }, icon(Settings2, 'flip'), h('span', {}, t('libSettings'))));
}

/** Sites, authors and years are counted only for whoever opens them: there can be thousands. */
function folded(facet: Facet): HTMLElement {
  const { title } = FACET_LOOKS[facet];
  const details = h('details', { class: 'names', 'data-facet': facet, hidden: true }, h('summary', {}, t(title)), h('div', { class: 'of-facet' }));
  details.addEventListener('toggle', () => { if (details.open) void showFacet(facet); });
  return details;
}

/** On a narrow screen the side is a sheet above the list. */
export function openSide(open: boolean): void {
  if (byId('library').classList.contains('is-side') === open) return;
  byId('library').classList.toggle('is-side', open);
  byId('more-lists').setAttribute('aria-expanded', String(open));
  if (open) byId('lists').querySelector<HTMLElement>('a')?.focus();
}

/** Marks what is open; `undefined` while searching, which looks through all. */
export function showView(view: View | undefined): void {
  const hash = view && hashOf(view);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#side a, #tabs a')) {
    if (link.hash === hash) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  current = hash;
}
let current: string | undefined;

/** Counts anew what the side shows. @returns the counts, and words that differ when a tag's colour does */
export async function refreshSide(): Promise<LibraryAnswer<{ readonly counts: ListCounts; readonly look: string }>> {
  const [counted, tags, marked] = await Promise.all([countLists(), tagsNow(), countHighlights()]);
  if (!counted.ok) return counted;
  if (!tags.ok) return tags;
  if (!marked.ok) return marked;
  const { value } = counted;
  for (const link of document.querySelectorAll<HTMLElement>('[data-list]')) {
    const name = link.dataset['list'] as ListName;
    const count = value[name] ?? 0;
    link.querySelector('.num')!.textContent = count.toLocaleString(uiLanguage());
    if (ONLY_WITH_SOME.includes(name)) link.hidden = count === 0;
  }
  const toHighlights = byId('open-highlights');
  toHighlights.hidden = marked.value === 0;
  toHighlights.querySelector('.num')!.textContent = marked.value.toLocaleString(uiLanguage());
  const look = knowTags(tags.value);
  showTags(tags.value);
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details.names')) {
    details.hidden = (value['*'] ?? 0) === 0;
    if (details.open) void showFacet(details.dataset['facet'] as Facet);
  }
  return { ok: true, value: { counts: value, look } };
}

function showTags(tags: readonly TagOf[]): void {
  const section = byId('lists').querySelector<HTMLElement>('[data-facet="tag"]');
  if (section) section.hidden = tags.length === 0;
  const most = tags.toSorted((a, b) => b.count - a.count).slice(0, MOST);
  showNames('tag', most.map(({ name, count, colour }) => ({ name, count, ...(colour && { colour }) })), true);
}

/** Which reading of a kind is the latest: an older answer must not overwrite a newer one. */
const rounds = new Map<Facet, number>();

async function showFacet(facet: Facet): Promise<void> {
  const mine = (rounds.get(facet) ?? 0) + 1;
  rounds.set(facet, mine);
  const found = await facets(facet);
  if (found.ok && rounds.get(facet) === mine) showNames(facet, found.value.slice(0, MOST), found.value.length > MOST);
}

function showNames(facet: Facet, names: readonly { readonly name: string; readonly count: number; readonly colour?: string }[], withAll: boolean): void {
  const home = byId('lists').querySelector(`[data-facet="${facet}"] .of-facet`);
  if (!home) return;
  const focused = document.activeElement instanceof HTMLAnchorElement && home.contains(document.activeElement) ? document.activeElement.hash : undefined;
  const { all, leaf } = FACET_LOOKS[facet];
  fill(home,
    ...names.map(({ name, count, colour }) => h('a', { href: hashOf({ kind: 'facet', facet, name }), 'data-colour': colour },
      facet === 'tag' && icon(Tag), h('bdi', { class: 'name' }, name), h('span', { class: 'num' }, count.toLocaleString(uiLanguage())))),
    withAll && h('a', { class: 'all', href: hashOf({ kind: 'leaf', leaf }) }, t(all)));
  for (const link of home.querySelectorAll<HTMLAnchorElement>('a')) {
    if (link.hash === current) link.setAttribute('aria-current', 'page');
    if (link.hash === focused) link.focus();
  }
}
