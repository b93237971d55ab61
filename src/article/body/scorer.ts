/**
 * Our own opinion on where the body is. Every block of text has a worth: prose much, lists of links less than nothing.
 * The body is the element whose blocks are worth most together: one element higher up, what comes in costs more than it
 * brings. (The idea of the maximum subtree, after Pasternack and Roth, "Extracting article text from the web with maximum
 * subsequence segmentation", WWW 2009, on the tree instead of the token stream.)
 */
import type { Block } from './blocks.ts';
import type { Candidate } from './candidates.ts';
import { hintsOf, type Hints } from './hints.ts';

/** What says "not the article" is believed only of a part of the page: at most this share of its prose, alone or with all that says the same. */
const BELIEVED_SHARE = 0.3;
/** Comments can be longer than what they are about. */
const OFTEN_LARGE = /^(?:comments?|commentlist|comment list|commenting|disqus|respond|replies|discussion|livefyre|<footer>|footer|related|role contentinfo)$/;
const LARGE_SHARE = 0.85;

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

  const hints = all.map((element, n) => (n === 0 || element === headline ? undefined : hintsOf(element)));
  const believed = believedHints(hints, parent, prose);
  // 1 from here down it is junk, 0 not. Parents come before children.
  const junk = new Uint8Array(all.length);
  all.forEach((element, n) => {
    const up = parent[n] as number;
    if (up >= 0 && junk[up]) junk[n] = 1;
    else if (believed(n) && !(headline && element.contains(headline))) junk[n] = 1;
  });

  for (const element of signUps(root, headline)) {
    const from = index.get(element) ?? 0;
    for (let n = from; n > 0 && n < all.length && element.contains(all[n] as Element); n += 1) junk[n] = 1;
  }

  const before = headline ? (index.get(headline) ?? 0) : 0;
  const sum = new Float64Array(all.length);
  blocks.forEach((_, b) => {
    const n = place[b] as number;
    const w = worth[b] as number;
    const own = junk[n] ? Math.min(-3, w < 0 ? w : -10) : w > 0 && n < before ? w * 0.3 : w;
    sum[n] = (sum[n] as number) + own;
  });
  sumUp(sum, parent);

  const own = ownArticle(headline, all, index, prose);
  let best = -1;
  let bestScore = 0;
  for (let n = all.length - 1; n >= 0; n -= 1) {
    if (junk[n] || (own && !own.contains(all[n] as Element))) continue;
    const score = (sum[n] as number) * (hints[n]?.body ? 1.1 : 1) * (all[n]?.localName === 'article' ? 1.05 : 1);
    if (score > bestScore) {
      best = n;
      bestScore = score;
    }
  }
  if (best < 0) return undefined;
  best = descend(best, all, sum, worth, place, parent);
  const home = all[best] as Element;
  const kept = new Set<Element>();
  all.forEach((element, n) => {
    if (!junk[n] && home.contains(element)) kept.add(element);
  });
  return { source: 'layout', kept };
}

/** Boxes around a field for typing: newsletters, quotes, searches, calculators. The words around it belong to it while they are few. */
const FEW = 600;

function signUps(root: Element, headline: Element | undefined): readonly Element[] {
  const found: Element[] = [];
  for (const field of root.querySelectorAll('input[type="email" i], input[type="tel" i], textarea, select')) {
    let box: Element = field;
    for (let up = field.parentElement; up && up !== root; up = up.parentElement) {
      if ((headline && up.contains(headline)) || (up.textContent ?? '').length > FEW) break;
      box = up;
    }
    if (box !== field && !/^(?:td|tr|tbody|table|li|ul|ol)$/.test(box.localName)) found.push(box);
  }
  return found;
}

/** Where several articles follow one another (endless scrolling, a list of full texts), the one under the headline. */
function ownArticle(headline: Element | undefined, all: readonly Element[], index: ReadonlyMap<Element, number>, prose: Float64Array): Element | undefined {
  const own = headline?.closest('article');
  if (!own || (prose[index.get(own) ?? 0] as number) < 400) return undefined;
  const others = all.some((element, n) => element.localName === 'article' && !own.contains(element) && !element.contains(own) && (prose[n] as number) > 200);
  return others ? own : undefined;
}

/**
 * From the best element down, as long as one child holds nearly all of its worth and what lies outside that child is more
 * furniture than text.
 */
function descend(best: number, all: readonly Element[], sum: Float64Array, worth: readonly number[], place: readonly number[], parent: readonly number[]): number {
  const children: number[][] = all.map(() => []);
  for (let n = 1; n < all.length; n += 1) children[parent[n] as number]?.push(n);
  let at = best;
  for (;;) {
    const child = children[at]?.find((n) => (sum[n] as number) >= 0.75 * (sum[at] as number));
    if (child === undefined) return at;
    const [inside, outer] = [all[child] as Element, all[at] as Element];
    let text = 0;
    let furniture = 0;
    place.forEach((n, b) => {
      const element = all[n] as Element;
      if (!outer.contains(element) || inside.contains(element)) return;
      const w = worth[b] as number;
      if (w >= 60) text += w;
      else if (w < 0) furniture += Math.max(10, -w);
    });
    if (furniture * 2 <= text || text > 0.25 * (sum[child] as number)) return at;
    // Nothing to gain and nothing to lose: the wider one has the pictures, the ingredients, the closing line.
    if (furniture < 40) return at;
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

function sumUp(values: Float64Array, parent: readonly number[]): void {
  for (let n = values.length - 1; n > 0; n -= 1) {
    const up = parent[n] as number;
    values[up] = (values[up] as number) + (values[n] as number);
  }
}
