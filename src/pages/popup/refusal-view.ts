/** The popup where there is no article: one plain sentence, and what can still be done. */
import type { PageFacts } from '../../article/article.ts';
import { leaveDraft } from '../../actions/drafts.ts';
import type { CaptureReason, TabLike } from '../../browser/capture.ts';
import { send } from '../../browser/messages.ts';
import { printPage } from '../../browser/print-page.ts';
import { t } from '../../browser/i18n.ts';
import { openPage, reloadTab, sendTab } from '../../browser/tabs.ts';
import { findByUrl, getArticle } from '../../library/library.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { ActionRow, Refused } from './action-rows.ts';
import { asInterrupted } from './article-view.ts';
import { showLetter } from './letter-view.ts';
import type { PopupContext } from './popup.ts';
import { PRINTABLE, showRefusal, WORTH_A_RETRY, WORTH_INSISTING } from './refusal.ts';

export async function showRefusalView(context: PopupContext, reason: CaptureReason, page: PageFacts): Promise<void> {
  const { tab } = context;
  const tabId = tab.id;
  const onWeb = /^https?:/.test(page.url);
  const buttons: HTMLButtonElement[] = [];
  const rows: ActionRow[] = [];

  if (WORTH_A_RETRY.has(reason)) {
    buttons.push(button('retry', t('tryAgain'), 'filled', () => context.look(false)));
    if (tabId !== undefined) buttons.push(button('reload', t('reloadPage'), '', async () => { await reloadTab(tabId); window.close(); }));
  }
  if (reason === 'readerMode' && onWeb && tabId !== undefined) {
    buttons.push(button('original', t('openOriginal'), 'filled', async () => { await sendTab(tabId, page.url); window.close(); }));
  }
  if (WORTH_INSISTING.has(reason)) rows.push(new ActionRow('read', t('readAnyway'), t('factGuess'), () => context.look(true)));
  // A page that hangs on its last picture or advertisement has often come as far as matters.
  if (reason === 'timeout') rows.push(new ActionRow('read', t('readAnyway'), t('factSoFar'), () => context.look(true)));
  if (WORTH_INSISTING.has(reason)) buttons.push(button('pick', t('pickPart'), '', async () => (await import('./receipt.ts')).picksIn(tab, () => context.look(false)).pick('body')));
  if (PRINTABLE.has(reason) && tabId !== undefined) {
    rows.push(new ActionRow('print', t('print'), t('factAsItIs'), async () => { await printPage(tabId); window.close(); }));
  }
  if (onWeb) {
    rows.push(new ActionRow('share', t('share'), t('factLinkOnly'), () => showLetter({ page, isPrivate: tab.incognito === true }, () => openLetter(tab, page))));
    rows.push(linkRow(tab, page));
  }

  showRefusal(byId('head'), reason, page.url, buttons);
  fill(byId('acts'), ...rows.map((row) => row.element));
  byId('acts').hidden = rows.length === 0;
  byId('receipt-button').hidden = true;
}

/** The letter's full page about a link. From a private window the link does not stand in that page's address, which the browser may keep. @returns why it can't be opened */
async function openLetter({ incognito }: TabLike, page: PageFacts): Promise<string | undefined> {
  const draft = incognito ? await leaveDraft({ page }, Date.now(), true) : undefined;
  if (draft?.ok === false) return draft.reason;
  await openPage('share', draft ? { draft: draft.value } : { url: page.url, title: page.title });
  window.close();
  return undefined;
}

/** Shows what is kept of a page; from a private window in a draft: nothing is noted of the reading, and one browser lets no page there look into the library. @throws {Refused} when there is no memory left */
async function openSaved({ incognito }: TabLike, page: PageFacts, id: number): Promise<void> {
  const kept = incognito ? await getArticle(id) : undefined;
  const draft = kept && await leaveDraft({ page, ...(kept.ok && kept.value.article ? { article: kept.value.article } : {}) }, Date.now(), true);
  if (draft?.ok === false) throw new Refused(draft.reason);
  await openPage('reader', draft ? { draft: draft.value } : { id });
  window.close();
}

/** Keeping the link alone. */
function linkRow(tab: TabLike, page: PageFacts): ActionRow {
  const saved = (id: number) => row.done('saved', t('saved'), [
    { id: 'open-saved', label: t('open'), run: () => openSaved(tab, page, id) },
    { id: 'remove-saved', label: t('remove'), run: async () => {
      const removed = await send('removeSaved', { id }).catch(asInterrupted);
      if (removed.ok) row.rest();
      else row.failed(removed.reason);
    } },
  ]);
  const look = async () => {
    const known = await findByUrl(page.url);
    if (known && row.element.dataset['state'] === 'rest') saved(known.id);
  };
  const row: ActionRow = new ActionRow('save', t('save'), t('factLinkOnly'), async () => {
    row.working(t('saving'));
    const answer = await send('saveLink', { url: page.url, title: page.title }).catch(asInterrupted);
    if (answer.ok) saved(answer.value.id);
    else row.failed(answer.reason);
  });
  // Not waited for: what can be done without the library is there at once.
  void look();
  return row;
}

function button(id: string, label: string, look: string, run: () => Promise<unknown>): HTMLButtonElement {
  return h('button', { class: `button ${look}`.trim(), type: 'button', id, onclick: () => void run() }, label);
}
