/** An unpacked extension in Chromium: its address, and when it is there. */
import { createHash } from 'node:crypto';

/**
 * The address Chromium gives an unpacked extension: the first 128 bits of its path's SHA-256, in the letters a to p.
 * @param {string} folder its real path, without links in it
 */
export function extensionOrigin(folder) {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return `chrome-extension://${hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))}`;
}

/**
 * Waits until the browser has taken an extension in: the driver's `enableExtensions` only begins that, and until it is done
 * the browser refuses the extension's pages (`ERR_BLOCKED_BY_CLIENT`).
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} folder its real path, without links in it
 */
export async function extensionReady(browser, folder) {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await browser.extensions()).has(new URL(extensionOrigin(folder)).host)) return;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error(`the browser did not take in the extension in ${folder}`);
}
