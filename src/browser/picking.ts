/** The picker in a tab: started there on a person's click, asked for what was picked when the person is done. */
import browser from 'webextension-polyfill';
import type { ExtractResult } from '../article/article.ts';
import { readAnswer, type Capture, type TabLike } from './capture.ts';
import type { Places } from '../article/chosen.ts';
import { parsePlaces } from './site-places.ts';

/** What may be pointed at. */
export type PickWhat = 'body' | 'title' | 'authors' | 'published';

/** What the picker is told before it starts. */
export interface PickSetup {
  readonly what: PickWhat;
  /** The verb offered first: the one the person came from. */
  readonly verb: 'read' | 'print';
  /** The tab of ours that the person came from and goes back to. */
  readonly backTo?: number | undefined;
  /** False in private windows. */
  readonly mayRemember: boolean;
  /** Address without fragment that the tab has to show. */
  readonly page?: string | undefined;
}

/** Our isolated world in a page: out of the page's reach. */
export interface PickerWorld {
  passalongPickSetup?: PickSetup | undefined;
  /** What was picked, for `takePicked`. */
  passalongPicked?: ExtractResult | undefined;
  passalongFind?: Wording | undefined;
}

/**
 * Starts the picker in a tab that a click has granted.
 * @returns `elsewhere` when the tab shows another page by now, `gone` when we may not look into it any more
 */
export async function startPicker(tabId: number, setup: PickSetup): Promise<'started' | 'elsewhere' | 'gone'> {
  const target = { tabId };
  try {
    const [there] = await browser.scripting.executeScript({ target, args: [setup], func: (given: PickSetup) => {
      if (given.page !== undefined && location.href.replace(/#.*/, '') !== given.page) return false;
      (globalThis as PickerWorld).passalongPickSetup = given;
      return true;
    } });
    if (there?.result !== true) return 'elsewhere';
    await browser.scripting.executeScript({ target, files: ['/picker.js'] });
    return 'started';
  } catch (error) {
    // Closed, or gone on to another site: the grant of the click is spent.
    if (error instanceof Error) return 'gone';
    throw error;
  }
}

/** As a person typed it: only what was changed. The day as `YYYY-MM-DD`. */
export interface Wording {
  readonly title?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly published?: string | undefined;
}

/** Where on a page typed words stand, so that the like is found on other pages of the site. Undefined when they stand nowhere. */
export async function placesOfWords(tabId: number, wording: Wording): Promise<Places | undefined> {
  const target = { tabId };
  try {
    await browser.scripting.executeScript({ target, args: [wording], func: (given: Wording) => { (globalThis as PickerWorld).passalongFind = given; } });
    const [frame] = await browser.scripting.executeScript({ target, files: ['/picker.js'] });
    return parsePlaces(frame?.result);
  } catch (error) {
    // The tab has gone: what was typed holds for this article.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Takes what was picked in a tab. Nothing in it is taken on trust. */
export async function takePicked(tab: TabLike): Promise<Capture> {
  const page = { url: tab.url ?? '', title: tab.title ?? '' };
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId: tab.id ?? -1 }, func: () => ({ result: (globalThis as PickerWorld).passalongPicked }) });
    return readAnswer(frame?.result, page);
  } catch (error) {
    if (error instanceof Error) return { ok: false, reason: 'gone', page };
    throw error;
  }
}
