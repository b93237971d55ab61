/** What was dropped: files and zips looked into, and what each of them is. */
import { BACKUP_FILE, readBackupHead, type BackupHead } from '../../formats/backup.ts';
import { omnivoreHighlights } from '../../formats/in/omnivore.ts';
import { addressOfPage, articleFromPage, timeOfPage } from '../../formats/in/article-from.ts';
import { recognise } from '../../formats/in/recognise.ts';
import type { Incoming, Row } from '../../formats/in/row.ts';
import { parseLetterFile } from '../../formats/letter-file.ts';
import type { ImportItem } from '../../library/library.ts';
import { textOfFile } from '../shared/encoding.ts';
import { Archive } from './archive.ts';

/** A list of rows out of one file. */
export interface RowsSource {
  readonly kind: 'rows';
  readonly name: string;
  /** The service's key, such as `pocket`. */
  readonly format: string;
  readonly rows: readonly Row[];
  /** They only add to those of another list. */
  readonly beside?: true;
  /** What of a row lies elsewhere in the same zip. */
  readonly complete?: (item: Incoming) => Promise<Incoming>;
}

/** One whole article out of one file. */
export interface PageSource {
  readonly kind: 'letter' | 'page';
  readonly name: string;
  readonly item: ImportItem;
}

export interface BackupSource {
  readonly kind: 'backup';
  readonly name: string;
  readonly head: BackupHead;
  readonly archive: Archive;
}

/** A file that is not taken, and why. */
export interface UnknownSource {
  readonly kind: 'unknown';
  readonly name: string;
  readonly reason: 'fileUnknown' | 'fileNewer' | 'fileDamaged' | 'fileTooLarge' | 'fileUnreadable' | 'pageNoAddress' | 'pageNoArticle';
}

export type Source = RowsSource | PageSource | BackupSource | UnknownSource;

/** Characters of one file, or of all lists and pages in one zip: a wallabag export with all its texts is some hundred megabytes. */
const MOST = 300_000_000;

/** Looks into files one by one. Each gives at least one answer. */
export async function lookInto(files: readonly File[]): Promise<readonly Source[]> {
  const found: Source[] = [];
  for (const file of files) {
    try {
      found.push(...await lookIntoOne(file));
    } catch (error) {
      // A folder, or a file that was moved, changed or locked since it was dropped.
      if (!(error instanceof DOMException)) throw error;
      found.push({ kind: 'unknown', name: file.name, reason: 'fileUnreadable' });
    }
  }
  const isBeside = (source: Source): boolean => source.kind === 'rows' && source.beside === true;
  return [...found.filter((source) => !isBeside(source)), ...found.filter(isBeside)];
}

async function lookIntoOne(file: File): Promise<readonly Source[]> {
  const archive = await Archive.open(file);
  if (archive) return lookIntoZip(file.name, archive);
  if (file.size > MOST) return [{ kind: 'unknown', name: file.name, reason: 'fileTooLarge' }];
  return [sourceOf(file.name, textOfFile(new Uint8Array(await file.arrayBuffer())))];
}

async function lookIntoZip(name: string, archive: Archive): Promise<readonly Source[]> {
  const backup = archive.names.includes(BACKUP_FILE) ? readBackupHead(await archive.text(BACKUP_FILE, 100_000) ?? '') : undefined;
  if (backup === 'newer') return [{ kind: 'unknown', name, reason: 'fileNewer' }];
  if (backup) return [{ kind: 'backup', name, head: backup, archive }];
  const found: Source[] = [];
  const parts = new Set<string>();
  let room = MOST;
  // Lists first: they say which pages are theirs.
  const entries = archive.names.filter((each) => /\.(?:csv|json|html?)$/i.test(each) && !/(?:^|\/)content\//.test(each));
  for (const entry of entries.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)))) {
    if (parts.has(entry)) continue;
    const text = await archive.text(entry, room);
    room -= text?.length ?? 0;
    const source = text === undefined ? { kind: 'unknown', name: entry, reason: 'fileDamaged' } as const : sourceOf(entry, text);
    const folder = entry.replace(/[^/]*$/, '');
    const theirs = source.kind === 'rows' ? source.rows.flatMap((row) => (row.ok && row.item.files ? [folder + row.item.files.html] : [])) : [];
    for (const path of theirs) parts.add(path);
    found.push(source.kind === 'rows' && theirs.length > 0 ? { ...source, complete: (item) => withFiles(item, folder, archive) } : source);
  }
  // What else is in a zip that we know is no news; what could have been read and was not, is.
  const known = found.filter(({ kind }) => kind !== 'unknown');
  return known.length > 0 ? found.filter((source) => source.kind !== 'unknown' || source.reason !== 'fileUnknown') : [found[0] ?? { kind: 'unknown', name, reason: 'fileUnknown' }];
}

const isPage = (name: string): boolean => /\.html?$/i.test(name);

function sourceOf(name: string, text: string): Source {
  const known = recognise(name, text);
  switch (known.kind) {
    case 'rows': return { kind: 'rows', name, format: known.format.name, rows: [...known.format.read(text)], ...(known.format.beside && { beside: true }) };
    case 'letter': {
      const letter = parseLetterFile(text);
      if (!letter) return { kind: 'unknown', name, reason: 'fileDamaged' };
      const pictures = letter.pictures.map(({ src, type, bytes }, n) => ({ n, url: src, blob: new Blob([Uint8Array.from(bytes)], { type }) }));
      return { kind: 'letter', name, item: { article: letter.article, hasBody: true, ...(letter.note && { note: letter.from ? `${letter.from}: ${letter.note}` : letter.note }), ...(pictures.length && { pictures }), ...(letter.highlights?.length && { highlights: letter.highlights }) } };
    }
    case 'page': {
      const article = articleFromPage(text);
      const savedAt = timeOfPage(text);
      if (article) return { kind: 'page', name, item: { article, hasBody: true, ...(savedAt !== undefined && { savedAt }) } };
      return { kind: 'unknown', name, reason: addressOfPage(text) === undefined ? 'pageNoAddress' : 'pageNoArticle' };
    }
    default: return { kind: 'unknown', name, reason: 'fileUnknown' };
  }
}

async function withFiles(item: Incoming, folder: string, archive: Archive): Promise<Incoming> {
  const { html: page, highlights } = item.files ?? {};
  const [html, marks] = await Promise.all([page === undefined ? undefined : archive.text(folder + page, 8_000_000), highlights === undefined ? undefined : archive.text(folder + highlights, 1_000_000)]);
  return { ...item, ...(html !== undefined && { html }), ...(marks !== undefined && omnivoreHighlights(marks)) };
}
