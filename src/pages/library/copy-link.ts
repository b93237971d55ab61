/** An article's address for the clipboard: the one to pass on, without what follows people around. */
import { t } from '../../browser/i18n.ts';
import type { SavedArticle } from '../../library/library.ts';
import { outgoingLink } from '../../url/thorough.ts';
import { copyText } from '../shared/letter-copy.ts';
import { showToast } from '../shared/toasts.ts';

export async function copyLink(saved: Pick<SavedArticle, 'url'>): Promise<void> {
  const link = outgoingLink(saved.url);
  showToast(await copyText(link) ? t('libLinkCopied') : t('libLinkNotCopied', link));
}
