/** Pocket's tables (`part_000000.csv`): title, url, time_added in seconds, tags between bars, status. */
import { listCell, only, textField, timeOf, type Fields } from './row.ts';
import { tableFormat } from './table-format.ts';

export const pocketCsv = tableFormat('pocket', ['title', 'url', 'time_added', 'status'], 'url', (cells) => only<Fields>({
  // Pocket wrote the address where it knew no title.
  title: cells['title'] === cells['url'] ? undefined : textField(cells['title']),
  savedAt: timeOf(cells['time_added']),
  archived: cells['status']?.trim() === 'archive',
  tags: listCell(cells['tags'], /\|/),
}));
