/**
 * The sheet of paper: its size, its margins, and the `@page` rules that ask the browser for them.
 * Chromium draws running lines in the page's margin boxes (CSS Paged Media 3, section 4); Firefox draws only its own.
 */

/** Sizes in millimetres, upright. */
const SIZES = {
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  Letter: { width: 215.9, height: 279.4 },
  Legal: { width: 215.9, height: 355.6 },
} as const;

export type PaperName = keyof typeof SIZES;
export const PAPER_NAMES = Object.keys(SIZES) as readonly PaperName[];

/** A sheet in millimetres, `side` being the left and the right margin. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly side: number;
  readonly bottom: number;
}

/** Margins in millimetres. The foot is always high enough for its running line. */
const MARGINS = {
  large: { narrow: { top: 12, side: 14, bottom: 16 }, normal: { top: 17, side: 23, bottom: 20 }, wide: { top: 22, side: 34, bottom: 26 } },
  small: { narrow: { top: 9, side: 9, bottom: 14 }, normal: { top: 13, side: 14, bottom: 16 }, wide: { top: 16, side: 20, bottom: 20 } },
} as const;

export type Margins = keyof typeof MARGINS.large;

/** The sheet with its margins; the normal ones give about 80 letters of an 11 pt book face to the line on A4. */
export function sheetOf(name: PaperName, margins: Margins = 'normal'): Sheet {
  return { ...SIZES[name], ...MARGINS[name === 'A5' ? 'small' : 'large'][margins] };
}

const PIXELS_PER_MM = 96 / 25.4;

/** What is left for the text, in CSS pixels. */
export function contentBox(sheet: Sheet): { readonly width: number; readonly height: number } {
  return {
    width: (sheet.width - 2 * sheet.side) * PIXELS_PER_MM,
    height: (sheet.height - sheet.top - sheet.bottom) * PIXELS_PER_MM,
  };
}

/** What runs along the foot of every sheet. */
export interface RunningLine {
  readonly publication: string;
  readonly title: string;
  readonly dir: 'ltr' | 'rtl';
  /** Which way those words run. */
  readonly numberingDir: 'ltr' | 'rtl';
  /** The words round the two numbers of "2 of 4": before, between, after. */
  readonly numbering: readonly [before: string, between: string, after: string];
  /** The font-family list of the interface face. */
  readonly face: string;
}

/** Millimetres of the running line's face at 8.5 pt for a letter, as an average of texts; letters of a whole square take twice as much. */
const LETTER = 1.5;
const SQUARES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
/** The part of the line that the words may take; the numbers have the rest. */
const WORDS = 0.82;

/** The `@page` rules of a sheet. The empty box at the top keeps Chromium from drawing a line of its own there. The title comes from a web page: it can only ever become a CSS string. */
export function pageRules(sheet: Sheet, line: RunningLine): string {
  const [start, end] = line.dir === 'rtl' ? ['right', 'left'] as const : ['left', 'right'] as const;
  const [before, between, after] = line.numbering.map(cssString);
  const look = `font: 400 8.5pt/1.3 ${line.face}; color: #333; vertical-align: top; padding-block-start: 4mm`;
  return `@page {
  size: ${sheet.width}mm ${sheet.height}mm;
  margin: ${sheet.top}mm ${sheet.side}mm ${sheet.bottom}mm;
  @top-${start} { content: "" }
  @bottom-${start} { content: ${cssString(runningTitle(line, (sheet.width - 2 * sheet.side) * WORDS))}; ${look}; direction: ${line.dir}; text-align: ${start}; width: ${WORDS * 100}%; white-space: nowrap; overflow: hidden }
  @bottom-${end} { content: ${before} counter(page) ${between} counter(pages) ${after}; ${look}; direction: ${line.numberingDir}; text-align: ${end}; width: ${100 - WORDS * 100}%; font-variant-numeric: tabular-nums }
}`;
}

/** @param room millimetres for it on one line */
function runningTitle({ publication, title, dir }: RunningLine, room: number): string {
  const whole = publication ? `${publication}${dir === 'rtl' ? ' | ' : ' · '}${title}` : title;
  const letters = Array.from(whole);
  let width = 0;
  const most = letters.findIndex((letter) => (width += SQUARES.test(letter) ? 2 * LETTER : LETTER) > room);
  if (most < 0) return whole;
  const cut = letters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** A CSS string (CSS Syntax 3, section 4.3.5): every character that is not plainly a letter, digit or space is escaped. */
export function cssString(text: string): string {
  const safe = Array.from(text.replace(/\p{Cs}/gu, '\ufffd'), (letter) => {
    if (/[\p{L}\p{M}\p{N} .,·|…-]/u.test(letter)) return letter;
    const code = letter.codePointAt(0) ?? 0;
    return code < 0x20 || code === 0x7f ? ' ' : `\\${code.toString(16)} `;
  });
  return `"${safe.join('')}"`;
}
