/** Articles of the corpus as the program finds them, in a DOM of Node's own: for what is made out of articles. */
import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Article } from '../../src/article/article.ts';

const SHARED = ['DOMParser', 'Node', 'NodeFilter', 'Element', 'HTMLElement', 'DocumentFragment', 'HTMLTemplateElement', 'NamedNodeMap', 'HTMLFormElement', 'Document', 'XMLSerializer'] as const;

/** Puts a DOM where the program looks for one. Call before anything else of this module. */
export function installDom(): void {
  const { window } = new JSDOM('<!doctype html>', { url: 'https://bench.example/' });
  Object.assign(globalThis, Object.fromEntries(SHARED.map((name) => [name, window[name as never]])));
}

/** The article of a page, or undefined when there is none. */
export async function articleOf(html: string, url: string): Promise<Article | undefined> {
  const { extract } = await import('../../src/article/extract.ts');
  const { parseInert } = await import('../../src/article/inert.ts');
  const found = extract(parseInert(html), url);
  return found.ok ? found.article : undefined;
}

export async function bookOf(articles: readonly Article[], title?: string): Promise<Uint8Array> {
  const { writeEpub } = await import('../../src/formats/epub.ts');
  return writeEpub({ articles: articles.map((article) => ({ article })), id: '6b1b36d1-60f3-4a3a-9a65-b3a9a4c2f1aa', now: 0, ...(title && { title }) }, {
    contents: 'Contents', cover: 'Cover', list: (names) => names.join(', '), date: (iso) => iso, pictureStays: (caption) => `Picture on the web: ${caption}`, language: 'en',
  });
}

/** How many words the article's text has, and how many of them are not in its Markdown once a CommonMark parser has read it. */
export async function markdownWords(article: Article): Promise<{ readonly wanted: number; readonly missing: number }> {
  const { toMarkdown } = await import('../../src/formats/markdown.ts');
  const { textOf } = await import('../../src/article/body/text.ts');
  const { parseInert } = await import('../../src/article/inert.ts');
  const text = toMarkdown({ article: { ...article, standfirst: '' } as Article, savedAt: 0, readState: 'unread', favourite: false, tags: [], highlights: [] }, { highlights: 'Highlights', note: 'Note' })
    .replace(/^---\n[\s\S]*?\n---\n\n# .*\n\n/, '');
  const shown = textOf(parseInert(new MarkdownIt({ html: true }).use(footnotes).render(text)).body);
  const words = (all: string): readonly string[] => all.match(/[\p{L}\p{N}]+/gu) ?? [];
  const count = new Map<string, number>();
  for (const word of words(shown)) count.set(word, (count.get(word) ?? 0) + 1);
  const wanted = words(article.text);
  let missing = 0;
  for (const word of wanted) {
    const left = count.get(word) ?? 0;
    if (left > 0) count.set(word, left - 1);
    else missing += 1;
  }
  return { wanted: wanted.length, missing };
}
