/** Karakeep's (once Hoarder's) JSON: `{ bookmarks: [{ createdAt, title, tags, content: { type: 'link', url }, note, archived, lists }], lists: [{ id, name, parentId }] }`. A list made by hand is kept as a tag. */
import { arrayOf, jsonFormat, objectOf, type JsonObject } from './json-format.ts';
import { only, refusedRow, rowOf, tagsOf, textField, timeOf, type Fields } from './row.ts';

export const karakeep = jsonFormat('karakeep', ({ head }) => /^\s*\{/.test(head) && /"bookmarks"\s*:\s*\[/.test(head) && /"content"\s*:/.test(head),
  (whole) => {
    const namesOf = listNames(arrayOf(objectOf(whole)?.['lists']).map(objectOf).filter((list) => list !== undefined));
    return arrayOf(objectOf(whole)?.['bookmarks']).map((value) => {
      const bookmark = objectOf(value);
      return bookmark ? { ...bookmark, inLists: arrayOf(bookmark['lists']).flatMap(namesOf) } : value;
    });
  }, 'bookmarks', (row, bookmark) => {
    const content = objectOf(bookmark['content']);
    if (content?.['type'] !== 'link') return refusedRow(row, 'rowNoPage', bookmark['title'] ?? content?.['text'] ?? bookmark['note']);
    return rowOf(row, content['url'], only<Fields>({
      title: textField(bookmark['title']),
      savedAt: timeOf(bookmark['createdAt']),
      archived: bookmark['archived'] === true,
      favourite: bookmark['favourited'] === true,
      tags: tagsOf([...arrayOf(bookmark['tags']), ...arrayOf(bookmark['inLists'])]),
      note: textField(bookmark['note']),
    }));
  });

/** Names of a list and of those it lies in, the outermost first. What a smart list shows is found by a search, not put there. */
function listNames(lists: readonly JsonObject[]): (id: unknown) => readonly string[] {
  const byHand = new Map(lists.flatMap((list) => (list['type'] === 'smart' ? [] : [[list['id'], list]])));
  return (id) => {
    const names: string[] = [];
    const seen = new Set<unknown>();
    for (let list = byHand.get(id); list && !seen.has(list); list = byHand.get(list['parentId'])) {
      seen.add(list);
      const name = textField(list['name']);
      if (name) names.unshift(name);
    }
    return names;
  };
}
