/** Articles that only the live page knows whole: in shadow roots and frames, the one in view, the one after a change of page without loading. */
import { expect, it } from 'vitest';
import { inBothBrowsers } from './both-browsers.ts';

const SENTENCES = (subject: string): string => ['was built by three brothers, who had never seen the sea and still knew how a boat has to lie in the water.', 'stood empty for a winter, and when the snow went, the roof had gone with it, so that they had to begin again.', 'belongs to the whole village today, and whoever has a free evening comes by and looks after the ropes.']
  .map((rest, n) => `<p>The ${subject} ${rest} That is what the book of the parish says on page ${n + 3}, and nobody has ever doubted it, least of all the grandchildren.</p>`).join('');
const shell = (head: string, body: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><nav><a href="/a">News</a> <a href="/b">Sport</a></nav>${body}</body></html>`;

inBothBrowsers('live pages', (scene) => {
  /** What the reading page shows of the page in front. */
  const read = async (): Promise<{ title: string; text: string; links: readonly string[] }> => {
    const before: string = await scene.browser.page.evaluate(() => document.documentElement.outerHTML);
    const popup = await scene.browser.popup();
    await popup.see('#popup[data-state=article]');
    const title = await popup.text('#title');
    expect(await scene.browser.page.evaluate(() => document.documentElement.outerHTML), 'the live page is as it was').toBe(before);
    await popup.click('#acts [data-verb=read]');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html');
    await reader.waitForSelector('#text p');
    return { title, text: await reader.$eval('#text', (text) => text.textContent), links: await reader.$$eval('#text a', (links) => links.map((link) => (link as HTMLAnchorElement).href)) };
  };

  it('text in open shadow roots, one within another, with slots in their places', async () => {
    scene.server.page('/shadow', shell('<title>The boathouse of the brothers</title>', `<story-page><h1 slot="head">The boathouse of the brothers</h1><p>Told in the house itself, on a stormy evening in May, and written down there.</p></story-page>
      <script>
        customElements.define('story-text', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`<style>p{color:#222}</style><div>${SENTENCES('boathouse')}</div><slot></slot>`)}; } });
        customElements.define('story-page', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<main><slot name="head"></slot><story-text><slot></slot></story-text></main>'; } });
      </script>`));
    await scene.browser.visit('http://paper.example/shadow');
    const { title, text } = await read();
    expect(title).toBe('The boathouse of the brothers');
    const places = ['was built by three brothers', 'stood empty', 'belongs to the whole village', 'Told in the house itself'].map((words) => text.indexOf(words));
    expect(places.every((place) => place >= 0), text).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('text in a frame of the same site, its links made whole', async () => {
    scene.server.page('/inner/text', shell('<title>Inner</title>', `<div>${SENTENCES('lighthouse')}<p>More of it stands in <a href="second">the second book</a>, which the parish keeps in a chest, and shows to everybody who asks.</p></div>`));
    scene.server.page('/frame', shell('<title>The lighthouse on the hill</title>', '<main><h1>The lighthouse on the hill</h1><iframe src="/inner/text" width="600" height="400"></iframe></main>'));
    await scene.browser.visit('http://paper.example/frame');
    const { text, links } = await read();
    expect(text).toContain('was built by three brothers');
    expect(links).toContain('http://paper.example/inner/second');
  });

  it('of several articles on an endless page, the one in view', async () => {
    const article = (name: string): string => `<article><h1>The ${name} of the village</h1>${SENTENCES(name)}${SENTENCES(`old ${name}`)}</article><div style="height:900px"></div>`;
    scene.server.page('/endless', shell('<title>The windmill of the village</title><meta property="og:title" content="The windmill of the village"><meta name="author" content="Ada Marsh">', ['windmill', 'bakery', 'smithy'].map(article).join('')));
    await scene.browser.visit('http://paper.example/endless');
    await scene.browser.page.evaluate(() => { document.querySelectorAll('article')[1]?.scrollIntoView(); });
    const { title, text } = await read();
    expect(title).toBe('The bakery of the village');
    expect(text).toContain('The bakery stood empty');
    expect(text).not.toMatch(/windmill|smithy|Ada Marsh/);
  });

  it('after a change of page without loading, the new article without the old one’s facts', async () => {
    scene.server.page('/spa/first', shell(`<title>The first story of the ferry</title><link rel="canonical" href="http://paper.example/spa/first"><meta property="og:title" content="The first story of the ferry">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"The first story of the ferry","datePublished":"2020-01-02","author":{"@type":"Person","name":"Ada Marsh"}}</script>`, `<main id="app"><h1>The first story of the ferry</h1>${SENTENCES('ferry')}</main>`));
    await scene.browser.visit('http://paper.example/spa/first');
    await scene.browser.page.evaluate((html: string) => {
      history.pushState({}, '', '/spa/orchard');
      document.title = 'Apples behind the wall';
      const app = document.getElementById('app');
      if (app) app.innerHTML = html;
    }, `<h1>Apples behind the wall</h1>${SENTENCES('orchard')}`);
    const { title, text } = await read();
    expect(title).toBe('Apples behind the wall');
    expect(text).toContain('The orchard stood empty');
    expect(text).not.toContain('Ada Marsh');
  });
});
