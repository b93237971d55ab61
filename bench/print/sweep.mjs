/** The print page opened on many labelled pages, each under a setting drawn at random, and nothing printed: does it ever fail? */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromiumEngine, ROOT } from '../extract/engines.mjs';
import { readIndex, readPage } from '../extract/pages.mjs';
import { countOf, openArticleSheets } from './printer.mjs';
import { drawSettings } from './sample.mjs';
import { withSeed } from './seed.mjs';

const CORPUS = resolve(ROOT, '../shared/corpus');
const SETS = ['wcxb', 'european', 'dates'];

/**
 * @param harness an open browser
 * @param every which pages: the first of every so many in each set
 * @returns how many were opened, and which failed, each with its settings and what was said; undefined where the corpora are missing
 */
export async function sweep(harness, every, seed) {
  if (!existsSync(CORPUS)) return undefined;
  const roll = withSeed(seed);
  const engine = await chromiumEngine({});
  const failed = [];
  let opened = 0;
  try {
    for (const set of SETS) {
      for (const page of readIndex(join(CORPUS, set, 'index.json')).pages.filter((_, n) => n % every === 0)) {
        const { answer } = await engine.run(readPage(page.path), /^https?:/.test(page.url ?? '') ? page.url : 'https://unknown.invalid/', 'ours');
        if (!answer?.ok) continue;
        const settings = drawSettings(roll);
        await harness.inExtension('await browser.storage.local.set({ settings: args[0] })', settings);
        opened += 1;
        try {
          const { sheets } = await countOf(await openArticleSheets(harness, answer.article));
          if (!sheets) failed.push({ page: `${set}-${page.id}`, settings, said: 'no sheets' });
        } catch (error) {
          failed.push({ page: `${set}-${page.id}`, settings, said: error.message });
        }
        await harness.closeOurs();
      }
    }
  } finally {
    await engine.close();
  }
  return { opened, failed };
}
