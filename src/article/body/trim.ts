/** What a candidate kept and a reader would not miss: lines about the article before it, inside it and after it. */
import { afterBy, peopleIn } from '../metadata/person-name.ts';
import type { Block } from './blocks.ts';
import { headsAfterword, headsContents, headsOthers, isCredit, isLegal, isPromotion, isStamp } from './phrases.ts';
import { worthOf } from './scorer.ts';

export interface TrimHints {
  readonly title: string;
  readonly authors?: readonly string[];
  /** Exact texts of bylines, dates and headlines, from the metadata step. */
  readonly bylineTexts: readonly string[];
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const isHeading = (block: Block): boolean => /^h[1-6]$/.test(block.tag);
const linkedShare = (block: Block): boolean => block.linked > block.text.length * 0.6;
const endsSentence = (text: string): boolean => /[.!?…。！？؟।:;]["'”»’)\]]*$/u.test(text);

/** "By Ada Lovelace", "Reviewed by Ada Lovelace", in the languages that put a word before the name, and nothing else; "By morning" names nobody. */
function isByline(text: string): boolean {
  const by = text.replace(/^.{0,20}ed (?=by )/i, '');
  return afterBy(by) !== undefined && peopleIn(by, true).length > 0;
}

/** Told about every block that is left out, and by which rule: for the receipt and for measuring the rules. */
export type OnDrop = (block: Block, rule: string) => void;
type Rule = (block: Block, n: number) => string | undefined;

/** The blocks of a candidate that belong to the body, in order. */
export function trim(candidate: readonly Block[], hints: TrimHints, onDrop: OnDrop = () => undefined): readonly Block[] {
  const worth = new Map(candidate.map((block) => [block, worthOf(block)]));
  const isProse = (block: Block): boolean => (worth.get(block) ?? 0) >= 60;
  let blocks = sift(candidate, repeats(), onDrop);
  blocks = sift(blocks, head(blocks, hints, isProse), onDrop);
  blocks = sift(blocks, middle(blocks), onDrop);
  return sift(blocks, tail(blocks, hints, isProse), onDrop);
}

function sift(blocks: readonly Block[], rule: Rule, onDrop: OnDrop): readonly Block[] {
  return blocks.filter((block, n) => {
    const name = rule(block, n);
    if (name !== undefined) onDrop(block, name);
    return name === undefined;
  });
}

/** Pages for phones and for desks in one: the second copy of a paragraph goes. */
function repeats(): Rule {
  const seen = new Set<string>();
  return ({ text }) => {
    if (text.length < 60) return undefined;
    if (seen.has(text)) return 'repeat';
    seen.add(text);
    return undefined;
  };
}

/** Before the first paragraph: headline, byline, date, section, share counts. */
function head(blocks: readonly Block[], hints: TrimHints, isProse: (block: Block) => boolean): Rule {
  const about = new Set([hints.title, ...hints.bylineTexts].map(plain).filter(Boolean));
  const first = blocks.findIndex((block) => isProse(block) && !about.has(plain(block.text)));
  return (block, n) => {
    const text = plain(block.text);
    if (!text) return 'head-blank';
    const near = n < first + 3;
    if (about.has(text) && !block.element.closest('blockquote') && (near || isHeading(block) || text.length < 200)) return 'head-known';
    if (!near) return undefined;
    if (block.text.length < 120 && isByline(block.text)) return 'head-byline';
    if (block.text.length < 120 && isStamp(block.text)) return 'head-stamp';
    if (n >= first) return undefined;
    if (block.tag === 'h1') return 'head-h1';
    if (linkedShare(block)) return 'head-linked';
    if (isHeading(block)) return n === first - 1 || isProseBetween(blocks, n, first) ? undefined : 'head-heading';
    return endsSentence(block.text) || block.text.length > 60 || block.tag === 'li' || block.tag === 'pre' ? undefined : 'head-short';
  };
}

/** A heading some blocks before the first long paragraph stays when sentences follow it. */
function isProseBetween(blocks: readonly Block[], from: number, to: number): boolean {
  return blocks.slice(from + 1, to).some((block) => endsSentence(block.text) && block.text.length > 30);
}

/** Inside: pointers to other articles, calls to act, picture credits, contents lists. */
function middle(blocks: readonly Block[]): Rule {
  const dropped = new Map<Block, string>();
  for (const list of contentsLists(blocks)) for (const block of list) dropped.set(block, 'mid-contents');
  blocks.forEach((block, n) => {
    const { text } = block;
    const drop = (rule: string): void => void dropped.set(block, rule);
    if (text.length < 250 && block.linked > 0.25 * text.length && headsOthers(text)) drop('mid-other');
    else if (text.length < 200 && isPromotion(text)) drop('mid-promotion');
    else if (text.length < 200 && isLegal(text)) drop('mid-legal');
    else if (text.length < 250 && isCredit(text)) drop('mid-credit');
    else if (text.length < 40 && headsContents(text)) drop('mid-contents-label');
    else if (text.length < 60 && isStamp(text) && !/^(?:td|th|li|dd)$/.test(block.tag)) drop('mid-stamp');
    else if (/^(?:\{\s*"[@\w]+"\s*:|\[[A-Z_]+\]$)/.test(text)) drop('mid-code');
    else if (block.linked > 0.9 * text.length && text.length < 150 && (/^(?:p|div|section)$/.test(block.tag) || block.element.closest('a:not([href^="#"])')) && !block.element.closest('table, blockquote, figcaption, li, pre')) drop('mid-link');
    // A lone label over links: "Related", then the links.
    else if (text.length < 60 && headsOthers(text)) {
      let next = n + 1;
      while (next < blocks.length && linkedShare(blocks[next] as Block)) next += 1;
      if (next > n + 1) for (const one of blocks.slice(n, next)) dropped.set(one, 'mid-label');
    }
  });
  return (block) => dropped.get(block);
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
function tail(blocks: readonly Block[], hints: TrimHints, isProse: (block: Block) => boolean): Rule {
  const lengthOf = (some: readonly Block[]): number => some.reduce((sum, block) => sum + (isProse(block) ? block.text.length - block.linked : 0), 0);
  const all = lengthOf(blocks);
  let end = blocks.length;
  let why = '';
  let after = 0;
  for (let n = blocks.length - 1; n > 0; n -= 1) {
    const block = blocks[n] as Block;
    if (isProse(block)) after += block.text.length - block.linked;
    if (after > all * 0.35) break;
    const label = block.text.length < 70 && !endsSentence(block.text);
    if (label && headsAfterword(block.text)) [end, why] = [n, 'tail-afterword'];
    else if (label && headsOthers(block.text) && isMostlyLinks(blocks.slice(n + 1, end))) [end, why] = [n, 'tail-others'];
  }
  const cut = end;
  const last = (n: number): string | undefined => leftOver(blocks[n] as Block) ?? (isTeaser(blocks, n) ? 'tail-teaser' : isAbout(blocks[n] as Block, hints.authors) ? 'tail-author' : undefined);
  while (end > 1 && last(end - 1)) end -= 1;
  // What would be half the text is no teaser but a list of what the page is about.
  const teasers = lengthOf(blocks.slice(end, cut).filter((_, n) => last(end + n) === 'tail-teaser'));
  if (teasers > all * 0.3) end = cut;
  return (_, n) => (n >= cut ? why : n >= end ? last(n) : undefined);
}

function isMostlyLinks(blocks: readonly Block[]): boolean {
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  return blocks.reduce((sum, block) => sum + block.linked, 0) >= 0.3 * length;
}

/** A few sentences under a linked title, at the end of the page. */
function isTeaser(blocks: readonly Block[], n: number): boolean {
  const [block, before] = [blocks[n] as Block, blocks[n - 1]];
  if (before === undefined || block.text.length > 350 || block.tag === 'li' || !linkedShare(before) || before.text.length < 10) return false;
  const after = blocks[n + 1];
  return isHeading(before) || (after !== undefined && linkedShare(after));
}

/** "Ada Lovelace is a writer in London." The name, then what somebody is or does; a person has more than one name. */
function isAbout(block: Block, authors: readonly string[] = []): boolean {
  if (block.text.length > 900 || block.element.closest('blockquote')) return false;
  return authors.some((name) => {
    const at = /\s/.test(name) && !/[\d.@:]/.test(name) ? block.text.slice(0, name.length + 4).indexOf(name) : -1;
    return at >= 0 && /^[\s,(]*(?:is|was|has|writes|covers|lives|works|reports|studied|ist|war|schreibt|lebt|arbeitet|est|écrit|vit|es|escribe|è|scrive|é|schrijft|jest|je|пишет|живёт|работает|родил)/u.test(block.text.slice(at + name.length));
  });
}

function leftOver(block: Block): string | undefined {
  const { text } = block;
  // A point of a list is one of several, however it is marked up.
  const listed = block.element.closest('li, td, th, dd, pre');
  if (isHeading(block) && !listed) return 'tail-heading';
  if (linkedShare(block)) return 'tail-linked';
  if (text.length < 300 && isPromotion(text)) return 'tail-promotion';
  if (text.length < 300 && (isLegal(text) || isCredit(text) || isStamp(text))) return 'tail-legal';
  // A sentence without a link only begins like a way on.
  if (text.length < 300 && headsOthers(text) && (block.linked || !/^[^:：]+[.!]$/.test(text))) return 'tail-other';
  return text.length < 50 && !endsSentence(text) && !listed && !/[\p{sc=Han}\p{sc=Hiragana}]/u.test(text) ? 'tail-short' : undefined;
}
