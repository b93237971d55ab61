/** What the popup says of an article: where it appeared, title, people, date, length, picture. */
import { readingMinutes, type Article } from '../../article/article.ts';
import { statedDate } from '../../article/stated-date.ts';
import { t, uiLanguage } from '../../browser/i18n.ts';
import { changeMarked, dateWords, nameList } from '../shared/date-words.ts';
import { fill, h } from '../shared/dom.ts';

export function showArticleHead(head: HTMLElement, article: Article): void {
  const locale = uiLanguage();
  const where = article.publication ?? article.siteName ?? new URL(article.url).hostname.replace(/^www\./, '');
  const stated = statedDate(article);
  const day = stated && changeMarked(stated, dateWords(stated.date, locale));
  const minutes = t('minutesToRead', readingMinutes(article));
  const title = h('h1', { id: 'title', lang: article.language, title: article.title, dir: 'auto' }, article.title);
  const picture = article.leadImage
    // No alternative text: the title beside it says what it belongs to.
    ? h('img', { class: 'picture', id: 'picture', src: article.leadImage, alt: '', referrerpolicy: 'no-referrer', onerror: () => withoutPicture(head) })
    : null;
  fill(head,
    h('p', { class: 'kick', id: 'kick', dir: 'auto' }, facts([where, article.section])),
    title, picture,
    h('p', { class: 'by', id: 'by', dir: 'auto' }, article.authors.length ? nameList(article.authors, locale) : t('noAuthor')),
    h('p', { class: 'when num', id: 'when' }, facts([day, minutes])));
  head.classList.toggle('no-picture', !picture);
  head.removeAttribute('aria-busy');
}

function withoutPicture(head: HTMLElement): void {
  head.querySelector('.picture')?.remove();
  head.classList.add('no-picture');
}

/** Facts in a row. In Arabic script a middle dot reads as a zero, so a bar stands between them. */
export function facts(parts: readonly (string | undefined)[]): string {
  const dot = /^(ar|fa|ur|ps|ckb)\b/.test(uiLanguage()) ? ' | ' : ' · ';
  return parts.filter((part) => part).join(dot);
}
