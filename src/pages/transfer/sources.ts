/** What was dropped: files and zips looked into, and what each of them is. */
import { BACKUP_FILE, readBackupHead, type BackupHead } from '../../formats/backup.ts';
import { omnivoreHighlights, type OmnivoreItem } from '../../formats/in/omnivore.ts';
import { articleFromPage } from '../../formats/in/article-from.ts';
import { recognise } from '../../formats/in/recognise.ts';
import type { Incoming, Row } from '../../formats/in/row.ts';
import { parseLetterFile } from '../../formats/letter-file.ts';
import type { ImportItem } from '../../library/library.ts';
import { Archive } from './archive.ts';

/** A list of rows out of one file. */
export interface RowsSource {
  readonly kind: 'rows';
  readonly name: string;
  /** The service's key, such as `pocket`. */
  readonly format: string;
  readonly rows: readonly Row[];
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
  readonly reason: 'fileUnknown' | 'fileNewer' | 'fileDamaged' | 'fileTooLarge' | 'fileUnreadable';
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
  return found;
}

async function lookIntoOne(file: File): Promise<readonly Source[]> {
  const archive = await Archive.open(file);
  if (archive) return lookIntoZip(file.name, archive);
  if (file.size > MOST) return [{ kind: 'unknown', name: file.name, reason: 'fileTooLarge' }];
  return [sourceOf(file.name, await file.text())];
}

async function lookIntoZip(name: string, archive: Archive): Promise<readonly Source[]> {
  const backup = archive.names.includes(BACKUP_FILE) ? readBackupHead(await archive.text(BACKUP_FILE, 100_000) ?? '') : undefined;
  if (backup === 'newer') return [{ kind: 'unknown', name, reason: 'fileNewer' }];
  if (backup) return [{ kind: 'backup', name, head: backup, archive }];
  const found: Source[] = [];
  let room = MOST;
  for (const entry of archive.names.filter((each) => /\.(?:csv|json|html?)$/i.test(each) && !/(?:^|\/)content\//.test(each))) {
    const text = await archive.text(entry, room);
    room -= text?.length ?? 0;
    const source = text === undefined ? { kind: 'unknown', name: entry, reason: 'fileDamaged' } as const : sourceOf(entry, text);
    found.push(source.kind === 'rows' && source.format === 'omnivore' ? { ...source, complete: (item) => withOmnivoreText(item, entry, archive) } : source);
  }
  const known = found.filter(({ kind }) => kind !== 'unknown');
  return known.length > 0 ? known : [found[0] ?? { kind: 'unknown', name, reason: 'fileUnknown' }];
}

function sourceOf(name: string, text: string): Source {
  const known = recognise(name, text);
  switch (known.kind) {
    case 'rows': return { kind: 'rows', name, format: known.format.name, rows: [...known.format.read(text)] };
    case 'letter': {
      const letter = parseLetterFile(text);
      if (!letter) return { kind: 'unknown', name, reason: 'fileDamaged' };
      const pictures = letter.pictures.map(({ src, type, bytes }, n) => ({ n, url: src, blob: new Blob([Uint8Array.from(bytes)], { type }) }));
      return { kind: 'letter', name, item: { article: letter.article, hasBody: true, ...(letter.note && { note: letter.from ? `${letter.from}: ${letter.note}` : letter.note }), ...(pictures.length && { pictures }), ...(letter.highlights?.length && { highlights: letter.highlights }) } };
    }
    case 'page': {
      const article = articleFromPage(text);
      return article ? { kind: 'page', name, item: { article, hasBody: true } } : { kind: 'unknown', name, reason: 'fileUnknown' };
    }
    default: return { kind: 'unknown', name, reason: 'fileUnknown' };
  }
}

async function withOmnivoreText(item: OmnivoreItem, entry: string, archive: Archive): Promise<Incoming> {
  const { slug } = item;
  if (!slug || /[\\/]/.test(slug)) return item;
  const folder = entry.replace(/[^/]*$/, '');
  const [html, marks] = await Promise.all([archive.text(`${folder}content/${slug}.html`, 8_000_000), archive.text(`${folder}highlights/${slug}.md`, 1_000_000)]);
  return { ...item, ...(html !== undefined && { html }), ...(marks !== undefined && { highlights: omnivoreHighlights(marks) }) };
}
