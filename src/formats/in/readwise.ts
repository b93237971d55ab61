/** Readwise Reader's table: Title, URL, ID, Document tags, Saved date, Reading progress, Location, Seen. */
import { listCell, only, partOf, textField, timeOf, type Fields } from './row.ts';
import { tableFormat } from './table-format.ts';

export const readwiseReader = tableFormat('readwise', ['title', 'url', 'document tags', 'saved date', 'location'], 'url', (cells) => {
  const place = cells['location']?.trim().toLowerCase();
  if (place === 'feed') return 'rowFromFeed';
  return only<Fields>({
    title: textField(cells['title']),
    savedAt: timeOf(cells['saved date']),
    archived: place === 'archive',
    favourite: place === 'shortlist',
    progress: partOf(cells['reading progress'], 1),
    tags: listCell(cells['document tags'], /,/),
  });
});
