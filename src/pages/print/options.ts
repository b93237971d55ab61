/** The options of the paper: shown as they are, changed at once, remembered. */
import { t } from '../../browser/i18n.ts';
import type { Settings } from '../../browser/settings.ts';
import { byId } from '../shared/dom.ts';
import { followSettings } from '../shared/followed-settings.ts';
import { PAPER_SIZES, stepper } from '../shared/stepper.ts';

const PICKS = ['printFace', 'printPictures', 'paper', 'printLinks', 'printLead', 'printMargins', 'printColumns', 'stand'] as const;
const TICKS = ['printHead', 'printCode', 'printNotes', 'saveInk', 'printGrey'] as const;

export interface Options {
  change(part: Partial<Settings>): void;
}

/** @param onChange the settings as they are now, and whether a face is wanted that was not wanted before */
export function startOptions(first: Settings, onChange: (settings: Settings, needsFaces: boolean) => void): Options {
  const form = byId<HTMLFormElement>('options');
  const show = (next: Settings, before: Settings): void => {
    byId('print-size').textContent = t('paperPoints', new Intl.NumberFormat(document.documentElement.lang).format(next.printSize));
    for (const name of PICKS) (form.elements.namedItem(name) as RadioNodeList).value = String(next[name]);
    for (const name of TICKS) (form.elements.namedItem(name) as HTMLInputElement).checked = next[name];
    showStep(next.printSize);
    onChange(next, next.printFace !== before.printFace);
  };
  const keep = followSettings(first, show);
  const change = (part: Partial<Settings>): void => void keep(part);
  const showStep = stepper({ smaller: 'print-smaller', larger: 'print-larger' }, PAPER_SIZES, (printSize) => change({ printSize }));
  form.addEventListener('change', (event) => {
    const { name, type, value, checked } = event.target as HTMLInputElement;
    if (type === 'checkbox') change({ [name]: checked });
    else if (type === 'radio') change({ [name]: name === 'printColumns' ? Number(value) : value });
  });
  show(first, first);
  return { change };
}
