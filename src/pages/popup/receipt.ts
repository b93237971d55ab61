/** "Where this came from": which rule gave each field, in words. */
import type { Article, ProvenField } from '../../article/article.ts';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { fill, h } from '../shared/dom.ts';

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
  breadcrumb: 'sourcePath', address: 'sourceAddress', 'home-link': 'sourceHome', layout: 'sourceLayout', 'whole-page': 'sourceWholePage',
};

/** Where a field came from, in words. A rule nobody wrote words for is still something the page said. */
function sourceWords(source: string): string {
  return t(SOURCES[source] ?? SOURCES[source.split(':')[0] ?? ''] ?? 'sourcePage');
}

export function showReceipt(place: HTMLElement, article: Article): void {
  const list = h('dl');
  for (const [field, label] of ROWS) {
    const proof = article.provenance[field];
    if (!proof) continue;
    const how = proof.confidence < 0.5 ? h('span', {}, t('receiptUnsure')) : null;
    const counts = field === 'body' ? h('span', {}, t('receiptKept', article.kept.paragraphs, article.kept.pictures)) : null;
    list.append(h('dt', {}, t(label)), h('dd', {}, sourceWords(proof.source), counts, how));
  }
  list.append(h('dt', {}, t('receiptAddress')), h('dd', {}, article.url.replace(/^https?:\/\/(www\.)?/, '')));
  fill(place, list);
}
