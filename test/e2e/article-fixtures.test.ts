/** Every page of `test/fixtures` once in Chromium, as a live page with its scripts on, read by the content script that ships. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumEngine, type ChromiumEngine } from '../../bench/extract/engines.mjs';
import { faultsOf, readFixtures } from '../support/article-fixtures.ts';

describe('our own pages, in Chromium', () => {
  let engine: ChromiumEngine;
  beforeAll(async () => { engine = await chromiumEngine(); });
  afterAll(async () => { await engine?.close(); });

  it.each(readFixtures())('$slug', async ({ html, expected }) => {
    const { answer, error, unchanged } = await engine.live(html, expected.url);
    expect(error).toBeUndefined();
    expect(unchanged, 'the live page is as it was').toBe(true);
    expect(answer && faultsOf(expected, answer)).toEqual([]);
  });
});
