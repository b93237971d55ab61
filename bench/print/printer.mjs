/** Prints articles through the real reading page of the built extension. */
import { buildSync } from 'esbuild';
import { importTypeScript } from '../../scripts/typescript.mjs';

const { until, within } = await importTypeScript('test/support/wait.ts');

const LIBRARY = buildSync({ entryPoints: ['src/library/library.ts'], bundle: true, format: 'iife', globalName: 'library', write: false }).outputFiles[0].text;

/** Prints through the page's own button, as a person does. @returns the PDF's path */
export async function printForReal(harness, tab) {
  await tab.bringToFront();
  const printed = harness.printed();
  // In a task of its own: printing holds the page, and the driver would wait with it.
  await tab.evaluate(() => { setTimeout(() => document.getElementById('print-now').click()); });
  return printed;
}

/** Opens an article in the reading page of a harness and waits until it stands there. */
export async function openArticle(harness, article) {
  const draft = await harness.inExtension(`${LIBRARY}
    const answer = await library.putDraft({ article: args[0], page: { url: args[0].url, title: args[0].title } }, Date.now());
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value;`, article);
  const tab = await harness.openOurs(`pages/reader/reader.html?draft=${draft}`);
  await tab.bringToFront();
  await until('the article and its pictures', () => tab.evaluate(() => document.readyState === 'complete' && !document.body.hasAttribute('aria-busy') && [...document.images].every((picture) => picture.complete)));
  // The faces of the paper come when the page is idle.
  await within('an idle moment', 10_000, tab.evaluate(() => new Promise((resolve) => { requestIdleCallback(() => setTimeout(() => resolve(true), 300), { timeout: 3_000 }); })));
  await until('the faces of the paper', () => tab.evaluate(() => document.fonts.status === 'loaded'), 15_000);
  return tab;
}
