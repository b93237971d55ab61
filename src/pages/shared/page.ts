/** What every page does first: words into the static HTML, theme on the root, unforeseen faults made visible. */
import type { Settings } from '../../browser/settings.ts';
import { loadSettings, onSettings } from '../../browser/settings.ts';
import { isRightToLeft, t, tReason, uiLanguage, type MessageKey } from '../../browser/i18n.ts';
import { fill, h } from './dom.ts';
import { showToast } from './toasts.ts';

/**
 * Runs a page's entry. What nobody foresaw ends in a plain sentence, never in silence or in a page that waits for ever:
 * in place of the page when it could not start, at its foot when something later went wrong.
 */
export function runPage(start: () => Promise<void>): void {
  let started = true;
  addEventListener('unhandledrejection', () => { if (started) showToast(tReason('failed')); });
  start().catch((error: unknown) => {
    started = false;
    document.body.removeAttribute('aria-busy');
    fill(document.body, h('main', { class: 'sheet fault', id: 'fault', role: 'alert' },
      h('p', {}, tReason('failed')),
      h('p', {}, h('button', { class: 'button filled', type: 'button', onclick: () => location.reload() }, t('tryAgain')))));
    throw error;
  });
}

/** Resolves when the page's own HTML is there, for a script that did not wait for it (`async`). */
export function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => { document.addEventListener('DOMContentLoaded', () => { resolve(); }, { once: true }); });
}

/**
 * Fills `data-t="key"` with its words (and `data-t-label`, `data-t-placeholder`, `data-t-title` attributes), sets
 * `lang` and `dir`, and keeps the theme as the person chose it. Answers the settings.
 *
 * @param loading the settings, when they were asked for before the page's HTML was there
 */
export async function startPage(loading: Promise<Settings> = loadSettings()): Promise<Settings> {
  document.documentElement.lang = uiLanguage();
  document.documentElement.dir = isRightToLeft() ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll<HTMLElement>('[data-t]')) element.textContent = t(element.dataset['t'] as MessageKey);
  for (const [data, attribute] of [['tLabel', 'aria-label'], ['tPlaceholder', 'placeholder'], ['tTitle', 'title']] as const) {
    const name = `data-t-${attribute === 'aria-label' ? 'label' : attribute}`;
    for (const element of document.querySelectorAll<HTMLElement>(`[${name}]`)) element.setAttribute(attribute, t(element.dataset[data] as MessageKey));
  }
  const settings = await loading;
  showTheme(settings);
  onSettings(showTheme);
  return settings;
}

function showTheme({ theme }: Settings): void {
  if (theme === 'match') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
