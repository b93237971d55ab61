/** Under an article whose page has said something else since it was saved: the way to what was changed. Not on paper. */
import type { Article } from '../../article/article.ts';
import { t } from '../../browser/i18n.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { findByUrl, onLibraryChange } from '../../library/library.ts';
import { fill, h } from '../shared/dom.ts';

/** @param place the element that holds the article */
export async function startEarlierTexts(place: HTMLElement, article: Article): Promise<void> {
  const line = h('p', { class: 'passed-on', id: 'earlier-texts', hidden: true });
  place.append(line);
  const show = async (): Promise<void> => {
    const saved = await findByUrl(article.url);
    line.hidden = saved?.changedAt === undefined;
    if (saved) fill(line, t('verSeeReader'), ' ', h('a', { href: pageUrl('versions', { id: saved.id }) }, t('verSeeReaderLink')));
  };
  onLibraryChange((change) => { if (change.kind !== 'removed') void show(); });
  await show();
}
