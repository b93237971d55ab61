/** The address bar: what is typed there after our keyword is looked for in the library. */
import browser, { type Omnibox } from 'webextension-polyfill';
import { t } from './i18n.ts';

/** A line under the address bar: `content` is what stands in the bar when it is chosen. */
export interface AddressBarLine {
  readonly content: string;
  readonly description: string;
}

/**
 * Registers both listeners. Of several words typed quickly only the last are answered.
 * @param suggest answers through `show`, and may go on afterwards
 * @param open a line's `content`, or what was typed when none was chosen; `how` says in which tab
 */
export function onAddressBar(
  suggest: (typed: string, show: (lines: readonly AddressBarLine[]) => void) => Promise<unknown>,
  open: (content: string, how: Omnibox.OnInputEnteredDisposition) => Promise<unknown>,
): void {
  // Browsers of telephones have no such thing.
  if (!browser.omnibox) return;
  browser.omnibox.setDefaultSuggestion({ description: t('addressBar') });
  let last = '';
  browser.omnibox.onInputChanged.addListener((typed, answer) => {
    last = typed;
    // Nothing found and nothing said are the same here.
    void suggest(typed, (lines) => { if (last === typed) answer(lines.map(written)); }).catch(() => undefined);
  });
  browser.omnibox.onInputEntered.addListener((content, how) => void open(content, how));
}

/** The browser that has `offscreen` reads descriptions as XML: https://developer.chrome.com/docs/extensions/reference/api/omnibox */
function written({ content, description }: AddressBarLine): AddressBarLine {
  return { content, description: 'offscreen' in browser ? description.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`) : description };
}
