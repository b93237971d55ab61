/** Fetching pictures whose sites the person has allowed. One of the few places that touch the network. */

import { readBounded } from '../shared/bounded.ts';

/** Bytes of one picture; a larger one is left a link. */
const LARGEST = 10_000_000;
const PATIENCE = 20_000;

/** The pictures that could be had, with their addresses; the others are left out. Without the person's cookies. */
export async function* fetchPictures(urls: readonly string[]): AsyncGenerator<{ readonly url: string; readonly blob: Blob }> {
  for (const url of urls) {
    try {
      const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PATIENCE), headers: { accept: 'image/*' } });
      if (!response.ok || Number(response.headers.get('content-length') ?? 0) > LARGEST) continue;
      const bytes = await readBounded(response, LARGEST);
      if (bytes?.length) yield { url, blob: new Blob([bytes]) };
    } catch (error) {
      // Slow, gone, or moved to a site that was not allowed: it stays a link.
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    }
  }
}
