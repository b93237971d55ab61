/** Days of other calendars as days of the Gregorian one. `Intl` knows the calendars; here they are only searched. */

const DAY = 86_400_000;

/** `YYYY-MM-DD`, or undefined for a day that no month has. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A day of the Persian solar calendar (year 1200 to 1600, month 1 is Farvardin), or undefined. */
export function fromPersian(year: number, month: number, day: number): string | undefined {
  const about = Date.UTC(year + 621, 2, 20) + ((month - 1) * 30.5 + day - 1) * DAY;
  return search('persian', about, 5, (parts) => parts.year === year && parts.month === String(month) && parts.day === day);
}

/** Month names of the Hebrew calendar as printed, and as `Intl` writes them in English. */
const HEBREW_MONTHS: Readonly<Record<string, string>> = {
  תשרי: 'Tishri', חשוון: 'Heshvan', חשון: 'Heshvan', מרחשוון: 'Heshvan', מרחשון: 'Heshvan', כסלו: 'Kislev', טבת: 'Tevet', שבט: 'Shevat',
  אדר: 'Adar', ניסן: 'Nisan', אייר: 'Iyar', איר: 'Iyar', סיוון: 'Sivan', סיון: 'Sivan', תמוז: 'Tamuz', אב: 'Av', אלול: 'Elul',
};
const HEBREW_ORDER = ['Tishri', 'Heshvan', 'Kislev', 'Tevet', 'Shevat', 'Adar', 'Nisan', 'Iyar', 'Sivan', 'Tamuz', 'Av', 'Elul'];

/**
 * A day of the Hebrew calendar in letters: `י״ד באדר תשפ״א`.
 *
 * @param day, year in Hebrew numerals (the year with or without its thousands); @param month as printed, without ב
 */
export function fromHebrew(day: string, month: string, year: string): string | undefined {
  const name = HEBREW_MONTHS[month.replace(/\s.*$/, '')];
  const number = gematria(day);
  const full = gematria(year.replace(/^ה['׳]?(?=ת)/, '')) + 5000;
  if (!name || number < 1 || number > 30 || full < 5600 || full > 5900) return undefined;
  const second = /\sב/.test(month);
  const about = Date.UTC(full - 3761, 8, 10) + (HEBREW_ORDER.indexOf(name) * 29.6 + number) * DAY;
  const matches = (wanted: RegExp) => search('hebrew', about, 50, (parts) => parts.year === full && wanted.test(parts.month) && parts.day === number);
  return matches(new RegExp(second ? `^${name} II$` : `^${name}$`)) ?? matches(new RegExp(`^${name} I+$`));
}

const LETTERS = 'אבגדהוזחטיכלמנסעפצקרשת';
const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400];
function gematria(text: string): number {
  const finals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };
  return [...text].reduce((sum, letter) => sum + (VALUES[LETTERS.indexOf(finals[letter] ?? letter)] ?? 0), 0);
}

function search(calendar: string, about: number, reach: number, found: (parts: { year: number; month: string; day: number }) => boolean): string | undefined {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { timeZone: 'UTC', year: 'numeric', month: calendar === 'hebrew' ? 'long' : 'numeric', day: 'numeric' });
  for (let step = 0; step <= reach * 2; step++) {
    const date = new Date(about + (step % 2 ? -1 : 1) * Math.ceil(step / 2) * DAY);
    const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
    if (found({ year: Number(parts['year']), month: parts['month'] ?? '', day: Number(parts['day']) })) return date.toISOString().slice(0, 10);
  }
  return undefined;
}
