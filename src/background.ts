/** Entry of the background worker: registers every listener, synchronously; no logic of its own. */
import { openFromAddressBar, suggestFor } from './actions/address-bar.ts';
import { leaveDraft, saveFoundDraft } from './actions/drafts.ts';
import { actOnTab, type Verb } from './actions/tab-actions.ts';
import { keepPictures } from './actions/keep-pictures.ts';
import { fetchTexts } from './actions/fetch-texts.ts';
import { actOnPicked } from './actions/picked.ts';
import { fetchLinked, saveLinked } from './actions/save-linked.ts';
import { onAddressBar } from './browser/address-bar.ts';
import { onVisit } from './browser/visits.ts';
import { activeTab, type TabLike } from './browser/capture.ts';
import { showBadge } from './browser/badge.ts';
import { onCommand } from './browser/commands.ts';
import { t, type MessageKey } from './browser/i18n.ts';
import { makeMenus, onMenu, onStarted, type MenuEntry } from './browser/menus.ts';
import { withHiddenDocument } from './browser/hidden-document.ts';
import { handle, send, type Answer, type SavedRef } from './browser/messages.ts';
import { handBackLeftovers, onBorrowerGone } from './browser/lent.ts';
import { noticeFailure } from './browser/notice.ts';
import { isAllowed } from './browser/permissions.ts';
import { forgetWithPrivateWindows } from './browser/private-drafts.ts';
import { openPage } from './browser/tabs.ts';
import { beginNewLog, findByUrl, noteShare, removeArticles, restoreArticles, saveLink, wantsTending } from './library/library.ts';

const VERB_OF: Readonly<Record<Exclude<MenuEntry, 'save-link' | 'save-tabs'>, Verb>> = {
  'save-page': 'save', 'save-quote': 'save', 'print-page': 'print', 'share-page': 'share', 'share-quote': 'share',
};
const WHAT: Readonly<Record<Verb, MessageKey>> = { read: 'noticeRead', print: 'noticePrint', share: 'noticeShare', save: 'noticeSave' };

onBorrowerGone();
forgetWithPrivateWindows();
onStarted(async () => {
  await makeMenus();
  await handBackLeftovers();
  await beginNewLog();
  // All of it, however little there is: after an update it also brings old rows up to date.
  await housework();
  // What is left undone is done when a page of ours is opened.
  await fetchTexts().catch(() => undefined);
});

onMenu(async ({ entry, tab, linkUrl, selection }) => {
  if (entry === 'save-tabs') return openPage('gather');
  if (entry !== 'save-link') return report(VERB_OF[entry], tab, (at) => thenPictures(actOnTab(VERB_OF[entry], at, Date.now(), selection), at.id));
  if (linkUrl) await report('save', tab, (at) => saveOrAsk(linkUrl, at));
});

onCommand((verb, tab) => report(verb, tab, (at) => thenPictures(actOnTab(verb, at, Date.now()), at.id)));

onAddressBar(suggestFor, openFromAddressBar);

onVisit(async (url, tabId) => showBadge(tabId, await findByUrl(url) ? 'done' : 'none'));

handle({
  saveDraft: ({ draftId, tabId }) => thenPictures(thenTidy(saveFoundDraft(draftId, Date.now())), tabId),
  saveLink: (page) => thenTidy(saveLink(page, Date.now())),
  fetchLinked: ({ url }) => fetchLinked(url),
  saveLinked: ({ url }) => thenPictures(thenTidy(saveLinked(url, Date.now()))),
  removeSaved: ({ id }) => removeArticles([id], Date.now()),
  restoreSaved: ({ id }) => restoreArticles([id], Date.now()),
  keepPictures: async ({ id }) => {
    await keepPictures(id);
    return { ok: true, value: undefined };
  },
  fetchTexts,
  noteShare: (share) => noteShare(share, Date.now()),
  picked: (input, tab = {}) => thenPictures(thenTidy(actOnPicked(input, tab, Date.now())), tab.id),
});

/**
 * The library's housework, whether or not anybody opens it: what was removed a month ago goes for good, what is new is
 * indexed. The worker itself only takes new articles in; the rest is too much code and too much memory for it.
 */
async function housework(): Promise<void> {
  // Left undone, it is done the next time.
  await withHiddenDocument(() => send('housework', undefined)).catch(() => undefined);
}

/** Nobody waits for the housework: what was saved is saved. */
async function thenTidy<T>(work: Promise<T>): Promise<T> {
  const answer = await work;
  void wantsTending().then((wants) => (wants ? housework() : undefined));
  return answer;
}

/** Nor for the pictures: the article is there without them, and its row says which are kept. */
async function thenPictures<T extends Answer<SavedRef | undefined>>(work: Promise<T>, tabId?: number): Promise<T> {
  const answer = await work;
  const id = answer.ok ? answer.value?.id : undefined;
  // A moment later: the person is told of the save first, and the browser has its hands free.
  if (id !== undefined) setTimeout(() => void keepPictures(id, tabId).catch(() => undefined), 1_000);
  return answer;
}

/** Saves a linked page whose site is allowed, and asks for the others: the prompt needs a page to explain itself on, and a click of its own. */
async function saveOrAsk(url: string, { incognito = false }: TabLike): Promise<Answer<unknown>> {
  if (await isAllowed(url)) return saveLinked(url, Date.now());
  // From a private window the link stands in no address of ours, which the browser may keep.
  const draft = incognito ? await leaveDraft({ page: { url, title: url } }, Date.now(), true) : undefined;
  if (draft?.ok === false) return draft;
  await openPage('ask', draft ? { draft: draft.value } : { url });
  return { ok: true, value: undefined };
}

/** Runs a verb and shows on the toolbar how it went; a failure also says why. */
async function report(verb: Verb, given: TabLike | undefined, work: (tab: TabLike) => Promise<Answer<unknown>>): Promise<void> {
  const tab = given ?? (await activeTab()) ?? {};
  await showBadge(tab.id, 'working');
  // Something of the browser's may not answer: then nothing was acknowledged, and the person is told so.
  const answer = await thenTidy(work(tab)).catch((): Answer<never> => ({ ok: false, reason: 'interrupted' }));
  // What is done has a value: the number of the saved article. Pages that were opened speak for themselves.
  if (answer.ok) await showBadge(tab.id, answer.value === undefined ? 'none' : 'done');
  else {
    await showBadge(tab.id, 'failed');
    await noticeFailure(t(WHAT[verb]), answer.reason);
  }
}
