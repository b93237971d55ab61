/**
 * A hidden document that can parse HTML, for pages fetched by the worker. Chrome's worker has no DOM, so it makes an
 * offscreen document; a background page with a document of its own holds the same page in a frame.
 */
import browser from 'webextension-polyfill';

const PATH = 'pages/fetch/fetch.html';

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

let users = 0;
let opening: Promise<() => Promise<void>> | undefined;
/** The one before is gone: there may be only one at a time, and one that is on its way out still looks as if it were there. */
let gone: Promise<unknown> = Promise.resolve();

/** Runs some work while the hidden document is there; the last one out closes it. */
export async function withHiddenDocument<T>(work: () => Promise<T>): Promise<T> {
  users += 1;
  opening ??= gone.then(open);
  const mine = opening;
  try {
    await mine;
    return await work();
  } finally {
    users -= 1;
    if (users === 0) {
      opening = undefined;
      // One that never opened, or that the browser has closed itself, is closed: what the work found stands.
      gone = mine.then((close) => close()).catch(() => undefined);
      await gone;
    }
  }
}

async function open(): Promise<() => Promise<void>> {
  const { offscreen } = browser as unknown as { offscreen?: Offscreen };
  if (offscreen) return openOffscreen(offscreen);
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = browser.runtime.getURL(PATH);
  document.body.append(frame);
  await loaded;
  return async () => frame.remove();
}

async function openOffscreen(offscreen: Offscreen): Promise<() => Promise<void>> {
  const runtime = browser.runtime as unknown as { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> };
  // One may be left of a worker that was killed half-way.
  const left = await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (left.length === 0) {
    await offscreen.createDocument({ url: PATH, reasons: ['DOM_PARSER'], justification: 'Find the article in a page whose link the person asked to save.' });
  }
  return () => offscreen.closeDocument();
}
