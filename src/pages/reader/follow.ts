/** The feeds that an article's site offers: to be opened, or copied into whatever program somebody follows news with. */
import { Copy, ExternalLink, Rss } from 'lucide';
import type { Article } from '../../article/article.ts';
import { t } from '../../browser/i18n.ts';
import { h, icon } from '../shared/dom.ts';
import { showToast } from '../shared/toasts.ts';

/** More than these are a site's whole menu. */
const MOST = 6;

/** Puts them under the article; nothing where the page offered none. */
export function startFollow({ feeds }: Article, element: HTMLElement): void {
  if (feeds.length === 0) return;
  element.after(h('section', { class: 'follow', id: 'follow', 'aria-labelledby': 'follow-title' },
    h('h2', { id: 'follow-title' }, icon(Rss), t('followTitle')),
    h('p', { class: 'small' }, t('followText')),
    h('ul', {}, ...feeds.slice(0, MOST).map(({ url, title }) => h('li', {},
      h('span', {}, h('bdi', {}, title), h('small', { dir: 'ltr' }, readable(url))),
      h('button', { type: 'button', class: 'button quiet', 'aria-label': t('followCopyOf', title), onclick: () => void copy(url) }, icon(Copy), t('followCopy')),
      h('a', { class: 'button quiet', href: url, target: '_blank', rel: 'noopener noreferrer', 'aria-label': t('followOpenOf', title) }, icon(ExternalLink), t('followOpen')))))));
}

/** Where a feed lives, without what no person reads. */
function readable(url: string): string {
  const { hostname, pathname } = new URL(url);
  return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '');
}

async function copy(url: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(url);
    showToast(t('followCopied'));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    showToast(t('followNotCopied', url));
  }
}
