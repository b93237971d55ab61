/**
 * The sheets on the desk: the very articles that will be printed, laid out by the browser in columns of the page's size.
 * Columns break as pages do, so what is seen and counted here is what comes out of the printer.
 *
 * A long article is laid out in slices; meanwhile a copy of its first sheets lies on the desk.
 */
import { isRightToLeft, t } from '../../browser/i18n.ts';
import type { Settings } from '../../browser/settings.ts';
import { contentBox, sheetOf, type RunningLine } from '../../paper/sheet.ts';
import { splitTables, type SplitTables } from '../../paper/split-tables.ts';
import { byId, h } from '../shared/dom.ts';
import { bind, dress, drawsMarginBoxes, keepsLines, SCALE, showOnRoot, type Piece } from '../shared/paper-layout.ts';
import { firstOf, Slices, slicesOf, type Sliced, type Step } from './slices.ts';

const PIXELS_PER_MM = 96 / 25.4;
/** Between two sheets, in pixels of the paper: so the room between the columns hangs on the paper alone, and another size on the screen lays nothing out anew. */
const APART = 34;
/** The scale of a sheet on the screen: not so small that a block can't be told, not larger than life. */
const SMALLEST = 0.3;
const LARGEST = 1;

export interface Count {
  readonly sheets: number;
  /** False where this browser's columns are known to break a little differently from its pages. */
  readonly isSure: boolean;
}

/** What is laid out in columns: the articles themselves, or the copy of their beginning. */
interface Columns {
  readonly holder: HTMLElement;
  readonly flow: HTMLElement;
  readonly articles: readonly Element[];
}

export class Sheets {
  private readonly slices = new Slices();
  private undo: (() => void)[] = [];
  private split: SplitTables | undefined;
  private begins: readonly number[] = [];
  private count: Count = { sheets: 0, isSure: true };
  private settings: Settings;
  private work: Promise<unknown> = Promise.resolve();
  private readonly desk = byId('desk');
  private readonly table = byId('sheets');
  private readonly backs = byId('backs');
  private readonly flow = byId('flow');

  /** @param onCounting told when the first sheets of a long article lie there, and the rest is still being laid out */
  constructor(
    private readonly pieces: readonly Piece[],
    settings: Settings,
    /** What runs along the foot; asked again at every drawing, since the title can be changed. */
    private readonly line: () => RunningLine,
    private readonly onCounting: () => void,
  ) {
    this.settings = settings;
    this.desk.dir = pieces[0]?.article.dir ?? 'ltr';
    new ResizeObserver(() => this.place()).observe(this.desk);
  }

  /** Lays everything out anew and draws the sheets. Undefined when something else was asked for meanwhile. */
  async show(settings: Settings): Promise<Count | undefined> {
    const count = await this.measure(settings);
    if (count) this.place();
    return count;
  }

  /** Counts for settings that are only being tried; the sheets are as wrong as they were afterwards, until `show`. */
  async measure(settings: Settings): Promise<Count | undefined> {
    this.release();
    this.settings = settings;
    showOnRoot(settings);
    this.undo.push(...dress(settings, this.pieces));
    const sliced = slicesOf([...this.flow.children]);
    this.table.setAttribute('aria-busy', 'true');
    const work = this.slices.run(this.layOut(sliced), !sliced.isLong);
    this.work = work;
    return work;
  }

  /** When what is being laid out now lies there, or was given up. */
  get ready(): Promise<unknown> { return this.work; }

