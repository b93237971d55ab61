/** What is written into files: an article with what its person made of it. */
import type { Article } from '../article/article.ts';
import type { Highlight } from '../article/highlight.ts';

export interface Outgoing {
  /** Of a link the text is empty. */
  readonly article: Article;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  readonly readState: 'unread' | 'archived';
  readonly favourite: boolean;
  readonly tags: readonly string[];
  readonly note?: string;
  readonly highlights: readonly Pick<Highlight, 'anchor' | 'note'>[];
}

/** Names that some systems keep for themselves, whatever ending they have. */
const KEPT_BACK = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:$|\.)/i;

/**
 * A file name every system can write: the title's own letters, without what a disk or a shell takes for a sign of its own.
 * @param taken names that are there already; the new one is added, with a number when it has to be
 * @param ending such as `.md`
 */
export function fileName(title: string, ending: string, taken: Set<string> = new Set()): string {
  const plain = title.normalize('NFC').replace(/\p{C}|[\\/:*?"<>|#%&{}$!'`@+=^[\]~]/gu, ' ').replace(/\s+/g, ' ').replace(/^[. -]+|[. -]+$/g, '');
  // 60 characters are at most 240 bytes in UTF-8: every file system takes that, with an ending.
  const cut = [...plain].slice(0, 60).join('').replace(/[. -]+$/, '');
  const base = !cut || KEPT_BACK.test(cut) ? `article ${cut}`.trim() : cut;
  let name = base + ending;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base} ${n}${ending}`;
  taken.add(name.toLowerCase());
  return name;
}

/** Whose text it is: the publication, else the site, else its host. */
export function placeOf({ publication, siteName, url }: Pick<Article, 'publication' | 'siteName' | 'url'>): string {
  return publication ?? siteName ?? (URL.parse(url)?.hostname ?? '').replace(/^www\./, '');
}

/** A moment as an ISO 8601 time in UTC. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}

/** The day of a moment, as a calendar where it is written says: `2025-01-02`. In UTC an evening would be another day. */
export function dayOf(time: number): string {
  const date = new Date(time);
  return [String(date.getFullYear()).padStart(4, '0'), ...[date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0'))].join('-');
}
