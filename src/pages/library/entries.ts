/** The rows behind a list's ids: read as they are needed, a bounded number kept. */
import { rowsOf, snippetsFor, type LibraryAnswer } from '../../library/library.ts';
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

  /** Puts rows in that somebody has read already. */
  put(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.#known.delete(entry.id);
      this.#known.set(entry.id, entry);
      this.#stale.delete(entry.id);
    }
    for (const id of this.#known.keys()) {
      if (this.#known.size <= MOST) break;
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
    if (query !== this.#query) return this.load(ids);
    this.put([
      ...rows.value.items.map((saved): Entry => {
        const snippet = around?.value.get(saved.id);
        return { id: saved.id, saved, ...(snippet && { snippet }) };
      }),
      ...rows.value.damaged.map((id) => ({ id })),
    ]);
    return rows;
  }
}
