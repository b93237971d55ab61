/** How much room the library takes up and when it was last copied, at the foot of the side. */
import { t, uiLanguage } from '../../browser/i18n.ts';
import { copiesByItself, lastCopyTime } from '../../browser/last-copy.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { textFetching } from '../../browser/text-fetching.ts';
import { countOf } from '../../library/library.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { hasPromised, roomTaken } from './storage-room.ts';
import { hashOf } from './view.ts';
import { counted, dayWords, sizeWords } from './words.ts';

/** A library smaller than this is soon gathered again; a copy older than this (in milliseconds: thirty days) lacks a month. */
const WORTH_A_COPY = 20;
const OLD_COPY = 30 * 24 * 60 * 60 * 1000;

/**
 * Says how much room is taken and whether the browser has promised to keep it: only what the browser itself answers.
 * @param articles how many stand on the shelf
 */
export async function showStorage(articles: number): Promise<void> {
  const [{ used, quota }, promised, copied, wanted, going, byItself] = await Promise.all([roomTaken(), hasPromised(), lastCopyTime(), countOf('wanted'), textFetching(), copiesByItself()]);
  const due = articles >= WORTH_A_COPY && Date.now() - (copied ?? 0) > OLD_COPY;
  const share = quota ? used / quota : 0;
  // Next to a whole disk a library is a hair's breadth; the picture of it says something only later.
  const meter = share >= 0.01 ? h('div', { class: 'meter', 'aria-hidden': 'true' }, h('span', { class: 'used' })) : undefined;
  const filled = meter?.querySelector<HTMLElement>('.used');
  if (filled) filled.style.inlineSize = `${Math.min(100, share * 100)}%`;
  fill(byId('storage'),
    h('p', { class: 'storage-line' }, h('a', { href: hashOf({ kind: 'leaf', leaf: 'storage' }) }, t('libOnComputer')), h('strong', { class: 'num' }, sizeWords(used, uiLanguage()))),
    meter,
    h('p', {}, promised ? t('libKeptForGood') : t('libKept')),
    (due || copied !== undefined) && h('p', { id: 'copied' }, copied === undefined ? t('trNoCopy') : t('trLastCopy', dayWords(copied)),
      due && ' ', due && h('a', { href: `${pageUrl('transfer')}#out` }, t('trBackup'))),
    byItself.failed && h('p', { id: 'copy-failed' }, t('trCopyFailed', dayWords(byItself.failed.at)), ' ', h('a', { href: `${pageUrl('transfer')}#out` }, t('libWhy'))),
    wanted.ok && wanted.value > 0 && h('p', { id: 'without-text' }, going?.state === 'on' ? t('libTextsToGo', wanted.value.toLocaleString(uiLanguage())) : counted('trTextsOne', 'trTextsMany', wanted.value), ' ',
      h('a', { href: `${pageUrl('transfer')}#texts` }, going ? t('libTextsShow') : t('trTextsFetch'))));
}
