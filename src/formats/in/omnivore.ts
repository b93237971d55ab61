/**
 * Omnivore's export, once unpacked: `metadata_*.json` lists what was saved; `content/<slug>.html` is the article and
 * `highlights/<slug>.md` what was marked in it. The two are looked up by the slug.
 */
import { arrayOf, jsonFormat } from './json-format.ts';
import { only, publishedOf, rowOf, tagsOf, textField, timeOf, webAddress, type Incoming, type IncomingHighlight } from './row.ts';

/** An item that knows where the rest of it lies in the zip. */
export interface OmnivoreItem extends Incoming {
  readonly slug?: string;
}

export const omnivore = jsonFormat('omnivore', ({ head }) => /^\s*\[\s*\{/.test(head) && /"slug"\s*:/.test(head) && /"savedAt"\s*:/.test(head), arrayOf, '',
  (row, entry) => rowOf(row, entry['url'], only<Omit<OmnivoreItem, 'url'>>({
    title: textField(entry['title']),
    authors: tagsOf([entry['author']]),
    excerpt: textField(entry['description']),
    picture: webAddress(textField(entry['thumbnail']) ?? ''),
    published: publishedOf(entry['publishedAt']),
    savedAt: timeOf(entry['savedAt']),
    archived: /^archived$/i.test(textField(entry['state']) ?? ''),
    tags: tagsOf(arrayOf(entry['labels'])),
    slug: textField(entry['slug']),
  })));

/** The marked passages of a Markdown file: block quotes, each perhaps followed by a note. */
export function omnivoreHighlights(markdown: string): readonly IncomingHighlight[] {
  const found: { text: string; note?: string }[] = [];
  for (const block of markdown.split(/\n\s*\n/)) {
    const lines = block.trim().split('\n');
    const quoted = lines.filter((line) => line.startsWith('>')).map((line) => line.replace(/^>+ ?/, '')).join('\n').trim();
    const rest = lines.filter((line) => !line.startsWith('>')).join('\n').trim();
    if (quoted) found.push({ text: quoted, ...(rest && { note: rest }) });
    else if (rest && !rest.startsWith('#') && found.length > 0) {
      const last = found.at(-1)!;
      last.note = last.note ? `${last.note}\n${rest}` : rest;
    }
  }
  return found;
}
