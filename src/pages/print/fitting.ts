/** "Fit onto N sheets": fewer and more, as far as it stays readable. */
import { t } from '../../browser/i18n.ts';
import type { Settings } from '../../browser/settings.ts';
import { firstFitting } from '../../paper/fit.ts';
import { byId } from '../shared/dom.ts';
import { makeRegion, showToast } from '../shared/toasts.ts';
import type { Count, Sheets } from './sheets.ts';
import { sheetWords } from './words.ts';

/** @param redraw shows the sheets again after others were tried on them */
export function startFitting(sheets: Sheets, settings: () => Settings, change: (part: Partial<Settings>) => void, redraw: () => void): { show(count: Count): void } {
  makeRegion();
  let now = 1;
  const fewer = byId<HTMLButtonElement>('fewer');
  const more = byId<HTMLButtonElement>('more-sheets');
  const fit = async (wanted: number): Promise<void> => {
    const found = await firstFitting(wanted, async (setting) => (await sheets.measure({ ...settings(), ...setting }))?.sheets);
    // Something else was asked for meanwhile, and is being drawn.
    if (found === 'given up') return;
    if (found) change(found);
    else {
      redraw();
      showToast(t('printFitNot', sheetWords(wanted)));
    }
  };
  fewer.addEventListener('click', () => void fit(now - 1));
  more.addEventListener('click', () => void fit(now + 1));
  return {
    show({ sheets: count }) {
      now = count;
      byId('fit-count').textContent = new Intl.NumberFormat(document.documentElement.lang).format(count);
      fewer.disabled = count <= 1;
    },
  };
}
