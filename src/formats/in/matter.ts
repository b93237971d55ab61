/**
 * Matter's history as a table: Title, Author, Publisher, URL, Tags, Word Count, In Queue, Favorited, Read, Highlight_Count,
 * Last Interaction Date, File Id; before 2023 without Tags, In Queue and Favorited. The file lies beside it and holds the text.
 */
import { listCell, only, tagsOf, textField, timeOf, yes, type Fields } from './row.ts';
import { tableFormat } from './table-format.ts';

export const matter = tableFormat('matter', ['title', 'publisher', 'url', 'read', 'last interaction date'], 'url', (cells) => {
  const file = cells['file id']?.trim() ?? '';
  return only<Fields>({
    title: textField(cells['title']),
    authors: tagsOf([cells['author']]),
    publication: textField(cells['publisher']),
    savedAt: timeOf(cells['last interaction date']),
    archived: yes(cells['read']) || cells['in queue']?.trim().toLowerCase() === 'false',
    favourite: yes(cells['favorited']),
    tags: listCell(cells['tags'], /[,;]/),
    files: /^[^\\/]+\.html?$/i.test(file) ? { html: file } : undefined,
  });
});
