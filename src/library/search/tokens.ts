/** From a text to the terms it is found by, and from what somebody types to the terms to look for. Pure. */

/**
 * Marks that only colour a letter: accents, Hebrew and Arabic vowel points, and signs nobody types (soft hyphen, joiners,
 * the Arabic stretcher, variation selectors). The vowel signs of Indic and South-East Asian scripts are letters and stay.
 */
// oxlint-disable-next-line no-misleading-character-class -- combining marks are exactly what is being removed
const MARKS = /[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+/g;
/** Letters with a stroke or joined ones, which no normal form takes apart, and the Greek sigma at a word's end. */
const APART: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' };
const JOINED = /[ßæœøłđðþıς]/g;

/** A text without case, marks and ways of writing: "Élan", "ÉLAN" and "elan" are one. */
export function plain(text: string): string {
  // Normalising is slow and changes nothing in ASCII, so only what is not ASCII goes through it.
  // oxlint-disable-next-line no-control-regex -- the whole ASCII range is meant
  return text.toLowerCase().replace(/[^\u0000-\u007f]+/g, plainRun);
}

function plainRun(run: string): string {
  return run.normalize('NFKD').toLowerCase().replace(MARKS, '').normalize('NFC').replace(JOINED, (letter) => APART[letter] ?? letter);
}

/** What a word is made of. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that are written without spaces between words. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const SPLIT = /* @__PURE__ */ new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu');
const IS_UNSPACED = /* @__PURE__ */ new RegExp(`^[${UNSPACED}]`, 'u');
/** The Arabic article and the little words written on to it: "the market" is also found under "market". */
const ARABIC_ARTICLE = /^[\u0648\u0641\u0628\u0643]?(?:\u0627\u0644|\u0644\u0644)(?=[\u0620-\u064a]{2})/;

/** Longer words are found by their beginning. In UTF-16 units. */
const LONGEST = 40;
/** Letters a word must have to stand for all that begin with it. */
const SHORTEST_BEGINNING = 2;

/** A stretch of letters: a word, or a run of a script without spaces. */
export interface Run {
  readonly text: string;
  readonly unspaced: boolean;
}

/** The words and runs of a text that is `plain` already. */
export function* runsOf(text: string): Generator<Run, void, undefined> {
  // oxlint-disable-next-line no-control-regex -- the whole ASCII range is meant
  if (/^[\u0000-\u007f]*$/.test(text)) {
    // The same words, four times as quick.
    for (const word of text.match(/[a-z0-9]+/gi) ?? []) yield { text: word, unspaced: false };
    return;
  }
  for (const [word] of text.matchAll(WORD)) {
    // oxlint-disable-next-line no-control-regex -- the whole ASCII range is meant
    if (/^[\u0000-\u02ff]+$/.test(word)) yield { text: word, unspaced: false };
    else for (const [part] of word.matchAll(SPLIT)) yield { text: part, unspaced: IS_UNSPACED.test(part) };
  }
}

/** The terms a run is found by: a word itself, or every two neighbouring letters and the last one alone. */
export function termsOf({ text, unspaced }: Run): readonly string[] {
  if (unspaced) return pairs(text, true);
  const word = text.slice(0, LONGEST);
  if (word < '\u0600') return [word];
  const bare = text.replace(ARABIC_ARTICLE, '').slice(0, LONGEST);
  return bare === word ? [word] : [word, bare];
}

function pairs(text: string, last: boolean): string[] {
  const letters = Array.from(text);
  const out = letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  // The last letter begins no pair; alone it is found as the beginning of one is.
  if (last || letters.length === 1) out.push(letters.at(-1) ?? '');
  return out;
}

/** A text that counts: title words more than those of the body. */
export interface Field {
  readonly text: string;
  readonly weight: number;
}

/** Distinct terms taken of one document: a bound for hostile texts. */
const MOST_TERMS = 50_000;

/** The terms of a document with how often they stand in it (weighted), and its length in words. */
export function documentTerms(fields: readonly Field[]): { readonly counts: ReadonlyMap<string, number>; readonly length: number } {
  const counts = new Map<string, number>();
  let length = 0;
  for (const { text, weight } of fields) {
    for (const run of runsOf(plain(text))) {
      for (const term of termsOf(run)) {
        const before = counts.get(term);
        if (before === undefined && counts.size >= MOST_TERMS) continue;
        counts.set(term, (before ?? 0) + weight);
        length += 1;
      }
    }
  }
  return { counts, length };
}

/** What a document must have: a term, or (`begins`) any term that begins so. */
export interface Wanted {
  readonly term: string;
  readonly begins: boolean;
}

/** What somebody typed, as terms: a word stands for all that begin with it, a run of a script without spaces for its pairs. */
export function wantedTerms(typed: string): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const { text, unspaced } of runsOf(plain(typed))) {
    const terms = unspaced ? pairs(text, false) : [text.slice(0, LONGEST)];
    for (const term of terms) {
      const one = unspaced && Array.from(text).length === 1;
      wanted.set(term, { term, begins: one || (!unspaced && term.length >= SHORTEST_BEGINNING) });
    }
  }
  return [...wanted.values()];
}

/** Whether a term is what is wanted. */
export function fulfils(term: string, wanted: Wanted): boolean {
  return wanted.begins ? term.startsWith(wanted.term) : term === wanted.term;
}

/**
 * A pattern that finds a phrase in a `plain` text: its words in a row, with signs and spaces between them and nothing else.
 * Words are whole; runs of scripts without spaces may stand anywhere. Undefined when there is no word in it.
 */
export function phrasePattern(typed: string): RegExp | undefined {
  const runs = [...runsOf(plain(typed))];
  if (runs.length === 0) return undefined;
  let pattern = '';
  for (const [i, { text, unspaced }] of runs.entries()) {
    const before = runs[i - 1];
    // Between two words there must be something; between a word and a run of a script without spaces there need not.
    if (before) pattern += before.unspaced !== unspaced ? '[^\\p{L}\\p{N}\\p{M}]*' : '[^\\p{L}\\p{N}\\p{M}]+';
    if (!unspaced && !before) pattern += `(?<![^\\P{L}${UNSPACED}]|[^\\P{N}${UNSPACED}]|[^\\P{M}${UNSPACED}])`;
    pattern += text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    if (!unspaced && i === runs.length - 1) pattern += `(?![^\\P{L}${UNSPACED}]|[^\\P{N}${UNSPACED}]|[^\\P{M}${UNSPACED}])`;
  }
  return new RegExp(pattern, 'u');
}

/** Terms that every document with the phrase has: to look only where it can be. */
export function phraseTerms(typed: string): readonly Wanted[] {
  return [...runsOf(plain(typed))].flatMap(({ text, unspaced }) => {
    if (!unspaced) return [{ term: text.slice(0, LONGEST), begins: false }];
    const one = Array.from(text).length === 1;
    return pairs(text, false).map((term) => ({ term, begins: one }));
  });
}
