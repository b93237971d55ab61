/** What the browser has to load, gzip as a store would send it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { buildAll, DIST } from '../build.mjs';

export const title = 'Size of what ships (gzip, both browsers)';

const KB = 1024;
const gzip = (...files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / KB;

/** The style sheets a page links, and those they import; faces are loaded apart and only when their script is on the page. */
function styles(root, page) {
  const html = readFileSync(join(root, page), 'utf8');
  const seen = new Set();
  const add = (file) => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    for (const match of readFileSync(file, 'utf8').matchAll(/@import url\("([^"]+)"\)/g)) add(join(file, '..', match[1]));
  };
  for (const match of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) add(join(root, page, '..', match[1]));
  return [...seen];
}

/** The scripts of a page that is split: at opening, those reached by plain imports; and all of them. */
function splitScripts(root, page) {
  const folder = join(root, 'pages', page);
  const opening = new Set();
  const add = (file) => {
    if (opening.has(file)) return;
    opening.add(file);
    for (const match of readFileSync(file, 'utf8').matchAll(/(?:^|;)(?:import|export)\b(?!\()[^;]*?from\s*"(\.\/[^"]+)"|(?:^|;)import\s*"(\.\/[^"]+)"/gm)) add(join(folder, match[1] ?? match[2]));
  };
  add(join(folder, `${page}.js`));
  const all = readdirSync(folder).filter((file) => file.endsWith('.js')).map((file) => join(folder, file));
  return { opening: [...opening], all };
}

export async function measure() {
  await buildAll();
  const figures = [];
  const { code } = await transform(readFileSync('node_modules/@mozilla/readability/Readability.js', 'utf8'), { minify: true, legalComments: 'none' });
  const readability = gzipSync(code, { level: 9 }).length / KB;
  // What every page and the worker need before the first line of ours.
  const polyfill = { name: 'the browser API polyfill alone', value: gzip('node_modules/webextension-polyfill/dist/browser-polyfill.min.js') };
  for (const browser of ['chrome', 'firefox']) {
    const root = join(DIST, browser);
    const at = (path) => join(root, path);
    const popup = splitScripts(root, 'popup');
    const reader = splitScripts(root, 'reader');
    const readerStyles = styles(root, 'pages/reader/reader.html');
    const popupStyles = styles(root, 'pages/popup/popup.html');
    figures.push(
      { name: `content script, ${browser}`, value: gzip(at('content.js')), unit: 'KB', atMost: 45, peer: { name: 'Readability alone, minified', value: readability } },
      { name: `popup page at opening, script and style, ${browser}`, value: gzip(...popup.opening, ...popupStyles), unit: 'KB', atMost: 30, peer: polyfill },
      { name: `popup page with letter and receipt open too, ${browser}`, value: gzip(...popup.all, ...popupStyles, at('pages/shared/letter-form.css')), unit: 'KB' },
      { name: `background worker, ${browser}`, value: gzip(at('background.js')), unit: 'KB', atMost: 20, peer: polyfill },
    );
    figures.push(
      { name: `reader page at opening, script and style, ${browser}`, value: gzip(...reader.opening, ...readerStyles), unit: 'KB' },
      { name: `reader page with its tools, ${browser}`, value: gzip(...reader.all, ...readerStyles), unit: 'KB' },
    );
    for (const page of ['library', 'share', 'options']) {
      figures.push({ name: `${page} page, script and style, ${browser}`, value: gzip(at(`pages/${page}/${page}.js`), ...styles(root, `pages/${page}/${page}.html`)), unit: 'KB' });
    }
    figures.push({ name: `whole package, ${browser}`, value: statSync(join(DIST, `passalong-${browser}.zip`)).size / KB, unit: 'KB' });
  }
  return figures;
}
