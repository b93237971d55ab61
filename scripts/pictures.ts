/** Takes the pictures of every screen in one browser and one colour scheme. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../test/support/harness.ts';
import { openBrowser } from '../test/support/open-browser.ts';
import { sleep } from '../test/support/wait.ts';

const FOLDER = 'out/pictures';
const WIDTHS = [1280, 400] as const;

/** @returns the paths of the pictures, in the order they were taken */
export async function pictures(kind: BrowserKind, url: string, dark: boolean): Promise<readonly string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const paths: string[] = [];
  const path = (name: string): string => {
    const to = join(FOLDER, `${name}-${kind}-${dark ? 'dark' : 'light'}.png`);
    paths.push(to);
    return to;
  };
  const harness = await openBrowser(kind, { dark });
  const screens = async (page: Page, name: string): Promise<void> => {
    await page.bringToFront();
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 900 });
      await sleep(400);
      await page.screenshot({ path: path(`${name}-${width}`) });
    }
  };
  try {
    await screens(await harness.openOurs('pages/library/library.html'), 'welcome');
    await harness.closeOurs();

    await harness.visit(url);
    let popup = await harness.popup();
    await popup.see('#popup[data-state=article]');
    await popup.screenshot(path('popup'));
    await popup.click('#receipt-button');
    await popup.see('#receipt-left');
    await popup.click('#receipt-left summary');
    await popup.screenshot(path('popup-receipt'));
    await popup.click('#acts [data-verb=save]');
    await popup.see('#action-save[data-state=done]');
    await popup.screenshot(path('popup-saved'));
    await popup.close();
    popup = await harness.popup();
    await popup.click('#acts [data-verb=share]');
    await popup.see('#letter-note');
    await popup.screenshot(path('share-popup'));
    await popup.click('#letter-full');
    const share = await harness.waitForOurs('pages/share/share.html');
    await share.waitForSelector('#letter-note');
    await screens(share, 'share');
    await harness.closeOurs();

    popup = await harness.popup();
    await popup.click('#acts [data-verb=read]');
    const reader = await harness.waitForOurs('pages/reader/reader.html');
    await reader.waitForSelector('article h1');
    await screens(reader, 'reader');
    await reader.setViewport({ width: 1280, height: 900 });
    await reader.click('#open-print');
    const sheets = await harness.waitForOurs('pages/print/print.html');
    await sheets.waitForSelector('.back');
    await screens(sheets, 'print');

    await screens(await harness.openOurs('pages/library/library.html'), 'library');
    await screens(await harness.openOurs('pages/library/library.html#storage'), 'storage');
    await screens(await harness.openOurs('pages/options/options.html'), 'options');
    await screens(await harness.openOurs('pages/ask/ask.html?url=https%3A%2F%2Fgazette.lowland.example%2Fstory%2Fthe-lamplighters.html'), 'ask');
    await harness.closeOurs();

    await harness.visit('about:blank');
    popup = await harness.popup();
    await popup.see('#popup[data-state=refusal]');
    await popup.screenshot(path('popup-refusal'));
    await harness.assertNoFaults();
  } finally {
    await harness.close();
  }
  return paths;
}
