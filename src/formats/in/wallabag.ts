/** wallabag's JSON: a list of entries with the article's own HTML, tags and annotations. */
import { arrayOf, jsonFormat, objectOf } from './json-format.ts';
import { only, publishedOf, rowOf, tagsOf, textField, timeOf, webAddress, yes, type Fields, type IncomingHighlight } from './row.ts';

export const wallabag = jsonFormat('wallabag', ({ head }) => /^\s*\[\s*\{/.test(head) && /"is_archived"\s*:/.test(head) && /"url"\s*:/.test(head), arrayOf, '',
  (row, entry) => rowOf(row, entry['url'], only<Fields>({
    title: textField(entry['title']),
    authors: tagsOf(arrayOf(entry['published_by'])),
    published: publishedOf(entry['published_at']),
    language: textField(entry['language'])?.replace('_', '-'),
    picture: webAddress(textField(entry['preview_picture']) ?? ''),
    savedAt: timeOf(entry['created_at']),
    archived: yes(entry['is_archived']),
    favourite: yes(entry['is_starred']),
    tags: tagsOf(arrayOf(entry['tags']).map((tag) => objectOf(tag)?.['label'] ?? tag)),
    html: textField(entry['content']),
    highlights: arrayOf(entry['annotations']).flatMap(highlight),
  })));

function highlight(value: unknown): readonly IncomingHighlight[] {
  const annotation = objectOf(value);
  const text = textField(annotation?.['quote']);
  if (!annotation || !text) return [];
  return [{ text, ...only<IncomingHighlight>({ note: textField(annotation['text']), at: timeOf(annotation['created_at']) }) }];
}
