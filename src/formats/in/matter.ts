/** Matter's history as a table: Title, Author, Publisher, URL, Tags, Word Count, In Queue, Favorited, Read, Highlight_Count, Last Interaction Date, File Id. */
import { listCell, only, tagsOf, textField, timeOf, yes, type Fields } from './row.ts';
import { tableFormat } from './table-format.ts';

export const matter = tableFormat('matter', ['title', 'url', 'in queue', 'favorited', 'read'], 'url', (cells) => only<Fields>({
  title: textField(cells['title']),
  authors: tagsOf([cells['author']]),
  publication: textField(cells['publisher']),
  savedAt: timeOf(cells['last interaction date']),
  archived: yes(cells['read']) || cells['in queue']?.trim().toLowerCase() === 'false',
  favourite: yes(cells['favorited']),
  tags: listCell(cells['tags'], /[,;]/),
}));
