/** The browser's own print dialogue on the page itself, as it is. */
import browser from 'webextension-polyfill';

export async function printPage(tabId: number): Promise<void> {
  // Not awaited inside the page: the dialogue would hold the popup open until it is answered.
  await browser.scripting.executeScript({ target: { tabId }, func: () => { setTimeout(() => window.print(), 0); } });
}
