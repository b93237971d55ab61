/** A passage that a person has marked in an article, and what they wrote beside it. */
import type { QuoteAnchor } from './quote-anchor.ts';

/** The four marking pens, as the style sheets name them. */
export const PENS = ['sun', 'leaf', 'rose', 'sky'] as const;
export type Pen = (typeof PENS)[number];

export interface Highlight {
  /** Random and stable, on every machine the same. */
  readonly id: string;
  readonly pen: Pen;
  readonly anchor: QuoteAnchor;
  /** What the person wrote; empty when they only marked. */
  readonly note: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Bounds in UTF-16 units, and how many an article may have. */
export const HIGHLIGHT_LIMITS = { exact: 20_000, context: 200, note: 10_000, count: 2_000 } as const;

const ID = /^[\w-]{8,64}$/;
const LAST_TIME = 253_402_300_799_999;
const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= LAST_TIME;
const isPlace = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** Takes anything from a file or an old database; undefined when it is no highlight. Text stays text: it is never shown as HTML. */
export function parseHighlight(value: unknown): Highlight | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, pen, anchor, note, createdAt, updatedAt } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || !ID.test(id) || !isTime(createdAt)) return undefined;
  const parsed = parseAnchor(anchor);
  if (!parsed) return undefined;
  return {
    id, anchor: parsed, createdAt,
    pen: (PENS as readonly unknown[]).includes(pen) ? (pen as Pen) : 'sun',
    note: typeof note === 'string' ? note.slice(0, HIGHLIGHT_LIMITS.note) : '',
    updatedAt: isTime(updatedAt) ? updatedAt : createdAt,
  };
}

function parseAnchor(value: unknown): QuoteAnchor | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { exact, prefix, suffix, start, end } = value as Readonly<Record<string, unknown>>;
  if (typeof exact !== 'string' || !exact.trim() || exact.length > HIGHLIGHT_LIMITS.exact) return undefined;
  const from = isPlace(start) ? start : 0;
  return {
    exact, start: from, end: isPlace(end) && end > from ? end : from + exact.length,
    prefix: typeof prefix === 'string' ? prefix.slice(-HIGHLIGHT_LIMITS.context) : '',
    suffix: typeof suffix === 'string' ? suffix.slice(0, HIGHLIGHT_LIMITS.context) : '',
  };
}
