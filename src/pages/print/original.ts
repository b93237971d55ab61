/** How many sheets the article's own page would have taken, while it is still open beside us. */
import type { Article } from '../../article/article.ts';
import { countSheetsOf } from '../../browser/original-sheets.ts';
import type { Settings } from '../../browser/settings.ts';
import { sheetOf } from '../../paper/sheet.ts';
import { tabIn } from '../shared/source.ts';

/** `&tab=N` names the tab. Undefined when nobody can say: the tab is gone, went on, or was never given to us. */
export async function showOriginal({ sourceUrl }: Article, { paper }: Settings): Promise<number | undefined> {
  const tab = tabIn(location.search);
  if (tab === undefined) return undefined;
  return countSheetsOf(tab, sourceUrl.replace(/#.*/, ''), sheetOf(paper));
}