  private *layOut(sliced: Sliced): Generator<Step, Count> {
    const { settings } = this;
    const columns: Columns = { holder: this.flow.parentElement!, flow: this.flow, articles: this.pieces.map(({ view }) => view.element) };
    if (sliced.isLong) {
      yield* this.showFirst(sliced);
      this.intoOne(columns.holder, columns.flow);
      for (const slice of sliced.slices) {
        for (const piece of slice) piece.classList.remove('later');
        this.flow.getBoundingClientRect();
        yield;
      }
    }
    yield* this.intoColumns(columns, this.pieces);
    yield* this.newSheets();
    yield* this.split!.repeatHeads((element) => this.columnOf(columns, element));
    const sheets = this.sheetsOf(columns);
    this.begins = columns.articles.map((article) => this.columnOf(columns, article) + 1);
    this.count = { sheets, isSure: this.isSure(settings) };
    columns.holder.classList.remove('measuring');
    this.table.querySelector('.first')?.remove();
    this.table.removeAttribute('aria-busy');
    return this.count;
  }

  /** What was not found to be the same on paper, always: Firefox's two columns and parted tables, and everywhere a table over both columns, which begins them anew. */
  private isSure({ printColumns }: Settings): boolean {
    if (printColumns === 2 && this.flow.querySelector('.spans')) return false;
    return keepsLines() || (printColumns === 1 && !this.flow.querySelector('.split-table'));
  }

  /** Lays a copy of the first sheets on the desk; the articles themselves are out of sight until they are laid out. */
  private *showFirst(sliced: Sliced): Generator<Step, void> {
    for (const piece of sliced.slices.slice(1).flat()) piece.classList.add('later');
    this.undo.push(() => { for (const piece of this.flow.querySelectorAll('.later')) piece.classList.remove('later'); });
    const articles = [...this.flow.children].map((article) => firstOf(article, sliced)).filter((copy) => copy !== undefined) as HTMLElement[];
    const flow = h('div', { class: 'flow' }, ...articles);
    const holder = h('div', { class: 'holder first', inert: true, 'aria-hidden': 'true' }, flow);
    this.table.append(holder);
    this.undo.push(() => holder.remove());
    const columns: Columns = { holder, flow, articles };
    const steps = this.intoColumns(columns, articles.map((element) => ({ view: { element, body: element.querySelector<HTMLElement>('.text') ?? element } })), []);
    while (!steps.next().done);
    this.count = { sheets: this.sheetsOf(columns), isSure: false };
    holder.classList.remove('measuring');
    this.place();
    this.onCounting();
    yield 'draw';
  }

  /** In one long column as wide as the paper's text, to be measured. */
  private intoOne(holder: HTMLElement, flow: HTMLElement): void {
    holder.classList.add('measuring');
    flow.classList.remove('in-columns');
    flow.style.inlineSize = `${this.page.width}px`;
  }

  private *intoColumns({ holder, flow, articles }: Columns, pieces: readonly Pick<Piece, 'view'>[], undo = this.undo): Generator<undefined, void> {
    this.intoOne(holder, flow);
    yield* bind(this.settings, pieces, undo);
    yield;
    const split = splitTables(articles, SCALE);
    if (undo === this.undo) this.split = split;
    undo.push(() => split.undo());
    flow.style.setProperty('--page-block', `${this.page.height}px`);
    flow.style.setProperty('--gap', `${this.pitch - this.page.width}px`);
    flow.classList.add('in-columns');
    flow.getBoundingClientRect();
    yield;
  }

  /** Every article on a new sheet. Firefox breaks no column where it is asked to, so there the rest of the sheet before is filled. */
  private *newSheets(): Generator<undefined, void> {
    const columns = { flow: this.flow };
    for (const article of [...this.flow.children].slice(1)) {
      const end = [...article.previousElementSibling!.getClientRects()].at(-1);
      const start = article.getClientRects()[0];
      if (!end || !start || this.columnAt(columns, end) !== this.columnAt(columns, start)) continue;
      const left = (this.flow.getBoundingClientRect().bottom - end.bottom) / SCALE;
      // A little less, so that the rest itself is never pushed on; what follows needs more room than that.
      const rest = h('div', { class: 'rest' });
      rest.style.blockSize = `${Math.max(0, left - 1)}px`;
      article.before(rest);
      this.undo.push(() => rest.remove());
      yield;
    }
  }

