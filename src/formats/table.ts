/** A list as a table for spreadsheets (RFC 4180): the names our own reading of tables knows, so that it comes back whole. */
import Papa from 'papaparse';
import { isoTime, placeOf, type Outgoing } from './outgoing.ts';

const COLUMNS = ['title', 'url', 'authors', 'publication', 'published', 'saved', 'state', 'favourite', 'tags', 'words', 'note', 'highlights'] as const;

export function toTable(entries: readonly Outgoing[]): string {
  const rows = entries.map(({ article, savedAt, readState, favourite, tags, note, highlights }): Readonly<Record<typeof COLUMNS[number], string>> => ({
    title: article.title, url: article.url, authors: article.authors.join('; '), publication: placeOf(article), published: article.published ?? '',
    saved: isoTime(savedAt), state: readState, favourite: favourite ? 'yes' : '', tags: tags.join('; '), words: String(article.wordCount || ''),
    note: note ?? '', highlights: highlights.map(({ anchor }) => anchor.exact.trim()).join('\n\n'),
  }));
  return toCsv(rows);
}

/**
 * Any rows as a table; the columns are those of the first. It begins with a byte order mark, without which Excel takes
 * UTF-8 for something else. Cells that begin like a formula get an apostrophe, so that no spreadsheet runs what a page
 * called itself (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function toCsv(rows: readonly Readonly<Record<string, string>>[]): string {
  return `\ufeff${Papa.unparse([...rows], { newline: '\r\n', escapeFormulae: /^[\s'"]*[=+\-@\t\r|%]/ })}\r\n`;
}
