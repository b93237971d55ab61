/** Karakeep's (once Hoarder's) JSON: `{ bookmarks: [{ createdAt, title, tags, content: { type: 'link', url }, note, archived }] }`. */
import { arrayOf, jsonFormat, objectOf } from './json-format.ts';
import { only, refusedRow, rowOf, tagsOf, textField, timeOf, type Fields } from './row.ts';

export const karakeep = jsonFormat('karakeep', ({ head }) => /^\s*\{/.test(head) && /"bookmarks"\s*:\s*\[/.test(head) && /"content"\s*:/.test(head),
  (whole) => arrayOf(objectOf(whole)?.['bookmarks']), 'bookmarks', (row, bookmark) => {
    const content = objectOf(bookmark['content']);
    if (content?.['type'] !== 'link') return refusedRow(row, 'rowNoPage', bookmark['title'] ?? content?.['text'] ?? bookmark['note']);
    return rowOf(row, content['url'], only<Fields>({
      title: textField(bookmark['title']),
      savedAt: timeOf(bookmark['createdAt']),
      archived: bookmark['archived'] === true,
      favourite: bookmark['favourited'] === true,
      tags: tagsOf(arrayOf(bookmark['tags'])),
      note: textField(bookmark['note']),
    }));
  });
