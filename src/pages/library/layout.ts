/** How the list lies on the screen: rows or cards, and their size. */
import { LayoutGrid, Rows3 } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { byId, fill, icon } from '../shared/dom.ts';
import { changeShelfSettings, shelfSettings } from './shelf-settings.ts';
import type { Frame } from './stretch.ts';

/** One row's size is the probe's, which the style sheet gives it. */
export function measure(): Frame {
  const home = byId('items').getBoundingClientRect();
  const probe = byId('row-probe').getBoundingClientRect();
  const columns = shelfSettings().shelfLayout === 'cards' && probe.width > 0 ? Math.max(1, Math.floor((home.width + 1) / probe.width)) : 1;
  return { top: home.top, view: innerHeight, row: probe.height, columns };
}

/** Rows or cards; remembered. */
export function turnLayout(): void {
  changeShelfSettings({ shelfLayout: shelfSettings().shelfLayout === 'cards' ? 'list' : 'cards' });
  showLayout();
}

export function showLayout(): void {
  const cards = shelfSettings().shelfLayout === 'cards';
  byId('library').classList.toggle('is-cards', cards);
  const button = byId('layout');
  fill(button, icon(cards ? Rows3 : LayoutGrid));
  for (const name of ['aria-label', 'title']) button.setAttribute(name, t(cards ? 'libAsList' : 'libAsCards'));
}
