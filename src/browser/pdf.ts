/** A tab straight into a PDF: Firefox's `tabs.saveAsPDF`, on desktops. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/tabs/saveAsPDF */
import browser from 'webextension-polyfill';
import { fileName } from '../formats/outgoing.ts';
import type { Sheet } from '../paper/sheet.ts';

interface PageSettings { readonly [name: string]: string | number | boolean }
type SaveAsPdf = (settings: PageSettings) => Promise<'saved' | 'replaced' | 'canceled' | 'not_saved' | 'not_replaced'>;

function saveAsPdf(): SaveAsPdf | undefined {
  return (browser.tabs as unknown as { readonly saveAsPDF?: SaveAsPdf }).saveAsPDF;
}

/** Whether this browser can. */
export function canSavePdf(): boolean {
  return saveAsPdf() !== undefined;
}

const INCH = 25.4;

/**
 * Asks where to, and saves the active tab there as it would be printed, with page numbers in Firefox's own line at the foot.
 *
 * @param title the name offered for the file
 */
export async function savePdf(sheet: Sheet, title: string): Promise<'saved' | 'canceled' | 'failed'> {
  const save = saveAsPdf();
  if (!save) return 'failed';
  const answer = await save({
    toFileName: fileName(title, '.pdf'),
    paperSizeUnit: 1, paperWidth: sheet.width, paperHeight: sheet.height,
    marginTop: sheet.top / INCH, marginBottom: sheet.bottom / INCH, marginLeft: sheet.side / INCH, marginRight: sheet.side / INCH,
    edgeTop: 0.3, edgeBottom: 0.35, edgeLeft: sheet.side / INCH, edgeRight: sheet.side / INCH,
    headerLeft: '', headerCenter: '', headerRight: '', footerLeft: '&T', footerCenter: '', footerRight: '&PT',
    shrinkToFit: false, scaling: 1, showBackgroundColors: true, showBackgroundImages: true, orientation: 0,
  }).catch((error: unknown) => {
    if (error instanceof Error) return 'not_saved' as const;
    throw error;
  });
  return answer === 'canceled' ? 'canceled' : answer === 'saved' || answer === 'replaced' ? 'saved' : 'failed';
}
