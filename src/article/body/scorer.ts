/**
 * Our own opinion on where the body is. Every block of text has a worth: prose much, lists of links less than nothing.
 * The body is the element whose blocks are worth most together: one element higher up, what comes in costs more than it
 * brings. (The idea of the maximum subtree, after Pasternack and Roth, "Extracting article text from the web with maximum
 * subsequence segmentation", WWW 2009, on the tree instead of the token stream.)
 */
import type { Block } from './blocks.ts';
import type { Candidate } from './candidates.ts';
import { hintsOf } from './hints.ts';

/** A name that says "not the article" is believed only of an element that holds at most this share of the page's prose. */
const BELIEVED_SHARE = 0.4;

/** One block's worth, in characters of prose. */
export function worthOf(block: Block): number {
  const { text, linked, tag } = block;
  const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text) ? 2 : 1;
  const length = text.length * wide;
  const share = linked / text.length;
  if (/^h[1-6]$/.test(tag)) return share > 0.5 ? -25 : 5;
  if (tag === 'pre') return Math.min(length, 300);
  const sentences = text.match(/[.!?…。！？؟।:;](?=\s|$|["'”»’)])|[。！？]/g)?.length ?? 0;
  const commas = text.match(/[,،、，]/g)?.length ?? 0;
  if (share > 0.6) return -Math.min(60, 15 + length / 4);
  if (length >= 80 && (sentences > 0 || commas > 1)) return Math.min(1000, length * (1 - 1.3 * share));
  if (length >= 40 && sentences > 0) return length * 0.5 * (1 - 1.5 * share);
  return share > 0.25 ? -15 : tag === 'li' || tag === 'td' || tag === 'dd' ? 0 : -3;
}

/** The blocks of the page's most worthy element, without parts that call themselves something else. */
export function byWorth(root: Element, elements: readonly Element[], blocks: readonly Block[], headline: Element | undefined): Candidate | undefined {
  const all = [root, ...elements];
  const index = new Map<Element, number>(all.map((element, n) => [element, n]));
  const parent = all.map((element) => (element === root ? -1 : (index.get(element.parentElement as Element) ?? 0)));
  const worth = blocks.map(worthOf);
  const place = blocks.map((block) => index.get(block.element) ?? 0);

  const prose = new Float64Array(all.length);
  blocks.forEach((_, b) => {
    if ((worth[b] as number) > 0) prose[place[b] as number] = (prose[place[b] as number] as number) + (worth[b] as number);
  });
  sumUp(prose, parent);
  const total = prose[0] as number;
  if (total <= 0) return undefined;

  // 1 from here down it is junk, 0 not. Parents come before children.
  const junk = new Uint8Array(all.length);
  const body = new Uint8Array(all.length);
  all.forEach((element, n) => {
    const up = parent[n] as number;
    if (up >= 0 && junk[up]) junk[n] = 1;
    else if (n > 0 && element !== headline) {
      const hints = hintsOf(element);
      if (hints.junk && (prose[n] as number) < total * BELIEVED_SHARE) junk[n] = 1;
      if (hints.body) body[n] = 1;
    }
  });

  const before = headline ? (index.get(headline) ?? 0) : 0;
  const sum = new Float64Array(all.length);
  blocks.forEach((_, b) => {
    const n = place[b] as number;
    const w = worth[b] as number;
    const own = junk[n] ? Math.min(-3, w < 0 ? w : -10) : w > 0 && n < before ? w * 0.3 : w;
    sum[n] = (sum[n] as number) + own;
  });
  sumUp(sum, parent);

  let best = -1;
  let bestScore = 0;
  for (let n = all.length - 1; n >= 0; n -= 1) {
    if (junk[n]) continue;
    const score = (sum[n] as number) * (body[n] ? 1.1 : 1) * (all[n]?.localName === 'article' ? 1.05 : 1);
    if (score > bestScore) {
      best = n;
      bestScore = score;
    }
  }
  if (best < 0) return undefined;
  const home = all[best] as Element;
  const kept = new Set<Element>();
  all.forEach((element, n) => {
    if (!junk[n] && home.contains(element)) kept.add(element);
  });
  return { source: 'worth', kept };
}

function sumUp(values: Float64Array, parent: readonly number[]): void {
  for (let n = values.length - 1; n > 0; n -= 1) {
    const up = parent[n] as number;
    values[up] = (values[up] as number) + (values[n] as number);
  }
}
