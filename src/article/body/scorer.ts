/**
 * Our own opinion on where the body is. Every block of text has a worth: prose much, lists of links less than nothing.
 * The body is the element whose blocks are worth most together: one element higher up, what comes in costs more than it
 * brings. (The idea of the maximum subtree, after Pasternack and Roth, "Extracting article text from the web with maximum
 * subsequence segmentation", WWW 2009, on the tree instead of the token stream.)
 */
import type { Block } from './blocks.ts';
import type { Candidate } from './candidates.ts';
import { hintsOf, type Hints } from './hints.ts';
import { sumUp, treeOf, type Tree } from './tree.ts';

/** What says "not the article" is believed only of a part of the page: at most this share of its prose, alone or with all that says the same. */
const BELIEVED_SHARE = 0.3;
/** Comments can be longer than what they are about. */
const OFTEN_LARGE = /^(?:comments?|commentlist|commenting|disqus|respond|replies|discussion|livefyre|<footer>|footer|related|role contentinfo|cookies?|consent|gdpr|republi.*)$/;
const LARGE_SHARE = 0.85;

const HEADING = /^h[1-6]$/;
/** One of several, where they are used as they are meant. */
const ALONE = /^(?:h[1-6]|p|li|d[dt])$/;

/** One block's worth, in characters of prose. */
export function worthOf(block: Block): number {
  const { text, linked, tag } = block;
  const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text) ? 3 : 1;
  const length = text.length * wide;
  const share = linked / text.length;
  if (HEADING.test(tag)) return share > 0.5 ? -25 : 5;
  if (tag === 'pre') return Math.min(length, 300);
  const sentences = text.match(/[.!?…。！？؟।:;](?=\s|$|["'”»’)[])|[。！？]/g)?.length ?? 0;
  // Thai and its neighbours mark no sentences: a run of their letters is as good as a full stop.
  const commas = text.match(/[,،、，]|[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{30}/gu)?.length ?? 0;
  if (share > 0.6) return -Math.min(60, 15 + length / 4);
  if (length >= 80 && (sentences > 0 || commas > 1)) return Math.min(1000, length * (1 - 1.3 * share));
  if (length >= 40 && sentences > 0) return length * 0.5 * (1 - 1.5 * share);
  return share > 0.25 ? -15 : tag === 'li' || tag === 'td' || tag === 'dd' ? 0 : -3;
}

/** The blocks of the page's most worthy element, without parts that call themselves something else. */
export function byWorth(root: Element, elements: readonly Element[], blocks: readonly Block[], headline: Element | undefined): Candidate | undefined {
  const tree = treeOf(root, elements);
  const { all, parent, end } = tree;
  const worth = blocks.map(worthOf);
  const place = blocks.map((block) => tree.numberOf(block.element) ?? 0);
  /** Sums over each element of what a block counts for. */
  const total = (of: (block: number, n: number) => number): Float64Array => {
    const values = new Float64Array(all.length);
    place.forEach((n, b) => {
      values[n] = (values[n] as number) + of(b, n);
    });
    return sumUp(values, tree);
  };
  const prose = total((b) => Math.max(0, worth[b] as number));
  if (!((prose[0] as number) > 0)) return undefined;

  const top = headline ? (tree.numberOf(headline) ?? 0) : 0;
  const holdsTop = (n: number): boolean => top > 0 && n <= top && top < (end[n] as number);
  const hints = all.map((element, n) => (n === 0 || n === top ? undefined : hintsOf(element)));
  const believed = believedHints(hints, parent, prose);
  // Parents come before children, so what is junk above is junk below.
  const junk = new Uint8Array(all.length);
  const boxes = new Map<Element, string>();
  const leave = (n: number, rule: string): void => {
    junk.fill(1, n, end[n]);
    boxes.set(all[n] as Element, rule);
  };
  for (let n = 1; n < all.length; n += 1) if (!junk[n] && believed(n) && !holdsTop(n)) leave(n, hints[n]?.junk as string);
  const length = total((b) => (blocks[b] as Block).text.length);
  for (const n of typingBoxes(tree, length, prose, holdsTop)) leave(n, 'typing');
  const shown = cards(tree, length).filter((n) => n > top);
  const apart = new Uint8Array(junk);
  for (const n of shown) apart.fill(1, n, end[n]);
  const last = place.findLast((n, b) => (worth[b] as number) >= 60 && !apart[n]) ?? 0;
  if (place.reduce((rest, n, b) => (apart[n] ? rest : rest + Math.max(0, worth[b] as number)), 0) > LONG) for (const n of shown) if (n > last) leave(n, 'card');

  const sum = total((b, n) => {
    const w = worth[b] as number;
    return junk[n] ? Math.min(-10, w) : w > 0 && n < top ? w * 0.3 : w;
  });
  const own = ownArticle(tree, top, prose);
  let best = -1;
  let bestScore = 0;
  for (let n = (own === undefined ? all.length : (end[own] as number)) - 1; n >= (own ?? 0); n -= 1) {
    // A heading or a paragraph alone is no body, whatever little else there is.
    if (junk[n] || ALONE.test((all[n] as Element).localName)) continue;
    const score = (sum[n] as number) * (hints[n]?.body ? 1.1 : 1) * (all[n]?.localName === 'article' ? 1.05 : 1);
    if (score > bestScore) [best, bestScore] = [n, score];
  }
  if (best < 0) return undefined;
  const furniture = total((b) => ((worth[b] as number) < 0 ? Math.max(10, -(worth[b] as number)) : 0));
  // Where hardly any of the page's sentences would be left, many short lines have outweighed them: then the box of most of them.
  const good = total((b, n) => (junk[n] ? 0 : Math.max(0, worth[b] as number)));
  if ((good[best] as number) < FEWEST * (good[0] as number)) best = good.findLastIndex((of) => of >= 0.8 * (good[0] as number));
  best = descend(best, tree, sum, prose, furniture);
  const kept = new Set<Element>();
  for (let n = best; n < (end[best] as number); n += 1) if (!junk[n]) kept.add(all[n] as Element);
  return { source: 'layout', kept, boxes };
}

/** In a shorter page, in characters of prose, what looks like cards after the text may be what the page is about. */
const LONG = 1500;
/** A card has no more text, in characters. */
const CARD = 500;

/** The least share of a page's prose that a body holds. */
const FEWEST = 0.2;

/** Three boxes or more of one kind, each with a link, few words and a title or a picture: they show other pages. */
function cards({ all, parent }: Tree, length: Float64Array): readonly number[] {
  const kinds = new Map<string, number[]>();
  all.forEach((element, n) => {
    if (!length[n]) return;
    const kind = `${parent[n]} ${element.localName} ${element.getAttribute('class')?.split(/[\s\d]/)[0]}`;
    const alike = kinds.get(kind);
    if (alike) alike.push(n);
    else kinds.set(kind, [n]);
  });
  const isCard = (n: number): boolean => (length[n] as number) > 30 && (length[n] as number) < CARD && ['a[href]', 'h1, h2, h3, h4, h5, h6, img'].every((sign) => (all[n] as Element).querySelector(sign));
  return [...kinds.values()].filter((alike) => alike.length > 2 && alike.filter(isCard).length >= alike.length * 0.8).flat();
}

/** A box around a field for typing (newsletter, quote, search, calculator) has few words; these are those few, in characters. */
const FEW = 600;

/** The boxes around fields for typing, with the words that belong to them. None when they would hold much of the page's text. */
function typingBoxes({ all, parent }: Tree, length: Float64Array, prose: Float64Array, holdsTop: (n: number) => boolean): readonly number[] {
  const found = new Set<number>();
  all.forEach((element, field) => {
    if (!/^(?:input|textarea|select)$/.test(element.localName) || !element.matches('input[type="email" i], input[type="tel" i], textarea, select')) return;
    let box = field;
    for (let up = parent[field] as number; up > 0 && (length[up] as number) <= FEW && !holdsTop(up); up = parent[up] as number) box = up;
    if (box !== field && !/^(?:td|tr|tbody|table|li|ul|ol)$/.test(all[box]?.localName ?? '')) found.add(box);
  });
  const share = [...found].reduce((sum, n) => sum + (prose[n] as number), 0);
  return share > (prose[0] as number) * BELIEVED_SHARE ? [] : [...found];
}

/** Where several articles follow one another (endless scrolling, a list of full texts), the one under the headline. */
function ownArticle({ all, end, numberOf }: Tree, top: number, prose: Float64Array): number | undefined {
  const article = top > 0 ? all[top]?.closest('article') : null;
  const own = article ? numberOf(article) : undefined;
  if (own === undefined || (prose[own] as number) < 400) return undefined;
  const apart = (n: number): boolean => (n < own && (end[n] as number) <= own) || n >= (end[own] as number);
  const others = all.flatMap((element, n) => (element.localName === 'article' && apart(n) ? [prose[n] as number] : []));
  return Math.max(...others) > 200 && Math.max(...others) < 6 * (prose[own] as number) ? own : undefined;
}

/**
 * From the best element down, as long as one child holds nearly all of its worth and what lies outside that child is more
 * furniture than text.
 */
function descend(best: number, { all, parent }: Tree, sum: Float64Array, text: Float64Array, furniture: Float64Array): number {
  /** The child of each element that holds at least three quarters of its worth; there can be only one. */
  const heir = new Int32Array(all.length);
  for (let n = 1; n < all.length; n += 1) if ((sum[n] as number) >= 0.75 * (sum[parent[n] as number] as number)) heir[parent[n] as number] ||= n;
  let at = best;
  for (;;) {
    const child = heir[at] as number;
    if (!child || ALONE.test((all[child] as Element).localName)) return at;
    const textOutside = (text[at] as number) - (text[child] as number);
    const furnitureOutside = (furniture[at] as number) - (furniture[child] as number);
    if (furnitureOutside * 2 <= textOutside || textOutside > 0.25 * (sum[child] as number)) return at;
    // Nothing to gain and nothing to lose: the wider one has the pictures, the ingredients, the closing line.
    if (furnitureOutside < 40) return at;
    at = child;
  }
}

/**
 * Which junk hints hold. A word that stands on a large part of the page's prose is a word of this page's builder, not a
 * description ("widget" on every paragraph).
 */
function believedHints(hints: readonly (Hints | undefined)[], parent: readonly number[], prose: Float64Array): (n: number) => boolean {
  const total = prose[0] as number;
  const covered = new Map<string, number>();
  const under: (ReadonlySet<string> | undefined)[] = [];
  hints.forEach((hint, n) => {
    const above = under[parent[n] as number];
    under[n] = above;
    if (!hint?.junk || above?.has(hint.junk)) return;
    covered.set(hint.junk, (covered.get(hint.junk) ?? 0) + (prose[n] as number));
    under[n] = new Set([...(above ?? []), hint.junk]);
  });
  return (n) => {
    const word = hints[n]?.junk;
    if (!word) return false;
    // Folded away is not thrown away: text behind "read more", a tab or an accordion.
    if (word === 'hidden' && (prose[n] as number) >= 150) return false;
    const limit = total * (OFTEN_LARGE.test(word) ? LARGE_SHARE : BELIEVED_SHARE);
    return (prose[n] as number) <= limit && (OFTEN_LARGE.test(word) || (covered.get(word) ?? 0) <= limit);
  };
}
