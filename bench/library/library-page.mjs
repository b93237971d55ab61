/** The library page over a filled library: how soon its rows and counts are there, and the memory of its process. */
import { readFileSync } from 'node:fs';

const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Milliseconds on the page's clock until an expression becomes true. */
const reached = (page, expression) => page.evaluate(`new Promise((resolve) => {
  const look = () => (${expression} ? resolve(performance.now()) : requestAnimationFrame(look));
  look();
})`);

/** Bytes that belong to a process alone: shared libraries, which every browser process has, are not counted. */
function ownBytes(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

/** The process of the extension's pages: the largest of those that draw pages. */
async function largestRenderer(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => ownBytes(id)));
}

/** @returns milliseconds until the rows, and until the side's counts, were there; bytes after scrolling through all of it */
export async function measurePage(browser, address) {
  const page = await browser.newPage();
  const rows = [];
  const counts = [];
  for (let i = 0; i < 5; i += 1) {
    await page.goto(`${address}#everything`);
    await page.reload();
    const [row, count] = await Promise.all([
      reached(page, "document.querySelector('#items .item:not(.waiting):not(.is-waiting)')"), reached(page, "/[1-9]/.test(document.querySelector('[data-list=\"*\"] .num')?.textContent ?? '')"),
    ]);
    rows.push(row);
    counts.push(count);
  }
  let most = 0;
  for (let part = 0; part <= 40; part += 1) {
    await page.evaluate(`scrollTo({ top: document.documentElement.scrollHeight * ${part / 40}, behavior: 'instant' })`);
    await sleep(60);
    if (part % 10 === 0) most = Math.max(most, await largestRenderer(browser));
  }
  await page.close();
  return { rows, counts, bytes: most };
}
