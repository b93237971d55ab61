/** Bringing in: rows go into the library in batches, and every one of them is counted. */
import { articleFrom, rowArticle } from '../../formats/in/article-from.ts';
import type { Incoming, Row } from '../../formats/in/row.ts';
import { importArticles, type ImportItem, type LibraryReason } from '../../library/library.ts';
import type { Pace } from './pace.ts';
import type { PageSource, RowsSource } from './sources.ts';

/** A row that did not come in. */
export interface NotTaken {
  readonly file: string;
  readonly row: number;
  readonly what: string;
  /** `reason_<name>` is its sentence. */
  readonly reason: string;
}

/** How far it has come. `added + filled + same + notTaken` is `read`. */
export interface Tally {
  readonly read: number;
  readonly total: number;
  readonly added: number;
  /** Were there, and got tags, marks or a text they lacked. */
  readonly filled: number;
  /** Were there with all of it. */
  readonly same: number;
  readonly notTaken: readonly NotTaken[];
}

export type Outcome =
  | { readonly ok: true; readonly stopped: boolean; readonly tally: Tally }
  /** The library itself gave up; what came in before is in. */
  | { readonly ok: false; readonly reason: LibraryReason; readonly tally: Tally };

/**
 * Links go in by the thousand in one transaction, which is half the work of going in by the hundred; the first ones in
 * smaller numbers, so that something is seen to move. Texts, which weigh more, go in by the dozen.
 */
const BATCH = { firstLinks: 250, links: 2_000, texts: 20 } as const;

export async function bringIn(sources: readonly (RowsSource | PageSource)[], pace: Pace, onProgress: (tally: Tally) => void): Promise<Outcome> {
  const total = sources.reduce((sum, source) => sum + (source.kind === 'rows' ? source.rows.length : 1), 0);
  const count = { read: 0, added: 0, filled: 0, same: 0 };
  const notTaken: NotTaken[] = [];
  const tally = (): Tally => ({ ...count, total, notTaken });
  type Batch = { readonly from: Omit<NotTaken, 'reason'>; readonly item: ImportItem }[];
  let batch: Batch = [];
  let links: number = BATCH.firstLinks;
  let going: Promise<LibraryReason | undefined> = Promise.resolve(undefined);
  const takeIn = async (now: Batch): Promise<LibraryReason | undefined> => {
    const answer = await importArticles(now.map(({ item }) => item), Date.now());
    if (!answer.ok) return answer.reason;
    for (const [at, each] of answer.value.entries()) {
      count.read += 1;
      if (each.ok) count[each.outcome] += 1;
      else notTaken.push({ ...now[at]!.from, reason: 'rowRefused' });
    }
    onProgress(tally());
    return undefined;
  };
  /** Hands a batch over and makes ready the next one while the disk is busy with it. @returns what became of the one before */
  const put = async (): Promise<LibraryReason | undefined> => {
    const now = batch;
    batch = [];
    const trouble = await going;
    if (!trouble && now.length > 0) going = takeIn(now);
    return trouble;
  };
  for (const source of sources) {
    for (const row of source.kind === 'rows' ? source.rows : [{ ok: true as const, row: 1, item: undefined }]) {
      if (!await pace.go()) {
        const trouble = await going;
        return trouble ? { ok: false, reason: trouble, tally: tally() } : { ok: true, stopped: true, tally: tally() };
      }
      if (!row.ok) {
        count.read += 1;
        notTaken.push({ file: source.name, row: row.row, what: row.what, reason: row.reason });
        continue;
      }
      const item = source.kind === 'rows' ? await importItem(row, source) : source.item;
      batch.push({ from: { file: source.name, row: row.row, what: item.article.title }, item });
      if (batch.length < (item.hasBody ? BATCH.texts : links)) continue;
      if (!item.hasBody) links = Math.min(BATCH.links, links * 2);
      const trouble = await put();
      if (trouble) return { ok: false, reason: trouble, tally: tally() };
    }
  }
  const trouble = await put() ?? await going;
  onProgress(tally());
  return trouble ? { ok: false, reason: trouble, tally: tally() } : { ok: true, stopped: false, tally: tally() };
}

async function importItem(row: Row | { readonly item: undefined }, { complete }: RowsSource): Promise<ImportItem> {
  const given = (row as { readonly item: Incoming }).item;
  const item = complete ? await complete(given) : given;
  const article = articleFrom(item);
  return {
    article: article ?? rowArticle(item), hasBody: article !== undefined, ...(!article && { fetch: 'wanted' as const }),
    readState: item.archived ? 'archived' : 'unread', favourite: item.favourite === true, tags: item.tags ?? [],
    ...(item.savedAt !== undefined && { savedAt: item.savedAt }), ...(item.progress !== undefined && { progress: item.progress }), ...(item.note !== undefined && { note: item.note }),
    ...(item.highlights && { highlights: item.highlights.map(({ text, note, at }) => ({ anchor: { exact: text }, ...(note && { note }), ...(at !== undefined && { createdAt: at }) })) }),
  };
}