  private sheetsOf(columns: Columns): number {
    const last = columns.articles.at(-1)?.getClientRects();
    return last?.length ? Math.max(...[...last].map((box) => this.columnAt(columns, box))) + 1 : 0;
  }

  /** The sheet, counted from 0, on which an element begins. Only while measuring. */
  private columnOf(columns: Columns, element: Element): number {
    const box = element.getClientRects()[0];
    return box ? this.columnAt(columns, box) : 0;
  }

  private columnAt({ flow }: Pick<Columns, 'flow'>, box: DOMRect): number {
    const own = flow.getBoundingClientRect();
    const start = getComputedStyle(flow).direction === 'rtl' ? own.right - box.right : box.left - own.left;
    return Math.floor((start / SCALE + (this.pitch - this.page.width) / 2) / this.pitch);
  }

  /** The text's room on a sheet, in pixels of the paper. */
  private get page(): { readonly width: number; readonly height: number } { return contentBox(this.sheet); }

  private get sheet() { return sheetOf(this.settings.paper, this.settings.printMargins); }

  /** From one sheet's edge to the next one's, in pixels of the paper. */
  private get pitch(): number { return this.sheet.width * PIXELS_PER_MM + APART; }

  /** Puts the sheets on the desk at a size that fits it, each column over its sheet. */
  private place(): void {
    const { sheet } = this;
    const [width, height] = [sheet.width * PIXELS_PER_MM, sheet.height * PIXELS_PER_MM];
    const isNarrow = matchMedia('(max-width: 48rem)').matches;
    const fit = Math.max(SMALLEST, Math.min(LARGEST, isNarrow ? (this.desk.clientWidth - 48) / width : (this.desk.clientHeight - 56) / height));
    const { style } = this.table;
    style.setProperty('--fit', String(fit / SCALE));
    style.setProperty('--hair', `${1 / fit}px`);
    style.setProperty('--top', `${sheet.top * PIXELS_PER_MM * fit}px`);
    style.setProperty('--side', `${sheet.side * PIXELS_PER_MM * fit}px`);
    style.setProperty('--sheet-inline', `${width * fit}px`);
    style.setProperty('--sheet-block', `${height * fit}px`);
    style.setProperty('--apart', `${APART * fit}px`);
    style.setProperty('--count', String(this.count.sheets));
    this.drawBacks(fit);
  }

  private drawBacks(fit: number): void {
    const line = this.line();
    const { sheets } = this.count;
    const words = line.publication ? `${line.publication}${line.dir === 'rtl' ? ' | ' : ' · '}${line.title}` : line.title;
    const hasLine = drawsMarginBoxes();
    this.backs.replaceChildren(...Array.from({ length: sheets }, (_, index) => at(index, h('div', { class: 'back' },
      hasLine && h('div', { class: 'foot', lang: document.documentElement.lang },
        h('span', { dir: line.dir }, words), h('span', { class: 'num', dir: isRightToLeft() ? 'rtl' : 'ltr' }, t('paperPageOf', index + 1, sheets)))))));
    this.backs.style.setProperty('--foot', `${sheetOf(this.settings.paper, this.settings.printMargins).bottom * PIXELS_PER_MM * fit}px`);
    this.backs.style.setProperty('--foot-size', `${8.5 * (96 / 72) * fit}px`);
  }

  /** Takes everything away that was set up for the paper, or was being set up: the articles are as they were built. */
  release(): void {
    this.slices.stop();
    for (const step of this.undo.toReversed()) step();
    this.undo = [];
    this.split = undefined;
  }

  /** The sheet on which each article begins, counted from 1. Asked for right after `show`. */
  get beginnings(): readonly number[] { return this.begins; }

  /** Takes away what only the desk needs and brings the tables back; what keeps pages together stays. */
  forPrinter(): void {
    this.slices.finish();
    this.split?.undo();
    this.split = undefined;
    for (const rest of this.flow.querySelectorAll('.rest')) rest.remove();
  }
}

function at(index: number, back: HTMLElement): HTMLElement {
  back.style.setProperty('--n', String(index));
  return back;
}
