/** Words of the interface. Keys are those of `_locales/en/messages.json`, checked by the compiler. */
import browser from 'webextension-polyfill';
import type english from '../_locales/en/messages.json';

export type MessageKey = keyof typeof english;

/** The sentence for a key in the browser's language, its `$1`… filled in. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String)) || key;
}

/** True when the locale has such a key: reasons arrive as plain strings from other contexts. */
export function tReason(reason: string): string {
  return browser.i18n.getMessage(`reason_${reason}`) || browser.i18n.getMessage('reason_failed');
}

/** The interface's language as a BCP 47 tag. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}
