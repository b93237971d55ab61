/** The letter inside the popup: the same form as the full page, one size smaller. */
import { loadSettings } from '../../browser/settings.ts';
import { byId, fill } from '../shared/dom.ts';
import type { LetterSource } from '../shared/letter-form.ts';

/**
 * Puts the letter in place of the four verbs; "Back" returns.
 * @param openFull opens the page with the whole letter, or answers why not; gets the text directive of the selected words
 * @param tabId where the words were selected
 */
export async function showLetter(source: LetterSource, openFull: (directive?: string) => Promise<string | undefined>, tabId?: number): Promise<void> {
  const { mountLetter, selectionDirective } = await import('../shared/letter-form.ts');
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
