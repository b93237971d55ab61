/** From a tab to an Article: injects `content.js` on a person's click and takes what it answers. */
import browser from 'webextension-polyfill';
import { parseArticle, EXTRACT_REASONS, type Article, type ExtractReason, type PageFacts } from '../article/article.ts';
import type { ExtractOptions } from '../article/extract.ts';
import { BEGINNING, mayStand } from '../article/upright.ts';
import { cleanUrl } from '../url/clean.ts';
import { placesFor } from './site-places.ts';

/** Why a tab could not be looked at, beside the reasons of the extraction itself. */
export type CaptureReason = ExtractReason | 'browserPage' | 'ownPage' | 'store' | 'file' | 'readerMode' | 'restricted' | 'unreached' | 'timeout' | 'gone';

export type Capture =
  | { readonly ok: true; readonly article: Article; readonly selection: string }
  | { readonly ok: false; readonly reason: CaptureReason; readonly page: PageFacts };

/** What is needed of a tab; `url` and `title` are known once the click has granted the tab. */
export interface TabLike {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  /** In a private window: nothing of it is remembered. */
  readonly incognito?: boolean | undefined;
}

/** How long a page may take to answer, in milliseconds: a page still loading or a tab asleep answers late or never. */
const PATIENCE = 5_000;

/** The tab in front, in the window where the click was. */
export async function activeTab(): Promise<TabLike | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/**
 * Reads the article in a tab. The tab must have been granted by a click (activeTab).
 * @param insist take the best block even when the page does not look like an article, and what has come when it is still loading
 * @param patience milliseconds to wait for the page
 */
export async function captureTab(tab: TabLike, insist = false, patience = PATIENCE): Promise<Capture> {
  // Where there is no article this is the link that gets shared or kept: without tracking, name and password.
  const page: PageFacts = { url: cleanUrl(tab.url ?? ''), title: tab.title || tab.url || '' };
  const closed = closedPage(page);
  if (closed) return closed;
  if (tab.id === undefined) return { ok: false, reason: 'gone', page };
  try {
    const answer = await withPatience(inject(tab.id, tab.url ?? '', insist), patience);
    if (answer === undefined) return { ok: false, reason: 'timeout', page };
    const capture = readAnswer(answer, page);
    return capture.ok && mayStand(capture.article) ? { ...capture, article: await askUpright(tab.id, capture.article) } : capture;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, reason: refusal(error.message, page.url), page };
  }
}

async function inject(tabId: number, address: string, insist: boolean): Promise<unknown> {
  const target = { tabId };
  const places = await placesFor(address);
  // Left in our isolated world, where the page cannot see it; content.js takes it away again.
  if (insist || places) {
    const asked: ExtractOptions = { insist, ...(places ? { chosen: { ...places, by: 'site' } } : {}) };
    await browser.scripting.executeScript({ target, func: (options: ExtractOptions) => { (globalThis as { passalongAsked?: ExtractOptions }).passalongAsked = options; }, args: [asked], injectImmediately: insist });
  }
  // The leading slash: one browser reads the path from the extension's root, the other from the calling page.
  const [frame] = await browser.scripting.executeScript({ target, files: ['/content.js'], injectImmediately: insist });
  return frame?.result ?? null;
}

/** How long the page may take to say how its lines stand, in milliseconds: the article is there already. */
const UPRIGHT_PATIENCE = 1_000;

/** Whether the article's lines stand upright on its page: asked by a script of its own, which few pages need. */
async function askUpright(tabId: number, article: Article): Promise<Article> {
  const target = { tabId };
  const ask = async (): Promise<unknown> => {
    await browser.scripting.executeScript({ target, func: (text: string) => { (globalThis as { passalongText?: string }).passalongText = text; }, args: [article.text.slice(0, BEGINNING)], injectImmediately: true });
    return (await browser.scripting.executeScript({ target, files: ['/upright.js'], injectImmediately: true }))[0]?.result;
  };
  // A tab that is closed or goes on meanwhile has given its article all the same.
  const way = await withPatience(ask(), UPRIGHT_PATIENCE).catch((error: unknown) => {
    if (error instanceof Error) return undefined;
    throw error;
  });
  return way === 'rl' || way === 'lr' ? { ...article, upright: way } : article;
}

async function withPatience<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => { timer = setTimeout(() => resolve(undefined), milliseconds); });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Checks what came out of the tab; nothing in it is taken on trust. */
export function readAnswer(answer: unknown, page: PageFacts): Capture {
  const { result, selection } = (typeof answer === 'object' && answer !== null ? answer : {}) as Readonly<Record<string, unknown>>;
  const { ok, article, reason } = (typeof result === 'object' && result !== null ? result : {}) as Readonly<Record<string, unknown>>;
  if (ok === true) {
    const parsed = parseArticle(article);
    if (parsed) return { ok: true, article: parsed, selection: typeof selection === 'string' ? selection.slice(0, 20_000).trim() : '' };
  }
  if (ok === false && EXTRACT_REASONS.includes(reason as ExtractReason)) return { ok: false, reason: reason as ExtractReason, page };
  return { ok: false, reason: 'failed', page };
}

/** Pages that no extension may look into, told from the address alone. */
function closedPage(page: PageFacts): Capture | undefined {
  const url = URL.parse(page.url);
  const no = (reason: CaptureReason, facts = page): Capture => ({ ok: false, reason, page: facts });
  if (!url) return no('browserPage');
  if (page.url.startsWith(browser.runtime.getURL(''))) return no('ownPage');
  if (page.url.startsWith('about:reader')) return no('readerMode', { url: readerOriginal(url) ?? '', title: page.title });
  if (url.protocol === 'file:') return no('file');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return no('browserPage');
  return undefined;
}

/** The web address behind Firefox's `about:reader?url=…`. */
function readerOriginal(url: URL): string | undefined {
  const original = URL.parse(url.searchParams.get('url') ?? '');
  return original && /^https?:$/.test(original.protocol) ? original.href : undefined;
}

/** Where extensions are sold, browsers let none of them run. */
const STORES = ['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

function refusal(message: string, address: string): CaptureReason {
  const url = URL.parse(address);
  if (url && STORES.includes(url.hostname)) return 'store';
  if (url && /\.pdf$/i.test(url.pathname)) return 'pdf';
  // The browser's own page stands where the site should be. Firefox says no more of it than that the click grants nothing.
  if (/chrome-error:|error page/i.test(message) || (/missing host permission/i.test(message) && !/(?:^|\.)(?:mozilla\.org|mozilla\.net|firefox\.com)$/.test(url?.hostname ?? ''))) return 'unreached';
  if (/no tab with id|invalid tab id|tab was closed|frame was removed|frame with id/i.test(message)) return 'gone';
  return 'restricted';
}
