/** Real pages to print: thirty of the labelled ones that lie beside the project, found once by our own extraction. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromiumEngine, ROOT } from '../extract/engines.mjs';
import { readIndex, readPage } from '../extract/pages.mjs';
import { lettersOf } from './pdf.mjs';

const CORPUS = resolve(ROOT, '../shared/corpus');
/** Every so many pages of each set: twenty of the one, ten of the other. */
const TAKEN = { wcxb: { every: 38, most: 20 }, european: { every: 47, most: 10 } };

/**
 * @param most pages at most
 * @returns pages with their HTML, our article of each, and the words that a person has marked as its text; empty where the corpora are missing
 */
export async function corpusPages(most = Number.POSITIVE_INFINITY) {
  if (!existsSync(CORPUS)) return [];
  const engine = await chromiumEngine({});
  try {
    const pages = [];
    for (const [set, { every, most: taken }] of Object.entries(TAKEN)) {
      for (const page of readIndex(join(CORPUS, set, 'index.json')).pages.filter((_, n) => n % every === 0).slice(0, taken)) {
        const html = readPage(page.path);
        const { answer } = await engine.run(html, page.url ?? 'https://unknown.invalid/', 'ours');
        if (answer?.ok) pages.push({ slug: `${set}-${page.id}`, html, article: answer.article, words: wordsOf(page.expected.text ?? '') });
      }
    }
    return pages.slice(0, most);
  } finally {
    await engine.close();
  }
}

/** The words of a text, letters only. */
export function wordsOf(text) {
  return text.split(/\s+/).map(lettersOf).filter(Boolean);
}

/** The part of the words that stand among the letters of a print, each at most once a place. */
export function keptPart(words, printed) {
  const counts = new Map();
  for (const word of printed) counts.set(word, (counts.get(word) ?? 0) + 1);
  let kept = 0;
  for (const word of words) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      counts.set(word, left - 1);
      kept += 1;
    }
  }
  return words.length ? kept / words.length : 1;
}
