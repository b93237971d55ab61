/** The letter inside the popup: the same form as the full page, one size smaller. */
import { loadSettings } from '../../browser/settings.ts';
import { byId, fill, h } from '../shared/dom.ts';
import type { LetterSource } from '../shared/letter-form.ts';

/**
 * Puts the letter in place of the four verbs; "Back" returns.
 * @param openFull opens the page with the whole letter, or answers why not; gets the text directive of the selected words
 * @param tabId where the words were selected
 */
export async function showLetter(source: LetterSource, openFull: (directive?: string) => Promise<string | undefined>, tabId?: number): Promise<void> {
  const [{ mountLetter, selectionDirective }] = await Promise.all([import('../shared/letter-form.ts'), letterStyle()]);
  const directive = source.quote ? await selectionDirective(tabId) : undefined;
  const popup = byId('popup');
  const letter = byId('letter');
  await mountLetter(letter, {
    source: { ...source, ...(directive ? { directive } : {}) }, settings: await loadSettings(), mode: 'popup', onFullPage: () => openFull(directive),
    onBack: () => {
      letter.hidden = true;
      fill(letter);
      popup.hidden = false;
      popup.querySelector<HTMLElement>('[data-verb="share"]')?.focus();
    },
  });
  popup.hidden = true;
  letter.hidden = false;
}

/** The letter's own style comes with it: the popup stands at once without. */
function letterStyle(): Promise<void> {
  return new Promise((resolve) => {
    if (document.getElementById('letter-style')) return resolve();
    // Without its style the letter is still a letter.
    document.head.append(h('link', { id: 'letter-style', rel: 'stylesheet', href: '../shared/letter-form.css', onload: () => resolve(), onerror: () => resolve() }));
  });
}
