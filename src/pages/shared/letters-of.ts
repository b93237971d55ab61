/** What kind of letters a text is written in, as far as how they are set hangs on it: most must not be spaced like Latin ones. */

/** `joined`: letters that are written together. `tall`: letters with signs above and below them, many hanging on one bar. `square`: each on a square of its own. */
export type LetterKind = 'joined' | 'tall' | 'square';

const KINDS: readonly (readonly [LetterKind, RegExp])[] = [
  ['joined', /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Mongolian}]/gu],
  ['tall', /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu],
  ['square', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu],
];

/** The kind that more than a third of the text's letters are of; undefined for Latin and its like. Told by the letters, since pages often name no language, or the wrong one. */
export function lettersOf(text: string): LetterKind | undefined {
  const all = [...text.matchAll(/[\p{L}\p{M}]/gu)].length;
  return KINDS.find(([, letters]) => [...text.matchAll(letters)].length * 3 > all)?.[0];
}
