/** The numbered list of addresses at the end of the paper, and the numbers in the text. */
import type { Article } from '../../article/article.ts';
import { t } from '../../browser/i18n.ts';
import { readableAddress } from '../../paper/address.ts';
import { linkMarks, numberedLinks } from '../../paper/links.ts';
import { h } from './dom.ts';

/** @returns takes list and numbers away again */
export function addLinkList(element: HTMLElement, body: HTMLElement, article: Article): () => void {
  const links = numberedLinks(body, article.url);
  if (!links.length) return () => undefined;
  const marked = linkMarks(body);
  const added: Element[] = [];
  for (const { number, places } of links) for (const place of places) {
    const mark = h('span', { class: 'number' }, marked(number));
    place.after(mark);
    added.push(mark);
  }
  const list = h('section', { class: 'links' }, h('h2', {}, t('paperLinksTitle')),
    h('ol', {}, ...links.map(({ number, url }) => h('li', {}, h('span', { class: 'num' }, marked(number)), h('a', { href: url, dir: 'ltr', rel: 'noopener noreferrer' }, readableAddress(url))))));
  element.append(list);
  return () => { for (const node of [...added, list]) node.remove(); };
}
