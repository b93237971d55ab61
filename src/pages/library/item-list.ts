/**
 * The list on the page. Only the rows in view (and a little more) are elements; all rows are of one size, so the list is as
 * long as if every row were there. Rows keep their place, the focus and what is chosen while the library changes.
 */
import { Choosing } from './choosing.ts';
import { buildRow, buildWaiting, stamp, type Entry, type RowDoing } from './row.ts';
import { scrollFor, stretchOf, type Frame } from './stretch.ts';

export interface ItemListOptions {
  readonly act: (doing: RowDoing, entry: Entry, button: HTMLElement) => void;
  /** Called when other articles are chosen, or the list they are chosen from has changed. */
  readonly onChosen: () => void;
  /** The row of an id, when it is known. */
  readonly entry: (id: number) => Entry | undefined;
  /** Called with the ids in view after each painting; those not known yet are to be fetched, then `paint` called. */
  readonly onView: (ids: readonly number[]) => void;
  /** How the list lies on the screen just now. */
  readonly measure: () => Frame;
  /** Where the focus goes when the last row is gone. */
  readonly fallback: HTMLElement;
}

interface Row {
  readonly element: HTMLElement;
  readonly stamp: string;
}

/** Room left free above and below a row that gets the focus, in CSS pixels: the bar of what is chosen stands there. */
const COVERED = { top: 8, bottom: 88 } as const;

export class ItemList {
  readonly #home: HTMLElement;
  readonly #options: ItemListOptions;
  readonly #rows = new Map<number, Row>();
  readonly #choosing = new Choosing();
  #ids: readonly number[] = [];
  #places: ReadonlyMap<number, number> = new Map();
  #words: readonly string[] = [];
  #look = '';

  constructor(home: HTMLElement, options: ItemListOptions) {
    this.#home = home;
    this.#options = options;
  }

