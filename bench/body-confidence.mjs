/**
 * How often the body is right where the receipt is sure of it, and where it is not, on labelled pages with whole texts:
 *
 *   node bench/body-confidence.mjs ../shared/corpus/wcxb/index.json
 *
 * Right is a word F1 of at least nine in ten. The shares are what `SURE` in src/article/body/body.ts states.
 */
import { chromiumEngine } from './extract/engines.mjs';
import { readIndex, readPage } from './extract/pages.mjs';

const RIGHT = 0.9;
const counted = (text) => {
  const counts = new Map();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}_]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};
const total = (counts) => [...counts.values()].reduce((sum, n) => sum + n, 0);

function wordF1(given, expected) {
  const [got, truth] = [counted(given), counted(expected)];
  const hits = [...got].reduce((sum, [word, n]) => sum + Math.min(n, truth.get(word) ?? 0), 0);
  return (2 * hits) / (total(got) + total(truth) || 1);
}

if (!process.argv[2]) throw new Error('node bench/body-confidence.mjs INDEX.json');
const rows = new Map();
const engine = await chromiumEngine();
try {
  for (const page of readIndex(process.argv[2]).pages) {
    if (!page.expected?.text) continue;
    const { answer } = await engine.run(readPage(page.path), page.url ?? 'https://unknown.invalid/');
    const confidence = answer?.ok ? answer.article.provenance.body.confidence : 0;
    const row = rows.get(confidence) ?? { pages: 0, right: 0, f1: 0 };
    const f1 = wordF1(answer?.ok ? answer.article.text : '', page.expected.text);
    rows.set(confidence, { pages: row.pages + 1, right: row.right + (f1 >= RIGHT ? 1 : 0), f1: row.f1 + f1 });
  }
} finally {
  await engine.close();
}
console.log('stated  pages  right  word F1');
for (const [confidence, { pages, right, f1 }] of [...rows].toSorted(([a], [b]) => b - a)) {
  console.log(`${confidence.toFixed(2).padStart(6)}${String(pages).padStart(7)}${(right / pages).toFixed(2).padStart(7)}${(f1 / pages).toFixed(3).padStart(9)}`);
}
