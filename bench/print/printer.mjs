/** Prints articles through the real reading page of the built extension. */
import { buildSync } from 'esbuild';

const LIBRARY = buildSync({ entryPoints: ['src/library/library.ts'], bundle: true, format: 'iife', globalName: 'library', write: false }).outputFiles[0].text;

/** Prints through the page's own button, as a person does. @returns the PDF's path */
export async function printForReal(harness, tab) {
  await tab.bringToFront();
  const printed = harness.printed();
  await tab.evaluate(() => document.getElementById('print-now').click());
  return printed;
}

/** Opens an article in the reading page of a harness and waits until it stands there. */
export async function openArticle(harness, article) {
  const draft = await harness.inExtension(`${LIBRARY}
    const answer = await library.putDraft({ article: args[0], page: { url: args[0].url, title: args[0].title } }, Date.now());
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value;`, article);
  const tab = await harness.openOurs(`pages/reader/reader.html?draft=${draft}`);
  for (let i = 0; i < 200; i += 1) {
    const isThere = await tab.evaluate(() => document.readyState === 'complete' && !document.body.hasAttribute('aria-busy') && [...document.images].every((picture) => picture.complete));
    if (isThere) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // The faces of the paper come when the page is idle.
  await tab.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(() => document.fonts.ready.then(() => resolve(true)), 300))));
  return tab;
}
