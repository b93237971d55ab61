/** The harness itself: what the other tests lean on must be true, and a fault must be heard. */
import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension, removeFolder, temporaryFolder } from '../support/folders.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { BROWSERS, type Harness } from '../support/harness.ts';
import { openBrowser } from '../support/open-browser.ts';
import { until } from '../support/wait.ts';

describe.each(BROWSERS)('harness in %s', (kind) => {
  let harness: Harness;
  let server: FixtureServer;
  beforeAll(async () => {
    server = await startFixtureServer();
    harness = await openBrowser(kind, { headed: kind === 'chrome' });
  });
  afterAll(async () => {
    await harness?.close();
    await server?.close();
  });

  it('opens the true popup on a page and closes it', async () => {
    await harness.visit(server.page('/plain', '<!doctype html><title>Plain</title><p>One.</p>'));
    const popup = await harness.popup();
    expect(await popup.evaluate('return document.title')).toBeTruthy();
    expect(await popup.isOpen()).toBe(true);
    await popup.close();
    expect(await popup.isOpen()).toBe(false);
  });

  it('asks the extension API', async () => {
    expect(await harness.inExtension('return browser.runtime.id')).toBeTruthy();
  });

  it('hears console errors, uncaught errors and rejections in web pages, our pages and the popup', async () => {
    const said: string[] = [];
    const heard = (word: string): Promise<unknown> => until(`the fault ${word}`, async () => {
      await harness.assertNoFaults().catch((fault: unknown) => { said.push(String(fault)); });
      return said.some((text) => text.includes(word));
    });
    await harness.visit(server.page('/faulty', '<!doctype html><title>Faulty</title><script>console.error("wood-1"); setTimeout(() => { throw new Error("wood-2") }, 1); Promise.reject(new Error("wood-3"))</script>'));
    for (const word of ['wood-1', 'wood-2', 'wood-3']) await heard(word);
    const ours = await harness.openOurs('pages/options/options.html');
    await ours.evaluate('console.error("stone-1"); setTimeout(() => { throw new Error("stone-2") }, 1); void Promise.reject(new Error("stone-3"))');
    for (const word of ['stone-1', 'stone-2', 'stone-3']) await heard(word);
    await harness.closeOurs();
    await harness.assertNoFaults();
    harness.faults.expect(/announced/);
    await harness.visit(server.page('/announced', '<!doctype html><title>Announced</title><script>console.error("announced")</script>'));
    await harness.assertNoFaults();
  });
});

describe.each(BROWSERS)('background in %s', (kind) => {
  it('is heard too: console errors, uncaught errors and rejections', async () => {
    // The same extension with a background that does three things wrong.
    const extension = temporaryFolder('faulty');
    cpSync(builtExtension(kind), extension, { recursive: true });
    appendFileSync(join(extension, 'background.js'), ';console.error("iron-1"); setTimeout(() => { throw new Error("iron-2") }, 1); Promise.reject(new Error("iron-3"));');
    const harness = await openBrowser(kind, { extension });
    try {
      const said: string[] = [];
      for (const word of ['iron-1', 'iron-2', 'iron-3']) {
        await until(`the fault ${word}`, async () => {
          await harness.assertNoFaults().catch((fault: unknown) => { said.push(String(fault)); });
          return said.some((text) => text.includes(word));
        });
      }
    } finally {
      await harness.close();
      removeFolder(extension);
    }
  });
});
