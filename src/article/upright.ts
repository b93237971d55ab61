/**
 * Whether the article's lines stand upright on its page, as in Japanese books, and which way they follow one another. Asked
 * beside `extract`, not by it: the content script comes with every click, and hardly one page in thousands stands so.
 */
import type { Article } from './article.ts';
import { native } from './native.ts';

/** Scripts that are written so: kana, hangul, Han, bopomofo, Mongolian. */
const WRITTEN_SO = /[\u1820-\u18aa\u3040-\u9fff\uac00-\ud7af]{4}/;
const MODE = /writing-mode\s*:\s*(?:vertical|tb)-([lr]+)/;
/** Characters of the text among which nodes of the page are looked for. */
export const BEGINNING = 3_000;

/** Is it worth asking? Text in a script that can stand so. */
export function mayStand({ text }: Pick<Article, 'text'>): boolean {
  return WRITTEN_SO.test(text.slice(0, BEGINNING));
}

/** The article with what its page says of its lines. */
export function withUpright(article: Article, document: Document): Article {
  const upright = findUpright(document, article.text);
  return upright ? { ...article, upright } : article;
}

/**
 * @param document the page itself, for its styles; it is not changed
 * @param text the article's text as it was found
 * @returns `rl` where one line follows another to the left, `lr` where to the right; undefined where lines lie
 */
export function findUpright(document: Document, text: string): 'rl' | 'lr' | undefined {
  const beginning = text.slice(0, BEGINNING);
  if (!WRITTEN_SO.test(beginning)) return undefined;
  const view = native(document, 'defaultView');
  const rules = view ? [] : rulesOf(document);
  const votes = { rl: 0, lr: 0, no: 0 };
  const walker = native(document, 'createTreeWalker')(document, 4 /* text */);
  for (let node = walker.nextNode(); node && votes.rl + votes.lr + votes.no < BEGINNING; node = walker.nextNode()) {
    const words = node.nodeValue!.trim();
    if (!WRITTEN_SO.test(words) || !beginning.includes(words)) continue;
    const home = node.parentElement!;
    const mode = view ? MODE.exec(`writing-mode:${view.getComputedStyle(home).writingMode}`)?.[1] : stated(home, rules);
    votes[mode as 'rl' | 'lr' | undefined ?? 'no'] += words.length;
  }
  const way = votes.lr > votes.rl ? 'lr' : 'rl';
  return votes[way] > votes.no ? way : undefined;
}

type Rule = readonly [selector: string, mode: string];

/** What a page that was only parsed says in its own style sheets, the last rule first. */
function rulesOf(document: Document): readonly Rule[] {
  return [...document.querySelectorAll('style')].flatMap(({ textContent }) => (textContent ?? '').split('}')).flatMap((rule): Rule[] => {
    const [selector, declarations] = rule.split('{').slice(-2);
    const mode = MODE.exec(declarations ?? '')?.[1];
    return mode ? [[selector!, mode]] : [];
  }).toReversed();
}

/** What the nearest element around says of itself, in its own style or by one of the rules. */
function stated(home: Element, rules: readonly Rule[]): string | undefined {
  for (let at: Element | null = home; at; at = at.parentElement) {
    const own = MODE.exec(at.getAttribute('style') ?? '')?.[1] ?? rules.find(([selector]) => fits(at!, selector))?.[1];
    if (own) return own;
  }
  return undefined;
}

function fits(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    // Not a selector: a comment before it, or a rule that was cut apart.
    return false;
  }
}
