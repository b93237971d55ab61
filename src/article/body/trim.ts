/** What a candidate kept and a reader would not miss: lines about the article, before, inside and after it. */
import type { Block } from './blocks.ts';
import { flatten } from './blocks.ts';
import { PROMOTION } from './phrases.ts';

export interface TrimHints {
  readonly title: string;
  /** Exact texts of bylines, dates and headlines, from the metadata step. */
  readonly bylineTexts: readonly string[];
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** "By Ada Lovelace" in the languages that put a word before the name; nothing longer than a name and a role. */
const BYLINE = /^(?:by|written by|words by|posted by|von|par|por|de la redacción|door|av|af|autor(?:in)?|author|text|tekst|texto|testo|från|przez|автор|автори|мəтн|müəllif|yazan|yazar|haber|del|di|kirjoittanut|szerző|συντάκτης|מאת|بقلم|كتب|کتب|نویسنده|文|文责|記者|记者|撰文)\s*[:：]?\s+\p{Lu}?\S+(?:\s+\S+){0,6}$/iu;

/** The blocks of a candidate that belong to the body. */
export function trim(blocks: readonly Block[], hints: TrimHints): readonly Block[] {
  const about = new Set([hints.title, ...hints.bylineTexts].map(plain).filter(Boolean));
  const prose = blocks.findIndex((block) => block.tag === 'p' && block.text.length > 100 && block.linked < block.text.length / 2);
  return blocks.filter((block, n) => {
    const text = plain(block.text);
    if (!text) return false;
    if (about.has(text) && (n < prose + 3 || /^h\d$/.test(block.tag) || text.length < 200)) return false;
    if (block.text.length < 200 && PROMOTION.test(block.text)) return false;
    return !(n < prose && block.text.length < 90 && BYLINE.test(flatten(block.text)));
  });
}
