/** Dates that machines write: ISO 8601 and its common misspellings, RFC 2822. */
import { isoDay } from './calendars.ts';
import { findDates, type DateHabits } from './visible-dates.ts';

/**
 * A machine-readable date as ISO 8601 with the precision and zone it has. Seconds are dropped: no reader needs them.
 * A midnight without a zone is a day; anything else unreadable is read as people write dates.
 */
export function parseStamp(raw: string, habits: DateHabits = {}): string | undefined {
  const text = raw.trim().slice(0, 120);
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    // Seconds or milliseconds since 1970 (1990 on): an instant, so UTC is said.
    const instant = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    return instant.getUTCFullYear() >= 1990 && instant.getUTCFullYear() < 2100 ? `${instant.toISOString().slice(0, 16)}Z` : undefined;
  }
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s_]+(\d{1,2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{0,2})?/i.exec(text) ?? /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text);
  if (match) {
    const day = isoDay(Number(match[1]), Number(match[2]), Number(match[3]));
    if (!day || Number(match[1]) < 1800) return undefined;
    return match[4] ? day + timeOf(match[4], match[5] ?? '00', match[6]) : day;
  }
  const rfc = /^(?:\w{3,9},?\s+)?(\d{1,2})\s+(\w{3})\w*\s+(\d{4})\s+(\d{2}):(\d{2})(?::\d{2})?\s*(Z|UTC|GMT|[+-]\d{4})?/.exec(text);
  const spoken = findDates(text, habits)[0]?.iso;
  if (rfc && spoken) return spoken.slice(0, 10) + timeOf(rfc[4] ?? '00', rfc[5] ?? '00', rfc[6]);
  return spoken;
}

function timeOf(hour: string, minute: string, zone: string | undefined): string {
  if (Number(hour) > 23 || Number(minute) > 59) return '';
  const offset = !zone ? '' : /^(?:Z|UTC|GMT)$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}`;
  if (hour.padStart(2, '0') + minute === '0000' && (!offset || offset === 'Z')) return '';
  return `T${hour.padStart(2, '0')}:${minute}${offset}`;
}
