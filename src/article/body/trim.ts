/** What a candidate kept and a reader would not miss: lines about the article before it, inside it and after it. */
import type { Block } from './blocks.ts';
import { headsAfterword, headsContents, headsOthers, isCredit, isLegal, isPromotion, isStamp } from './phrases.ts';
import { worthOf } from './scorer.ts';

export interface TrimHints {
  readonly title: string;
  /** Exact texts of bylines, dates and headlines, from the metadata step. */
  readonly bylineTexts: readonly string[];
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const isHeading = (block: Block): boolean => /^h[1-6]$/.test(block.tag);
const linkedShare = (block: Block): boolean => block.linked > block.text.length * 0.6;
const endsSentence = (text: string): boolean => /[.!?…。！？؟।:;]["'”»’)\]]*$/u.test(text);

/** "By Ada Lovelace" in the languages that put a word before the name; nothing longer than a name and a role. */
const BYLINE = /^(?:by|(?:re)?written by|(?:medically |fact[- ]|expert )?(?:reviewed|checked|edited|authored) by|words by|posted by|story by|from|von|par|por|de la redacción|door|av|af|autor(?:in)?|author|text|tekst|texto|testo|från|przez|автор|автори|müəllif|yazan|yazar|haber|del|di|kirjoittanut|szerző|συντάκτης|מאת|بقلم|كتب|نویسنده|文|文責|記者|记者|撰文)\s*[:：]?\s+\p{Lu}?\S+(?:[\s,&|•·]+\S+){0,9}$/iu;

/** The blocks of a candidate that belong to the body, in order. */
export function trim(candidate: readonly Block[], hints: TrimHints): readonly Block[] {
  const worth = new Map(candidate.map((block) => [block, worthOf(block)]));
  const isProse = (block: Block): boolean => (worth.get(block) ?? 0) >= 60;
  let blocks = withoutRepeats(candidate);
  blocks = head(blocks, hints, isProse);
  blocks = middle(blocks);
  return tail(blocks, isProse);
}

/** Pages for phones and for desks in one: the second copy of a paragraph goes. */
function withoutRepeats(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  return blocks.filter((block) => {
    if (block.text.length < 60) return true;
    if (seen.has(block.text)) return false;
    seen.add(block.text);
    return true;
  });
}

/** Before the first paragraph: headline, byline, date, section, share counts. */
function head(blocks: readonly Block[], hints: TrimHints, isProse: (block: Block) => boolean): readonly Block[] {
  const about = new Set([hints.title, ...hints.bylineTexts].map(plain).filter(Boolean));
  const first = blocks.findIndex((block) => isProse(block) && !about.has(plain(block.text)));
  return blocks.filter((block, n) => {
    const text = plain(block.text);
    if (!text) return false;
    const near = n < first + 3;
    if (about.has(text) && (near || isHeading(block) || text.length < 200)) return false;
    if (!near) return true;
    if (block.text.length < 120 && (BYLINE.test(block.text) || isStamp(block.text))) return false;
    if (n >= first) return true;
    if (block.tag === 'h1' || linkedShare(block)) return false;
    if (isHeading(block)) return n === first - 1 || isProseBetween(blocks, n, first);
    return endsSentence(block.text) || block.text.length > 60 || block.tag === 'li' || block.tag === 'pre';
  });
}

/** A heading some blocks before the first long paragraph stays when sentences follow it. */
function isProseBetween(blocks: readonly Block[], from: number, to: number): boolean {
  return blocks.slice(from + 1, to).some((block) => endsSentence(block.text) && block.text.length > 30);
}

/** Inside: pointers to other articles, calls to act, picture credits, contents lists. */
function middle(blocks: readonly Block[]): readonly Block[] {
  const dropped = new Set<Block>();
  blocks.forEach((block, n) => {
    const { text } = block;
    if (text.length < 250 && block.linked > 0.25 * text.length && headsOthers(text)) dropped.add(block);
    else if (text.length < 200 && (isPromotion(text) || isLegal(text))) dropped.add(block);
    else if (text.length < 250 && isCredit(text)) dropped.add(block);
    else if (text.length < 40 && (headsContents(text) || isStamp(text))) dropped.add(block);
    else if (/^[[{]"?\w+"?\s*[:_\]]/.test(text) && /[}\]]$/.test(text)) dropped.add(block);
    else if (block.linked > 0.9 * text.length && text.length < 150 && /^(?:p|div|span|section)$/.test(block.tag) && !block.element.closest('table, blockquote, figure, li, pre')) dropped.add(block);
    // A lone label over links: "Related", then the links.
    else if (text.length < 60 && headsOthers(text)) {
      let next = n + 1;
      while (next < blocks.length && linkedShare(blocks[next] as Block)) next += 1;
      if (next > n + 1) for (const one of blocks.slice(n, next)) dropped.add(one);
    }
  });
  for (const list of contentsLists(blocks)) for (const block of list) dropped.add(block);
  return blocks.filter((block) => !dropped.has(block));
}

/** Runs of list items that link into this very page. */
function contentsLists(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  let run: Block[] = [];
  for (const block of blocks) {
    const link = block.linked > 0.8 * block.text.length ? (block.element.querySelector('a[href]') ?? block.element.closest('a[href]')) : null;
    if (link?.getAttribute('href')?.startsWith('#')) run.push(block);
    else {
      if (run.length > 2) runs.push(run);
      run = [];
    }
  }
  return run.length > 2 ? [...runs, run] : runs;
}

/** After the last paragraph: other articles, comments, the author's box, rights. */
function tail(blocks: readonly Block[], isProse: (block: Block) => boolean): readonly Block[] {
  const lengthOf = (some: readonly Block[]): number => some.reduce((sum, block) => sum + (isProse(block) ? block.text.length - block.linked : 0), 0);
  const all = lengthOf(blocks);
  let end = blocks.length;
  let after = 0;
  for (let n = blocks.length - 1; n > 0; n -= 1) {
    const block = blocks[n] as Block;
    if (isProse(block)) after += block.text.length - block.linked;
    if (after > all * 0.35) break;
    const label = block.text.length < 70 && !endsSentence(block.text);
    if (label && (headsAfterword(block.text) || (headsOthers(block.text) && (isHeading(block) || after < all * 0.2)))) end = n;
  }
  while (end > 1 && isLeftOver(blocks[end - 1] as Block)) end -= 1;
  return blocks.slice(0, end);
}

function isLeftOver(block: Block): boolean {
  const { text } = block;
  if (isHeading(block) || linkedShare(block)) return true;
  if (text.length < 300 && (isPromotion(text) || isLegal(text) || isCredit(text) || isStamp(text) || headsOthers(text))) return true;
  return text.length < 50 && !endsSentence(text) && !/^(?:li|td|th|dd|pre)$/.test(block.tag) && !/[\p{sc=Han}\p{sc=Hiragana}]/u.test(text);
}
