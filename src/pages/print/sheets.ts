/**
 * The sheets on the desk: the very articles that will be printed, laid out by the browser in columns of the page's size.
 * Columns break as pages do, so what is seen and counted here is what comes out of the printer.
 */
import { isRightToLeft, t } from '../../browser/i18n.ts';
import type { Settings } from '../../browser/settings.ts';
import { contentBox, sheetOf, type RunningLine } from '../../paper/sheet.ts';
import { splitTables, type SplitTables } from '../../paper/split-tables.ts';
import { byId, h } from '../shared/dom.ts';
import { drawsMarginBoxes, keepsLines, layOut, SCALE, showOnRoot, type Piece } from '../shared/paper-layout.ts';

const PIXELS_PER_MM = 96 / 25.4;
/** Between two sheets, in pixels of the screen. */
const APART = 24;
/** The scale of a sheet on the screen: not so small that a block can't be told, not larger than life. */
const SMALLEST = 0.3;
const LARGEST = 1;

export interface Count {
  readonly sheets: number;
  /** False where this browser's columns are known to break a little differently from its pages. */
  readonly isSure: boolean;
}

export class Sheets {
  private undo: (() => void) | undefined;
  private split: SplitTables | undefined;
  private begins: readonly number[] = [];
  private count: Count = { sheets: 0, isSure: true };
  private settings: Settings;
  /** Width of the text on the sheets now laid out, in CSS pixels of the paper. */
  private pageWidth = 0;
  private readonly desk = byId('desk');
  private readonly table = byId('sheets');
  private readonly backs = byId('backs');
  private readonly flow = byId('flow');

  constructor(
    private readonly pieces: readonly Piece[],
    settings: Settings,
    /** What runs along the foot; asked again at every drawing, since the title can be changed. */
    private readonly line: () => RunningLine,
  ) {
    this.settings = settings;
    this.desk.dir = pieces[0]?.article.dir ?? 'ltr';
    new ResizeObserver(() => this.place()).observe(this.desk);
  }

  /** Lays everything out anew and draws the sheets. */
  show(settings: Settings): Count {
    this.settings = settings;
    this.count = this.measure(settings);
    this.place();
    return this.count;
  }

  /** Counts for settings that are only being tried; the sheets are as wrong as they were afterwards, until `show`. */
  measure(settings: Settings): Count {
    this.undo?.();
    const page = contentBox(sheetOf(settings.paper, settings.printMargins));
    this.pageWidth = page.width;
    showOnRoot(settings);
    this.table.classList.add('measuring');
    this.flow.classList.remove('in-columns');
    this.flow.style.inlineSize = `${page.width}px`;
    const undoLayout = layOut(settings, this.pieces, (_width, run) => run());
    this.split = splitTables(this.pieces.map(({ view }) => view.element), SCALE);
    this.flow.style.setProperty('--page-block', `${page.height}px`);
    this.flow.style.setProperty('--gap', `${page.width}px`);
    this.flow.classList.add('in-columns');
    const undoRests = this.newSheets();
    this.split.repeatHeads((element) => this.columnOf(element));
    this.undo = () => {
      this.split?.undo();
      this.split = undefined;
      undoRests();
      undoLayout();
      this.undo = undefined;
    };
    const last = this.pieces.at(-1)?.view.element.getClientRects();
    const sheets = last?.length ? Math.max(...[...last].map((box) => this.columnAt(box))) + 1 : 0;
    this.begins = this.pieces.map(({ view }) => this.columnOf(view.element) + 1);
    this.table.classList.remove('measuring');
    return { sheets, isSure: keepsLines() || (settings.printColumns === 1 && !this.flow.querySelector('.split-table')) };
  }

  /** Every article on a new sheet. Firefox breaks no column where it is asked to, so there the rest of the sheet before is filled. */
  private newSheets(): () => void {
    const rests: HTMLElement[] = [];
    for (const article of [...this.flow.children].slice(1)) {
      const end = [...article.previousElementSibling!.getClientRects()].at(-1);
      const start = article.getClientRects()[0];
      if (!end || !start || this.columnAt(end) !== this.columnAt(start)) continue;
      const left = (this.flow.getBoundingClientRect().bottom - end.bottom) / SCALE;
      // A little less, so that the rest itself is never pushed on; what follows needs more room than that.
      const rest = h('div', { class: 'rest' });
      rest.style.blockSize = `${Math.max(0, left - 1)}px`;
      article.before(rest);
      rests.push(rest);
    }
    return () => { for (const rest of rests) rest.remove(); };
  }

  /** The sheet, counted from 0, on which an element begins. Only while measuring. */
  private columnOf(element: Element): number {
    const box = element.getClientRects()[0];
    return box ? this.columnAt(box) : 0;
  }

  private columnAt(box: DOMRect): number {
    const own = this.flow.getBoundingClientRect();
    const page = this.pageWidth * SCALE;
    const start = getComputedStyle(this.flow).direction === 'rtl' ? own.right - box.right : box.left - own.left;
    return Math.floor((start + page / 2) / (2 * page));
  }

  /** Puts the sheets on the desk at a size that fits it, each column over its sheet. */
  private place(): void {
    const sheet = sheetOf(this.settings.paper, this.settings.printMargins);
    const page = contentBox(sheet);
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
    style.setProperty('--apart', `${APART}px`);
    style.setProperty('--count', String(this.count.sheets));
    this.flow.style.setProperty('--gap', `${width - page.width + APART / fit}px`);
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

  /** Takes everything away that was set up for the paper: the articles are as they were built. */
  release(): void {
    this.undo?.();
  }

  /** The sheet on which each article begins, counted from 1. Asked for right after `show`. */
  get beginnings(): readonly number[] { return this.begins; }

  /** Takes away what only the desk needs and brings the tables back; what keeps pages together stays. */
  forPrinter(): void {
    this.split?.undo();
    this.split = undefined;
    for (const rest of this.flow.querySelectorAll('.rest')) rest.remove();
  }
}

function at(index: number, back: HTMLElement): HTMLElement {
  back.style.setProperty('--n', String(index));
  return back;
}