  get ids(): readonly number[] { return this.#ids; }
  get chosen(): readonly number[] { return this.#choosing.in(this.#ids); }
  get chosenCount(): number { return this.#choosing.size; }

  /**
   * Shows these articles in this order. The focus stays on its row, or moves to the next when that is gone.
   * @param look when it changes, all rows are built anew (the words looked for, the colours of tags)
   */
  show(ids: readonly number[], words: readonly string[], look = ''): void {
    const focus = this.#focus();
    const before = this.#ids;
    this.#ids = ids;
    this.#places = new Map(ids.map((id, at) => [id, at]));
    this.#words = words;
    this.#look = look;
    this.#choosing.keep(this.#places);
    const heir = focus && this.#heir(before, focus.id);
    this.paint(heir);
    this.#options.onChosen();
    if (!focus || this.focusedId() === focus.id) return;
    if (heir === undefined) this.#options.fallback.focus();
    else this.#focusRow(heir, heir === focus.id ? focus.doing : undefined);
  }

  /** Who gets the focus when the list has changed: its row, else the one after it, else the one before. */
  #heir(before: readonly number[], id: number): number | undefined {
    const at = before.indexOf(id);
    const isThere = (one: number) => this.#places.has(one);
    return before.slice(at).find(isThere) ?? before.slice(0, Math.max(0, at)).findLast(isThere);
  }

  /** Builds the rows in view. @param kept a row that is built wherever it stands: the one that has or gets the focus */
  paint(kept = this.focusedId()): void {
    const focus = this.#focus();
    const frame = this.#options.measure();
    const { from, to } = stretchOf(frame, this.#ids.length);
    this.#home.style.blockSize = `${Math.ceil(this.#ids.length / frame.columns) * frame.row}px`;
    this.#home.style.setProperty('--columns', String(frame.columns));
    const inView = this.#ids.slice(from, to);
    const keptAt = kept === undefined ? undefined : this.#places.get(kept);
    const wanted = keptAt === undefined || (keptAt >= from && keptAt < to) ? inView : keptAt < from ? [this.#ids[keptAt]!, ...inView] : [...inView, this.#ids[keptAt]!];
    const stays = new Set(wanted);
    for (const [id, { element }] of this.#rows) {
      if (stays.has(id)) continue;
      element.remove();
      this.#rows.delete(id);
    }
    let next = this.#home.firstElementChild;
    for (const id of wanted) {
      const old = this.#rows.get(id)?.element;
      const element = this.#row(id);
      // A row that looks different now has taken the place of its old self.
      if (next === old && next !== null) next = element;
      if (element === next) next = next.nextElementSibling;
      else this.#home.insertBefore(element, next);
      this.#lay(element, id, frame.columns);
    }
    if (focus && this.focusedId() !== focus.id && stays.has(focus.id)) this.#focusControl(focus.id, focus.doing);
    this.#options.onView(inView);
  }

  #row(id: number): HTMLElement {
    const entry = this.#options.entry(id);
    const wanted = entry ? `${stamp(entry)} ${this.#words.join(' ')} ${this.#look}` : 'waiting';
    const known = this.#rows.get(id);
    if (known?.stamp === wanted) return known.element;
    const element = entry ? buildRow(entry, this.#words, { choose: (e, on, range) => this.choose(e.id, on, range), act: this.#options.act }) : buildWaiting(id);
    known?.element.replaceWith(element);
    this.#rows.set(id, { element, stamp: wanted });
    return element;
  }

  /** Says where in the whole list a row stands: to the style and to screen readers. */
  #lay(element: HTMLElement, id: number, columns: number): void {
    const at = this.#places.get(id) ?? 0;
    element.style.setProperty('--row', String(Math.floor(at / columns)));
    element.style.setProperty('--column', String(at % columns));
    element.setAttribute('aria-posinset', String(at + 1));
    element.setAttribute('aria-setsize', String(this.#ids.length));
    this.#showChosen(element, id);
  }

  #showChosen(element: HTMLElement, id: number): void {
    const on = this.#choosing.has(id);
    element.classList.toggle('is-chosen', on);
    const box = element.querySelector<HTMLInputElement>('[data-doing="choose"]');
    if (box) box.checked = on;
  }

  /** Chooses a row or lets it go; with `range` all rows since the last one touched. */
  choose(id: number, on: boolean, range = false): void {
    this.#choosing.choose(this.#ids, id, on, range);
    this.#chosenChanged();
  }

  chooseAll(on: boolean): void {
    if (on) this.#choosing.all(this.#ids);
    else this.#choosing.none();
    this.#chosenChanged();
  }

  #chosenChanged(): void {
    for (const [id, { element }] of this.#rows) this.#showChosen(element, id);
    this.#options.onChosen();
  }

  isChosen(id: number): boolean { return this.#choosing.has(id); }

  /** The id of the row that holds the focus. */
  focusedId(): number | undefined {
    const row = document.activeElement?.closest<HTMLElement>('.item');
    return row && this.#home.contains(row) ? Number(row.dataset['id']) : undefined;
  }

  #focus(): { readonly id: number; readonly doing: string | undefined } | undefined {
    const id = this.focusedId();
    const active = document.activeElement;
    return id === undefined || !(active instanceof HTMLElement) ? undefined : { id, doing: active.dataset['doing'] };
  }

  /** Moves the focus by so many entries, from none to the first in view. @returns the id it came to */
  step(by: number): number | undefined {
    const here = this.focusedId();
    const at = here === undefined ? undefined : this.#places.get(here);
    const first = () => {
      const { top, row, columns } = this.#options.measure();
      return Math.max(0, Math.ceil(-top / row)) * columns;
    };
    return this.focusAt(at === undefined ? first() : at + by);
  }

  /** Moves the focus to the entry at a place, or the nearest there is. @returns its id */
  focusAt(place: number): number | undefined {
    const id = this.#ids[Math.max(0, Math.min(this.#ids.length - 1, place))];
    if (id !== undefined) this.#focusRow(id);
    return id;
  }

  /** Entries side by side, and rows that fit into the view. */
  get steps(): { readonly columns: number; readonly screen: number } {
    const { columns, view, row } = this.#options.measure();
    return { columns, screen: Math.max(1, Math.floor((view - COVERED.bottom) / row) - 1) * columns };
  }

  #focusRow(id: number, doing?: string): void {
    const by = scrollFor(this.#options.measure(), this.#places.get(id) ?? 0, COVERED);
    if (by !== 0) scrollBy({ top: by, behavior: 'instant' });
    this.paint(id);
    this.#focusControl(id, doing);
  }

  #focusControl(id: number, doing: string | undefined): void {
    const element = this.#rows.get(id)?.element;
    const control = doing === undefined ? null : element?.querySelector<HTMLElement>(`[data-doing="${doing}"]`);
    (control ?? element?.querySelector<HTMLElement>('[data-title]'))?.focus({ preventScroll: true });
  }
}
