/** All sites, authors or years on the shelf, with a field that narrows them down. */
import { t, uiLanguage, type MessageKey } from '../../browser/i18n.ts';
import { facets, type Facet, type FacetCount } from '../../library/library.ts';
import { fill, h } from '../shared/dom.ts';
import { mostFirst } from './by-name.ts';
import type { LeafAnswer } from './leaf.ts';
import { hashOf } from './view.ts';

/** Names shown at once; who looks for another types a part of it. */
const MOST = 500;

const FIND: Readonly<Record<Exclude<Facet, 'tag'>, MessageKey>> = { site: 'libFindSite', author: 'libFindAuthor', year: 'libFindYear' };

let typed = '';

export async function namesLeaf(facet: Exclude<Facet, 'tag'>): Promise<LeafAnswer> {
  const found = await facets(facet);
  if (!found.ok) return found;
  const all = facet === 'year' ? found.value : found.value.toSorted(mostFirst);
  const list = h('ul', { class: 'columns' });
  const more = h('p', { class: 'muted' });
  const field = h('input', { type: 'search', class: 'plain-field', autocomplete: 'off', spellcheck: 'false', maxlength: 100, 'aria-label': t(FIND[facet]), placeholder: t(FIND[facet]), 'data-focus': 'find' });
  field.value = typed;
  const show = () => {
    typed = field.value;
    const wanted = plain(typed);
    const names = all.filter(({ name }) => plain(name).includes(wanted));
    fill(list, ...names.slice(0, MOST).map((each) => line(facet, each)));
    more.textContent = names.length > MOST ? t('libMoreNames', (names.length - MOST).toLocaleString(uiLanguage())) : names.length === 0 ? t('libNoName') : '';
  };
  field.addEventListener('input', show);
  show();
  return { ok: true, value: [field, list, more] };
}

function line(facet: Facet, { name, count }: FacetCount): HTMLElement {
  return h('li', {}, h('a', { href: hashOf({ kind: 'facet', facet, name }), 'data-focus': name }, h('bdi', {}, name), h('span', { class: 'num' }, count.toLocaleString(uiLanguage()))));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().trim();
}
