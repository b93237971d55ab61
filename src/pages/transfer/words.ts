/** How this page says numbers and days. */
import { t, uiLanguage, type MessageKey } from '../../browser/i18n.ts';

export function number(n: number): string {
  return n.toLocaleString(uiLanguage());
}

/** A count in words: the first key for exactly one, the second for other numbers. */
export function counted(one: MessageKey, many: MessageKey, n: number): string {
  return n === 1 ? t(one) : t(many, number(n));
}

/** A day on this machine's calendar. */
export function dayWords(time: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { day: 'numeric', month: 'long', year: 'numeric' }).format(time);
}

/** The day as file names have it: 2025-09-03. */
export function dayName(time: number): string {
  const day = new Date(time);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
