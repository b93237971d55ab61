/** A date as the page gave it, in the reader's language: never more precise than the page was. */
import type { StatedDate } from '../../article/stated-date.ts';
import { t } from '../../browser/i18n.ts';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/**
 * Words for an ISO 8601 date of any precision from year to minute. The day and hour stay those of the page's own place:
 * nothing is converted. UTC stamps say so, since their hour is nobody's local hour.
 *
 * @param iso such as `2021`, `2021-02`, `2021-02-26`, `2021-02-26T13:15+04:00`
 * @param locale BCP 47 tag of the reader
 * @param style `full` with weekday and month in words, `short` for lists
 */
export function dateWords(iso: string, locale: string, style: 'full' | 'short' = 'full'): string {
  const match = ISO.exec(iso);
  if (!match) return iso;
  const [, year, month, day, hour, minute, zone] = match;
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0)));
  if (Number(year) < 100) moment.setUTCFullYear(Number(year));
  if (Number.isNaN(moment.getTime())) return iso;
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(moment);
  const monthStyle = style === 'full' ? 'long' : 'short';
  if (!month) return format({ year: 'numeric' });
  if (!day) return format({ year: 'numeric', month: monthStyle });
  const date: Intl.DateTimeFormatOptions = { year: 'numeric', month: monthStyle, day: 'numeric' };
  if (style === 'short') return format(date);
  const words = format({ ...date, weekday: 'short' });
  if (!hour) return words;
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${words}, ${time}${zone === 'Z' ? ' UTC' : ''}`;
}

/** The words for an article's day, which say so when it is the day of its last change. */
export function changeMarked({ isChange }: StatedDate, words: string): string {
  return isChange ? t('changedOn', words) : words;
}

/** Names joined as the language does it: "Ines Calder and Tom Reyes". */
export function nameList(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }).format(names);
}
