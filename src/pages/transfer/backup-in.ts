/** Putting a copy back: article by article, each checked as if a stranger had written it. */
import { bodyFromHtml } from '../../formats/in/article-from.ts';
import { objectOf, parseJson, type JsonObject } from '../../formats/in/json.ts';
import { BACKUP_LIMITS, dataNumber, readEntry, type BackupEntry } from '../../formats/backup.ts';
import { sanitizeHtml } from '../../article/sanitize.ts';
import { colourTag, createTag, importArticles, keepPosition, TAG_COLOURS, type ImportItem, type TagColour } from '../../library/library.ts';
import type { Archive } from './archive.ts';
import type { NotTaken, Outcome, Tally } from './import-run.ts';
import type { Pace } from './pace.ts';
import type { BackupSource } from './sources.ts';

/** What to do with an article that is here and in the copy. */
export type WhenThere = 'fill' | 'replace';

/** Articles in one transaction: some megabytes of text and pictures. */
const BATCH = 20;

export async function putBack({ archive, name }: BackupSource, whenThere: WhenThere, pace: Pace, onProgress: (tally: Tally) => void): Promise<Outcome> {
  const files = archive.names.flatMap((path) => { const n = dataNumber(path); return n === undefined ? [] : [{ path, n }]; }).toSorted((a, b) => a.n - b.n);
  const count = { read: 0, added: 0, filled: 0, same: 0 };
  const notTaken: NotTaken[] = [];
  const tally = (): Tally => ({ ...count, total: files.length, notTaken });
  await putTags(archive);
  for (let from = 0; from < files.length; from += BATCH) {
    if (!await pace.go()) return { ok: true, stopped: true, tally: tally() };
    const batch: { readonly from: Omit<NotTaken, 'reason'>; readonly entry: BackupEntry; readonly item: ImportItem }[] = [];
    for (const { path, n } of files.slice(from, from + BATCH)) {
      const entry = readEntry(await archive.text(path, BACKUP_LIMITS.data) ?? '');
      if (entry) batch.push({ from: { file: name, row: n, what: entry.article.title }, entry, item: await itemOf(entry, archive) });
      else {
        count.read += 1;
        notTaken.push({ file: name, row: n, what: path, reason: 'rowDamaged' });
      }
    }
    const answer = await importArticles(batch.map(({ item }) => item), Date.now(), whenThere);
    if (!answer.ok) return { ok: false, reason: answer.reason, tally: tally() };
    for (const [at, each] of answer.value.entries()) {
      count.read += 1;
      if (each.ok) count[each.outcome] += 1;
      else notTaken.push({ ...batch[at]!.from, reason: 'rowRefused' });
      if (each.ok && (each.outcome === 'added' || whenThere === 'replace')) await putPlace(batch[at]!.entry);
    }
    onProgress(tally());
  }
  return { ok: true, stopped: false, tally: tally() };
}

async function itemOf(entry: BackupEntry, archive: Archive): Promise<ImportItem> {
  const { article, pictures: files, hasBody, ...rest } = entry;
  const pictures: NonNullable<ImportItem['pictures']>[number][] = [];
  for (const { n, url, type, file } of files) {
    const bytes = await archive.bytes(file, BACKUP_LIMITS.picture);
    if (bytes) pictures.push({ n, url, blob: new Blob([bytes], { type }) });
  }
  const versions = (rest['versions'] as readonly JsonObject[]).map((version) => ({ ...version, html: clean(version['html']) }));
  return {
    // The library checks every field of its own; HTML is made clean here, where there is a DOM.
    ...rest as unknown as ImportItem, article: hasBody ? { ...article, html: clean(article.html) } : article, hasBody,
    versions: versions as unknown as NonNullable<ImportItem['versions']>,
    // Nobody may have looked for pictures yet: then there is nothing to say about them.
    ...(pictures.length > 0 || typeof rest['linkedPictures'] === 'number' ? { pictures } : {}),
  };
}

/** Clean HTML stays as it is to the letter; anything else is built anew. */
function clean(html: unknown): string {
  if (typeof html !== 'string') return '';
  return sanitizeHtml(html) === html ? html : bodyFromHtml(html, 'https://unknown.invalid/')?.html ?? '';
}

async function putPlace(entry: BackupEntry): Promise<void> {
  const place = objectOf(entry['place']);
  const { at, words, part } = place ?? {};
  if (typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 && typeof words === 'string' && typeof part === 'number' && part >= 0 && part <= 1) await keepPosition(entry.article.url, { at, words, part }, Date.now());
}

/** Tags that no article has, and colours. One that can't be made is no reason to stop. */
async function putTags(archive: Archive): Promise<void> {
  const tags = parseJson(await archive.text('tags.json', 5_000_000) ?? '');
  for (const value of Array.isArray(tags) ? tags.slice(0, 10_000) : []) {
    const { name, colour } = objectOf(value) ?? {};
    if (typeof name !== 'string') continue;
    const made = await createTag(name);
    if (made.ok && TAG_COLOURS.includes(colour as TagColour)) await colourTag(made.value, colour as TagColour);
  }
}

/** The settings a copy holds, unchecked; whoever keeps them repairs them. */
export async function settingsOf(archive: Archive): Promise<unknown> {
  return parseJson(await archive.text('settings.json', 1_000_000) ?? '');
}
