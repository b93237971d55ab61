/** The one date of an article: the day that its page tells a reader. Pure. */
import type { Article } from './article.ts';

export interface StatedDate {
  /** ISO 8601, as precise as the page. */
  readonly date: string;
  /** True when the page tells the day of its last change and no other. */
  readonly isChange: boolean;
}

/** Below this a day of publication that stands in one kind of structured data alone is a claim which nothing on the page bears out. */
const BORNE_OUT: Readonly<Record<string, number>> = { 'json-ld': 0.8, microdata: 0.87 };
/** From this on the day of the last change is plainly written on the page; read off the page itself, from a little less. */
const PLAIN = 0.9;
const SEEN = 0.8;

/**
 * The day an article is spoken of by, beside its title: the day of publication; or the day of the last change, where
 * that alone is shown on the page while the other is told by the structured data only, or by nothing.
 *
 * @returns undefined when the page tells no day at all
 */
export function statedDate({ published, modified, provenance }: Pick<Article, 'published' | 'modified' | 'provenance'>): StatedDate | undefined {
  const told = provenance.published;
  const isHidden = told !== undefined && told.confidence < (BORNE_OUT[told.source] ?? 0);
  const change = provenance.modified;
  const isShown = change !== undefined && change.confidence >= (/^(?:json-ld|meta|microdata)$/.test(change.source) ? PLAIN : SEEN);
  if (modified && (!published || (isHidden && isShown))) return { date: modified, isChange: true };
  return published ? { date: published, isChange: false } : undefined;
}
