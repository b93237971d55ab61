/** The options of the paper: shown as they are, changed at once, remembered. */
import { t } from '../../browser/i18n.ts';
import { changeSettings, onSettings, type Settings } from '../../browser/settings.ts';
import { byId } from '../shared/dom.ts';
import { PAPER_SIZES, stepper } from '../shared/stepper.ts';

const PICKS = ['printFace', 'printPictures', 'paper', 'printLinks', 'printLead', 'printMargins', 'printColumns', 'stand'] as const;
const TICKS = ['printHead', 'printCode', 'printNotes', 'saveInk', 'printGrey'] as const;

export interface Options {
  change(part: Partial<Settings>): void;
}

/** @param onChange the settings as they are now, and whether a face is wanted that was not wanted before */
export function startOptions(first: Settings, onChange: (settings: Settings, needsFaces: boolean) => void): Options {
  const form = byId<HTMLFormElement>('options');
  let now = first;
  const show = (next: Settings): void => {
    const needsFaces = next.printFace !== now.printFace;
    now = next;
    byId('print-size').textContent = t('paperPoints', new Intl.NumberFormat(document.documentElement.lang).format(next.printSize));
    for (const name of PICKS) (form.elements.namedItem(name) as RadioNodeList).value = String(next[name]);
    for (const name of TICKS) (form.elements.namedItem(name) as HTMLInputElement).checked = next[name];
    showStep(next.printSize);
    onChange(next, needsFaces);
  };
  const change = (part: Partial<Settings>): void => {
    show({ ...now, ...part });
    void changeSettings(part);
  };
  const showStep = stepper({ smaller: 'print-smaller', larger: 'print-larger' }, PAPER_SIZES, (printSize) => change({ printSize }));
  form.addEventListener('change', (event) => {
    const { name, type, value, checked } = event.target as HTMLInputElement;
    if (type === 'checkbox') change({ [name]: checked });
    else if (type === 'radio') change({ [name]: name === 'printColumns' ? Number(value) : value });
  });
  // Changed in another window: followed. What was changed here comes back too, and is no change any more.
  onSettings((next) => { if (JSON.stringify(next) !== JSON.stringify(now)) show(next); });
  show(first);
  return { change };
}
