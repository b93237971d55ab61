/**
 * Instapaper's table, in both forms: URL, Title, Selection, Folder, Timestamp, and in the newer one Tags as a list. A folder
 * of the person's own is kept as a tag.
 */
import { listCell, only, tagsOf, textField, timeOf, type Fields } from './row.ts';
import { tableFormat } from './table-format.ts';

export const instapaper = tableFormat('instapaper', ['url', 'title', 'selection', 'folder'], 'url', (cells) => {
  const folder = cells['folder']?.trim() ?? '';
  const own = /^(?:unread|archive|starred|)$/i.test(folder) ? [] : [folder];
  const selection = textField(cells['selection']);
  return only<Fields>({
    title: textField(cells['title']),
    savedAt: timeOf(cells['timestamp']),
    archived: /^archive$/i.test(folder),
    favourite: /^starred$/i.test(folder),
    tags: tagsOf([...listCell(cells['tags'], /,/), ...own]),
    highlights: selection ? [{ text: selection }] : undefined,
  });
});
