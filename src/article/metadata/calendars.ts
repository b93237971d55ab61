/** Days of other calendars as days of the Gregorian one. `Intl` knows the calendars; here they are only searched. */

const DAY = 86_400_000;

/** `YYYY-MM-DD`, or undefined for a day that no month has. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A day of the Persian solar calendar (year 1200 to 1600, month 1 is Farvardin), or undefined. */
export function fromPersian(year: number, month: number, day: number): string | undefined {
  return search('en-u-ca-persian', Date.UTC(year + 621, 2, 15) + (month - 1) * 30 * DAY, 50, (parts) => parts === `${year} ${month} ${day}`);
}

/**
 * A day of the Hebrew calendar in letters: `י״ד באדר תשפ״א`.
 *
 * @param day, year in Hebrew numerals (the year with or without its thousands); @param month as printed, without ב
 */
export function fromHebrew(day: string, month: string, year: string): string | undefined {
  const full = gematria(year.replace(/^ה['׳]?(?=ת)/, '')) + 5000;
  const number = gematria(day);
  if (full < 5600 || full > 5900) return undefined;
  // Doubled letters and the leap months' marks are a matter of taste.
  const loose = (text: string): string => text.replace(/['׳]| א$|^מר/g, '').replace(/וו/g, 'ו').replace('אייר', 'איר');
  const wanted = `${full} ${loose(month)} ${number}`;
  return search('he-u-ca-hebrew', Date.UTC(full - 3761, 8, 1), 400, (parts) => loose(parts.replace(/׳ /, ' ')) === wanted || loose(parts.replace(/ [אב]׳ /, ' ')) === wanted);
}

/** Where the letters' final forms stand in the alphabet; each counts like the letter after it. */
const FINALS = [10, 13, 15, 19, 21];
function gematria(text: string): number {
  return [...text].reduce((sum, letter) => {
    const code = letter.charCodeAt(0) - 0x5d0;
    const at = code - FINALS.filter((final) => final < code).length;
    return sum + (code < 0 || code > 26 ? 0 : at < 10 ? at + 1 : at < 19 ? (at - 8) * 10 : (at - 17) * 100);
  }, 0);
}

/** The first day from `start` on whose year, month and day, as the locale writes them, are the ones looked for. */
function search(locale: string, start: number, days: number, found: (parts: string) => boolean): string | undefined {
  const format = new Intl.DateTimeFormat(`${locale}-nu-latn`, { timeZone: 'UTC', year: 'numeric', month: locale.startsWith('he') ? 'long' : 'numeric', day: 'numeric' });
  for (let step = 0; step < days; step++) {
    const parts = format.formatToParts(start + step * DAY);
    const of = (wanted: string): string => parts.find(({ type }) => type === wanted)?.value ?? '';
    if (found(`${of('year')} ${of('month')} ${of('day')}`)) return new Date(start + step * DAY).toISOString().slice(0, 10);
  }
  return undefined;
}
