/**
 * What is dropped on the library. Links: saved at once where their sites are allowed, else after a question that needs a click
 * of its own. Files: handed to the page that takes things in.
 */
import { t } from '../../browser/i18n.ts';
import { isAllowed } from '../../browser/permissions.ts';
import { openAddress, pageUrl } from '../../browser/tabs.ts';
import { byId, fill } from '../shared/dom.ts';
import { HANDED, handFiles } from '../shared/handed-files.ts';
import { saveSeveral } from '../shared/save-several.ts';
import { savePage, type PageToSave } from '../shared/save-page.ts';
import { showToast } from '../shared/toasts.ts';
import { linksIn, type Dropped } from './dropped-links.ts';

/** Makes the whole page a place to drop links on. */
export function startDropping(): void {
  // A row that is dragged about in the list is not meant to be saved again.
  let isOurs = false;
  addEventListener('dragstart', () => { isOurs = true; });
  addEventListener('dragend', () => { isOurs = false; });
  const holds = ({ dataTransfer }: DragEvent): boolean => !isOurs && dataTransfer !== null
    && dataTransfer.types.some((type) => type === 'Files' || type === 'text/uri-list' || type === 'text/plain' || type === 'text/x-moz-url');
  const over = (on: boolean): void => { byId('library').classList.toggle('is-over', on); };
  addEventListener('dragover', (event) => {
    // Into a field text is dropped as ever.
    if (!holds(event) || (event.target as Element).closest('input, textarea')) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    over(true);
  });
  addEventListener('dragleave', (event) => { if (event.relatedTarget === null) over(false); });
  addEventListener('drop', (event) => {
    over(false);
    if (!holds(event) || (event.target as Element).closest('input, textarea')) return;
    event.preventDefault();
    const files = [...event.dataTransfer?.files ?? []];
    // Letters, lists and copies are taken in on a page of their own.
    if (files.length > 0) {
      handFiles(files);
      return void openAddress(pageUrl('transfer') + HANDED);
    }
    const given = (type: string): string => event.dataTransfer?.getData(type) ?? '';
    void take(linksIn({ uris: given('text/uri-list'), mozilla: given('text/x-moz-url'), text: given('text/plain'), html: given('text/html') }));
  });
}

async function take(links: readonly Dropped[]): Promise<void> {
  if (links.length === 0) return void showToast(t('libDropNone'));
  const allowed = await Promise.all(links.map(({ url }) => isAllowed(url)));
  const one = links[0];
  if (links.length > 1 || !one || !allowed[0]) return ask(links);
  showToast(t('libDropSaving'));
  const saving = await savePage(one);
  showToast(t(saving.as === 'article' ? 'libDropSaved' : saving.as === 'link' ? 'libDropLinked' : 'libDropFailed'));
}

function ask(pages: readonly PageToSave[]): void {
  const dialog = byId<HTMLDialogElement>('dropped');
  fill(byId('dropped-list'), saveSeveral({ pages }));
  if (!dialog.open) dialog.showModal();
}
