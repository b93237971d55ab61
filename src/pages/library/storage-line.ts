/** How much room the library takes up and when it was last copied, at the foot of the side. */
import { t, uiLanguage } from '../../browser/i18n.ts';
import { lastCopyTime } from '../../browser/last-copy.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { countOf } from '../../library/library.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { dayWords, sizeWords } from './words.ts';

/** A library smaller than this is soon gathered again; a copy older than this (in milliseconds: thirty days) lacks a month. */
const WORTH_A_COPY = 20;
const OLD_COPY = 30 * 24 * 60 * 60 * 1000;

/** Says how much room is taken and whether the browser has promised to keep it: only what the browser itself answers. */
export async function showStorage(): Promise<void> {
  const [estimate, promised, copied, articles] = await Promise.all([navigator.storage.estimate() as Promise<DetailedEstimate>, hasPromised(), lastCopyTime(), countOf('*')]);
  const due = articles.ok && articles.value >= WORTH_A_COPY && Date.now() - (copied ?? 0) > OLD_COPY;
  const used = estimate.usageDetails?.indexedDB ?? estimate.usage ?? 0;
  const share = estimate.quota ? used / estimate.quota : 0;
  // Next to a whole disk a library is a hair's breadth; the picture of it says something only later.
  const meter = share >= 0.01 ? h('div', { class: 'meter', 'aria-hidden': 'true' }, h('span', { class: 'used' })) : undefined;
  const filled = meter?.querySelector<HTMLElement>('.used');
  if (filled) filled.style.inlineSize = `${Math.min(100, share * 100)}%`;
  fill(byId('storage'),
    h('p', { class: 'storage-line' }, h('span', {}, t('libOnComputer')), h('strong', { class: 'num' }, sizeWords(used, uiLanguage()))),
    meter,
    h('p', {}, promised ? t('libKeptForGood') : t('libKept')),
    (due || copied !== undefined) && h('p', { id: 'copied' }, copied === undefined ? t('trNoCopy') : t('trLastCopy', dayWords(copied)),
      due && ' ', due && h('a', { href: `${pageUrl('transfer')}#out` }, t('trBackup'))));
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
