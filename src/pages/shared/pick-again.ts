/** "Pick a different part of the page": back to the article's own tab, where the picker starts, if it is still there. */
import { SquareDashedMousePointer } from 'lucide';
import type { Article } from '../../article/article.ts';
import { t } from '../../browser/i18n.ts';
import { startPicker } from '../../browser/picking.ts';
import { isPrivate, ownTab, showTab } from '../../browser/tabs.ts';
import { isReserved } from '../../url/reserved.ts';
import { fill, h, icon, type IconNode } from './dom.ts';
import { tabIn } from './source.ts';

/**
 * The button and the line in which it says why it can't.
 * @param search this page's own `location.search`: `&tab=N` names the article's tab
 */
export function pickAgain(article: Article, verb: 'read' | 'print', search: string): HTMLElement {
  const tab = tabIn(search);
  const said = h('p', { class: 'small', id: 'pick-said', role: 'status' });
  const start = async (): Promise<void> => {
    fill(said);
    const answer = tab === undefined ? 'gone'
      : await startPicker(tab, { what: 'body', verb, backTo: await ownTab(), mayRemember: !(await isPrivate(tab)), page: article.sourceUrl.replace(/#.*/, '') });
    if (answer === 'started' && tab !== undefined) return showTab(tab);
    fill(said, t(answer === 'elsewhere' ? 'pickElsewhere' : 'pickGone'), ' ',
      !isReserved(article.url) && h('a', { href: article.sourceUrl, target: '_blank', rel: 'noopener noreferrer' }, t('pickOpenPage')));
    said.scrollIntoView({ block: 'nearest' });
  };
  const button = h('button', { class: 'button small', type: 'button', id: 'pick-again', onclick: () => void start() }, icon(SquareDashedMousePointer as IconNode), t('pickOther'));
  return h('div', { class: 'pick-again' }, button, said);
}
