/** The toolbar popup: looks at the page the person is on and offers the four verbs. */
import { ChevronRight, Library, Settings2 } from 'lucide';
import { activeTab, captureTab, type Capture, type TabLike } from '../../browser/capture.ts';
import { showBadge } from '../../browser/badge.ts';
import { t } from '../../browser/i18n.ts';
import { openPage } from '../../browser/tabs.ts';
import { marksVisits } from '../../browser/visits.ts';
import { findByUrl } from '../../library/library.ts';
import { byId, fill, icon } from '../shared/dom.ts';
import { lookAfterShelf } from '../shared/lost-shelf.ts';
import { parsed, runPage, startPage } from '../shared/page.ts';
import { mark } from '../shared/verb-icons.ts';
import { waitingRows } from './action-rows.ts';
import { showArticle } from './article-view.ts';
import { showRefusalView } from './refusal-view.ts';

/** What a view of the popup needs to act. */
export interface PopupContext {
  readonly tab: TabLike;
  /** Looks at the page again; `insist` takes the best block there is. */
  readonly look: (insist: boolean) => Promise<void>;
}

async function start(): Promise<void> {
  // Looking at the page takes longest, so it begins first: this script waits for no style sheet (`async`), nor for our own HTML.
  const tab = (await activeTab()) ?? {};
  const looking = captureTab(tab);
  // The library opens meanwhile; its answer is asked for again under the article's own address.
  const kept = tab.url ? findByUrl(tab.url) : undefined;
  await parsed();
  byId('brand').prepend(mark());
  byId('settings').append(icon(Settings2, 'flip'));
  byId('library').prepend(icon(Library));
  byId('receipt-button').prepend(icon(ChevronRight, 'flip'));
  fill(byId('acts'), ...waitingRows());
  await startPage();
  byId('settings').addEventListener('click', () => void openAndClose('options'));
  byId('library').addEventListener('click', () => void openAndClose('library'));
  byId('receipt-button').addEventListener('click', toggleReceipt);
  void settleBadge(tab.id, kept);
  await show(tab, await looking);
  // So that a shelf that is suddenly empty is known for one; what goes wrong here is noted the next time.
  void lookAfterShelf(Date.now()).catch(() => undefined);
}

/** The badge told of the last click; this popup tells of the page now. Where pages that are kept are to be marked, the mark stays. */
async function settleBadge(tabId: number | undefined, kept: ReturnType<typeof findByUrl> | undefined): Promise<void> {
  const isMarked = await kept !== undefined && await marksVisits();
  await showBadge(tabId, isMarked ? 'done' : 'none');
}

async function show(tab: TabLike, capture: Capture): Promise<void> {
  const context: PopupContext = { tab, look: async (insist) => show(tab, await captureTab(tab, insist)) };
  if (capture.ok) await showArticle(context, capture.article, capture.selection);
  else await showRefusalView(context, capture.reason, capture.page);
  byId('popup').dataset['state'] = capture.ok ? 'article' : 'refusal';
  performance.mark('popup-filled');
  document.title = capture.ok ? capture.article.title : t('browserPage');
}

async function openAndClose(page: 'options' | 'library'): Promise<void> {
  await openPage(page);
  window.close();
}

function toggleReceipt(): void {
  const open = byId('receipt-button').getAttribute('aria-expanded') !== 'true';
  byId('receipt-button').setAttribute('aria-expanded', String(open));
  byId('receipt').hidden = !open;
  if (open) byId('receipt').scrollIntoView({ block: 'nearest', behavior: 'smooth' });
}

runPage(start);
