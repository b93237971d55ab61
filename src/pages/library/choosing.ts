/** Which articles of a list are chosen. Pure. */
export class Choosing {
  readonly #ids = new Set<number>();
  #last: number | undefined;

  get size(): number { return this.#ids.size; }

  has(id: number): boolean { return this.#ids.has(id); }

  /** Those chosen, in the list's order. */
  in(order: readonly number[]): readonly number[] {
    return this.#ids.size === 0 ? [] : order.filter((id) => this.#ids.has(id));
  }

  /** Chooses one or lets it go; with `range` all since the last one touched. */
  choose(order: readonly number[], id: number, on: boolean, range = false): void {
    const from = range && this.#last !== undefined ? order.indexOf(this.#last) : -1;
    const to = order.indexOf(id);
    const touched = from < 0 || to < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
    for (const one of touched) if (on) this.#ids.add(one); else this.#ids.delete(one);
    this.#last = id;
  }

  all(order: readonly number[]): void {
    for (const id of order) this.#ids.add(id);
  }

  none(): void {
    this.#ids.clear();
    this.#last = undefined;
  }

  /** Lets go of those that the list no longer has. */
  keep(places: ReadonlyMap<number, number>): void {
    for (const id of this.#ids) if (!places.has(id)) this.#ids.delete(id);
  }
}
