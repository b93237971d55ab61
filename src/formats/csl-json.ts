/** Citations as CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), for Zotero, Pandoc and their kin. */
import { dayOf, placeOf, type Outgoing } from './outgoing.ts';
import { dateParts, personParts } from './person-parts.ts';

export function toCslJson(entries: readonly Outgoing[]): string {
  return `${JSON.stringify(entries.map(({ article, savedAt, tags, note }, at) => {
    const { title, authors, url, published, language, excerpt } = article;
    const issued = dateParts(published);
    return {
      id: `${at + 1}`, type: 'webpage', title,
      ...(authors.length ? { author: authors.map(personParts) } : {}),
      'container-title': placeOf(article), ...(issued.length ? { issued: { 'date-parts': [issued] } } : {}),
      accessed: { 'date-parts': [dateParts(dayOf(savedAt))] }, URL: url,
      ...(language ? { language } : {}), ...(excerpt ? { abstract: excerpt } : {}), ...(tags.length ? { keyword: tags.join(', ') } : {}), ...(note ? { note } : {}),
    };
  }), null, 2)}\n`;
}
