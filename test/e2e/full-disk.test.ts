/**
 * No more room. Chromium lets a test say how much a site may take; our own pages have `unlimitedStorage`, which knows no such
 * bound, so the library stands in a page of the web here. (Firefox has no such lever while it runs.)
 */
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Harness } from '../support/harness.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { openBrowser } from '../support/open-browser.ts';

const CODE = `
  import { listIds, saveArticle, searchLibrary, tendIndex } from './src/library/library.ts';
  // Words that don't pack: what is counted is what is written.
  const words = (n) => 'number' + n + ' ' + Array.from({ length: 40 }, () => [...crypto.getRandomValues(new Uint8Array(2_000))].join('')).join(' ');
  globalThis.fill = async (from, most) => {
    const acknowledged = [];
    for (let n = from; n < from + most; n += 1) {
      const url = 'https://paper.example/' + n;
      const text = words(n);
      const answer = await saveArticle({ url, sourceUrl: url, title: 'Story ' + n, authors: [], dir: 'ltr', excerpt: '', text, wordCount: 1, feeds: [], html: '<p>' + text + '</p>',
        kept: { paragraphs: 1, pictures: 0, embeds: 0, tables: 0 }, provenance: {} }, n);
      if (!answer.ok) return { acknowledged, reason: answer.reason };
      acknowledged.push(answer.value.id);
    }
    return { acknowledged };
  };
  globalThis.listed = async () => (await listIds({ filter: '*', order: 'oldest' })).value;
  globalThis.found = async (query) => (await searchLibrary(query)).value;
  globalThis.tend = tendIndex;`;

describe('a full disk (Chromium)', () => {
  let browser: Harness;
  let server: FixtureServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([openBrowser('chrome', {}), startFixtureServer()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('is answered in words, the library stays whole, and goes on when there is room', async () => {
    const { outputFiles } = await build({ stdin: { contents: CODE, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, write: false, format: 'iife', target: 'es2022' });
    await browser.visit(server.page('/', '<!doctype html><title>Room</title><p>Room.'));
    const { page } = browser;
    await page.evaluate(outputFiles[0]!.text);
    const session = await page.createCDPSession();
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 8_000_000 });
    const filled = await page.evaluate('fill(0, 400)') as { acknowledged: number[]; reason?: string };
    expect(filled.reason).toBe('full');
    expect(filled.acknowledged.length).toBeGreaterThan(3);
    // All that was acknowledged is there, and nothing else; the index knows each of them.
    expect(await page.evaluate('listed()')).toEqual(filled.acknowledged);
    expect(await page.evaluate('found("number0")')).toEqual([filled.acknowledged[0]]);
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin });
    const more = await page.evaluate('fill(1_000, 3)') as { acknowledged: number[]; reason?: string };
    expect(more.reason).toBeUndefined();
    expect(await page.evaluate('listed()')).toEqual([...filled.acknowledged, ...more.acknowledged]);
    await page.evaluate('tend()');
    expect(await page.evaluate('found("number1001")')).toEqual([more.acknowledged[1]]);
  }, 90_000);
});
