/** What the popup says when there is no article to show, in one plain sentence, and what is still possible. */
import type { CaptureReason } from '../../browser/capture.ts';
import { t, tReason, type MessageKey } from '../../browser/i18n.ts';
import { fill, h } from '../shared/dom.ts';

const HEADINGS: Readonly<Record<CaptureReason, MessageKey>> = {
  noArticle: 'sayNoArticle', frontPage: 'sayFrontPage', empty: 'sayEmpty', tooLarge: 'sayTooLarge', image: 'sayImage', frameset: 'sayFrameset',
  notHtml: 'sayNotHtml', failed: 'sayFailed', browserPage: 'sayBrowserPage', ownPage: 'sayOwnPage', store: 'sayBrowserPage', pdf: 'sayPdf', file: 'sayFile',
  readerMode: 'sayReaderMode', restricted: 'sayBrowserPage', unreached: 'sayUnreached', timeout: 'sayTimeout', gone: 'sayTimeout',
};

/** Shows the refusal; `buttons` are its ways on. */
export function showRefusal(head: HTMLElement, reason: CaptureReason, address: string, buttons: readonly HTMLButtonElement[]): void {
  const host = URL.parse(address)?.hostname.replace(/^www\./, '') || t('browserPage');
  const say = h('section', { class: 'say', id: 'head', 'data-reason': reason },
    h('p', { class: 'host' }, host), h('h1', { id: 'title' }, t(HEADINGS[reason])), h('p', { id: 'reason' }, tReason(reason)));
  if (buttons.length) {
    const row = h('div', { class: 'buttons' });
    fill(row, ...buttons);
    say.append(row);
  }
  head.replaceWith(say);
}

/** Reasons after which a second try may go better. */
export const WORTH_A_RETRY: ReadonlySet<CaptureReason> = new Set(['timeout', 'unreached', 'gone', 'failed', 'empty']);
/** Reasons after which the best block can still be shown if the person insists. */
export const WORTH_INSISTING: ReadonlySet<CaptureReason> = new Set(['noArticle', 'frontPage']);
/** Reasons after which the page can at least be printed as it is. */
export const PRINTABLE: ReadonlySet<CaptureReason> = new Set(['noArticle', 'frontPage', 'tooLarge', 'image', 'failed', 'notHtml']);
