// @vitest-environment jsdom
/** What a site answers besides a page, and how long it wants to be left alone. The network itself is stood in for. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { busyFor, fetchPage } from '../../../src/pages/fetch/fetch-page.ts';

afterEach(() => vi.unstubAllGlobals());

describe('Retry-After', () => {
  it.each([
    ['120', 120_000], [' 5 ', 5_000], ['0', 1_000], [null, 60_000], ['soon', 60_000], ['99999999', 86_400_000],
    ['Thu, 01 Jan 1970 00:10:00 GMT', 500_000], ['Thu, 01 Jan 1970 00:00:01 GMT', 1_000],
  ])('%s is %d ms', (header, wait) => {
    expect(busyFor(header, 100_000)).toBe(wait);
  });
});

describe('a page that is asked for', () => {
  const answering = (status: number, headers: Record<string, string> = {}, body = '<p>x</p>') => {
    const asked = vi.fn<(url: string, options: RequestInit) => Promise<Response>>(() => Promise.resolve(new Response(body, { status, headers: { 'content-type': 'text/html', ...headers } })));
    vi.stubGlobal('fetch', asked);
    return asked;
  };
  it.each([[404, 'linkGone'], [410, 'linkGone'], [401, 'linkForbidden'], [403, 'linkForbidden'], [500, 'linkFailed']])('with %i is refused as %s', async (status, reason) => {
    answering(status);
    expect(await fetchPage('https://a.example/')).toEqual({ ok: false, reason });
  });
  it.each([429, 503])('with %i is left alone for as long as the site says', async (status) => {
    answering(status, { 'retry-after': '30' });
    expect(await fetchPage('https://a.example/')).toEqual({ ok: false, reason: 'linkBusy', wait: 30_000 });
  });
  it('of a list brings no cookies along', async () => {
    const asked = answering(200);
    await fetchPage('https://a.example/', false);
    expect(asked.mock.lastCall?.[1]).toMatchObject({ credentials: 'omit' });
  });
});
