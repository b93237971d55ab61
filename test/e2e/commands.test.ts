/** The keyboard commands: what the browser really assigned, pressed for real. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { emptyLibrary, inBothBrowsers, SAMPLE, SAMPLE_TITLE, savedWith, printSheets } from './both-browsers.ts';
import { textOf } from '../support/paper.ts';
import { ROOT } from '../support/folders.ts';

type Commands = Readonly<Record<string, { readonly suggested_key?: { readonly default: string } }>>;

inBothBrowsers('keyboard commands', (scene) => {
  const keys = async (): Promise<Readonly<Record<string, string>>> => {
    const all = await scene.browser.inExtension<readonly { name: string; shortcut: string }[]>('return browser.commands.getAll()');
    return Object.fromEntries(all.map(({ name, shortcut }) => [name, shortcut]));
  };
  const press = async (name: string) => scene.browser.press((await keys())[name] ?? '');
  const { commands } = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as { commands: Commands };

  beforeEach(async () => {
    await emptyLibrary(scene);
    await scene.browser.visit(scene.server.origin + SAMPLE);
  });

  it('gives each of the four commands the key the manifest asks for', async () => {
    const given = await keys();
    for (const name of ['read', 'print', 'share', 'save']) expect(given[name], name).toBe(commands[name]?.suggested_key?.default);
  });

  it('saves', async () => {
    await press('save');
    await savedWith(scene, SAMPLE_TITLE);
  });

  it.each([['read', 'pages/reader/reader.html'], ['share', 'pages/share/share.html']])('%s opens its page', async (name, path) => {
    await press(name);
    const page = await scene.browser.waitForOurs(path);
    await page.waitForFunction((title: string) => document.body.textContent?.includes(title), {}, SAMPLE_TITLE);
  });

  it('print prints', async () => {
    await press('print');
    expect(textOf(await printSheets(scene))).toContain(SAMPLE_TITLE);
  });
});
