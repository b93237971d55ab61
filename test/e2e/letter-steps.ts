/** The way to a letter, as a person goes it: the toolbar button on the practice article, Share, a line of one's own, the full page. */
import type { Page } from 'puppeteer-core';
import type { Popup } from '../support/harness.ts';
import { until } from '../support/wait.ts';
import { SAMPLE, type Scene } from './both-browsers.ts';

/** The letter in the popup. @param prepare runs in the page before the click, to select words there */
export async function openLetterInPopup(scene: Scene, prepare = ''): Promise<Popup> {
  await scene.browser.visit(scene.server.origin + SAMPLE);
  if (prepare) await scene.browser.page.evaluate(prepare);
  const popup = await scene.browser.popup();
  await popup.see('#popup[data-state=article]');
  await popup.click('[data-verb=share]');
  await popup.see('#letter-note');
  return popup;
}

/** The letter on its full page, with a note. */
export async function openLetterPage(scene: Scene, note: string, prepare = ''): Promise<Page> {
  const popup = await openLetterInPopup(scene, prepare);
  await popup.fill('#letter-note', note);
  await popup.click('#letter-full');
  const page = await scene.browser.waitForOurs('pages/share/share.html?');
  await until('the letter', () => page.evaluate(`Boolean(document.querySelector('#sheet .line.title'))`));
  await page.bringToFront();
  return page;
}
