/** How much room the library takes up, at the foot of the side. */
import { t, uiLanguage } from '../../browser/i18n.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { sizeWords } from './words.ts';

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
