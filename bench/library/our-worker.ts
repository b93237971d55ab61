/** Our library in a worker: filled, asked, measured. Times are those of the worker's own clock, in milliseconds. */
import { changeArticles, importArticles, listSaved, saveArticle, searchLibrary, tendIndex, type Article, type ImportItem, type LibraryAnswer } from '../../src/library/library.ts';
import { done, read } from '../../src/library/database.ts';
import { maintainIndex } from '../../src/library/search/maintaining.ts';
import { SEARCH_STORES } from '../../src/library/search/stores.ts';
import { BEGINNINGS, QUERIES, textOf, titleOf, WORDS } from './texts.ts';

function must<T>(answer: LibraryAnswer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
  return answer.value;
}

function article(n: number): Article {
  const url = `https://speed.example/${n}`;
  const text = textOf(n);
  return {
    url, sourceUrl: url, title: titleOf(n), authors: [`Author ${n % 2_000}`], dir: 'ltr', excerpt: text.slice(0, 200), html: `<p>${text}</p>`, text, wordCount: WORDS,
    feeds: [], kept: { paragraphs: 1, pictures: 0, embeds: 0, tables: 0 }, provenance: {},
  };
}

const doings = {
  /** Fills the library with articles from..to. */
  async fill({ from, to }: { from: number; to: number }) {
    const items = Array.from({ length: to - from }, (_, i): ImportItem => ({ article: article(from + i), hasBody: true, savedAt: 1_000_000 + from + i, tags: [`tag ${(from + i) % 40}`] }));
    for (const answer of must(await importArticles(items, Date.now()))) if (!answer.ok) throw new Error(answer.reason);
  },
  /** Milliseconds of saves one after another; the housework comes between them, as it does in the background. */
  async save({ from, count }: { from: number; count: number }) {
    const times: number[] = [];
    for (let n = from; n < from + count; n += 1) {
      const next = article(n);
      const start = performance.now();
      must(await saveArticle(next, Date.now()));
      times.push(performance.now() - start);
    }
    must(await tendIndex());
    return times;
  },
  async first({ query }: { query: string }) { return must(await searchLibrary(query)).length; },
  async ask({ beginnings }: { beginnings: boolean }) {
    const times: number[] = [];
    const hits: number[] = [];
    for (const query of beginnings ? BEGINNINGS : QUERIES) {
      const start = performance.now();
      hits.push(must(await searchLibrary(query)).length);
      times.push(performance.now() - start);
    }
    return { times, hits };
  },
  async list() {
    const times: number[] = [];
    for (let tag = 0; tag < 20; tag += 1) {
      const start = performance.now();
      must(await listSaved({ filter: `tag:tag ${tag}`, limit: 50 }));
      times.push(performance.now() - start);
    }
    return times;
  },
  /** Bytes of the whole index: terms, lists, and the keys of its records. */
  async indexSize() {
    must(await tendIndex());
    must(await maintainIndex(true));
    return must(await read(SEARCH_STORES, async (tx) => {
      let bytes = 0;
      const encoder = new TextEncoder();
      for (let cursor = await tx.objectStore('indexBlocks').openCursor(); cursor; cursor = await cursor.continue()) {
        bytes += encoder.encode(cursor.value.terms).length + cursor.value.bytes.length + cursor.key[1].length + 16;
      }
      for (const { ids, lengths, firsts } of await tx.objectStore('indexSegments').getAll()) bytes += ids.length + lengths.length + firsts.join('').length;
      return done({ bytes, segments: await tx.objectStore('indexSegments').count() });
    }));
  },
  async mark({ ids }: { ids: number[] }) { return must(await changeArticles(ids, { readState: 'archived' }, Date.now())).changed; },
};

addEventListener('message', async ({ data }: MessageEvent<{ doing: keyof typeof doings; args: never }>) => {
  try {
    postMessage({ value: await doings[data.doing](data.args) });
  } catch (error) {
    postMessage({ fault: String(error) });
  }
});
