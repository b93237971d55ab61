/**
 * How many sheets a web page would take if it were printed as it stands: a copy of it, without scripts, is laid out in a hidden
 * frame in columns of the page's size, with its styles for print. The page itself is not changed; the frame is gone afterwards.
 */
import browser from 'webextension-polyfill';

/** The browsers' own margins when a page asks for none, in millimetres. */
const CHROMIUM_MARGIN = 10;
const FIREFOX_MARGIN = 12.7;
const PIXELS_PER_MM = 96 / 25.4;
/** Milliseconds the copy's styles and pictures may take; they are in the browser's cache. */
const PATIENCE = 4_000;

/**
 * Counts in a tab that a click has granted. Undefined where it can't be counted: another page by now, no access, a page that forbids frames.
 *
 * @param page the address it has to show, without fragment: pages of one site follow one another in a tab, and the click's grant lasts
 * @param sheet in millimetres
 */
export async function countSheetsOf(tabId: number, page: string, sheet: { readonly width: number; readonly height: number }): Promise<number | undefined> {
  const margin = CSS.supports('orphans', '2') ? CHROMIUM_MARGIN : FIREFOX_MARGIN;
  const [width, height] = [sheet.width, sheet.height].map((side) => (side - 2 * margin) * PIXELS_PER_MM) as [number, number];
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: countInPage, args: [page, width, height, PATIENCE] });
    const count = answer?.result as unknown;
    return typeof count === 'number' && count > 0 && count < 10_000 ? count : undefined;
  } catch (error) {
    // No access any more, or the tab is gone: the number is a courtesy.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Runs in the page, where nothing outside this function exists. */
async function countInPage(page: string, width: number, height: number, patience: number): Promise<number> {
  if (location.href.replace(/#.*/, '') !== page) return 0;
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = `all: initial; position: fixed; left: -30000px; top: 0; width: ${width}px; height: ${height}px; border: 0; visibility: hidden; pointer-events: none`;
  const isStandard = document.compatMode === 'CSS1Compat';
  if (isStandard) frame.srcdoc = '<!doctype html><title></title>';
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll('script, noscript, template, link:not([rel~="stylesheet"]), meta[http-equiv]')) element.remove();
  for (const inner of copy.querySelectorAll('iframe, embed, object, video, audio')) for (const name of ['src', 'srcdoc', 'data', 'autoplay']) inner.removeAttribute(name);
  for (const picture of copy.querySelectorAll('img')) picture.removeAttribute('loading');
  for (const style of copy.querySelectorAll('link[media], style[media]')) {
    const media = style.getAttribute('media') ?? '';
    if (/\bprint\b/i.test(media)) style.setAttribute('media', 'all');
    else if (/\bscreen\b/i.test(media)) style.remove();
  }
  try {
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.documentElement.append(frame);
    if (isStandard) await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, patience))]);
    const inside = frame.contentDocument;
    if (!inside) return 0;
    const base = inside.createElement('base');
    base.href = document.baseURI;
    inside.replaceChild(inside.importNode(copy, true), inside.documentElement);
    inside.head?.prepend(base);
    const waiting = [...inside.querySelectorAll<HTMLElement>('link[rel~="stylesheet"], img')]
      .filter((element) => !(element as HTMLImageElement).complete)
      .map((element) => new Promise((resolve) => { for (const event of ['load', 'error']) element.addEventListener(event, resolve, { once: true }); }));
    await Promise.race([Promise.all(waiting), new Promise((resolve) => setTimeout(resolve, patience))]);
    const forPrint = (rules: CSSRuleList): void => {
      for (const rule of rules) {
        if (rule instanceof inside.defaultView!.CSSMediaRule || 'media' in rule) {
          const { media } = rule as CSSMediaRule;
          if (/\bprint\b/i.test(media.mediaText)) media.mediaText = media.mediaText.replace(/\b(?:only\s+)?print\b/gi, 'all');
          else if (/(?:^|,|only)\s*screen\b/i.test(media.mediaText)) media.mediaText = 'not all';
        }
        if ('cssRules' in rule) forPrint((rule as CSSGroupingRule).cssRules);
      }
    };
    for (const sheet of inside.styleSheets) {
      try {
        forPrint(sheet.cssRules);
      } catch (error) {
        // A sheet from elsewhere can't be read; it counts as it is on the screen.
        if (!(error instanceof inside.defaultView!.DOMException) && !(error instanceof DOMException)) throw error;
      }
    }
    const root = inside.documentElement;
    const set = (element: HTMLElement, styles: Readonly<Record<string, string>>): void => {
      for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
    };
    set(root, { width: `${width}px`, height: 'auto', 'max-width': 'none', 'max-height': 'none', 'min-height': '0', overflow: 'visible', margin: '0', padding: '0' });
    set(inside.body, { height: 'auto', overflow: 'visible', position: 'static' });
    // What a browser doesn't break in columns, as Firefox many a grid, is at least as many sheets as it is high.
    const asHigh = Math.ceil(inside.body.getBoundingClientRect().height / height);
    set(root, { height: `${height}px`, 'column-width': `${width}px`, 'column-gap': '0px', 'column-fill': 'auto' });
    return Math.max(1, asHigh, Math.round(root.scrollWidth / width));
  } finally {
    frame.remove();
  }
}
