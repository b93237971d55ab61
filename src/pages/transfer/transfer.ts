/** Entry of the page for what comes in and what goes out. */
import { Download, FileInput, Library } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { byId, icon } from '../shared/dom.ts';
import { DUE_COPY, tendCopies } from '../shared/due-copy.ts';
import { runPage, startPage } from '../shared/page.ts';
import { makeRegion } from '../shared/toasts.ts';
import { mark } from '../shared/verb-icons.ts';
import { startComingIn } from './coming-in.ts';
import { copyIfDue, startCopyByItself } from './copy-by-itself.ts';
import { startExport } from './export-view.ts';
import { tidyPrivateFile } from './file-out.ts';
import { startLinkTexts } from './link-texts.ts';
import { startGoingOut } from './going-out.ts';

async function start(): Promise<void> {
  // In a frame that nobody sees, of another page of ours: only for this.
  if (location.hash === `#${DUE_COPY}` && parent !== self) return copyIfDue().finally(() => frameElement?.remove());
  await startPage();
  document.title = `${t('trTitle')} · Passalong`;
  byId('brand').prepend(mark());
  byId('to-library').prepend(icon(Library));
  byId('drop').prepend(icon(FileInput));
  byId('backup').prepend(icon(Download));
  makeRegion();
  startComingIn();
  await Promise.all([startGoingOut(), startExport(), startLinkTexts(), startCopyByItself(), tidyPrivateFile()]);
  tendCopies();
}

runPage(start);
