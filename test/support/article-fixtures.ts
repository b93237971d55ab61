/**
 * Small pages of our own, each written for one rule of the finder: `test/fixtures/<slug>/page.html` and `expected.json`.
 * What they must give is compared here, for the unit tests (jsdom), the end-to-end test (the shipped bundle in Chromium)
 * and the proof that each of them fails without its rule (`npm run fixtures:prove`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { Article, ExtractReason, ExtractResult, Kept } from '../../src/article/article.ts';

/** A rule taken out of the source, for the proof. */
export interface Without {
  /** Path of the module, from `src/article/`. */
  readonly module: string;
  /** A function or constant at the top of the module, exported or not: it then answers or is `as`. */
  readonly name?: string;
  /** JavaScript: what the function answers (`first`: what it was given first) or what the constant is. Default `undefined`, for a constant a pattern that fits nothing. */
  readonly as?: string;
  /** Or a piece of the module's text, as it stands there, and what stands in its place instead. */
  readonly text?: string;
  readonly by?: string;
}

/** Facts of an article that a fixture states; `null` says that the page does not give it. */
type Facts = { readonly [K in 'title' | 'standfirst' | 'publication' | 'siteName' | 'section' | 'published' | 'modified' | 'language' | 'dir' | 'leadImage' | 'printVersion' | 'licence' | 'nextPage' | 'paywalled' | 'url']?: Article[K] | null };

export interface Expected extends Omit<Facts, 'url'> {
  /** What the fixture is for, in one sentence. */
  readonly rule: string;
  /** The address the page is read at. */
  readonly url: string;
  /** The language it is written in (BCP 47), whatever the page says of itself: for the count of languages. */
  readonly written: string;
  readonly authors?: readonly string[];
  readonly keywords?: readonly string[];
  readonly feeds?: readonly string[];
  /** The canonical address, where it is another than `url`. */
  readonly canonical?: string;
  /** The whole text, line by line. */
  readonly paragraphs?: readonly string[];
  /** Pieces of the text, in this order. */
  readonly mustContain?: readonly string[];
  /** Stands neither in the text nor in the body's HTML. */
  readonly mustNotContain?: readonly string[];
  /** Addresses of the body's links, in order, as the page writes them. */
  readonly links?: readonly string[];
  /** How many elements of the body each selector finds. */
  readonly elements?: Readonly<Record<string, number>>;
  readonly kept?: Partial<Kept>;
  /** There is no article here, and this is why. */
  readonly reason?: ExtractReason;
  readonly without: Without | readonly Without[];
}

export interface Fixture {
  readonly slug: string;
  readonly html: string;
  readonly expected: Expected;
}

export const FIXTURES = join(process.cwd(), 'test/fixtures');

/** Every fixture there is. @throws when a folder lacks one of its two files */
export function readFixtures(home = FIXTURES): readonly Fixture[] {
  return readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => ({
    slug: name,
    html: readFileSync(join(home, name, 'page.html'), 'utf8'),
    expected: JSON.parse(readFileSync(join(home, name, 'expected.json'), 'utf8')) as Expected,
  }));
}

const FACTS = ['title', 'standfirst', 'publication', 'siteName', 'section', 'published', 'modified', 'language', 'dir', 'leadImage', 'printVersion', 'licence', 'nextPage', 'paywalled'] as const;
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

/** What is wrong with an answer, a sentence each; empty when all is right. */
export function faultsOf(expected: Expected, result: ExtractResult): readonly string[] {
  const faults: string[] = [];
  const same = (what: string, found: unknown, wanted: unknown): void => {
    if (shown(found) !== shown(wanted)) faults.push(`${what}: ${shown(found)} instead of ${shown(wanted)}`);
  };
  if (expected.reason !== undefined || !result.ok) {
    same('answer', result.ok ? 'an article' : result.reason, expected.reason ?? 'an article');
    return faults;
  }
  const { article } = result;
  for (const fact of FACTS) if (fact in expected) same(fact, article[fact], expected[fact] ?? undefined);
  if (expected.authors) same('authors', article.authors, expected.authors);
  if (expected.keywords) same('keywords', article.keywords, expected.keywords);
  if (expected.feeds) same('feeds', article.feeds.map(({ url }) => url), expected.feeds);
  if (expected.canonical) same('canonical address', article.url, expected.canonical);
  for (const [name, count] of Object.entries(expected.kept ?? {})) same(`kept ${name}`, article.kept[name as keyof Kept], count);
  return [...faults, ...bodyFaults(expected, article)];
}

function bodyFaults(expected: Expected, article: Article): readonly string[] {
  const faults: string[] = [];
  if (expected.paragraphs) {
    const [found, wanted] = [article.text.split('\n').map(flat), expected.paragraphs.map(flat)];
    for (const line of wanted) if (!found.includes(line)) faults.push(`missing: ${shown(line)}`);
    for (const line of found) if (!wanted.includes(line)) faults.push(`too much: ${shown(line)}`);
    if (!faults.length && shown(found) !== shown(wanted)) faults.push('the lines stand in another order');
  }
  let from = 0;
  const text = flat(article.text);
  for (const words of expected.mustContain ?? []) {
    const at = text.indexOf(flat(words), from);
    if (at < 0) faults.push(`not there, or not in this order: ${shown(words)}`);
    else from = at + words.length;
  }
  const body = new JSDOM(article.html).window.document.body;
  const all = `${text} ${flat(body.textContent ?? '')} ${article.html}`;
  for (const words of expected.mustNotContain ?? []) if (all.includes(flat(words))) faults.push(`should not be there: ${shown(words)}`);
  if (expected.links) {
    const found = [...body.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
    const wanted = expected.links.map((link) => (link.startsWith('#') ? link : new URL(link, expected.url).href));
    if (shown(found) !== shown(wanted)) faults.push(`links: ${shown(found)} instead of ${shown(wanted)}`);
  }
  for (const [selector, count] of Object.entries(expected.elements ?? {})) {
    const found = body.querySelectorAll(selector).length;
    if (found !== count) faults.push(`${selector}: ${found} instead of ${count}`);
  }
  return faults;
}
