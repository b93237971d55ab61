/** Working with tabs and documents, the same in both browsers. */
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind, Popup } from './harness.ts';
import { sleep, until } from './wait.ts';

/** How long a page of ours may take to show what is waited for, in milliseconds. */
export const PATIENCE = 10_000;

export const normalSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Goes to an address in a tab, in front, and waits until it has loaded. In Chromium the document itself is asked: the frames of
 * the PDF viewer stay on the driver's list after the tab has moved on, and it would wait for them to load for ever.
 */
export async function show(page: Page, url: string, kind: BrowserKind): Promise<void> {
  await page.bringToFront();
  await page.goto(url, { waitUntil: kind === 'firefox' && /^https?:/.test(url) ? 'load' : [] });
  if (kind === 'chrome') await until(`${url} to have loaded`, () => page.evaluate('document.readyState === "complete"'), 30_000);
}

/** Closes a tab or popup, which may be closing of its own accord at the same moment. */
export async function closeTab(tab: () => Page | Promise<Page>, isThere: () => boolean): Promise<void> {
  try {
    await (await tab()).close();
  } catch (error) {
    for (let waits = 0; waits < 40 && isThere(); waits += 1) await sleep(50);
    if (isThere()) throw error;
  }
}

/** A document of ours without a script of its own, from which the tests ask the extension API. */
export async function blankPage(browser: Browser, base: string, kind: BrowserKind): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${base}pages/options/options.html`, { waitUntil: kind === 'chrome' ? 'load' : [] });
  await until('a page with the extension API', () => page.evaluate('document.readyState === "complete" && Boolean((globalThis.browser ?? globalThis.chrome)?.runtime?.id)'));
  return page;
}

/** Runs an async function body (`browser` and `args` are given) in a page of ours. */
export async function extensionCall<T>(page: Page, body: string, args: readonly unknown[]): Promise<T> {
  const code = `(async () => { const browser = globalThis.browser ?? globalThis.chrome; const args = ${JSON.stringify(args)}; ${body} })()`;
  return await page.evaluate(code) as T;
}

/** Opens a private window on a page, through the extension, which must be allowed there. @returns what closes it */
export async function openPrivately(back: Page, url: string): Promise<() => Promise<void>> {
  const id = await extensionCall<number>(back, 'return (await browser.windows.create({ incognito: true, url: args[0] })).id', [url]);
  return () => extensionCall(back, 'await browser.windows.remove(args[0])', [id]);
}

/** JavaScript that answers whether the element a selector names is there and shown. */
export const SHOWN = `(selector) => { const e = document.querySelector(selector); if (!e) return false; const box = e.getBoundingClientRect(); return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility !== 'hidden'; }`;

/** Sets a field's value as typing does: value, then `input` and `change`. */
export const FILL = `(selector, value) => { const e = document.querySelector(selector); if (!e) throw new Error('no ' + selector); e.focus(); e.value = value; e.dispatchEvent(new Event('input', { bubbles: true })); e.dispatchEvent(new Event('change', { bubbles: true })); }`;

/** A popup that the browser shows as an ordinary page to the harness. */
export async function pagePopup(page: Page, isThere: () => boolean): Promise<Popup> {
  await until('the popup to be loaded', () => page.evaluate('document.readyState === "complete"'));
  const evaluate = async <T>(body: string): Promise<T> => await page.evaluate(`(async () => { ${body} })()`) as T;
  return {
    evaluate,
    async click(selector) {
      await page.waitForSelector(selector, { visible: true, timeout: 8_000 });
      await page.click(selector);
    },
    text: async (selector) => normalSpace(await page.$eval(selector, (element) => element.textContent ?? '')),
    see: async (selector, ms = 8_000) => { await page.waitForSelector(selector, { visible: true, timeout: ms }); },
    fill: async (selector, value) => { await evaluate(`(${FILL})(${JSON.stringify(selector)}, ${JSON.stringify(value)})`); },
    async screenshot(path) {
      await sleep(150);
      await page.screenshot({ path });
    },
    isOpen: async () => isThere(),
    async close() {
      if (isThere()) await closeTab(() => page, isThere);
      await until('the popup to be closed', () => !isThere());
    },
  };
}
