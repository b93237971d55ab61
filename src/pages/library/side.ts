/** The side: the lists with their counts, and what the library takes up. */
import { Archive, ArrowDownUp, Inbox, Settings2, Star, Trash2 } from 'lucide';
import { t, uiLanguage, type MessageKey } from '../../browser/i18n.ts';
import { pageUrl } from '../../browser/tabs.ts';
import type { Counts } from '../../library/library.ts';
import { byId, fill, h, icon, type IconNode } from '../shared/dom.ts';
import { sizeWords } from './words.ts';

export type View = keyof Counts;
export const VIEWS: Readonly<Record<View, { readonly hash: string; readonly name: MessageKey; readonly drawn: IconNode }>> = {
  unread: { hash: '#unread', name: 'libUnread', drawn: Inbox },
  archived: { hash: '#archive', name: 'libArchive', drawn: Archive },
  favourite: { hash: '#favourites', name: 'libFavourites', drawn: Star },
  removed: { hash: '#removed', name: 'libRemoved', drawn: Trash2 },
};

/** The view an address names; unread when it names none. */
export function viewOf(hash: string): View {
  return (Object.keys(VIEWS) as View[]).find((view) => VIEWS[view].hash === hash) ?? 'unread';
}

export function buildSide(): void {
  fill(byId('lists'), ...(Object.keys(VIEWS) as View[]).map((view) => h('a', { href: VIEWS[view].hash, 'data-view': view },
    icon(VIEWS[view].drawn), h('span', {}, t(VIEWS[view].name)), h('span', { class: 'num' }))));
  const transfer = byId<HTMLAnchorElement>('transfer');
  transfer.href = pageUrl('transfer');
  transfer.prepend(icon(ArrowDownUp));
  const settings = byId<HTMLAnchorElement>('settings');
  settings.href = pageUrl('options');
  settings.prepend(icon(Settings2, 'flip'));
}

/** Marks the list that is open; `undefined` while searching, which looks through all. */
export function showView(view: View | undefined): void {
  for (const link of byId('lists').querySelectorAll<HTMLElement>('[data-view]')) {
    if (link.dataset['view'] === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

export function showCounts(counts: Counts): void {
  for (const link of byId('lists').querySelectorAll<HTMLElement>('[data-view]')) {
    const count = link.querySelector('.num');
    if (count) count.textContent = counts[link.dataset['view'] as View].toLocaleString(uiLanguage());
  }
}

/** Says how much room is taken and whether the browser has promised to keep it: only what the browser itself answers. */
export async function showStorage(): Promise<void> {
  const [estimate, promised] = await Promise.all([navigator.storage.estimate() as Promise<DetailedEstimate>, hasPromised()]);
  const used = estimate.usageDetails?.indexedDB ?? estimate.usage ?? 0;
  const share = estimate.quota ? used / estimate.quota : 0;
  // Next to a whole disk a library is a hair's breadth; the picture of it says something only later.
  const meter = share >= 0.01 ? h('div', { class: 'meter', 'aria-hidden': 'true' }, h('span', { class: 'used' })) : undefined;
  const filled = meter?.querySelector<HTMLElement>('.used');
  if (filled) filled.style.inlineSize = `${Math.min(100, share * 100)}%`;
  fill(byId('storage'),
    h('p', { class: 'storage-line' }, h('span', {}, t('libOnComputer')), h('strong', { class: 'num' }, sizeWords(used, uiLanguage()))),
    meter,
    h('p', {}, promised ? t('libKeptForGood') : t('libKept')));
}

/** Chromium also says what kind of storage takes the room; the rest is the program itself. */
interface DetailedEstimate extends StorageEstimate {
  readonly usageDetails?: { readonly indexedDB?: number };
}

/**
 * Whether the browser has said in so many words that it will not clear the library for room. It is asked quietly: neither
 * browser prompts an extension with `unlimitedStorage`. Chromium says no here, yet never clears such an extension's data.
 */
async function hasPromised(): Promise<boolean> {
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
