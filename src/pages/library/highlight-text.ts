/** Highlights as words: as plain text with their source, and as much of a long one as is worth showing. Pure. */
import type { Highlight } from '../../article/highlight.ts';
import { markWords, siteOf, type MarkedText, type SavedArticle } from '../../library/library.ts';
import { outgoingLink } from '../../url/thorough.ts';

export type Source = Pick<SavedArticle, 'title' | 'url' | 'publication' | 'siteName'>;

/** The marked words and the note, then where they come from. */
export function highlightText(highlights: readonly Pick<Highlight, 'anchor' | 'note'>[], source: Source | undefined): string {
  const quotes = highlights.map(({ anchor, note }) => [`“${anchor.exact.trim()}”`, note.trim()].filter(Boolean).join('\n'));
  const from = source && [[source.title, placeWords(source)].filter(Boolean).join(', '), outgoingLink(source.url)].join('\n');
  return [...quotes, from].filter(Boolean).join('\n\n');
}

/** Where an article appeared, as a person would say it. */
export function placeWords(source: Source): string {
  return source.publication ?? source.siteName ?? siteOf(source);
}

/** Letters of a passage that are shown, and how many of them before the first word found. */
const MOST = 700;
const BEFORE = 160;

/** A passage with the words looked for, cut to what is worth showing: from its beginning, or from shortly before the first word found. */
export function shownWords(text: string, words: readonly string[]): MarkedText {
  const all = markWords(text, words);
  if (text.length <= MOST) return all;
  const first = all.marks[0]?.[0] ?? 0;
  const wish = first + BEFORE < MOST ? 0 : first - BEFORE;
  const start = wish === 0 ? 0 : atSpace(text, wish, first);
  const end = start + MOST < text.length ? beforeSpace(text, start, start + MOST) : text.length;
  const lead = start > 0 ? '…' : '';
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: all.marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start + lead.length, to - start + lead.length] as const),
  };
}

/** The beginning of the next word, when it is near; else the place itself. */
function atSpace(text: string, from: number, last: number): number {
  const space = text.slice(from, last).search(/\s/);
  return space < 0 ? wholeLetter(text, from) : from + space + 1;
}

function beforeSpace(text: string, start: number, end: number): number {
  const space = text.slice(start, end).search(/\s\S*$/);
  return space < MOST / 2 ? wholeLetter(text, end) : start + space;
}

/** A place that does not cut a surrogate pair in two. */
function wholeLetter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}
