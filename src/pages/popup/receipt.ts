/** "Where this came from": which rule gave each field, in words. */
import type { Article, ProvenField } from '../../article/article.ts';
import { MISSED, PLACES, type Places } from '../../article/chosen.ts';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { version } from '../../browser/version.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { download } from '../shared/download.ts';
import { correctionForm, type RightWays } from './correction.ts';
import { leftOutOf } from './left-out.ts';
import { reportName, reportOf } from './report.ts';

export { picksIn } from './picks.ts';

const ROWS: readonly (readonly [ProvenField, MessageKey])[] = [
  ['title', 'receiptTitle'], ['authors', 'receiptAuthors'], ['published', 'receiptDate'], ['publication', 'receiptPublication'],
  ['siteName', 'receiptSite'], ['section', 'receiptSection'], ['leadImage', 'receiptPicture'], ['body', 'receiptText'],
];

/** Words for the families of sources: what stands before the colon in a provenance such as `meta:og`. */
const SOURCES: Readonly<Record<string, MessageKey>> = {
  'json-ld': 'sourceRecord', microdata: 'sourceRecord',
  meta: 'sourceLabel', link: 'sourceLabel', 'link-alternate': 'sourceLabel', 'link-canonical': 'sourceLabel', 'html-lang': 'sourceLabel', 'title-tag': 'sourceTab',
  'visible-h1': 'sourceHeadline', 'visible-heading': 'sourceHeadline',
  'byline-line': 'sourceByline', 'byline-class': 'sourceByline', 'author-class': 'sourceByline', 'author-link': 'sourceByline', 'rel-author': 'sourceByline', 'name-beside-date': 'sourceByline',
  'visible-date': 'sourceShown', 'date-class': 'sourceShown', 'time-element': 'sourceShown', 'standfirst-class': 'sourceShown',
  'standfirst-described': 'sourceShown', 'description-shown': 'sourceShown', 'print-link': 'sourceShown', script: 'sourceLanguage',
  person: 'sourcePerson', site: 'sourceSite', 'page-link': 'sourceShown', 'tag-link': 'sourceShown',
  breadcrumb: 'sourcePath', address: 'sourceAddress', 'home-link': 'sourceHome', layout: 'sourceLayout', 'whole-page': 'sourceWholePage',
};

/** Where a field came from, in words. A rule nobody wrote words for is still something the page said. */
function sourceWords(source: string): string {
  return t(SOURCES[source] ?? SOURCES[source.split(':')[0] ?? ''] ?? 'sourcePage');
}

/** What the receipt can do beside telling. */
export interface ReceiptWays extends RightWays {
  /** Forgets where this site's pages are read, for one thing, and looks at the page anew. */
  readonly forget: (place: keyof Places) => Promise<void>;
}

/** Shows where everything came from, with the ways to put it right and to report a problem. */
export function showReceipt(place: HTMLElement, article: Article, ways: ReceiptWays): void {
  const list = h('dl');
  for (const [field, label] of ROWS) {
    const proof = article.provenance[field];
    if (!proof) continue;
    const how = proof.confidence < 0.5 ? h('span', {}, t('receiptUnsure')) : null;
    const counts = field === 'body' ? h('span', {}, t('receiptKept', article.kept.paragraphs, article.kept.pictures, article.kept.tables, article.kept.embeds)) : null;
    const left = field === 'body' && article.kept.leftOut ? leftOut(article) : null;
    const chosen = PLACES.find((one) => one === field);
    const isMissed = proof.source.endsWith(MISSED);
    const forget = chosen && (isMissed || proof.source === 'site') ? h('button', { class: 'button small quiet', id: `forget-${chosen}`, 'aria-label': `${t('forgetHere')}: ${t(label)}`, onclick: () => void ways.forget(chosen) }, t('forgetHere')) : null;
    list.append(h('dt', {}, t(label)), h('dd', {}, sourceWords(proof.source.replace(MISSED, '')), isMissed ? h('span', {}, t('receiptMissed')) : null, counts, left, how, forget));
  }
  list.append(h('dt', {}, t('receiptAddress')), h('dd', {}, article.url.replace(/^https?:\/\/(www\.)?/, '')));
  /** Whoever was in a form comes back to the button that had opened it. */
  const backTo = (id: string, shown = article): void => {
    showReceipt(place, shown, ways);
    byId(id).focus({ preventScroll: true });
  };
  const right = h('button', { class: 'button small', id: 'receipt-right', onclick: () => {
    fill(place, correctionForm(article, {
      ...ways,
      use: async (next) => {
        const fault = await ways.use(next);
        if (!fault) backTo('receipt-right', next);
        return fault;
      },
    }, () => backTo('receipt-right')));
  } }, t('receiptRight'));
  const pick = h('button', { class: 'button small', id: 'receipt-pick', onclick: () => void ways.pick('body') }, t('pickPart'));
  const report = h('button', { class: 'button small', id: 'receipt-report', onclick: () => { fill(place, reportView(article, () => backTo('receipt-report'))); } }, t('receiptReport'));
  fill(place, list, h('div', { class: 'ways' }, pick, right, report));
  place.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
}

/** How much was left out, and opened, what it was. */
function leftOut({ kept }: Article): HTMLElement {
  const says = t('receiptLeftOut', kept.leftOut ?? 0);
  const groups = leftOutOf(kept);
  if (!groups.length) return h('span', {}, says);
  return h('details', { id: 'receipt-left' }, h('summary', {}, says), h('p', {}, t('leftBoxes')), h('ul', {}, ...groups.map(([words, number]) => h('li', {}, t(words, number)))));
}

/** What the file would hold, said before it is made. */
function reportView(article: Article, close: () => void): HTMLElement {
  const made = h('p', { id: 'report-made', role: 'status' });
  const withText = h('input', { type: 'checkbox', id: 'report-text' });
  const make = h('button', { class: 'button small filled', id: 'report-make', onclick: () => {
    download(reportName(article), [reportOf(article, { version: version(), browser: navigator.userAgent }, withText.checked)], 'application/json');
    made.textContent = t('reportMade', reportName(article));
    made.scrollIntoView({ block: 'nearest' });
  } }, t('reportMake'));
  const leave = h('button', { class: 'button small', id: 'report-leave', onclick: close }, t('rightLeave'));
  queueMicrotask(() => { make.focus(); });
  return h('div', { id: 'report' }, h('p', {}, t('reportSays')), h('label', { class: 'tick' }, withText, h('span', {}, t('reportText'))), h('div', { class: 'ways' }, make, leave), made);
}
