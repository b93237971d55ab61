/** The letter inside the popup: the same form as the full page, one size smaller. */
import { loadSettings } from '../../browser/settings.ts';
import { byId, fill } from '../shared/dom.ts';
import type { LetterSource } from '../shared/letter-form.ts';

/** Puts the letter in place of the four verbs; "Back" returns. `openFull` opens the page with the whole letter, or answers why not. */
export async function showLetter(source: LetterSource, openFull: () => Promise<string | undefined>): Promise<void> {
  const { mountLetter } = await import('../shared/letter-form.ts');
  const popup = byId('popup');
  const letter = byId('letter');
  await mountLetter(letter, {
    source, settings: await loadSettings(), mode: 'popup', onFullPage: openFull,
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
