/** Which link is asked for next: one page at a time of each site, with a pause between two. Knows no network and no clock. */
import type { SavedArticle } from '../../library/library.ts';

export interface Waiting {
  readonly row: SavedArticle;
  readonly site: string;
  /** Not before this moment, in milliseconds since the epoch. */
  readonly after: number;
}

/** Milliseconds between two pages of a site. */
export const PAUSE = 2_000;
/** Rows read at a time, and how many are held ready; more when they are all of sites that are resting. */
const CHUNK = 100;
const READY = 400;
const MOST_READY = 4_000;
/** A site that rests longer than this, in milliseconds, is left for another time. */
const PATIENCE = 60_000;

export class LinkQueue {
  readonly #ids: readonly number[];
  readonly #read: (ids: readonly number[]) => Promise<readonly Waiting[]>;
  readonly #ready = new Map<string, Waiting[]>();
  readonly #busy = new Set<string>();
  /** When a site may be asked again. */
  readonly #free = new Map<string, number>();
  #at = 0;
  #count = 0;
  #reading: Promise<void> | undefined;
  /** When the first of those that were left for later may be asked for; undefined when none was. */
  soonest: number | undefined;

  /** @param read the rows of some ids that may be asked for at all */
  constructor(ids: readonly number[], read: (ids: readonly number[]) => Promise<readonly Waiting[]>) {
    this.#ids = ids;
    this.#read = read;
  }

  /** The next one; `wait` when all sites are resting for a moment; undefined at the end. Its site is busy until `done`. */
  async next(now: number): Promise<Waiting | 'wait' | undefined> {
    for (;;) {
      const next = this.#pick(now);
      if (next) return next;
      if (this.#at >= this.#ids.length || this.#count >= MOST_READY) break;
      await this.#more(now);
    }
    if (this.#count < READY) await this.#more(now);
    return this.#count > 0 || this.#reading ? 'wait' : undefined;
  }

  /** A page of this site has come, or not. @param rest how long the site wants to be left alone, in milliseconds */
  done(site: string, now: number, rest: number): void {
    this.#busy.delete(site);
    this.#free.set(site, now + Math.max(PAUSE, rest));
    if (rest > PATIENCE) this.#leave(site, now + rest);
  }

  #pick(now: number): Waiting | undefined {
    for (const [site, rows] of this.#ready) {
      if (this.#busy.has(site) || (this.#free.get(site) ?? 0) > now) continue;
      const next = rows.shift();
      // Sites take turns.
      this.#ready.delete(site);
      if (rows.length > 0) this.#ready.set(site, rows);
      if (!next) continue;
      this.#count -= 1;
      this.#busy.add(site);
      return next;
    }
    return undefined;
  }

  /** Reads on. Several lanes that want more wait for the same rows. */
  async #more(now: number): Promise<void> {
    if (this.#at >= this.#ids.length) return;
    this.#reading ??= this.#readChunk(now).finally(() => { this.#reading = undefined; });
    await this.#reading;
  }

  async #readChunk(now: number): Promise<void> {
    const some = this.#ids.slice(this.#at, this.#at + CHUNK);
    this.#at += CHUNK;
    for (const each of await this.#read(some)) {
      const from = Math.max(each.after, (this.#free.get(each.site) ?? 0) > now + PATIENCE ? this.#free.get(each.site) ?? 0 : 0);
      if (from > now) {
        this.later(from);
        continue;
      }
      const rows = this.#ready.get(each.site);
      if (rows) rows.push(each);
      else this.#ready.set(each.site, [each]);
      this.#count += 1;
    }
  }

  /** Something is worth asking for at this moment, and not in this round. */
  later(at: number): void {
    this.soonest = Math.min(this.soonest ?? Infinity, at);
  }

  #leave(site: string, until: number): void {
    this.#count -= this.#ready.get(site)?.length ?? 0;
    this.#ready.delete(site);
    this.later(until);
  }
}
