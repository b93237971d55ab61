/** Writing the copy of everything: article by article, straight into the file, whatever their number. */
import schema from '../../formats/backup-article-1.schema.json';
import { BACKUP_FILE, backupHead, backupIndex, backupPage, backupPaths, hrefOf, README_FILE, SCHEMA_FILE, writeEntry, type BackupLine, type BackupPicture } from '../../formats/backup.ts';
import { dayOf, placeOf } from '../../formats/outgoing.ts';
import { countOf, eachArticle, listTags, positionOf, type LibraryReason, type WholeEntry } from '../../library/library.ts';
import type { Pace } from './pace.ts';
import { ZipOut } from './zip-out.ts';

export interface BackupInput {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly settings: unknown;
  readonly words: { readonly title: string; readonly text: string; readonly language: string };
}

export interface BackupProgress {
  readonly done: number;
  readonly total: number;
}

export type BackupOutcome =
  | { readonly ok: true; readonly written: number; /** Entries the disk would not give back. */ readonly damaged: number }
  | { readonly ok: false; readonly reason: LibraryReason | 'stopped' | 'notWritten' };

export async function writeBackup(stream: WritableStream<Uint8Array<ArrayBuffer>>, input: BackupInput, pace: Pace, onProgress: (progress: BackupProgress) => void): Promise<BackupOutcome> {
  const [shelf, removed] = await Promise.all([countOf('*'), countOf('removed')]);
  if (!shelf.ok || !removed.ok) return { ok: false, reason: shelf.ok ? (removed as { reason: LibraryReason }).reason : shelf.reason };
  const total = shelf.value + removed.value;
  const zip = new ZipOut(stream, new Date(input.now));
  const lines: BackupLine[] = [];
  let damaged = 0;
  try {
    await zip.add(BACKUP_FILE, backupHead(new Date(input.now).toISOString(), total));
    await zip.add(SCHEMA_FILE, JSON.stringify(schema, null, 1));
    for await (const answer of eachArticle({ removedToo: true })) {
      if (!await pace.go()) return { ok: false, reason: 'stopped' };
      if (!answer.ok && answer.id === 0) return { ok: false, reason: answer.reason };
      if (answer.ok) lines.push(await writeArticle(zip, lines.length + 1, answer.value));
      else damaged += 1;
      onProgress({ done: lines.length + damaged, total });
    }
    const tags = await listTags();
    if (!tags.ok) return tags;
    await zip.add('tags.json', JSON.stringify(tags.value.map(({ name, colour }) => ({ name, colour })), null, 1));
    await zip.add('settings.json', JSON.stringify(input.settings, null, 1));
    await zip.add(README_FILE, backupIndex(lines, input.words));
    await zip.close();
    return { ok: true, written: lines.length, damaged };
  } catch (error) {
    // The disk is full, the stick was pulled out, the folder is gone.
    if (error instanceof Error || error instanceof DOMException) return { ok: false, reason: 'notWritten' };
    throw error;
  } finally {
    zip.release();
  }
}

async function writeArticle(zip: ZipOut, n: number, { saved, article, highlights, shares, versions, pictures }: WholeEntry): Promise<BackupLine> {
  const paths = backupPaths(n, saved.title);
  const files: BackupPicture[] = [];
  for (const { n: at, url, blob } of pictures) {
    const file = paths.picture(at, blob.type);
    files.push({ n: at, url, type: blob.type, file });
    await zip.add(file, blob, false);
  }
  const place = await positionOf(saved.url);
  const { id: _, pictures: counted, ...row } = saved;
  const bare = <T extends { readonly id: number }>(items: readonly T[]) => items.map(({ id: ___, ...rest }) => rest);
  await zip.add(paths.data, writeEntry({ ...row, article: article ?? row, hasBody: article !== undefined, highlights, shares: bare(shares), versions: bare(versions), ...(place && { place }), ...(counted && { linkedPictures: counted.linked }), pictures: files }));
  if (article) await zip.add(paths.page, backupPage(article, files));
  return { title: saved.title, place: placeOf(saved), day: dayOf(saved.savedAt), href: article ? hrefOf(paths.page) : saved.url };
}
