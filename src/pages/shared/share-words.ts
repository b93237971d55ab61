/** How it is said that an article was passed on. */
import { t, uiLanguage } from '../../browser/i18n.ts';
import type { Share } from '../../library/library.ts';
import { dateWords, nameList } from './date-words.ts';

/** Ways that have a name of their own. */
const NAMES = new Map([['whatsapp', 'WhatsApp'], ['telegram', 'Telegram'], ['mastodon', 'Mastodon'], ['bluesky', 'Bluesky']]);

/** "Passed on to Marta on 3 May 2026": to whom, or by what, and when. */
export function shareWords({ to, way, at }: Share): string {
  const day = dateWords(localDay(at), uiLanguage());
  if (to.length > 0) return t('readerPassedOnTo', nameList(to, uiLanguage()), day);
  const by = NAMES.get(way);
  return by ? t('readerPassedOnBy', by, day) : t('readerPassedOnOn', day);
}

/** In few words, for a row: the people of the last time, else only that it was passed on. */
export function shareBrief(shares: readonly Share[]): string {
  const people = [...new Set(shares.flatMap(({ to }) => to))];
  return people.length > 0 ? t('libPassedOnTo', people.length > 2 ? t('libPassedOnMore', people[0]!, people.length - 1) : nameList(people, uiLanguage())) : t('readerPassedOn');
}

/** The day on this machine's calendar, not in Greenwich. */
function localDay(time: number): string {
  const day = new Date(time);
  return `${String(day.getFullYear()).padStart(4, '0')}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}
