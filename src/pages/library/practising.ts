/** Opening the practice article, as any article that was looked at and not saved. */
import { openPage } from '../../browser/tabs.ts';
import { putDraft } from '../../library/library.ts';
import { showToast } from '../shared/toasts.ts';
import { PRACTICE_ARTICLE } from './practice-article.ts';
import { troubleWords } from './words.ts';

export async function practice(): Promise<void> {
  const { url, title } = PRACTICE_ARTICLE;
  const draft = await putDraft({ article: PRACTICE_ARTICLE, page: { url, title } }, Date.now());
  if (draft.ok) await openPage('reader', { draft: draft.value });
  else showToast(troubleWords(draft.reason));
}
