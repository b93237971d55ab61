/** What a file from another service is read into: rows, each either something to keep or a reason why not. */
import { ARTICLE_LIMITS } from '../../article/article.ts';

/** A passage somebody marked, and what they wrote beside it. */
export interface IncomingHighlight {
  readonly text: string;
  readonly note?: string;
  /** Milliseconds since the epoch. */
  readonly at?: number;
}

/** One article or link as another service gave it. Everything in it is checked again where it enters the library. */
export interface Incoming {
  /** http or https, as browsers write it. */
  readonly url: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly publication?: string;
  /** ISO 8601, as precise as the service gave it. */
  readonly published?: string;
  readonly language?: string;
  readonly excerpt?: string;
  readonly picture?: string;
  /** Milliseconds since the epoch. */
  readonly savedAt?: number;
  readonly archived?: boolean;
  readonly favourite?: boolean;
  /** How much of it was read, 0 to 1; left out when nothing was. */
  readonly progress?: number;
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly highlights?: readonly IncomingHighlight[];
  /** The article's body as the service kept it: hostile until `articleFrom` has built it anew. */
  readonly html?: string;
  /** The article's text where there is no HTML. */
  readonly text?: string;
  /** Where in the same zip the rest of it lies, from the folder its list stands in. */
  readonly files?: { readonly html: string; readonly highlights?: string };
}

/** What a row says beside its address. */
export type Fields = Omit<Incoming, 'url'>;

/** Why a row was not taken. Each has a plain sentence in the locale files (`reason_<name>`). */
export type RowReason =
  /** No address stands in it. */
  | 'rowNoAddress'
  /** The address leads to no web page (`javascript:`, `file:`, a note of the service's own). */
  | 'rowNotWeb'
  /** The row is cut off or can't be read. */
  | 'rowDamaged'
  /** A note or picture of its own, without a page. */
  | 'rowNoPage'
  /** Came out of a news feed; nobody saved it. */
  | 'rowFromFeed'
  /** The library did not take it. */
  | 'rowRefused';

/** A row as read. `row` counts from 1, as a spreadsheet without its heading does. */
export type Row =
  | { readonly ok: true; readonly row: number; readonly item: Incoming }
  | { readonly ok: false; readonly row: number; readonly what: string; readonly reason: RowReason };

export type Rows = Iterable<Row>;

export const refusedRow = (row: number, reason: RowReason, what: unknown): Row => ({ ok: false, row, reason, what: shortly(what) });

/** A row's item when its address leads to a web page, or the reason why it is none. */
export function rowOf(row: number, address: unknown, fields: Fields): Row {
  const what = fields.title || address;
  if (typeof address !== 'string' || !address.trim()) return refusedRow(row, 'rowNoAddress', what);
  const url = webAddress(address);
  if (!url) return refusedRow(row, 'rowNotWeb', address);
  return { ok: true, row, item: { url, ...fields } };
}

/** An http(s) address as browsers write it, or undefined. */
export function webAddress(value: string): string | undefined {
  const text = value.trim();
  if (text.length > ARTICLE_LIMITS.url) return undefined;
  const parsed = URL.parse(text);
  // Written as browsers write it, an address of other letters is three times as long or more.
  return parsed && /^https?:$/.test(parsed.protocol) && parsed.hostname && parsed.href.length <= ARTICLE_LIMITS.url ? parsed.href : undefined;
}

/** Text of a field; undefined when it says nothing. */
export function textField(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** Year 1990 and year 2100: a time outside is a mistake, not a memory. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * A moment in milliseconds, from seconds or milliseconds since the epoch, ISO 8601, or `2022-05-22 14:47:50`, which without
 * a zone is taken as UTC: that is what these services write.
 */
export function timeOf(value: unknown): number | undefined {
  const raw = typeof value === 'string' ? value.trim() : value;
  let time: number;
  if (typeof raw === 'number' || (typeof raw === 'string' && /^\d{9,16}(?:\.\d+)?$/.test(raw))) {
    const n = Number(raw);
    time = n > 1e14 ? n / 1000 : n > 1e11 ? n : n * 1000;
  // A number of a few digits is none: browsers write 0 or -1 where they know no time, and `Date.parse` reads a year into it.
  } else if (typeof raw === 'string' && !/^-?\d{1,3}$/.test(raw)) {
    const iso = raw.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)/, '$1T$2').replace(/(\.\d{3})\d+/, '$1').replace(/ ?UTC$/, 'Z').replace(/(:\d{2}(?:\.\d+)?) ?([+-]\d{2})(\d{2})$/, '$1$2:$3');
    time = Date.parse(/T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(iso) ? `${iso}Z` : iso);
  } else return undefined;
  return Number.isFinite(time) && time >= EARLIEST && time <= LATEST ? Math.floor(time) : undefined;
}

/** A published date in the form an Article takes: the day alone where the clock says midnight sharp. */
export function publishedOf(value: unknown): string | undefined {
  const time = timeOf(value);
  if (time === undefined) return undefined;
  const iso = new Date(time).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 16)}Z`;
}

/** A part of something that was read, out of so many; undefined when nothing was. */
export function partOf(value: unknown, whole: number): number | undefined {
  const part = Number(value) / whole;
  return part > 0 && Number.isFinite(part) ? Math.min(1, part) : undefined;
}

/** Yes in the ways spreadsheets and programs say it. */
export function yes(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(?:true|yes|1|x)$/i.test(value.trim()));
}

/** Names without blanks and doubles. */
export function tagsOf(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.flatMap((value) => textField(value)?.replace(/\s+/g, ' ').slice(0, 200) ?? []))].slice(0, 100);
}

/** Characters of a cell that are looked through for names: a hundred of them, and room to spare. */
const LONGEST_CELL = 25_000;

/** A list written into one cell: JSON (`["a","b"]`), Python's way (`['a', 'b']`), or words between separators. */
export function listCell(cell: string | undefined, separator: RegExp): readonly string[] {
  const text = cell?.trim().slice(0, LONGEST_CELL) ?? '';
  if (!text.startsWith('[')) return tagsOf(text.split(separator));
  const found = [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)].map((match) => (match[1] ?? match[2] ?? '').replace(/\\(u[\da-f]{4}|.)/gi,
    (_, code: string) => (/^u[\da-f]{4}$/i.test(code) ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : code)));
  return tagsOf(found);
}

/** Nothing said is nothing written: leaves out what is undefined or empty. */
export function only<T extends object>(fields: { readonly [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))) as Partial<T>;
}

/** Enough of a row to know it by. */
function shortly(what: unknown): string {
  const text = typeof what === 'string' ? what : what === undefined || what === null ? '' : written(what);
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}

/** A value as JSON; nothing where its parts lie so deep in one another that it can be read but not written. */
function written(what: unknown): string {
  try {
    return JSON.stringify(what) ?? '';
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}
