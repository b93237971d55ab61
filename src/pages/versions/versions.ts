/** The earlier texts of a saved article: what was said otherwise, and the way back to one of them. */
import type { Article } from '../../article/article.ts';
import { sanitizeToElement } from '../../article/sanitize.ts';
import { t, tReason, uiLanguage } from '../../browser/i18n.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { getArticle, goBackTo, onLibraryChange, versionsOf, type SavedArticle, type Version } from '../../library/library.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { runPage, startPage } from '../shared/page.ts';
import { makeRegion, showToast } from '../shared/toasts.ts';
import { mark } from '../shared/verb-icons.ts';
import { differenceNodes, titleNode } from './difference-view.ts';
import { differenceOf } from './difference.ts';

const id = Number(new URLSearchParams(location.search).get('id'));
let saved: SavedArticle | undefined;
let article: Article | undefined;
let versions: readonly Version[] = [];
/** The one that is shown, by when it was taken in. */
let chosen: number | undefined;

async function start(): Promise<void> {
  byId('brand').prepend(mark());
  await startPage();
  makeRegion();
  for (const each of document.querySelectorAll('[name=show]')) each.addEventListener('change', showText);
  byId('go-back').addEventListener('click', () => void goBack());
  await load();
  let soon = 0;
  onLibraryChange((change) => {
    if (!change.ids.includes(id)) return;
    clearTimeout(soon);
    soon = window.setTimeout(() => void load(), 40);
  });
}

async function load(): Promise<void> {
  const [got, earlier] = await Promise.all([getArticle(id), versionsOf(id)]);
  const failed = !got.ok ? got : !earlier.ok ? earlier : undefined;
  byId('trouble').hidden = failed === undefined;
  byId('trouble').textContent = failed ? tReason(failed.reason) : '';
  byId('there').hidden = true;
  byId('none').hidden = true;
  if (!got.ok || !earlier.ok) return;
  ({ saved, article } = got.value);
  versions = earlier.value;
  document.title = `${t('verTitle')} · ${saved.title}`;
  byId('title').textContent = saved.title;
  const read = byId<HTMLAnchorElement>('read');
  read.href = pageUrl('reader', { id });
  read.hidden = !saved.hasBody;
  const isThere = versions.length > 0 && article !== undefined;
  byId('none').hidden = isThere;
  byId('there').hidden = !isThere;
  if (!isThere) return;
  if (!versions.some(({ at }) => at === chosen)) chosen = versions[0]?.at;
  showTimes();
  showText();
}

function showTimes(): void {
  const moment = (at: number) => new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'long', timeStyle: 'short' }).format(at);
  const isFocused = byId('times').contains(document.activeElement);
  fill(byId('times'),
    h('li', {}, h('span', { class: 'now' }, t('verNow'), h('small', { class: 'num' }, t('verTakenIn', moment(saved?.textAt ?? saved?.savedAt ?? 0))))),
    ...versions.map(({ at }) => h('li', {}, h('button', { type: 'button', class: 'num', 'aria-current': at === chosen ? 'true' : undefined, onclick: () => choose(at) }, moment(at)))));
  if (isFocused) byId('times').querySelector<HTMLElement>('[aria-current]')?.focus();
}

function choose(at: number): void {
  chosen = at;
  showTimes();
  showText();
}

const version = (): Version | undefined => versions.find(({ at }) => at === chosen);

function showText(): void {
  const earlier = version();
  if (!earlier || !article) return;
  const isWhole = document.querySelector<HTMLInputElement>('[name=show]:checked')?.value === 'whole';
  const place = byId('text');
  place.lang = article.language ?? '';
  place.dir = article.dir;
  byId('legend').hidden = isWhole;
  const difference = differenceOf(earlier.text, article.text, article.language);
  const { added, removed } = difference;
  const count = (n: number) => n.toLocaleString(uiLanguage());
  byId('words').textContent = added + removed === 0 ? t('verSame') : t('verWords', count(added), count(removed));
  if (isWhole) return fill(place, withoutPictures(earlier.html));
  const title = earlier.title === article.title ? [] : [titleNode(differenceOf(earlier.title, article.title, article.language))];
  fill(place, ...title, ...differenceNodes(difference));
}

/**
 * Of an earlier text the pictures are not kept, and nothing is asked of the web: their place says what they showed. They are
 * taken out before the nodes become part of this page, since a picture is asked for as soon as it is.
 */
function withoutPictures(html: string): Node {
  const body = sanitizeToElement(html);
  for (const picture of body.querySelectorAll('picture, img')) picture.replaceWith(picture.getAttribute('alt') ?? picture.querySelector('img')?.getAttribute('alt') ?? '');
  return document.importNode(body, true);
}

let isGoing = false;

async function goBack(): Promise<void> {
  const to = version()?.at;
  // Pressed twice, it would look the second time for a text that is where it was to go.
  if (to === undefined || isGoing) return;
  isGoing = true;
  const left = await goBackTo(id, to, Date.now()).finally(() => { isGoing = false; });
  if (!left.ok) return void showToast(tReason(left.reason));
  chosen = left.value;
  showToast(t('verWentBack'), { label: t('verUndo'), run: async () => {
    const back = await goBackTo(id, left.value, Date.now());
    showToast(back.ok ? t('verUndone') : tReason(back.reason));
  } });
  await load();
}

runPage(start);
