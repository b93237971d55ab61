/** Where the sheets go: the browser's print window, or, where the browser can, straight into a PDF. And how many they are, in words. */
import { Printer, FileDown } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { canSavePdf, savePdf } from '../../browser/pdf.ts';
import type { Settings } from '../../browser/settings.ts';
import { sheetOf } from '../../paper/sheet.ts';
import { byId, fill, icon, type IconNode } from '../shared/dom.ts';
import { drawsMarginBoxes, facesReady, type Piece } from '../shared/paper-layout.ts';
import { picturesReady } from '../shared/pictures.ts';
import { showToast } from '../shared/toasts.ts';
import { showOriginal } from './original.ts';
import type { Count, Sheets } from './sheets.ts';
import { sheetWords } from './words.ts';

export interface Outlet {
  /** Says that the sheets are still being counted. */
  counting(): void;
  show(count: Count): void;
  /** Looks how many sheets the original page would have taken, and says so beside ours. */
  compare(): void;
}

/** @param patience milliseconds that missing pictures may hold up the paper */
export function startOutlet(pieces: readonly Piece[], sheets: Sheets, settings: () => Settings, patience: number): Outlet {
  const button = byId<HTMLButtonElement>('print-now');
  const pdf = byId<HTMLButtonElement>('save-pdf');
  let now: Count = { sheets: 0, isSure: true };
  let original: number | undefined;
  let isCounting = false;
  const say = (): void => {
    if (isCounting) {
      byId('count').textContent = t('printCounting');
      fill(button, icon(Printer as IconNode), t('print'));
      return;
    }
    const words = now.isSure ? sheetWords(now.sheets) : t('printAbout', sheetWords(now.sheets));
    const count = now.isSure ? words : t('printAboutCount', sheetWords(now.sheets));
    byId('count').textContent = original !== undefined && original > now.sheets ? t('printInstead', count, original) : count;
    fill(button, icon(Printer as IconNode), t('printCount', words));
  };
  const ready = async (): Promise<void> => {
    await sheets.ready;
    await facesReady(pieces.map(({ article }) => article), settings());
    if (settings().printPictures !== 'none') await picturesReady(byId('flow'), patience);
  };
  /** The words on a button while it works. */
  const busy = async (on: HTMLButtonElement, work: () => Promise<void>): Promise<void> => {
    if (on.getAttribute('aria-busy') === 'true') return;
    const rest = [...on.childNodes];
    fill(on, t('paperGettingReady'));
    on.setAttribute('aria-busy', 'true');
    try {
      await work();
    } finally {
      on.replaceChildren(...rest);
      on.removeAttribute('aria-busy');
      say();
    }
  };

  byId<HTMLFormElement>('options').addEventListener('submit', (event) => {
    event.preventDefault();
    void busy(button, async () => { await ready(); window.print(); });
  });
  // For the browser's own key too.
  addEventListener('beforeprint', () => sheets.forPrinter());
  // Later: the printer may still be reading, and the tab may be closing.
  addEventListener('afterprint', () => requestAnimationFrame(() => { void sheets.show(settings()); }));

  if (canSavePdf()) {
    pdf.hidden = false;
    byId('pdf-hint').hidden = true;
    fill(pdf, icon(FileDown as IconNode), t('printSavePdf'));
    pdf.addEventListener('click', () => void busy(pdf, async () => {
      await ready();
      sheets.forPrinter();
      const answer = await savePdf(sheetOf(settings().paper, settings().printMargins), document.title);
      void sheets.show(settings());
      if (answer !== 'canceled') showToast(t(answer === 'saved' ? 'printPdfSaved' : 'printPdfFailed'));
    }));
  }
  byId('own-lines').hidden = drawsMarginBoxes();

  return {
    counting() {
      isCounting = true;
      if (button.getAttribute('aria-busy') !== 'true') say();
    },
    show(count) {
      now = count;
      isCounting = false;
      if (button.getAttribute('aria-busy') !== 'true') say();
    },
    compare() {
      void (async () => {
        const [only, another] = pieces;
        original = only && !another ? await showOriginal(only.article, settings()) : undefined;
        say();
      })();
    },
  };
}
