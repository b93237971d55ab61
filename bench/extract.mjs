/**
 * Pages in, articles out, by the bundle that ships.
 *
 *   npm run -s extract -- PAGE.html[.gz] [--url URL] [--format json|text|markdown|html]
 *   npm run -s extract -- --index INDEX.json      a prediction a line: id, title, authors, date, text, ms, error
 *   --engine jsdom                                on machines without Chromium
 *
 * Needs no network; a page that can't be read gives a line with its error.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromiumEngine, jsdomEngine } from './extract/engines.mjs';
import { markdownOf } from './extract/markdown.mjs';
import { readIndex, readPage } from './extract/pages.mjs';
import { importTypeScript } from '../scripts/typescript.mjs';

const { statedDate } = await importTypeScript(resolve(import.meta.dirname, '../src/article/stated-date.ts'));

const USAGE = 'extract PAGE.html[.gz] [--url URL] [--format json|text|markdown|html] | extract --index INDEX.json   (either with --engine jsdom)';

/** A page's answer as a line for the corpus's scorer. */
export function prediction(id, { answer, error, ms }) {
  const article = answer?.ok ? answer.article : undefined;
  return {
    id, title: article?.title ?? answer?.page?.title ?? '', authors: article?.authors ?? [], date: (article && statedDate(article)?.date) ?? null, text: article?.text ?? '',
    ms: Math.round(ms * 10) / 10, ...(error ? { error } : {}),
  };
}

/** What went wrong with a file, in words. */
function inWords(fault, name) {
  const file = fault?.path ?? name ?? process.argv.slice(2).find((word) => !word.startsWith('-')) ?? '';
  switch (fault?.code) {
    case 'ENOENT': return `There is no file ${file}.`;
    case 'EISDIR': return `${file} is a folder; one page is wanted, or a corpus with --index.`;
    case 'EACCES': return `${file} may not be read.`;
    case 'Z_BUF_ERROR': case 'Z_DATA_ERROR': return `${file} begins like a gzip file and is not a whole one.`;
    default: return String(fault?.message ?? fault);
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { index: { type: 'string' }, url: { type: 'string' }, format: { type: 'string', default: 'json' }, engine: { type: 'string', default: 'chromium' }, match: { type: 'string' } },
  });
  if (!values.index && positionals.length !== 1) throw new Error(USAGE);
  if (values.url !== undefined && !isAddress(values.url)) throw new Error(`--url wants a whole address with http or https; ${values.url} is none.`);
  if (!['json', 'text', 'markdown', 'html'].includes(values.format) || !['chromium', 'jsdom'].includes(values.engine)) throw new Error(USAGE);
  const engine = values.engine === 'jsdom' ? await jsdomEngine() : await chromiumEngine();
  try {
    if (values.index) await predictAll(engine, values.index, values.match);
    else await one(engine, resolve(positionals[0]), values);
  } finally {
    await engine.close();
  }
}

const isAddress = (text) => URL.canParse(String(text)) && /^https?:/i.test(String(text).trim());

async function predictAll(engine, index, match) {
  const only = match ? new RegExp(match) : undefined;
  for (const page of readIndex(index).pages) {
    if (only && !only.test(page.id)) continue;
    let result;
    try {
      if (!page.path) throw new Error('the index names no file for it');
      result = await engine.run(readPage(page.path), isAddress(page.url) ? page.url : 'https://unknown.invalid/');
    } catch (fault) {
      result = { error: inWords(fault, page.path), ms: 0 };
    }
    process.stdout.write(`${JSON.stringify(prediction(page.id, result))}\n`);
  }
}

async function one(engine, file, { url, format }) {
  const { answer, error } = await engine.run(readPage(file), url ?? pathToFileURL(file).href);
  if (error) throw new Error(error);
  if (!answer.ok) {
    process.exitCode = 2;
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const { article } = answer;
  const written = { json: () => JSON.stringify(article, null, 2), text: () => article.text, html: () => article.html, markdown: () => markdownOf(article) }[format]();
  process.stdout.write(`${written}\n`);
}

if (process.argv[1] && pathToFileURL(resolve(process.argv[1])).href === import.meta.url) {
  try {
    await main();
  } catch (fault) {
    console.error(inWords(fault));
    process.exitCode = 1;
  }
}
