/** From the click on the toolbar to the filled popup, and the extraction in it beside plain Readability. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll, DIST } from '../build.mjs';
import { importTypeScript } from '../scripts/typescript.mjs';
import { articlePage } from './sample-pages.mjs';

export const title = 'Speed of the popup and of the extraction (Chromium)';

const RUNS = 15;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const FILLED = "return performance.timeOrigin + performance.getEntriesByName('popup-filled')[0].startTime";
const LOADED = "return performance.timeOrigin + performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd";

/** Milliseconds from the click until what `moment` reads off the popup's own clock has happened. */
async function fromClick(harness, address, waitFor, moment) {
  const times = [];
  for (let run = 0; run <= RUNS; run++) {
    await harness.visit(address);
    const clicked = Date.now();
    const popup = await harness.popup();
    await popup.see(waitFor);
    const filled = await popup.evaluate(moment);
    await popup.close();
    if (run > 0) times.push(filled - clicked); // the first starts the browser's own machinery
  }
  return times;
}

/** The peer: an extension whose popup holds one sentence, which is what the browser itself needs. Answers its folder. */
function emptyExtension() {
  const folder = mkdtempSync(join(tmpdir(), 'passalong-peer-'));
  const page = '<!doctype html><meta charset="utf-8"><title>Peer</title><p id="there">Hello.</p>';
  for (const name of ['popup', 'options']) {
    mkdirSync(join(folder, 'pages', name), { recursive: true });
    writeFileSync(join(folder, 'pages', name, `${name}.html`), page);
  }
  writeFileSync(join(folder, 'background.js'), '');
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({
    manifest_version: 3, name: 'Peer', version: '1', background: { service_worker: 'background.js' }, action: { default_popup: 'pages/popup/popup.html' },
  }));
  return folder;
}

/** Median milliseconds of ours and of Readability alone on the same live document, in turn. */
async function extraction(page, address) {
  await page.goto(address);
  await page.addScriptTag({ content: readFileSync(join(DIST, 'chrome/content.js'), 'utf8') });
  await page.addScriptTag({ content: readFileSync('node_modules/@mozilla/readability/Readability.js', 'utf8') });
  return page.evaluate((runs) => {
    const ours = [];
    const alone = [];
    for (let run = 0; run <= runs; run++) {
      let start = performance.now();
      globalThis.passalongContent.result();
      const mine = performance.now() - start;
      start = performance.now();
      new globalThis.Readability(document.cloneNode(true)).parse();
      const theirs = performance.now() - start;
      if (run > 0) { ours.push(mine); alone.push(theirs); }
    }
    const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
    return { ours: middle(ours), alone: middle(alone) };
  }, RUNS);
}

export async function measure() {
  await buildAll({ zips: false });
  const { openBrowser } = await importTypeScript('test/support/open-browser.ts');
  const { startFixtureServer } = await importTypeScript('test/support/fixture-server.ts');
  const server = await startFixtureServer();
  const harness = await openBrowser('chrome');
  const peer = emptyExtension();
  try {
    const figures = [];
    const address = server.page('/article', articlePage(100));
    const times = await fromClick(harness, address, '[data-state="article"]', FILLED);
    const bare = await openBrowser('chrome', { extension: peer });
    const empty = await fromClick(bare, address, '#there', LOADED).finally(() => bare.close());
    figures.push(
      { name: 'click to filled popup, 100 KB page, median', value: median(times), unit: 'ms', atMost: 300, peer: { name: 'an empty popup', value: median(empty) } },
      { name: 'click to filled popup, 100 KB page, slowest', value: Math.max(...times), unit: 'ms', peer: { name: 'an empty popup', value: Math.max(...empty) } },
    );
    for (const kilobytes of [10, 100, 1000]) {
      const { ours, alone } = await extraction(harness.page, server.page(`/article-${kilobytes}`, articlePage(kilobytes)));
      figures.push({ name: `extraction, ${kilobytes} KB page, median`, value: ours, unit: 'ms', atMost: 2.5 * alone, peer: { name: 'Readability alone', value: alone } });
    }
    return figures;
  } finally {
    await harness.close();
    await server.close();
    rmSync(peer, { recursive: true, force: true });
  }
}
