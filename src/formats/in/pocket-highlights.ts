/** Pocket's `annotations/part_*.json`: per page the passages that were marked. They belong to rows of its tables. */
import { arrayOf, jsonFormat, objectOf } from './json-format.ts';
import type { Format } from './format.ts';
import { only, rowOf, textField, timeOf, type Fields, type IncomingHighlight } from './row.ts';

export const pocketHighlights: Format = { beside: true, ...jsonFormat('pocket', ({ head }) => /^\s*\[\s*\{/.test(head) && /"highlights"\s*:\s*\[/.test(head) && /"quote"\s*:/.test(head), arrayOf, '',
  (row, page) => rowOf(row, page['url'], only<Fields>({
    title: textField(page['title']),
    highlights: arrayOf(page['highlights']).flatMap((value): readonly IncomingHighlight[] => {
      const mark = objectOf(value);
      const text = textField(mark?.['quote']);
      return text ? [{ text, ...only<IncomingHighlight>({ at: timeOf(mark?.['created_at']) }) }] : [];
    }),
  }))) };
