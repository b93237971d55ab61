/** What somebody typed into the search field, understood: words, phrases, filters, and what must not be there. Pure. */
import { plain, runsOf, termsOf, wantedTerms } from './search/tokens.ts';

export type QueryFilter =
  | { readonly kind: 'site' | 'author' | 'tag' | 'is'; readonly value: string; readonly not: boolean }
  /** Milliseconds since the epoch; the date that is shown must be before, or at or after it. */
  | { readonly kind: 'before' | 'after'; readonly time: number; readonly not: boolean };

export interface Query {
  /** Each must be there; words may be cut short at the end. */
  readonly words: readonly string[];
  /** Words in a row, whole. */
  readonly phrases: readonly string[];
  readonly notWords: readonly string[];
  readonly notPhrases: readonly string[];
  readonly filters: readonly QueryFilter[];
  /** Parts that look like filters and say nothing known, `is:new` or `before:easter`. They are looked for as words. */
  readonly unclear: readonly string[];
}

const PART = /(-?)(?:(site|author|tag|is|before|after):)?(?:"([^"]*)"?|[“„«]([^”“»]*)[”“»]?|(\S*))/giu;
/** What a longer query has beyond this is left out. */
const MOST_PARTS = 24;

/** `brass "night tram" author:okafor tag:"to read" is:unread after:2024-03 -bell`. What is no filter is looked for as words. */
export function parseQuery(typed: string): Query {
  const words: string[] = [];
  const phrases: string[] = [];
  const notWords: string[] = [];
  const notPhrases: string[] = [];
  const filters: QueryFilter[] = [];
  const unclear: string[] = [];
  const parts = [...typed.slice(0, 2_000).matchAll(PART)].filter(([whole]) => whole !== '').slice(0, MOST_PARTS);
  for (const [whole, minus, name, straight, curled, bare] of parts) {
    const not = minus === '-';
    const value = (straight ?? curled ?? bare ?? '').trim();
    const filter = name === undefined ? undefined : filterOf(name.toLowerCase(), value, not);
    if (filter) filters.push(filter);
    // A filter that is still being typed, `tag:`, narrows nothing yet.
    else if (name !== undefined && value === '') continue;
    else {
      const text = name === undefined ? value : whole.replace(/^-/, '');
      if (name !== undefined) unclear.push(text);
      const terms = wantedTerms(text);
      if (terms.length === 0) continue;
      const isPhrase = bare === undefined || (not && terms.length > 1);
      (not ? (isPhrase ? notPhrases : notWords) : isPhrase ? phrases : words).push(text);
    }
  }
  return { words, phrases, notWords, notPhrases, filters, unclear };
}

/** Whether there is nothing in it that could be looked for, as in `tag:` or a single quotation mark. */
export function asksNothing({ words, phrases, notWords, notPhrases, filters }: Query): boolean {
  return [words, phrases, notWords, notPhrases, filters].every((part) => part.length === 0);
}

/** Why a search that found nothing may have been meant otherwise: nothing was asked yet, or a part was not understood. */
export function searchTrouble(typed: string): { readonly why: 'nothing' } | { readonly why: 'unclear'; readonly part: string } | undefined {
  const query = parseQuery(typed);
  if (asksNothing(query)) return { why: 'nothing' };
  const [part] = query.unclear;
  return part === undefined ? undefined : { why: 'unclear', part };
}

const IS = ['unread', 'archived', 'read', 'favourite', 'favorite', 'link', 'broken', 'begun', 'finished', 'untagged'];

function filterOf(kind: string, value: string, not: boolean): QueryFilter | undefined {
  if (value === '') return undefined;
  if (kind === 'is') return IS.includes(value.toLowerCase()) ? { kind, value: value.toLowerCase(), not } : undefined;
  if (kind === 'site' || kind === 'author' || kind === 'tag') return { kind, value, not };
  if (kind !== 'before' && kind !== 'after') return undefined;
  const time = timeOf(value);
  return time === undefined ? undefined : { kind, time, not };
}

/** The beginning of a day, month or year on this machine's calendar. */
function timeOf(value: string): number | undefined {
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return Number(month) > 12 || Number(day) > 31 ? undefined : date.getTime();
}

/** Words to be marked in what was found: the ones typed, `plain`, each once. */
export function searchWords(typed: string): readonly string[] {
  const { words, phrases } = parseQuery(typed);
  return [...new Set([
    ...words.flatMap((text) => wantedTerms(text).map(({ term }) => term)),
    ...phrases.flatMap((text) => [...runsOf(plain(text))].map((run) => run.text)),
  ])];
}

/** The words of a name, each of which begins with one of those typed: "quill" and "ada q" find "Ada Quill". */
export function nameHas(name: string, typed: string): boolean {
  const terms = [...runsOf(plain(name))].flatMap(termsOf);
  const wanted = wantedTerms(typed);
  return wanted.length > 0 && wanted.every(({ term }) => terms.some((each) => each.startsWith(term)));
}
