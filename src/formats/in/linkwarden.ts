/**
 * Linkwarden's JSON: an account with collections, each with links; a link may carry its text. A collection is kept as a tag.
 * Which links are pinned stands with the account, after the collections. `importDate` is when a link was saved that came
 * from elsewhere; `createdAt` is then when it came.
 */
import { arrayOf, jsonFormat, objectOf } from './json-format.ts';
import { only, rowOf, tagsOf, textField, timeOf, type Fields } from './row.ts';

export const linkwarden = jsonFormat('linkwarden', ({ head }) => /^\s*\{/.test(head) && /"collections"\s*:\s*\[/.test(head),
  (whole) => {
    const pinned = new Set(arrayOf(objectOf(whole)?.['pinnedLinks']).map((link) => objectOf(link)?.['id']));
    return arrayOf(objectOf(whole)?.['collections']).flatMap((value) => {
      const collection = objectOf(value);
      const name = textField(collection?.['name']);
      return arrayOf(collection?.['links']).map((link) => ({ ...objectOf(link), isPinned: pinned.has(objectOf(link)?.['id']), inCollection: name === 'Unorganized' ? undefined : name }));
    });
  }, 'links', (row, link) => rowOf(row, link['url'], only<Fields>({
    title: textField(link['name']) ?? textField(link['description']),
    excerpt: textField(link['description']),
    savedAt: timeOf(link['importDate'] ?? link['createdAt']),
    favourite: link['isPinned'] === true || arrayOf(link['pinnedBy']).length > 0,
    tags: tagsOf([...arrayOf(link['tags']).map((tag) => objectOf(tag)?.['name']), link['inCollection']]),
    text: textField(link['textContent']),
    highlights: arrayOf(link['highlights']).flatMap((value) => {
      const text = textField(objectOf(value)?.['text']);
      const note = textField(objectOf(value)?.['comment']);
      return text ? [{ text, ...(note && { note }) }] : [];
    }),
  })));
