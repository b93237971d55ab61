/** What every page does first: words into the static HTML, theme on the root, unhandled faults made visible. */
import type { Settings } from '../../browser/settings.ts';
import { loadSettings, onSettings } from '../../browser/settings.ts';
import { isRightToLeft, t, uiLanguage, type MessageKey } from '../../browser/i18n.ts';

/**
 * Fills `data-t="key"` with its words (and `data-t-label`, `data-t-placeholder`, `data-t-title` attributes), sets
 * `lang` and `dir`, and keeps the theme as the person chose it. Answers the settings.
 */
export async function startPage(): Promise<Settings> {
  document.documentElement.lang = uiLanguage();
  document.documentElement.dir = isRightToLeft() ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll<HTMLElement>('[data-t]')) element.textContent = t(element.dataset['t'] as MessageKey);
  for (const [data, attribute] of [['tLabel', 'aria-label'], ['tPlaceholder', 'placeholder'], ['tTitle', 'title']] as const) {
    const name = `data-t-${attribute === 'aria-label' ? 'label' : attribute}`;
    for (const element of document.querySelectorAll<HTMLElement>(`[${name}]`)) element.setAttribute(attribute, t(element.dataset[data] as MessageKey));
  }
  const settings = await loadSettings();
  showTheme(settings);
  onSettings(showTheme);
  return settings;
}

function showTheme({ theme }: Settings): void {
  if (theme === 'match') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
