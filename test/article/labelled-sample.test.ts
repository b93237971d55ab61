// @vitest-environment jsdom
/** A few of the labelled pages beside the project, so that quality can't slip unseen. The whole of them: `npm run bench:extraction`. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIndex, readPage } from '../../bench/extract/pages.mjs';
import { extract } from '../../src/article/extract.ts';
import { parseInert } from '../../src/article/inert.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const here = existsSync(CORPUS);
/** Every so-manieth page of a set, and what the sample has to reach at least (leaked: at most): a little below what it does. */
const SAMPLES = [
  { set: 'wcxb', every: 66, atLeast: { 'body word F1': 0.91, 'body 4-gram F1': 0.92, 'segment F1': 0.87, title: 0.9 }, leaked: 0.13 },
  { set: 'european', every: 66, atLeast: { 'segment F1': 0.88, title: 0.85 }, leaked: 0.17 },
] as const;

describe.skipIf(!here)('a sample of the labelled pages in ../shared/corpus (skipped where it is missing)', () => {
  it.each(SAMPLES)('$set', ({ set, every, atLeast, leaked }) => {
    const pages = readIndex(join(CORPUS, `${set}/index.json`)).pages.filter((_, n) => n % every === 0);
    const lines = pages.map((page) => {
      const result = extract(parseInert(readPage(page.path)), page.url ?? 'https://unknown.invalid/', { insist: true });
      return JSON.stringify({ id: page.id, ...(result.ok ? { title: result.article.title, authors: result.article.authors, date: result.article.published, text: result.article.text } : { error: result.reason }) });
    });
    const table = scored(pages, lines);
    for (const [name, bound] of Object.entries(atLeast)) expect.soft(table[name], name).toBeGreaterThanOrEqual(bound);
    expect.soft(table['segments leaked'], 'segments leaked').toBeLessThanOrEqual(leaked);
  }, 120_000);
});

/** The figures of the corpus's own scorer. */
function scored(pages: readonly unknown[], predictions: readonly string[]): Record<string, number> {
  const home = mkdtempSync(join(tmpdir(), 'passalong-sample-'));
  try {
    const [index, given, out] = [join(home, 'index.json'), join(home, 'given.jsonl'), join(home, 'out.json')];
    writeFileSync(index, JSON.stringify({ pages }));
    writeFileSync(given, predictions.join('\n'));
    execFileSync(process.execPath, [join(CORPUS, 'score.mjs'), index, given, '--json', out]);
    return (JSON.parse(readFileSync(out, 'utf8')) as { table: Record<string, number> }).table;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
