/** Fetching one web page politely and turning its bytes into a document. One of the few places that touch the network. */
import type { Answer } from '../../browser/messages.ts';
import { readBounded } from '../shared/bounded.ts';
import { encodingOf } from '../shared/encoding.ts';

/** Bytes of HTML taken at most; longer answers are refused rather than cut. */
const MOST = 12_000_000;
/** Milliseconds for the whole answer. */
const PATIENCE = 20_000;

export interface FetchedPage {
  readonly document: Document;
  /** Where redirects ended. */
  readonly url: string;
}

/** An answer, or one that says when to ask again, in milliseconds. */
export type PageAnswer = Answer<FetchedPage> | { readonly ok: false; readonly reason: 'linkBusy'; readonly wait: number };

/** How long a site that is busy is left alone when it does not say so itself, and the longest we hold to what it says. In milliseconds. */
const BUSY = { unsaid: 60_000, most: 24 * 60 * 60_000 };

/**
 * Fetches a page. Every failure is an answer with its reason.
 * @param cookies as the person would see it, with their cookies; else as a stranger does
 */
export async function fetchPage(url: string, cookies = true): Promise<PageAnswer> {
  const stop = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(url, { credentials: cookies ? 'include' : 'omit', redirect: 'follow', signal: stop, headers: { accept: 'text/html,application/xhtml+xml' } });
    if (response.status === 404 || response.status === 410) return { ok: false, reason: 'linkGone' };
    if (response.status === 401 || response.status === 403) return { ok: false, reason: 'linkForbidden' };
    if (response.status === 429 || response.status === 503) return { ok: false, reason: 'linkBusy', wait: busyFor(response.headers.get('retry-after'), Date.now()) };
    if (!response.ok) return { ok: false, reason: 'linkFailed' };
    const type = response.headers.get('content-type') ?? '';
    if (!/^(text\/html|application\/xhtml\+xml)/i.test(type.trim())) return { ok: false, reason: 'linkNotPage' };
    const bytes = await readBounded(response, MOST);
    if (!bytes) return { ok: false, reason: 'tooLarge' };
    const html = new TextDecoder(encodingOf(bytes, type)).decode(bytes);
    return { ok: true, value: { document: new DOMParser().parseFromString(html, 'text/html'), url: response.url } };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return { ok: false, reason: 'linkSlow' };
    // `fetch` throws TypeError for every failure of the network, and for a redirect to a site that was not allowed.
    if (error instanceof TypeError) return { ok: false, reason: navigator.onLine ? 'linkFailed' : 'offline' };
    throw error;
  }
}

/** `Retry-After` in milliseconds: seconds, or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function busyFor(header: string | null, now: number): number {
  const wait = header === null ? Number.NaN : /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(BUSY.most, Math.max(1_000, wait)) : BUSY.unsaid;
}
