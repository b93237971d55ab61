/** The list on the page: rows that keep their place and the focus while the library changes, and which of them are chosen. */
import { buildRow, stamp, type Entry, type RowDoing } from './row.ts';

export interface ItemListOptions {
  readonly act: (doing: RowDoing, entry: Entry, button: HTMLElement) => void;
  readonly onChosen: (ids: readonly number[]) => void;
  /** Where the focus goes when the last row is gone. */
  readonly fallback: HTMLElement;
}

/** Where the focus was: its row and then its neighbours, and which control of the row. */
interface FocusPlace {
  readonly order: readonly number[];
  readonly doing: string | undefined;
}

export class ItemList {
  readonly #home: HTMLElement;
  readonly #options: ItemListOptions;
  readonly #rows = new Map<number, { element: HTMLElement; stamp: string }>();
  readonly #chosen = new Set<number>();
  #entries: readonly Entry[] = [];
  #lastChosen: number | undefined;

  constructor(home: HTMLElement, options: ItemListOptions) {
    this.#home = home;
    this.#options = options;
  }

  get entries(): readonly Entry[] { return this.#entries; }
  get chosen(): readonly number[] { return this.#entries.map(({ id }) => id).filter((id) => this.#chosen.has(id)); }

  /** Shows these entries in this order. Rows that look the same stay as they are; the focus stays or moves to the next row. */
  show(entries: readonly Entry[], words: readonly string[]): void {
    const focus = this.#focus();
    this.#entries = entries;
    const ids = new Set(entries.map(({ id }) => id));
    for (const [id, { element }] of this.#rows) {
      if (ids.has(id)) continue;
      element.remove();
      this.#rows.delete(id);
      this.#chosen.delete(id);
    }
    let before = this.#home.firstElementChild;
    for (const entry of entries) {
      const old = this.#rows.get(entry.id)?.element;
      const element = this.#row(entry, words);
      // A row that looks different now has taken the place of its old self.
      if (before === old && before !== null) before = element;
      if (element === before) before = before.nextElementSibling;
      else this.#home.insertBefore(element, before);
    }
    this.#showChosen();
    this.#restore(focus);
  }

  #row(entry: Entry, words: readonly string[]): HTMLElement {
    const wanted = stamp(entry, words);
    const known = this.#rows.get(entry.id);
    if (known?.stamp === wanted) return known.element;
    const element = buildRow(entry, words, { choose: (e, on, range) => this.choose(e.id, on, range), act: this.#options.act });
    known?.element.replaceWith(element);
    this.#rows.set(entry.id, { element, stamp: wanted });
    return element;
  }

  /** Chooses a row or lets it go; with `range` all rows since the last one touched. */
  choose(id: number, on: boolean, range = false): void {
    const ids = this.#entries.map((entry) => entry.id);
    const from = range && this.#lastChosen !== undefined ? ids.indexOf(this.#lastChosen) : -1;
    const to = ids.indexOf(id);
    const touched = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    for (const one of touched) if (on) this.#chosen.add(one); else this.#chosen.delete(one);
    this.#lastChosen = id;
    this.#showChosen();
  }

  chooseAll(on: boolean): void {
    this.#chosen.clear();
    if (on) for (const { id } of this.#entries) this.#chosen.add(id);
    this.#showChosen();
  }

  isChosen(id: number): boolean { return this.#chosen.has(id); }

  #showChosen(): void {
    for (const [id, { element }] of this.#rows) {
      const on = this.#chosen.has(id);
      element.classList.toggle('is-chosen', on);
      const box = element.querySelector<HTMLInputElement>('[data-doing="choose"]');
      if (box) box.checked = on;
    }
    this.#options.onChosen(this.chosen);
  }

  /** The entry whose row holds the focus. */
  focused(): Entry | undefined {
    const id = Number(document.activeElement?.closest<HTMLElement>('.item')?.dataset['id']);
    return this.#entries.find((entry) => entry.id === id);
  }

  /** Moves the focus by so many rows, from none to the first. */
  step(by: 1 | -1): void {
    const here = this.focused();
    const at = here ? this.#entries.indexOf(here) + by : 0;
    const entry = this.#entries[Math.max(0, Math.min(this.#entries.length - 1, at))];
    if (entry) this.#focusTitle(entry.id);
  }

  #focusTitle(id: number): void {
    const row = this.#rows.get(id)?.element;
    row?.querySelector<HTMLElement>('[data-title]')?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  #focus(): FocusPlace | undefined {
    const active = document.activeElement;
    const here = this.focused();
    if (!here || !(active instanceof HTMLElement)) return undefined;
    const at = this.#entries.indexOf(here);
    const ids = this.#entries.map(({ id }) => id);
    return { order: [...ids.slice(at), ...ids.slice(0, at).toReversed()], doing: active.dataset['doing'] };
  }

  #restore(focus: FocusPlace | undefined): void {
    if (!focus || this.focused()) return;
    const id = focus.order.find((one) => this.#rows.has(one));
    if (id === undefined) {
      this.#options.fallback.focus();
      return;
    }
    const control = id === focus.order[0] && focus.doing ? this.#rows.get(id)?.element.querySelector<HTMLElement>(`[data-doing="${focus.doing}"]`) : undefined;
    if (control) control.focus({ preventScroll: true });
    else this.#focusTitle(id);
  }
}
