/** Which format a file is in, told by what stands in it. */
import { looksLikeLetterFile } from '../letter-file.ts';
import { csvHeading } from './csv.ts';
import type { Format, Sample } from './format.ts';
import { instapaper } from './instapaper.ts';
import { karakeep } from './karakeep.ts';
import { bookmarksHtml, pocketHtml } from './link-list.ts';
import { linkwarden } from './linkwarden.ts';
import { matter } from './matter.ts';
import { omnivore } from './omnivore.ts';
import { ownTable } from './own-table.ts';
import { plainTable } from './plain-table.ts';
import { pocketCsv } from './pocket-csv.ts';
import { pocketHighlights } from './pocket-highlights.ts';
import { raindrop } from './raindrop.ts';
import { readwiseReader } from './readwise.ts';
import { wallabag } from './wallabag.ts';

/** In this order: the plain table would take most of the others too. */
export const FORMATS: readonly Format[] = [
  pocketCsv, pocketHtml, pocketHighlights, instapaper, omnivore, readwiseReader, wallabag, karakeep, linkwarden, raindrop, matter, bookmarksHtml, ownTable, plainTable,
];

/** A text file: rows of a known format, one letter or page, or nothing that we know. */
export type Recognised =
  | { readonly kind: 'rows'; readonly format: Format }
  | { readonly kind: 'letter' }
  | { readonly kind: 'page' }
  | { readonly kind: 'unknown' };

/** Looks at the beginning of a file; its name says nothing that its content does not say better. */
export function recognise(name: string, text: string): Recognised {
  const head = text.slice(0, 100_000).replace(/^\ufeff/, '');
  if (looksLikeLetterFile(head)) return { kind: 'letter' };
  const sample: Sample = { name, head, columns: /^\s*[<{[]/.test(head) ? [] : csvHeading(head) };
  const format = FORMATS.find((each) => each.recognises(sample));
  if (format) return { kind: 'rows', format };
  return /<(?:!doctype\s+html|html|head|body|meta)\b/i.test(head.slice(0, 5_000)) ? { kind: 'page' } : { kind: 'unknown' };
}
