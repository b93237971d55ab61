/** The toolbar popup: the true one, with the grant of a true click. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { emptyLibrary, inBothBrowsers, SAMPLE, SAMPLE_TITLE, savedArticles, savedWith } from './both-browsers.ts';
import { until } from '../support/wait.ts';

inBothBrowsers('popup', (scene) => {
  beforeEach(() => emptyLibrary(scene));
  const open = async (path = SAMPLE) => {
    await scene.browser.visit(scene.server.origin + path);
    const popup = await scene.browser.popup();
    await popup.see('#popup[data-state=article]');
    return popup;
  };

  /** Puts an empty library of this version in place of the one there is; of version 0, none. */
  const leaveLibraryOfVersion = (version: number) => scene.browser.inExtension(`
    const gone = indexedDB.deleteDatabase('passalong');
    await new Promise((resolve, reject) => { gone.onsuccess = resolve; gone.onerror = () => reject(gone.error); });
    if (args[0] === 0) return;
    const open = indexedDB.open('passalong', args[0]);
    await new Promise((resolve, reject) => { open.onsuccess = resolve; open.onerror = () => reject(open.error); });
    open.result.close();`, version);

  it('shows at once and without scrolling what the article is, and the four actions', async () => {
    const popup = await open();
    expect(await popup.text('#title')).toBe(SAMPLE_TITLE);
    expect(await popup.text('#kick')).toMatch(/^The Harbour Courier . Town Life$/);
    expect(await popup.text('#by')).toMatch(/^Tamsin Averill and Jonah Okpara$/);
    expect(await popup.text('#when')).toMatch(/12 March 2026.*\b0?7:40\b.* min to read|March 12, 2026.*\b0?7:40\b.* min to read/);
    await until('the lead picture', () => popup.evaluate<boolean>(`const picture = document.querySelector('#picture'); return picture.complete && picture.naturalWidth > 100`));
    const seen = await popup.evaluate<{ verbs: string[]; below: number; wide: number }>(`
      const verbs = [...document.querySelectorAll('#acts [data-verb]')];
      const lowest = Math.max(...verbs.map((verb) => verb.getBoundingClientRect().bottom));
      return { verbs: verbs.map((verb) => verb.dataset.verb), below: lowest - window.innerHeight, wide: document.documentElement.scrollWidth - window.innerWidth };`);
    expect(seen.verbs).toEqual(['read', 'print', 'share', 'save']);
    expect(seen.below).toBeLessThanOrEqual(0);
    expect(seen.wide).toBeLessThanOrEqual(0);
    await popup.close();
  });

  it('says where each thing came from', async () => {
    const popup = await open();
    await popup.click('#receipt-button');
    await popup.see('#receipt dl');
    expect(await popup.text('#receipt')).toMatch(/Title.*Authors.*Date.*Kept: paragraphs [1-9].*Left out: other pieces of text on the page [1-9]/s);
    await popup.click('#receipt-left summary');
    await popup.see('#receipt-left[open] li');
    expect(await popup.text('#receipt-left ul')).toMatch(/Menus and edges of the page: [1-9]/);
    await popup.close();
  });

  it('lets the person put right what was found, for every verb and in the library', async () => {
    const popup = await open();
    await popup.click('#action-save [data-verb=save]');
    await popup.see('#open-saved');
    await popup.click('#receipt-button');
    await popup.click('#receipt-right');
    await popup.see('#right-title');
    const type = (field: string, value: string) => popup.evaluate(`document.querySelector('#right-${field}').value = ${JSON.stringify(value)}`);
    await type('title', '');
    await popup.evaluate(`document.querySelector('#right').noValidate = true`);
    await popup.click('#right-use');
    await popup.see('#right-said:not([hidden])');
    await type('title', 'A headline put right');
    await type('authors', 'Odile Marsh, Tom Weir');
    await type('day', '2026-03-13');
    await popup.click('#right-use');
    await popup.see('#receipt dl');
    expect(await popup.text('#receipt')).toMatch(/You put it right/);
    expect(await popup.text('#title')).toBe('A headline put right');
    expect(await popup.text('#by')).toBe('Odile Marsh and Tom Weir');
    const row = await savedWith(scene, 'A headline put right');
    expect(row).toMatchObject({ authors: ['Odile Marsh', 'Tom Weir'], published: '2026-03-13' });
    expect(await savedArticles(scene)).toHaveLength(1);
    await popup.click('#acts #open-saved');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html?id=');
    await reader.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('A headline put right'));
  });

  it('says what a report of a problem holds before it makes the file', async () => {
    const popup = await open();
    await popup.click('#receipt-button');
    await popup.click('#receipt-report');
    expect(await popup.text('#report')).toMatch(/sends nothing/);
    await popup.click('#report-make');
    await popup.see('#report-made:not(:empty)');
    const name = /passalong-report-\S+\.json/.exec(await popup.text('#report-made'))?.[0] ?? '';
    const file = join(scene.browser.downloads, name);
    await until('the report', () => existsSync(file) && readFileSync(file, 'utf8').endsWith('}\n'));
    const report = JSON.parse(readFileSync(file, 'utf8')) as { address: string; passalong: string; found: { title: string } };
    expect(report).toMatchObject({ address: scene.server.origin + SAMPLE, found: { title: SAMPLE_TITLE } });
    await popup.close();
  });

  it('saves, says so, offers Open and Remove, and knows it again', async () => {
    const popup = await open();
    await popup.click('#action-save [data-verb=save]');
    await popup.see('#action-save[data-state=done]');
    await popup.see('#open-saved');
    await popup.see('#remove-saved');
    const row = await savedWith(scene, SAMPLE_TITLE);
    expect(row.authors).toEqual(['Tamsin Averill', 'Jonah Okpara']);
    expect(await scene.browser.badge()).toBe('✓');
    await popup.close();

    const again = await open();
    await again.see('#action-save[data-state=done]');
    await again.click('#open-saved');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html?id=');
    await reader.waitForFunction((title: string) => document.body.textContent?.includes(title), {}, SAMPLE_TITLE);
  });

  it('removes what was saved, and puts it back', async () => {
    const popup = await open();
    await popup.click('#action-save [data-verb=save]');
    await popup.click('#remove-saved');
    await until('an empty library', async () => (await savedArticles(scene)).length === 0);
    await popup.click('#put-back');
    await popup.see('#open-saved');
    expect(await savedArticles(scene)).toHaveLength(1);
    await popup.close();
  });

  it('never makes two of one article', async () => {
    for (const path of [SAMPLE, `${SAMPLE}?utm_source=mail`, `${SAMPLE}#what`]) {
      await scene.browser.visit(scene.server.origin + path);
      const popup = await scene.browser.popup();
      await popup.see('#popup[data-state=article]');
      if (await popup.evaluate<boolean>(`return Boolean(document.querySelector('#action-save [data-verb=save]'))`)) await popup.click('#action-save [data-verb=save]');
      await popup.see('#action-save[data-state=done]');
      await popup.close();
    }
    expect(await savedArticles(scene)).toHaveLength(1);
  });

  it('opens the reader on Read, and again after a reload', async () => {
    const popup = await open();
    await popup.click('#acts [data-verb=read]');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html?draft=');
    const shown = () => reader.waitForFunction((title: string) => document.querySelector('h1')?.textContent?.includes(title), {}, SAMPLE_TITLE);
    await shown();
    expect(await popup.isOpen()).toBe(false);
    await reader.evaluate('location.reload()');
    await until('the page to be loaded again', () => reader.evaluate('document.readyState === "complete"'));
    await shown();
    expect(await savedArticles(scene)).toHaveLength(0);
  });

  it('opens the library and the settings', async () => {
    const popup = await open();
    await popup.click('#library');
    await scene.browser.waitForOurs('pages/library/library.html');
    await scene.browser.closeOurs();
    const second = await open();
    await second.click('#settings');
    await scene.browser.waitForOurs('pages/options/options.html');
  });

  it('says why saving failed and what to do, and saves on the next try', async () => {
    // A newer Passalong has left its library behind: this one may not open it.
    const popup = await open();
    await leaveLibraryOfVersion(1_000);
    await popup.click('#action-save [data-verb=save]');
    await popup.see('#action-save[data-state=failed] [role=alert]');
    expect((await popup.text('#action-save [role=alert]')).length).toBeGreaterThan(20);
    await leaveLibraryOfVersion(0);
    await popup.click('#action-save .act-failed button');
    await popup.see('#action-save[data-state=done]');
    await savedWith(scene, SAMPLE_TITLE);
    await popup.close();
  });

  it('shows the article and all that can be done without a library, when that does not open', async () => {
    await leaveLibraryOfVersion(1_000);
    try {
      const popup = await open();
      expect(await popup.text('#title')).toBe(SAMPLE_TITLE);
      await popup.click('[data-verb=read]');
      await popup.see('#action-read[data-state=failed] [role=alert]');
      expect(await popup.text('#action-read [role=alert]')).toMatch(/library can’t be opened/);
      await popup.click('[data-verb=print]');
      await popup.see('#print-as-it-is');
      await popup.click('[data-verb=share]');
      await popup.see('#letter-note');
      await popup.click('#letter-full');
      await popup.see('#letter-said');
      expect(await popup.text('#letter-said')).toMatch(/library can’t be opened/);
      await popup.close();
      // The library's own page says it too, and nothing that still waits lies over it.
      const library = await scene.browser.openOurs('pages/library/library.html');
      await until('word of it', () => library.$eval('#state', (state) => /library can’t be opened/.test(state.textContent)));
      expect(await library.$$('.waiting')).toEqual([]);
    } finally {
      await leaveLibraryOfVersion(0);
    }
  });
});
