/** The rows behind a list's ids: read as they are needed, a bounded number kept. */
import { leadPicturesOf, rowsOf, sharesOfAll, snippetsFor, type LibraryAnswer, type SavedArticle } from '../../library/library.ts';
import type { Entry } from './row.ts';

/** Rows kept at most: many screens of them, and far from a whole library. */
const MOST = 1_000;

export class Entries {
  #query = '';
  /** In the order they were last asked for, oldest first. */
  readonly #known = new Map<number, Entry>();
  readonly #stale = new Set<number>();

  /** The words looked for, whose surroundings stand in the rows. */
  set query(query: string) {
    if (query === this.#query) return;
    this.#query = query;
    for (const id of this.#known.keys()) this.#stale.add(id);
  }

  get(id: number): Entry | undefined { return this.#known.get(id); }

  /** Says that these have changed: they are read again when next asked for, and shown as they were until then. */
  changed(ids: readonly number[]): void {
    for (const id of ids) if (this.#known.has(id)) this.#stale.add(id);
  }

  /** Puts rows in that somebody has read already. Their pictures, unless they are known, are fetched when next asked for. */
  put(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const lead = this.#known.get(entry.id)?.lead;
      const isSame = lead !== undefined && lead.of === entry.saved?.leadImage;
      this.#keep(isSame ? { ...entry, lead } : entry);
      if (!isSame && hasKeptLead(entry.saved)) this.#stale.add(entry.id);
    }
    this.#letGo();
  }

  #keep(entry: Entry): void {
    const before = this.#known.get(entry.id)?.lead;
    if (before && before !== entry.lead) URL.revokeObjectURL(before.src);
    this.#known.delete(entry.id);
    this.#known.set(entry.id, entry);
    this.#stale.delete(entry.id);
  }

  #letGo(): void {
    for (const [id, { lead }] of this.#known) {
      if (this.#known.size <= MOST) break;
      if (lead) URL.revokeObjectURL(lead.src);
      this.#known.delete(id);
      this.#stale.delete(id);
    }
  }

  /** Those of the ids that have to be read. */
  missing(ids: readonly number[]): readonly number[] {
    return ids.filter((id) => !this.#known.has(id) || this.#stale.has(id));
  }

  /** Reads those of the ids that are not known or have changed. */
  async load(ids: readonly number[]): Promise<LibraryAnswer<unknown>> {
    const wanted = this.missing(ids);
    if (wanted.length === 0) return { ok: true, value: undefined };
    const query = this.#query;
    const [rows, around] = await Promise.all([rowsOf(wanted), query ? snippetsFor(wanted, query) : undefined]);
    if (!rows.ok) return rows;
    if (around && !around.ok) return around;
    const unknown = rows.value.items.filter((saved) => hasKeptLead(saved) && this.#known.get(saved.id)?.lead?.of !== saved.leadImage);
    // Pictures that can't be read are no reason not to show the rows.
    const blobs = unknown.length > 0 ? await leadPicturesOf(unknown) : undefined;
    const read = await entriesOf(rows.value.items);
    if (query !== this.#query) return this.load(ids);
    for (const entry of read) {
      const { id, saved } = entry;
      const { leadImage } = saved;
      const snippet = around?.value.get(id);
      const blob = blobs?.ok ? blobs.value.get(id) : undefined;
      const before = this.#known.get(id)?.lead;
      const lead = blob && leadImage !== undefined ? { of: leadImage, src: URL.createObjectURL(blob) } : before?.of === leadImage ? before : undefined;
      this.#keep({ ...entry, ...(snippet && { snippet }), ...(lead && { lead }) });
    }
    for (const id of rows.value.damaged) this.#keep({ id });
    this.#letGo();
    return rows;
  }
}

/** Whether a row's picture may be among those that are kept here. */
function hasKeptLead(saved: SavedArticle | undefined): boolean {
  return saved?.leadImage !== undefined && (saved.pictures?.kept ?? 0) > 0;
}

/** What a list shows of these articles, with what was noted of their being passed on. */
export async function entriesOf(items: readonly SavedArticle[]): Promise<readonly (Entry & { readonly saved: SavedArticle })[]> {
  const noted = await sharesOfAll(items.map(({ id }) => id));
  return items.map((saved) => {
    // A note that can't be read keeps no article from being listed.
    const shares = noted.ok ? noted.value.get(saved.id) : undefined;
    return { id: saved.id, saved, ...(shares && { shares }) };
  });
}
