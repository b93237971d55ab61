/** All tabs of a window into the library: first the word of the person that we may see them, then which of them, then their sites. */
import { t } from '../../browser/i18n.ts';
import { borrow, handBackLeftovers } from '../../browser/lent.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { askForTabs, seesTabs, windowTabs } from '../../browser/window-tabs.ts';
import { sitePattern } from '../../browser/permissions.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { runPage, startPage } from '../shared/page.ts';
import { saveSeveral } from '../shared/save-several.ts';
import { mark } from '../shared/verb-icons.ts';

/** More tabs than these would be a backup of a browser. */
const MOST = 300;

function question(): void {
  fill(byId('say'), h('p', {}, t('gatherWhy')), h('p', {}, t('gatherHow')),
    // Straight from the click: browsers show their question only then.
    h('p', { class: 'buttons' }, h('button', { type: 'button', class: 'button filled', id: 'see-tabs', onclick: () => askForTabs().then((yes) => (yes ? list(true) : refused())) }, t('gatherSee'))));
}

function refused(): void {
  fill(byId('say'), h('p', { role: 'alert' }, t('gatherRefused')), h('p', { class: 'buttons' }, h('button', { type: 'button', class: 'button', id: 'ask-again', onclick: question }, t('gatherAgain'))));
}

/** @param fresh the permission was given for this */
async function list(fresh: boolean): Promise<void> {
  const after = fresh ? await borrow({ permissions: ['tabs'] }) : async (): Promise<void> => undefined;
  const tabs = await windowTabs();
  // Of two tabs with the same page one is enough.
  const pages = [...new Map(tabs.filter(({ url }) => sitePattern(url)).map((tab) => [tab.url, tab])).values()].slice(0, MOST);
  const others = tabs.length - 1 - pages.length;
  if (pages.length === 0) {
    await after();
    return fill(byId('say'), h('p', {}, t('gatherNone')), library());
  }
  fill(byId('say'),
    saveSeveral({ pages: pages.map(({ id, url, title, asleep }) => ({ url, title, ...(asleep ? {} : { tabId: id }) })), onDone: async () => { await after(); byId('say').append(library()); } }),
    others > 0 && h('p', { class: 'small muted' }, t(others === 1 ? 'gatherOther' : 'gatherOthers', others)));
}

function library(): HTMLElement {
  return h('p', { class: 'buttons' }, h('a', { class: 'button', id: 'to-library', href: pageUrl('library') }, t('library')));
}

async function start(): Promise<void> {
  await startPage();
  document.title = `${t('gatherTitle')} · Passalong`;
  byId('brand').prepend(mark());
  await handBackLeftovers();
  if (await seesTabs()) await list(false);
  else question();
}

runPage(start);
