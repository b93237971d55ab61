/** Pictures of a page, fetched in the page itself: from its cache and with its own rights. */
import browser from 'webextension-polyfill';

/** A picture as it came out of a tab, with its bytes as a `data:` address: nothing of it is believed. */
export interface PagePicture {
  readonly url: string;
  readonly data: string;
}

/** The picture's bytes, whatever they are; undefined when its address holds none. */
export function bytesOf({ data }: PagePicture): Blob | undefined {
  const bytes = /^data:[^,]*;base64,([A-Za-z0-9+/=]*)$/.exec(data)?.[1];
  return bytes === undefined ? undefined : new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]);
}

/** Bytes in one answer of a tab, and of one picture; a larger one is left a link. */
const ANSWER = 12_000_000;
const PICTURE = 10_000_000;
/** Milliseconds a picture may take. */
const PATIENCE = 15_000;

/** Fetches what a granted tab lets us have of these pictures. Those that other sites guard are not among the answers. */
export async function picturesInTab(tabId: number, urls: readonly string[], take: (some: readonly PagePicture[]) => Promise<unknown>): Promise<void> {
  let left = [...urls];
  while (left.length > 0) {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: fetchInPage, args: [left, ANSWER, PICTURE, PATIENCE] });
    const { found, looked } = parseAnswer(frame?.result);
    if (found.length > 0) await take(found);
    if (looked <= 0) return;
    left = left.slice(looked);
  }
}

function parseAnswer(answer: unknown): { readonly found: readonly PagePicture[]; readonly looked: number } {
  const { found, looked } = (typeof answer === 'object' && answer !== null ? answer : {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(found) || typeof looked !== 'number') return { found: [], looked: 0 };
  return { looked, found: found.filter((each: Partial<PagePicture> | null): each is PagePicture => typeof each?.url === 'string' && typeof each.data === 'string') };
}

/** Runs in the page, in our isolated world. Must stand for itself: it is sent there as text. */
async function fetchInPage(urls: readonly string[], most: number, largest: number, patience: number): Promise<{ found: { url: string; data: string }[]; looked: number }> {
  const found: { url: string; data: string }[] = [];
  let room = most;
  let looked = 0;
  for (const url of urls) {
    looked += 1;
    try {
      const response = await fetch(url, { cache: 'force-cache', signal: AbortSignal.timeout(patience) });
      const blob = response.ok ? await response.blob() : undefined;
      if (!blob || blob.size === 0 || blob.size > largest) continue;
      const data = await new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.addEventListener('loadend', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
        reader.readAsDataURL(blob);
      });
      found.push({ url, data });
      room -= blob.size;
      if (room <= 0) break;
    } catch (error) {
      // Another site's picture that only its own pages may fetch, or one that is slow: it stays a link.
      if (!(error instanceof Error || error instanceof DOMException)) throw error;
    }
  }
  return { found, looked };
}
