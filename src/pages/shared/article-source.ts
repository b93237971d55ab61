/** What the head of an article says on paper alone. Apart from the view, which is seen at once: this takes longer to work out than all the rest of the head. */
import type { Article } from '../../article/article.ts';
import { t, uiLanguage } from '../../browser/i18n.ts';
import { qrCode, readableAddress } from '../../paper/address.ts';
import { outgoingLink } from '../../url/thorough.ts';
import type { ArticleView } from './article-view.ts';
import { drawing, h } from './dom.ts';

/**
 * Adds to the head of an article where the text is from, when it was printed, and its address for a telephone's camera.
 *
 * @param today the day of printing; brought up to date by whoever prints
 */
export function addSource({ element }: ArticleView, article: Article, today: Date): void {
  const url = outgoingLink(article.url);
  const code = qrCode(url);
  element.querySelector('.facts')?.append(
    h('div', { class: 'source', lang: uiLanguage() },
      h('a', { class: 'address', href: url, rel: 'noopener noreferrer', dir: 'ltr' }, readableAddress(url)),
      h('span', { class: 'printed-on num' }, printedOnWords(today))),
    ...(code ? [drawing([['path', { d: code.path }]], 'qr', code.side)] : []));
}

/** "Printed on 16 October 2025", in the reader's language. */
export function printedOnWords(today: Date): string {
  return t('readerPrintedOn', new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'long' }).format(today));
}
