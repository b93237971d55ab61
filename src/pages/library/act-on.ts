/** What a row's button, its menu or a key asks for, done to one article or to many. */
import type { SavedArticle } from '../../library/library.ts';
import { favour, move, purge, putBack, remove } from './doings.ts';
import { openTagPicker } from './tag-picker.ts';

export type Doing = 'archive' | 'unread' | 'favourite' | 'tags' | 'remove' | 'putBack' | 'purge';

/**
 * @param known those of the articles whose rows are known
 * @param isRemoved they stand among the removed, where only putting back and removing for good make sense
 */
export async function actOn(doing: Doing, ids: readonly number[], known: readonly SavedArticle[], isRemoved: boolean): Promise<void> {
  const one = ids.length === 1 ? known[0] : undefined;
  if (isRemoved && doing !== 'purge' && doing !== 'putBack') return doing === 'remove' ? purge(ids) : undefined;
  switch (doing) {
    // The box beside one article goes both ways; of many, they go to the archive.
    case 'archive': return move(ids, one?.readState === 'archived' ? 'unread' : 'archived');
    case 'unread': return move(ids, 'unread');
    case 'favourite': return favour(ids, known.length === 0 || known.some(({ favourite }) => !favourite));
    case 'tags': return openTagPicker(ids);
    case 'remove': return remove(ids);
    case 'putBack': return putBack(ids);
    case 'purge': return purge(ids);
  }
}
