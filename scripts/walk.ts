/** The main job once, without a screen: open an article, look at the popup, read, print, save, find it in the library. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserKind } from '../test/support/harness.ts';
import { openBrowser } from '../test/support/open-browser.ts';
import { sleep } from '../test/support/wait.ts';
import { missing } from './browsers.mjs';

export interface Picture { readonly what: string; readonly path: string }

/** @throws when any step does not come to its end, or the browser reports a fault on the way */
export async function walk(kind: BrowserKind, url: string, folder: string): Promise<readonly Picture[]> {
  mkdirSync(folder, { recursive: true });
  const pictures: Picture[] = [];
  const picture = (what: string, name: string): string => {
    const path = resolve(folder, `${kind}-${name}`);
    pictures.push({ what, path });
    return path;
  };
  const harness = await openBrowser(kind);
  try {
    await harness.visit(url);
    let popup = await harness.popup();
    await popup.see('#popup[data-state=article]');
    await popup.screenshot(picture('The popup', 'popup.png'));
    await popup.click('#acts [data-verb=save]');
    await popup.see('#action-save[data-state=done]');
    await popup.screenshot(picture('The popup, article saved', 'popup-saved.png'));
    await popup.close();

    popup = await harness.popup();
    await popup.click('#acts [data-verb=read]');
    const reader = await harness.waitForOurs('pages/reader/reader.html');
    await reader.waitForSelector('article');
    await reader.bringToFront();
    await sleep(500);
    await reader.screenshot({ path: picture('The article, clean', 'reader.png') });
    const pdf = picture('The article on paper', 'print.pdf');
    await harness.pdf(reader, pdf);
    if (missing(['paper']).length === 0) {
      const page = picture('Its first sheet', 'print.png');
      execFileSync('pdftoppm', ['-r', '80', '-png', '-singlefile', '-f', '1', '-l', '1', pdf, page.replace(/\.png$/, '')]);
    }
    const library = await harness.openOurs('pages/library/library.html');
    await library.bringToFront();
    await sleep(500);
    await library.screenshot({ path: picture('The library', 'library.png') });
    await harness.assertNoFaults();
  } finally {
    await harness.close();
  }
  return pictures;
}
