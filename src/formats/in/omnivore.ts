/**
 * Omnivore's export, once unpacked: `metadata_*.json` lists what was saved; `content/<slug>.html` is the article and
 * `highlights/<slug>.md` what was marked in it. The two are looked up by the slug.
 */
import { arrayOf, jsonFormat } from './json-format.ts';
import { only, partOf, publishedOf, rowOf, tagsOf, textField, timeOf, webAddress, type Fields, type Incoming } from './row.ts';

export const omnivore = jsonFormat('omnivore', ({ head }) => /^\s*\[\s*\{/.test(head) && /"slug"\s*:/.test(head) && /"savedAt"\s*:/.test(head), arrayOf, '',
  (row, entry) => {
    const slug = textField(entry['slug']);
    return rowOf(row, entry['url'], only<Fields>({
      title: textField(entry['title']),
      authors: tagsOf([entry['author']]),
      excerpt: textField(entry['description']),
      picture: webAddress(textField(entry['thumbnail']) ?? ''),
      published: publishedOf(entry['publishedAt']),
      savedAt: timeOf(entry['savedAt']),
      archived: /^archived$/i.test(textField(entry['state']) ?? ''),
      progress: partOf(entry['readingProgress'], 100),
      tags: tagsOf(arrayOf(entry['labels'])),
      files: slug && !/[\\/]/.test(slug) ? { html: `content/${slug}.html`, highlights: `highlights/${slug}.md` } : undefined,
    }));
  });

/**
 * The marked passages of a Markdown file and what was written to them, each in a block of its own: the passage quoted (only
 * its first line is sure to bear the mark), perhaps its labels, perhaps a note. What comes before the first passage was
 * written to the article itself.
 */
export function omnivoreHighlights(markdown: string): Pick<Incoming, 'highlights' | 'note'> {
  const highlights: { text: string; note?: string }[] = [];
  let note = '';
  for (const block of markdown.split(/\n[^\S\n]*\n/)) {
    const text = block.trim();
    const quoted = text.startsWith('>') ? text.split('\n').map((line) => line.replace(/^>+ ?/, '').trimEnd()).join('\n').trim() : '';
    const last = highlights.at(-1);
    if (quoted) highlights.push({ text: quoted });
    else if (!text || text.startsWith('>')) continue;
    else if (!last) note = note ? `${note}\n${text}` : text;
    // Labels of the passage, which have no place here.
    else if (!/^#\S/.test(text)) last.note = last.note ? `${last.note}\n${text}` : text;
  }
  return { ...(highlights.length > 0 && { highlights }), ...(note && { note }) };
}
