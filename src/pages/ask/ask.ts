/** Asks for one site's permission, when a linked page is to be saved, and says what became of it. */
import { LoaderCircle, TriangleAlert } from 'lucide';
import { findDraft } from '../../actions/drafts.ts';
import { send, type Answer, type SavedRef } from '../../browser/messages.ts';
import { askSite, sitePattern } from '../../browser/permissions.ts';
import { isPrivateDraft } from '../../browser/private-drafts.ts';
import { t, tReason } from '../../browser/i18n.ts';
import { openAddress, openPage } from '../../browser/tabs.ts';
import { getArticle } from '../../library/library.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { runPage, startPage } from '../shared/page.ts';
import { nameTab } from '../shared/tab-name.ts';
import { mark } from '../shared/verb-icons.ts';

type Button = readonly [id: string, label: string, look: string, run: () => unknown];

let url = '';
let host = '';
let isPrivate = false;

/** `?url=…`, or `?draft=ID` for a link of a private window. */
async function linkIn(query: URLSearchParams): Promise<string> {
  const id = query.get('draft');
  if (!id) return query.get('url') ?? '';
  isPrivate = isPrivateDraft(id);
  const draft = await findDraft(id);
  return draft.ok ? draft.value.page.url : '';
}

/** One view of the sheet. The state is on the element, for those who look at it from outside. */
function show(state: string, title: string, parts: readonly (Node | string)[], buttons: readonly Button[]): void {
  byId('ask').dataset['state'] = state;
  // The title names the site.
  nameTab(title, isPrivate);
  fill(byId('say'), h('h1', {}, title),
    ...parts.map((part) => (typeof part === 'string' ? h('p', {}, part) : part)),
    h('p', { class: 'buttons' }, ...buttons.map(([id, label, look, run]) =>
      h('button', { class: `button ${look}`.trim(), type: 'button', id, onclick: () => void run() }, label))));
}

const openIt: Button = ['open-link', t('askOpenPage'), '', () => openAddress(url)];
const keepLink: Button = ['keep-link', t('askKeepLink'), '', async () => shown(await send('saveLink', { url, title: url }).catch(interrupted))];

function question(): void {
  show('question', t('askTitle', host), [h('p', { class: 'address', dir: 'ltr' }, url), t('askWhy', host), t('askHow')], [
    // Straight from the click: browsers show the prompt only then.
    ['allow', t('askAllow', host), 'filled', () => askSite(url).then((yes) => (yes ? save() : refused()))],
    ['refuse', t('askNo'), '', refused],
  ]);
}

function refused(): void {
  show('refused', t('askRefusedTitle'), [t('askRefused', host)], [['ask-again', t('askAgain'), '', question], openIt, keepLink]);
}

async function save(): Promise<void> {
  show('working', t('askSaving'), [h('p', { class: 'address', dir: 'ltr' }, icon(LoaderCircle), ' ', url)], []);
  await shown(await send('saveLinked', { url }).catch(interrupted));
}

function interrupted(): Answer<SavedRef> {
  return { ok: false, reason: 'interrupted' };
}

async function shown(answer: Answer<SavedRef>): Promise<void> {
  if (!answer.ok) {
    show('failed', t('askFailedTitle'), [h('div', { class: 'notice bad', role: 'alert' }, icon(TriangleAlert), h('p', {}, tReason(answer.reason)))],
      [['try-again', t('tryAgain'), 'filled', save], openIt, keepLink]);
    return;
  }
  const { id } = answer.value;
  const found = await getArticle(id);
  const title = found.ok ? found.value.saved.title : url;
  show('saved', t(answer.value.existed ? 'askSavedAgain' : 'askSaved'), [h('p', { dir: 'auto' }, title)], [
    ['open-saved', t('open'), 'filled', () => openPage('reader', { id })],
    ['open-library', t('library'), '', () => openPage('library')],
  ]);
}

async function start(): Promise<void> {
  await startPage();
  byId('brand').prepend(mark());
  url = await linkIn(new URLSearchParams(location.search));
  host = URL.parse(url)?.hostname ?? '';
  if (!sitePattern(url)) show('failed', t('askFailedTitle'), [t('askNoAddress')], []);
  // Also for a site that is allowed already: a page of ours opened by somebody else fetches nothing without a click here.
  else question();
}

runPage(start);
