/**
 * Which article a page is about now. Pages that go on without end hold several, and pages that change without loading keep
 * the facts of the first one in their head.
 */
import { native } from './native.ts';

/** Characters of an article in its own right, not of a card or a comment. */
const ENOUGH = 1200;
/** What a head says about one article. */
const FACTS = 'meta[property]:not([property="og:site_name"]), meta[name], link[rel="canonical" i], script[type*="ld+json" i]';

/**
 * What leaves in the copy only the article that is in view, when it is not the first of several, and takes facts out of the
 * head that belong to another article: to be called once the copy is complete. The page itself is only read.
 *
 * @param live the page, with its layout when it has one
 * @param copy its clone, still element for element the same
 * @param url the address it has now
 */
export function currentOnly(live: Document, copy: Document, url: string): () => void {
  const listOf = (doc: Document): NodeListOf<Element> => native(doc, 'querySelectorAll')('article');
  const [articles, twins] = [listOf(live), listOf(copy)];
  const view = native(live, 'defaultView');
  const numbers = [...articles.keys()].filter((n) => isArticle(articles[n] as Element));
  const middle = (view?.innerHeight ?? 0) / 2;
  const seen = view && numbers.length > 1 ? numbers.find((n) => {
    const { top, bottom } = (articles[n] as Element).getBoundingClientRect();
    return top <= middle && bottom > middle;
  }) : undefined;
  const head = native(copy, 'head');
  const forget = (): void => { for (const fact of head?.querySelectorAll(FACTS) ?? []) fact.remove(); };
  return () => {
    if (seen !== undefined && seen !== numbers[0]) {
      for (const n of numbers) if (n !== seen) twins[n]?.remove();
      forget();
      const title = head?.querySelector('title');
      if (title) title.textContent = headlineOf(twins[seen] as Element)?.textContent ?? '';
    } else if (isStale(copy, url)) forget();
  };
}

const headlineOf = (article: Element): Element | null => article.querySelector('h1, h2');

function isArticle(element: Element): boolean {
  return (element.textContent ?? '').length > ENOUGH && !element.parentElement?.closest('article') && headlineOf(element) !== null;
}

/** True when the head speaks of another address and of another title than the page shows. */
function isStale(copy: Document, url: string): boolean {
  const all = native(copy, 'querySelectorAll');
  const said = all('meta[property="og:title" i]')[0]?.getAttribute('content') ?? '';
  const address = all('meta[property="og:url" i]')[0]?.getAttribute('content') ?? all('link[rel="canonical" i]')[0]?.getAttribute('href');
  const [there, here] = [URL.parse(address ?? '', url), URL.parse(url)];
  if (!said || !there || !here || (there.pathname === here.pathname && there.search === here.search)) return false;
  const shown = [native(copy, 'title'), ...[...all('h1')].map((heading) => heading.textContent ?? '')];
  return shown.length > 1 && shown.every((text) => alike(said, text) < 0.4);
}

/** The share of a text's words that stand in another. */
function alike(text: string, other: string): number {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const others = other.toLowerCase();
  return words.filter((word) => others.includes(word)).length / words.length;
}
