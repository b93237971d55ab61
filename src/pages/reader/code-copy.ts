/** A button on each piece of code that copies it. */
import { Check, Copy } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { fill, h, icon, type IconNode } from '../shared/dom.ts';
import { showToast } from '../shared/toasts.ts';

/** Shorter code is sooner selected than reached for. */
const FEWEST_LETTERS = 20;
/** How long the button says what it has done, in milliseconds. */
const SAID = 2_500;

export function startCodeCopy(body: HTMLElement): void {
  for (const code of body.querySelectorAll('pre')) {
    if (code.textContent.trim().length < FEWEST_LETTERS) continue;
    const words = h('span', { 'aria-live': 'polite' }, t('codeCopy'));
    const button = h('button', { type: 'button', class: 'copy-code', 'data-ours': true }, icon(Copy as IconNode), words);
    button.addEventListener('click', () => void copy(code.textContent, button, words));
    code.before(button);
  }
}

async function copy(text: string, button: HTMLElement, words: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    showToast(t('codeNotCopied'));
    return;
  }
  words.textContent = t('codeCopied');
  button.firstElementChild?.replaceWith(icon(Check as IconNode));
  setTimeout(() => fill(button, icon(Copy as IconNode), Object.assign(words, { textContent: t('codeCopy') })), SAID);
}
