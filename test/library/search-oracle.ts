/** A library of made-up articles in many scripts, questions about it, and a brute-force scan that knows the right answer. */
import { fieldsOf } from '../../src/library/search-fields.ts';
import { parseQuery } from '../../src/library/search-query.ts';
import { fulfils, plain, runsOf, termsOf, wantedTerms, type Run } from '../../src/library/search/tokens.ts';

const WORDS = [
  'lamp', 'lamps', 'Lamplighter', 'tram', 'TRAM', 'Élan', 'elan', 'naïve', 'straße', 'strasse', 'Œuvre', 'co-op', 'don’t', 'e-mail', '3D', '2024', 'x', 'ångström', 'кот', 'котёл', 'Йод', 'Чайка',
  'λόγος', 'ΛΟΓΟΣ', 'السوق', 'سوق', 'السُّوق', 'وبالبيت', 'كتاب', 'שלום', 'שָׁלוֹם', 'हिन्दी', 'किताब', 'বাংলা', 'தமிழ்', 'ಕನ್ನಡ', '한국어', '한국', '東京', '東京都', '市場は朝', '京都', '都', 'カメラ', 'カ', 'がく', 'かく',
  'ภาษาไทย', 'ไทย', 'ລາວ', 'ភាសាខ្មែរ', 'မြန်မာ', '𠮷野家', '𠮷', 'ﬁne', 'fine', 'ｗｉｄｅ', 'İzmir', 'ızmir', 'a\u0301b', 'ab', '…', '—', '😀', 'antidisestablishmentarianismandsoonforeverandever',
] as const;

export interface Model {
  readonly url: string;
  title: string;
  text: string;
  authors: readonly string[];
  note: string;
  removed: boolean;
}

type Random = () => number;
const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)]!;

export function madeUpText(random: Random, words: number): string {
  let out = '';
  for (let i = 0; i < words; i += 1) out += pick(random, WORDS) + pick(random, [' ', ' ', ' ', ', ', '\n', '', '. ', ' “', '-']);
  return out;
}

/** A query as somebody might type it: words, whole and cut short, phrases, exclusions, from the library's own words or made up. */
export function madeUpQuery(random: Random): string {
  const parts: string[] = [];
  for (let i = Math.floor(random() * 3); i >= 0; i -= 1) {
    const word = pick(random, WORDS);
    const short = Array.from(word).slice(0, 1 + Math.floor(random() * Array.from(word).length)).join('');
    const kind = random();
    if (kind < 0.35) parts.push(word);
    else if (kind < 0.6) parts.push(short);
    else if (kind < 0.8) parts.push(`"${madeUpText(random, 1 + Math.floor(random() * 2)).trim().replace(/["“”]/g, '')}"`);
    else if (kind < 0.9) parts.push(`-${word}`);
    else parts.push(random() < 0.5 ? pick(random, ['author:quill', 'author:"Zoë Ok"', '-author:ada', 'is:unread', 'is:archived']) : word.toUpperCase());
  }
  return parts.join(' ');
}

/** Whether an article answers a query: by looking at every word of it. */
export function answers(model: Model, typed: string): boolean {
  const query = parseQuery(typed);
  if (model.removed || Object.values(query).every((part) => part.length === 0)) return false;
  const fields = fieldsOf({ title: model.title, authors: model.authors, ...(model.note.trim() && { note: model.note }) }, model.text).map(({ text }) => [...runsOf(plain(text))]);
  const terms = new Set(fields.flat().flatMap(termsOf));
  const has = (text: string, exact: boolean) => wantedTerms(text).every((wanted) =>
    (exact ? terms.has(wanted.term) : [...terms].some((term) => fulfils(term, wanted))));
  const inARow = (phrase: string) => {
    const wanted = [...runsOf(plain(phrase))];
    return fields.some((runs) => runs.some((_, from) => wanted.every((run, i) => fitsAt(runs[from + i], run, i === 0, i === wanted.length - 1))));
  };
  return query.words.every((text) => has(text, false)) && query.phrases.every(inARow)
    && !query.notWords.some((text) => wantedTerms(text).some(({ term }) => terms.has(term))) && !query.notPhrases.some(inARow)
    && query.filters.every((filter) => {
      const value = 'value' in filter ? filter.value : '';
      const fits = filter.kind === 'author' ? model.authors.some((author) => {
        const names = [...runsOf(plain(author))].map(({ text }) => text);
        return value.split(' ').every((each) => names.some((name) => name.startsWith(plain(each))));
      }) : value === 'unread';
      return fits !== filter.not;
    });
}

/** A word of a phrase is whole; a run of a script without spaces goes on to the run's edge only inside the phrase. */
function fitsAt(there: Run | undefined, wanted: Run, first: boolean, last: boolean): boolean {
  if (!there || there.unspaced !== wanted.unspaced) return false;
  if (!wanted.unspaced || (!first && !last)) return there.text === wanted.text;
  if (first && last) return there.text.includes(wanted.text);
  return first ? there.text.endsWith(wanted.text) : there.text.startsWith(wanted.text);
}
