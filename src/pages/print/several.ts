/** Several saved articles as one job: which, and the page of contents before them. */
import { t } from '../../browser/i18n.ts';
import { publicationOf } from '../shared/article-view.ts';
import { h } from '../shared/dom.ts';
import { drawsMarginBoxes, type Piece } from '../shared/paper-layout.ts';
import { load, type Shown } from '../shared/source.ts';

type ShownArticle = Extract<Shown, { kind: 'article' }>;

/** More than this many articles are a library, not a print job. */
const MOST = 200;

/** The numbers in `?ids=3,1,2`, in that order, each once. */
export function idsIn(search: string): readonly number[] {
  const ids = (new URLSearchParams(search).get('ids') ?? '').split(',').map(Number).filter((id) => Number.isSafeInteger(id) && id > 0);
  return [...new Set(ids)].slice(0, MOST);
}

/** Loads them in order. Those that are gone, or of which only the link is kept, are left out; with none at all, the first one's trouble is the answer. */
export async function loadSeveral(ids: readonly number[]): Promise<Shown | { readonly kind: 'several'; readonly all: readonly ShownArticle[] }> {
  const found = await Promise.all(ids.map((id) => load({ id })));
  const all = found.filter((shown) => shown.kind === 'article');
  if (all.length === 1) return all[0]!;
  return all.length ? { kind: 'several', all } : found[0] ?? { kind: 'trouble', why: 'nothing' };
}

/** Makes the names inside an article its own, where several stand in one document: footnotes must not jump to a neighbour's. */
export function ownNames(element: HTMLElement, suffix: string): void {
  for (const named of [element, ...element.querySelectorAll('[id]')]) if (named.id) named.id += suffix;
  for (const link of element.querySelectorAll('a[href^="#"]')) link.setAttribute('href', link.getAttribute('href') + suffix);
}

export interface Contents {
  readonly element: HTMLElement;
  readonly title: string;
  /** Writes in on which sheet each article begins; only where the sheets carry numbers of ours. */
  number(beginnings: readonly number[]): void;
}

export function contentsPage(pieces: readonly Piece[]): Contents {
  const title = t('printSeveralTitle', pieces.length);
  const numbers = pieces.map(() => h('span', { class: 'num sheet-number' }));
  const isNumbered = drawsMarginBoxes();
  const list = h('ol', { class: 'contents-list' }, ...pieces.map(({ article, view }, index) => h('li', {},
    h('a', { href: `#${view.element.id}`, tabindex: -1 },
      h('b', { dir: 'auto' }, article.title), ' ',
      // Beside the titles of the others, whichever way it runs itself.
      h('span', { class: 'from' }, h('span', { dir: 'auto' }, publicationOf(article)))),
    isNumbered && numbers[index]!)));
  return {
    title,
    element: h('article', { class: 'doc contents', dir: document.documentElement.dir },
      h('h1', { class: 'title' }, t('printContents')), h('div', { class: 'text' }, list)),
    number(beginnings) {
      for (const [index, sheet] of beginnings.entries()) numbers[index]!.textContent = String(sheet);
    },
  };
}
