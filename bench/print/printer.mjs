/** Prints articles through the real print page of the built extension. */
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

/** Leaves an article as a draft, as a click on the toolbar does. @returns the draft's id */
export function leaveDraft(harness, article) {
  return harness.inExtension(`${LIBRARY}
    const answer = await library.putDraft({ article: args[0], page: { url: args[0].url, title: args[0].title } }, Date.now());
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value;`, article);
}

/** Saves articles. @returns their numbers in the library */
export function saveAll(harness, articles) {
  return harness.inExtension(`${LIBRARY}
    const ids = [];
    for (const article of args[0]) {
      const answer = await library.saveArticle(article, Date.now());
      if (!answer.ok) throw new Error(answer.reason);
      ids.push(answer.value.id);
    }
    return ids;`, articles);
}

/** Marks words in a saved article, with a note beside them; id, pen and time where they matter. */
export function putHighlights(harness, id, marks) {
  return harness.inExtension(`${LIBRARY}
    for (const [index, { exact, note, id = 'highlight-' + index, pen = 'leaf', createdAt = 1 }] of args[1].entries()) {
      const answer = await library.putHighlight(args[0], { id, pen, note, createdAt, updatedAt: createdAt, anchor: { exact, prefix: '', suffix: '', start: 0 } });
      if (!answer.ok) throw new Error(answer.reason);
    }`, id, marks);
}

/** Opens the print page and waits until its sheets lie on the desk. `query` is what its address asks for. */
export async function openSheets(harness, query) {
  const tab = await harness.openOurs(`pages/print/print.html?${query}`);
  await tab.bringToFront();
  await until('the sheets on the desk', () => tab.evaluate(() => document.readyState === 'complete' && !document.body.hasAttribute('aria-busy')
    && document.querySelectorAll('.back').length > 0 && [...document.images].every((picture) => picture.complete)), 30_000);
  await settled(tab);
  return tab;
}

/** Opens an article on the print page of a harness. */
export async function openArticleSheets(harness, article) {
  return openSheets(harness, `draft=${await leaveDraft(harness, article)}`);
}

/** Opens an article in the reading page of a harness and waits until it stands there. */
export async function openArticle(harness, article) {
  const tab = await harness.openOurs(`pages/reader/reader.html?draft=${await leaveDraft(harness, article)}`);
  await tab.bringToFront();
  await until('the article and its pictures', () => tab.evaluate(() => document.readyState === 'complete' && !document.body.hasAttribute('aria-busy') && [...document.images].every((picture) => picture.complete)));
  // The faces of the paper come when the page is idle.
  await within('an idle moment', 10_000, tab.evaluate(() => new Promise((resolve) => { requestIdleCallback(() => setTimeout(() => resolve(true), 300), { timeout: 3_000 }); })));
  await until('the faces of the paper', () => tab.evaluate(() => document.fonts.status === 'loaded'), 15_000);
  return tab;
}

/** Waits until the faces are there and the last change is drawn. */
export async function settled(tab) {
  await until('the faces of the paper, and every sheet laid out', () => tab.evaluate(() => document.fonts.status === 'loaded' && !document.querySelector('#sheets[aria-busy]')), 15_000);
  await within('two frames', 10_000, tab.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))); })));
}

/** How many sheets the page says there will be, and whether it is sure. */
export function countOf(tab) {
  return tab.evaluate(() => ({ sheets: document.querySelectorAll('.back').length, words: document.getElementById('count').textContent }));
}
