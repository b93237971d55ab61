/** An article whose page has changed says so on the shelf; the difference is shown, and the earlier text can be had back. */
import { build } from 'esbuild';
import { beforeEach, expect, it } from 'vitest';
import { sleep, until } from '../support/wait.ts';
import { emptyLibrary, inBothBrowsers, savedArticles } from './both-browsers.ts';

const BEFORE = 'The tram to the harbour runs until nine.\nNobody minds.\nThe bell was sold.';
const NOW = 'The tram to the harbour runs until midnight.\nNobody minds.\nA second line is being built.';

/** Saves the same address twice, with another text the second time. */
async function seed(): Promise<string> {
  const contents = `import { saveArticle } from './src/library/library.ts';
    globalThis.saveTwice = async (texts) => {
      for (const [n, text] of texts.entries()) {
        const url = 'https://paper.example/tram';
        await saveArticle({ url, sourceUrl: url, title: 'The tram', authors: [], dir: 'ltr', language: 'en', excerpt: '', text, wordCount: 12, feeds: [],
          html: text.split('\\n').map((line) => '<p>' + line + '</p>').join('') + '<p><img src="https://paper.example/p.png" alt="A tram"></p>',
          kept: { paragraphs: 3, pictures: 1, embeds: 0, tables: 0 }, provenance: {} }, new Date(2025, 2, 3 + n).getTime());
      }
    };`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, write: false, format: 'iife', target: 'es2022' });
  return outputFiles[0]!.text;
}

inBothBrowsers('earlier texts', (scene) => {
  let code: string;
  beforeEach(async () => {
    code ??= await seed();
    await emptyLibrary(scene);
    await scene.browser.inExtension('await browser.storage.local.set({ settings: { welcomed: true } });');
    const seeding = await scene.browser.openOurs('pages/options/options.html');
    await seeding.evaluate(`(() => { ${code}; return saveTwice(${JSON.stringify([BEFORE, NOW])}); })()`);
    await seeding.close();
  });

  it('are reached from the shelf, compared word by word, and come back with a way back', async () => {
    const page = await scene.browser.openOurs('pages/library/library.html');
    await page.bringToFront();
    await page.waitForSelector('.item .since');
    const asked = scene.server.requests.length;
    await page.$eval('.item .since', (link) => { (link as HTMLAnchorElement).click(); });
    await until('the difference', () => page.$eval('#text ins', (words) => words.textContent === 'midnight').catch(() => false));
    const words = (tag: string) => page.$$eval(`#text ${tag}`, (all) => all.map((each) => each.textContent));
    expect([await words('del'), await words('ins')]).toEqual([['nine', 'The bell was sold.'], ['midnight', 'A second line is being built.']]);
    await page.click('[name=show][value=whole] + span');
    await until('the whole text', () => page.$eval('#text', (text) => text.textContent?.includes('until nine') && text.querySelector('img') === null && text.textContent.includes('A tram')));
    await page.$eval('#go-back', (button) => { (button as HTMLElement).click(); (button as HTMLElement).click(); });
    await until('the earlier text in the library', async () => {
      const [first] = await savedArticles(scene) as readonly { textAt?: number }[];
      return first?.textAt === new Date(2025, 2, 3).getTime();
    });
    // Two presses are one.
    await until('the word of it', () => page.$$eval('.toast', (all) => all.length > 0));
    await sleep(300);
    expect(await page.$$eval('.toast span', (all) => all.map((each) => each.textContent))).toEqual(['The article has its earlier text again. The later one is kept here.']);
    await page.$$eval('.toast button', (buttons) => { (buttons.at(-1) as HTMLButtonElement).click(); });
    await until('the later text again', async () => {
      const [first] = await savedArticles(scene) as readonly { textAt?: number }[];
      return first?.textAt === new Date(2025, 2, 4).getTime();
    });
    expect(scene.server.requests.slice(asked)).toEqual([]);
  });

  it('are made from the toolbar button too, when the page says something else', async () => {
    const page = (said: string) => scene.server.page('/vane.html', `<!doctype html><html lang="en"><head><title>The weathervane</title></head><body><article><h1>The weathervane of Little Marsh</h1>
      <p>Every spring the people of Little Marsh climb the tower to oil the weathervane, which has pointed the wrong way since the great storm and is loved for it.</p><p>${said}</p>
      <p>The oil is brought by the baker, who has the steadiest hands, and by his daughter, who counts the steps aloud so that nobody forgets how many there are.</p></article></body></html>`);
    await scene.browser.visit(page('This year there were forty-one of them, and the youngest was six.'));
    let popup = await scene.browser.popup();
    await popup.click('#action-save [data-verb=save]');
    await popup.see('#action-save[data-state=done]');
    await popup.close();
    popup = await scene.browser.popup();
    await popup.see('#open-saved');
    // The same text needs nothing. Nothing tells that it has been compared, so it is given time.
    await sleep(500);
    expect(await popup.evaluate('return document.querySelector("#update-saved") !== null')).toBe(false);
    await popup.close();
    await scene.browser.visit(page('This year there were forty-three of them, and the oldest was ninety, which nobody believed.'));
    // Reading is of the page as it is now; what was saved is opened from where it says so.
    const shows = async (path: string, words: string) => {
      const reader = await scene.browser.waitForOurs(path);
      await reader.waitForFunction((wanted) => document.querySelector('#article')?.textContent.includes(wanted), {}, words);
      await scene.browser.closeOurs();
    };
    popup = await scene.browser.popup();
    await popup.see('#update-saved');
    await popup.click('#action-read [data-verb=read]');
    await shows('pages/reader/reader.html?draft=', 'the oldest was ninety');
    popup = await scene.browser.popup();
    await popup.see('#update-saved');
    await popup.click('#open-saved');
    await shows('pages/reader/reader.html?id=', 'the youngest was six');
    popup = await scene.browser.popup();
    await popup.click('#update-saved');
    await until('it to be taken in', async () => (await popup.evaluate('return document.querySelector("#update-saved") === null && document.querySelector("#open-saved") !== null')) === true);
    await popup.close();
    const rows = await savedArticles(scene) as readonly { readonly title: string; readonly changedAt?: number }[];
    expect(rows.filter(({ title }) => title.startsWith('The weathervane')).map(({ changedAt }) => changedAt !== undefined)).toEqual([true]);
  });
});
