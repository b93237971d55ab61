/** When there is no article to show: one plain sentence, and the ways on. */
import { t } from '../../browser/i18n.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { readableAddress } from '../../paper/address.ts';
import { h } from './dom.ts';
import { mark } from './verb-icons.ts';
import type { Shown } from './source.ts';

const SENTENCES = {
  nothing: ['readerNothing', 'readerNothingMore'],
  gone: ['readerGone', 'readerGoneMore'],
  damaged: ['readerDamaged', 'readerDamagedMore'],
  blocked: ['readerBlocked', 'readerBlockedMore'],
  full: ['readerFailed', 'readerFailedMore'],
  failed: ['readerFailed', 'readerFailedMore'],
} as const;

export function troubleView(shown: Exclude<Shown, { kind: 'article' }>): HTMLElement {
  const brand = h('span', { class: 'brand' }, mark(), 'Passalong');
  const toLibrary = h('a', { class: 'button', href: pageUrl('library') }, t('readerToLibrary'));
  if (shown.kind === 'link') {
    const { url, title } = shown.page;
    const isWeb = /^https?:/i.test(url);
    return h('section', { class: 'trouble', id: 'trouble', 'data-reason': 'link' }, brand,
      h('h1', { dir: 'auto' }, title || readableAddress(url)),
      isWeb && h('p', { class: 'address muted', dir: 'ltr' }, readableAddress(url)),
      h('p', {}, t('readerLinkOnly')),
      h('div', { class: 'ways' },
        isWeb && h('a', { class: 'button filled', href: url, rel: 'noopener noreferrer' }, t('openOriginal')), toLibrary));
  }
  const [sentence, more] = SENTENCES[shown.why];
  const again = shown.why === 'blocked' || shown.why === 'failed' || shown.why === 'full';
  return h('section', { class: 'trouble', id: 'trouble', 'data-reason': shown.why }, brand,
    h('h1', {}, t(sentence)), h('p', {}, t(more)),
    h('div', { class: 'ways' },
      again && h('button', { type: 'button', class: 'button filled', onclick: () => location.reload() }, t('tryAgain')), toLibrary));
}
