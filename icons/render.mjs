/** Draws the PNG icons from the two SVG files. Run by hand when a drawing changes: `node icons/render.mjs`. */
import puppeteer from 'puppeteer-core';
import { readFile } from 'node:fs/promises';
import { findBrowser } from '../scripts/browsers.mjs';

const browser = await puppeteer.launch({ executablePath: findBrowser('chrome'), args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  const svg = await readFile(new URL(size === 16 ? 'icon-16.svg' : 'icon.svg', import.meta.url), 'utf8');
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0;background:none}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: new URL(`icon-${size}.png`, import.meta.url).pathname, omitBackground: true });
}
await browser.close();
