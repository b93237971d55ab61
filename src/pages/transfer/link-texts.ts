/** Links that came without their text: what is missing, whether to fetch it, and how far that has come. */
import { Check, Pause, Play, Square } from 'lucide';
import { t, tReason } from '../../browser/i18n.ts';
import { allowedSites, askAllSites, askSites } from '../../browser/permissions.ts';
import { onTextFetching, setTextFetching, textFetching, type TextFetching } from '../../browser/text-fetching.ts';
import { countOf, listIds, onLibraryChange, rowsOf, siteOf, wantTexts } from '../../library/library.ts';
import { isCovered } from '../../url/match-pattern.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { keepFetching } from '../shared/keep-fetching.ts';
import { counted, number } from './words.ts';

/** More sites than these fit no question a browser asks; then it is all of them or none. */
const MOST_SITES = 12;
const CHUNK = 500;

interface Counts {
  /** Links whose text may still be had. */
  readonly open: number;
  readonly wanted: number;
  readonly broken: number;
  readonly textless: number;
}

export async function startLinkTexts(): Promise<void> {
  let soon: number | undefined;
  const again = (): void => { soon ??= window.setTimeout(() => { soon = undefined; void showTexts(); }, 700); };
  onLibraryChange(again);
  onTextFetching(() => void showTexts());
  keepFetching();
  await showTexts();
}

async function countAll(): Promise<Counts> {
  const count = async (filter: 'link' | 'wanted' | 'broken' | 'textless'): Promise<number> => {
    const answer = await countOf(filter);
    return answer.ok ? answer.value : 0;
  };
  const [link, wanted, broken, textless] = await Promise.all([count('link'), count('wanted'), count('broken'), count('textless')]);
  return { open: link - broken - textless, wanted, broken, textless };
}

/** What stands there now, so that a count that has not changed disturbs nobody. */
let shown = '';

async function showTexts(): Promise<void> {
  const [counts, going] = await Promise.all([countAll(), textFetching()]);
  const look = JSON.stringify([counts, going]);
  if (look === shown) return;
  shown = look;
  byId('texts').hidden = counts.open + counts.broken + counts.textless === 0;
  byId('texts-what').textContent = counts.open > 0 ? counted('trTextsOne', 'trTextsMany', counts.open) : t('trTextsNone');
  const gaveUp = [counts.broken > 0 && counted('trBrokenOne', 'trBrokenMany', counts.broken), counts.textless > 0 && counted('trTextlessOne', 'trTextlessMany', counts.textless)].filter((words) => words !== false);
  byId('texts-given-up').textContent = gaveUp.join(' ');
  byId('texts-why').hidden = going !== undefined || counts.open === 0;
  if (going) showGoing(going, counts);
  else await showOffer(counts);
}

function showGoing(going: TextFetching, { wanted }: Counts): void {
  const total = Math.max(going.total, wanted);
  const part = total > 0 ? (total - wanted) / total : 1;
  const used = h('span', { class: 'used' });
  used.style.inlineSize = `${part * 100}%`;
  const words = going.waits ? tReason(going.waits) : going.state === 'paused' ? t('trPaused') : t('trTextsBusy');
  const had = byId('texts-state').contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['doing'] : undefined;
  fill(byId('texts-state'),
    h('div', { class: 'progress' }, h('div', { class: 'line' }, h('strong', {}, words), h('span', { class: 'num' }, t('trOf', number(total - wanted), number(total)))),
      h('div', { class: 'meter', role: 'progressbar', 'aria-label': words, 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(part * 100) }, used)),
    h('div', { class: 'acts' },
      going.state === 'on'
        ? h('button', { type: 'button', class: 'button', 'data-doing': 'texts-pause', onclick: () => void setTextFetching({ state: 'paused', total }) }, icon(Pause), t('trPause'))
        : h('button', { type: 'button', class: 'button', 'data-doing': 'texts-pause', onclick: () => void setTextFetching({ state: 'on', total }) }, icon(Play), t('trResume')),
      h('button', { type: 'button', class: 'button', 'data-doing': 'texts-stop', onclick: () => void setTextFetching(undefined) }, icon(Square), t('trStop'))));
  if (had) byId('texts-state').querySelector<HTMLElement>(`[data-doing="${had}"]`)?.focus();
}

async function showOffer({ open, broken, textless }: Counts): Promise<void> {
  const retry = broken + textless > 0 && h('button', { type: 'button', class: 'button quiet', 'data-doing': 'texts-again', onclick: () => void askAllSites().then((yes) => (yes ? begin(true) : refused())) }, t('trTextsAgain'));
  if (open === 0) return fill(byId('texts-state'), h('div', { class: 'acts' }, retry));
  const [sites, allowed] = await Promise.all([fewSites(), allowedSites()]);
  const everything = isCovered('https://a.example/', allowed) && isCovered('http://a.example/', allowed);
  const known = everything || (sites !== undefined && sites.every((address) => isCovered(address, allowed)));
  const button = (doing: string, words: string, onclick: () => void) => h('button', { type: 'button', class: 'button', 'data-doing': doing, onclick }, words);
  fill(byId('texts-state'), h('div', { class: 'acts' },
    ...(known ? [button('texts-fetch', t('trTextsFetch'), () => void begin())] : [
      ...(sites ? [button('texts-sites', counted('trTextsSiteOne', 'trTextsSites', new Set(sites.map((url) => siteOf({ url }))).size), () => void askSites(sites).then(({ allowed: yes }) => (yes ? begin() : refused())))] : []),
      button('texts-all', t('trTextsAll'), () => void askAllSites().then((yes) => (yes ? begin() : refused()))),
    ]), retry));
}

/** An address of each site that has a link without text; undefined when there are too many of them to be named. */
async function fewSites(): Promise<readonly string[] | undefined> {
  const ids = await listIds({ filter: 'link' });
  if (!ids.ok) return undefined;
  const sites = new Map<string, string>();
  for (let from = 0; from < ids.value.length; from += CHUNK) {
    const rows = await rowsOf(ids.value.slice(from, from + CHUNK));
    if (!rows.ok) return undefined;
    for (const { url, fetch } of rows.value.items) {
      if (fetch !== undefined && fetch !== 'wanted') continue;
      sites.set(new URL(url).origin, url);
      if (sites.size > MOST_SITES) return undefined;
    }
  }
  return [...sites.values()];
}

/** No is an answer: nothing is fetched, and nothing was lost. */
function refused(): void {
  byId('texts-said').replaceChildren(h('div', { class: 'notice', role: 'status' }, h('p', {}, t('trTextsRefused'))));
}

async function begin(again = false): Promise<void> {
  byId('texts-said').replaceChildren();
  const wanted = await wantTexts(Date.now(), again);
  if (wanted.ok && wanted.value > 0) return setTextFetching({ state: 'on', total: wanted.value });
  byId('texts-said').replaceChildren(h('div', { class: 'notice', role: 'status' }, icon(Check), h('p', {}, wanted.ok ? t('trTextsNone') : tReason(wanted.reason))));
}
