/** Words of the interface. Keys are those of `_locales/en/messages.json`, checked by the compiler. */
import browser from 'webextension-polyfill';
import type common from '../_locales/en/common.json';
import type background from '../_locales/en/background.json';
import type popup from '../_locales/en/popup.json';
import type reader from '../_locales/en/reader.json';
import type reading from '../_locales/en/reading.json';
import type print from '../_locales/en/print.json';
import type library from '../_locales/en/library.json';
import type letter from '../_locales/en/letter.json';
import type options from '../_locales/en/options.json';
import type ask from '../_locales/en/ask.json';
import type gather from '../_locales/en/gather.json';
import type transfer from '../_locales/en/transfer.json';
import type versions from '../_locales/en/versions.json';
import type picker from '../_locales/en/picker.json';

/** One locale file a room; `build.mjs` joins them. */
type English = typeof common & typeof background & typeof popup & typeof reader & typeof reading & typeof print & typeof library & typeof letter & typeof options & typeof ask & typeof transfer & typeof gather & typeof versions & typeof picker;
export type MessageKey = keyof English & string;

/** The sentence for a key in the browser's language, its `$1`… filled in. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String)) || key;
}

/** The sentence for a reason. Reasons arrive as plain strings from other contexts; one nobody knows gets the general sentence. */
export function tReason(reason: string): string {
  return browser.i18n.getMessage(`reason_${reason}`) || browser.i18n.getMessage('reason_failed');
}

/** True when the interface's language is written from right to left. */
export function isRightToLeft(): boolean {
  return browser.i18n.getMessage('@@bidi_dir') === 'rtl';
}

/** The interface's language as a BCP 47 tag. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}
