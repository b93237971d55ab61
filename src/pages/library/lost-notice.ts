/** Word that the browser has lost the library, and the way to bring a copy back. */
import { TriangleAlert } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { lastCopyTime } from '../../browser/last-copy.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { acceptNewShelf, lookAfterShelf } from '../shared/lost-shelf.ts';
import { counted, dayWords } from './words.ts';

let known: Promise<boolean> | undefined;

/** Looks once whether this is the library that was here before, and says so when it is not. @returns whether it was lost */
export function lookForLoss(): Promise<boolean> {
  known ??= look();
  return known;
}

async function look(): Promise<boolean> {
  const lost = await lookAfterShelf(Date.now());
  if (!lost) return false;
  const copied = await lastCopyTime();
  const place = byId('lost');
  fill(place, icon(TriangleAlert), h('div', {},
    h('strong', {}, t('libLostTitle')),
    h('p', {}, counted('libLostOne', 'libLostMany', lost.articles), ' ', t('libLostSince', dayWords(lost.at))),
    h('p', {}, t('libLostWhy')),
    h('p', {}, copied === undefined ? t('libLostNoCopy') : t('libLostCopy', dayWords(copied))),
    h('div', { class: 'lost-acts' },
      h('a', { class: 'button', href: `${pageUrl('transfer')}#in` }, t('libBringBack')),
      h('button', { class: 'button quiet', type: 'button', onclick: async () => {
        await acceptNewShelf(Date.now());
        place.hidden = true;
        byId('heading').focus();
      } }, t('libLostUnderstood')))));
  place.hidden = false;
  return true;
}

let noted: number | undefined;

/** Notes how much is on the shelf now, unless a loss has been found that the person has not yet taken note of. */
export async function noteShelf(articles: number): Promise<void> {
  if (await lookForLoss() || noted === articles) return;
  noted = articles;
  await lookAfterShelf(Date.now(), articles);
}
