/** An article as the sentences that are read aloud one after the other. */
import type { Article } from '../../article/article.ts';
import type { TextPlaces } from '../../article/text-places.ts';

export interface Sentence {
  readonly text: string;
  /** Where it stands in the article's text. */
  readonly start: number;
  readonly end: number;
  /** The language it is written in, as a BCP 47 tag; empty when nobody says. */
  readonly language: string;
  /** It stands in the head of the article, not in its text. */
  readonly isTitle?: true;
}

/** What is said before the text: the title, unless the text itself begins with it. */
export function titleSentence({ title, text, language = '' }: Pick<Article, 'title' | 'text' | 'language'>): readonly Sentence[] {
  const flat = (words: string): string => words.replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(title) || flat(text.slice(0, title.length * 2)).startsWith(flat(title))) return [];
  return [{ text: title, start: 0, end: 0, language, isTitle: true }];
}

/** Nobody wants to hear these: code, the cards of films and posts, what stands under pictures. */
const SILENT = 'pre, .embed, figcaption, math';

/** The sentences of an article's text, in order. @param language the article's own */
export function sentencesOf({ text, blocks }: Pick<TextPlaces, 'text' | 'blocks'>, language: string): readonly Sentence[] {
  const segmenters = new Map<string, Intl.Segmenter>();
  return blocks.flatMap(({ element, start }, index) => {
    if (element.closest(SILENT)) return [];
    const words = text.slice(start, blocks[index + 1]?.start ?? text.length);
    const own = element.closest('[lang]')?.getAttribute('lang') || language;
    const segmenter = segmenters.get(own) ?? segmenterFor(own);
    segmenters.set(own, segmenter);
    return [...segmenter.segment(words)].flatMap(({ segment, index: at }): Sentence[] => {
      const said = segment.trim();
      if (!/[\p{L}\p{N}]/u.test(said)) return [];
      const from = start + at + segment.indexOf(said);
      return [{ text: said, start: from, end: from + said.length, language: own }];
    });
  });
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'sentence' });
  } catch (error) {
    // A tag that looks like one and is none.
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity: 'sentence' });
    throw error;
  }
}

/** Letters a voice is given at a time. Chrome falls silent about fifteen seconds into one that comes from the network. */
const BREATH = 220;

/** A long sentence in parts that end where one would draw breath. */
export function breaths(sentence: string): readonly string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > BREATH) {
    const head = rest.slice(0, BREATH);
    const comma = Math.max(...[...head.matchAll(/[,;:–—،؛、，；：](?=\s|[^\d\s])/gu)].map(({ index }) => index + 1), 0);
    const space = head.lastIndexOf(' ') + 1;
    const at = comma > BREATH / 4 ? comma : space > BREATH / 4 ? space : head.replace(/[\ud800-\udbff]$/, '').length;
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest ? [...parts, rest] : parts;
}
