/**
 * Links that open a page at a passage: text fragments (https://wicg.github.io/scroll-to-text-fragment/). On the live page
 * a library makes them (`quote-link.ts`), which can see what else stands there. Here: checking what it gave, and a plainer
 * form for quotes whose page is no longer open. Pure.
 */

/** Longer passages are named by their first and last words. */
const WHOLE = 120;
/** Words at each end of a longer passage. */
const WORDS = 6;
const LONGEST = 2_000;

/**
 * A quote as a text directive, `text=…`, by its words alone; undefined for an empty one. A quote of several lines is
 * named by its two ends, because one name may not reach over the end of a paragraph.
 */
export function quoteDirective(quote: string, language?: string): string | undefined {
  const lines = quote.split(/\n+/).map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  if (lines.length === 1 && first.length <= WHOLE) return `text=${encoded(first)}`;
  const start = ends(first, language)[0];
  const end = ends(last, language)[1];
  return `text=${encoded(start)},${encoded(end)}`;
}

/** The address with a text directive. What chose the page before it stays; an older directive goes. */
export function withDirective(address: string, directive: string | undefined): string {
  const url = URL.parse(address);
  if (!url || !isDirective(directive)) return address;
  url.hash = `${url.hash.replace(/^#/, '').split(':~:')[0]}:~:${directive}`;
  return url.href;
}

/** True for what may stand behind `:~:`: one `text=` directive in printable ASCII, of bearable length. */
export function isDirective(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST && /^text=[\w%.!~*'(),;:@/?+$=-]+$/.test(value);
}

/** First and last words of a line; where a script has no spaces the browser knows its words. */
function ends(line: string, language: string | undefined): readonly [string, string] {
  const segments = [...new Intl.Segmenter(known(language), { granularity: 'word' }).segment(line)];
  const words = segments.filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment));
  if (words.length <= WORDS) return [line, line];
  const to = words[WORDS - 1]!;
  return [line.slice(0, to.index + to.segment.length), line.slice(words.at(-WORDS)!.index)];
}

function known(language: string | undefined): string | undefined {
  try {
    return language ? Intl.getCanonicalLocales(language)[0] : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** `-`, `,` and `&` have a meaning of their own in a directive. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('-', '%2D');
}
