/** The popup on an article: its head, the four verbs, and where everything came from. */
import { leaveDraft } from '../../actions/drafts.ts';
import { readingMinutes, type Article } from '../../article/article.ts';
import { send } from '../../browser/messages.ts';
import { showBadge } from '../../browser/badge.ts';
import { t, tReason } from '../../browser/i18n.ts';
import { printPage } from '../../browser/print-page.ts';
import { openPage, type PageName } from '../../browser/tabs.ts';
import { findByUrl, getArticle } from '../../library/library.ts';
import { byId, fill } from '../shared/dom.ts';
import type { ArticleRef } from '../shared/source.ts';
import { ActionRow, Refused } from './action-rows.ts';
import { showArticleHead } from './article-head.ts';
import { showLetter } from './letter-view.ts';
import type { PopupContext } from './popup.ts';

export async function showArticle({ tab, look }: PopupContext, found: Article, selection: string): Promise<void> {
  /** As found, or as the person has put it right. */
  let article = found;
  const page = () => ({ url: article.url, title: article.title });
  const isPrivate = tab.incognito === true;
  /** The library's number of this article, once it is there. */
  let id: number | undefined;
  /** Whether the text that is kept there is what the page says now. */
  let isSame = false;
  const drafts = new Map<boolean, Promise<string>>();
  let directive: string | undefined;

  /**
   * The draft is made once, whichever verb needs it first. The selection goes along in a letter only: keeping it with
   * the article is a choice of its own, in the right-click menu.
   * @throws {Refused} when the disk refuses
   */
  const draftId = (withQuote: boolean) => {
    const known = drafts.get(withQuote) ?? leaveDraft({ article, page: page(), ...(withQuote && selection ? { quote: selection } : {}), ...(withQuote && directive ? { directive } : {}) }, Date.now(), isPrivate).then((put) => {
      if (put.ok) return put.value;
      drafts.delete(withQuote);
      throw new Refused(put.reason);
    });
    drafts.set(withQuote, known);
    return known;
  };
  const openAs = async (name: PageName, parameters: Readonly<Record<string, string | number>>) => {
    await openPage(name, parameters);
    window.close();
  };
  /** Opens the page as it stands there: with its saved marks where it says the same as when it was saved. */
  const open = async (name: PageName, extra: Readonly<Record<string, number>> = {}) => {
    // Of what is opened from a private window nothing is noted, also when it is saved.
    const ref: ArticleRef = id === undefined || !isSame || isPrivate || (name === 'share' && selection) ? { draft: await draftId(name === 'share') } : { id };
    await openAs(name, { ...ref, ...extra });
  };
  const opening = (row: () => ActionRow, work: () => Promise<void>) => async () => {
    row().working(t('opening'));
    await work();
  };
  /** The tab that the article is in: pages of ours can ask it for more. */
  const beside: Readonly<Record<string, number>> = tab.id === undefined ? {} : { tab: tab.id };
  /** Without a library there is no page of ours to print from; the page itself can still be printed. */
  const openToPrint = async () => {
    try {
      await open('print', beside);
    } catch (error) {
      const { id: tabId } = tab;
      if (!(error instanceof Refused) || tabId === undefined) throw error;
      print.failed(error.reason, { id: 'print-as-it-is', label: t('printAsItIs'), run: () => printPage(tabId).then(() => window.close()) });
    }
  };
  const openLetter = async (named?: string) => {
    directive = named;
    try {
      await open('share');
      return undefined;
    } catch (error) {
      return error instanceof Refused ? error.reason : 'failed';
    }
  };

  const read: ActionRow = new ActionRow('read', t('read'), t('factMinutes', readingMinutes(article)), opening(() => read, () => open('reader', beside)));
  const print: ActionRow = new ActionRow('print', t('print'), t('factPrint'), opening(() => print, openToPrint));
  const share = new ActionRow('share', t('share'), t('factShare'), () => showLetter(
    { article, page: page(), isPrivate, ...(selection ? { quote: selection } : {}) }, openLetter, tab.id));
  const saveNow = async () => {
    save.working(t('saving'));
    const saved = await send('saveDraft', { draftId: await draftId(false), tabId: tab.id }).catch(asInterrupted);
    if (!saved.ok) throw new Refused(saved.reason);
    id = saved.value.id;
    isSame = true;
    showSaved();
    await showBadge(tab.id, 'done');
  };
  const save: ActionRow = new ActionRow('save', t('save'), t('factSave'), saveNow);
  /** @param isOther the page has another text than the one that was saved */
  const showSaved = (isOther = false) => save.done('saved', t('saved'), [
    { id: 'open-saved', label: t('open'), run: () => (id === undefined || isPrivate ? open('reader', beside) : openAs('reader', { id, ...beside })) },
    ...(isOther ? [{ id: 'update-saved', label: t('update'), hint: t('updateHint'), run: saveNow }] : []),
    { id: 'remove-saved', label: t('remove'), run: remove },
  ]);
  const remove = async () => {
    const gone = id;
    if (gone === undefined) return;
    const removed = await send('removeSaved', { id: gone }).catch(asInterrupted);
    if (!removed.ok) throw new Refused(removed.reason);
    id = undefined;
    drafts.clear(); // saving again starts from a fresh draft
    save.done('save', t('removed'), [{ id: 'put-back', label: t('putBack'), run: async () => {
      const back = await send('restoreSaved', { id: gone }).catch(asInterrupted);
      if (!back.ok) throw new Refused(back.reason);
      id = gone;
      showSaved(!isSame);
    } }]);
    await showBadge(tab.id, 'none');
  };

  showArticleHead(byId('head'), article);
  fill(byId('acts'), read.element, print.element, share.element, save.element);
  /** What was put right goes along in every verb from now on, and into the library when the article is there already. */
  const use = async (next: Article): Promise<string | undefined> => {
    const before = article;
    article = next;
    drafts.clear();
    if (id !== undefined) {
      const saved = await draftId(false).then((draft) => send('saveDraft', { draftId: draft }).catch(asInterrupted), (error: unknown) => {
        if (error instanceof Refused) return { ok: false as const, reason: error.reason };
        throw error;
      });
      if (!saved.ok) {
        article = before;
        drafts.clear();
        return tReason(saved.reason);
      }
      isSame = true;
    }
    showArticleHead(byId('head'), article);
    document.title = article.title;
    return undefined;
  };
  // Few ask where it came from: that and what belongs to it come with the click.
  const openReceipt = async (): Promise<void> => {
    const { picksIn, showReceipt } = await import('./receipt.ts');
    showReceipt(byId('receipt'), article, { use, ...picksIn(tab, () => look(false)) });
  };
  // Open already when the page was looked at again from there.
  if (byId('receipt-button').getAttribute('aria-expanded') === 'true') void openReceipt();
  else byId('receipt-button').addEventListener('click', () => void openReceipt(), { once: true });
  byId('receipt-button').hidden = false;
  // A library that does not answer keeps nobody from reading.
  const known = await findByUrl(article.url);
  if (!known?.hasBody || save.element.dataset['state'] !== 'rest') return;
  id = known.id;
  showSaved();
  const there = await getArticle(known.id);
  // Unless something else was pressed meanwhile.
  if (!there.ok || !there.value.article || !save.element.querySelector('#open-saved')) return;
  isSame = there.value.article.text === article.text;
  if (!isSame) showSaved(true);
}

/** A worker that was stopped half-way has acknowledged nothing: the draft is still there, and trying again is safe. */
export function asInterrupted(): { ok: false; reason: string } {
  return { ok: false, reason: 'interrupted' };
}
