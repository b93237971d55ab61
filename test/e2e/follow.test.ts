/** News of a site: the feeds that its page offers stand under the article. */
import { expect, it } from 'vitest';
import { inBothBrowsers, SAMPLE } from './both-browsers.ts';

inBothBrowsers('follow', (scene) => {
  it('shows the feeds of a page that has some, and nothing where there are none', async () => {
    const words = Array.from({ length: 6 }, (_, n) => `<p>Paragraph ${n} of a story that is long enough to be taken for one, with a second half, and with a reason why the lamps along the old wall are lit so early.</p>`).join('');
    scene.server.page('/news/lamps.html', `<!doctype html><html lang="en"><head><title>The lamps</title>
      <link rel="alternate" type="application/rss+xml" title="Town news" href="/feeds/town.xml"><link rel="alternate" type="application/feed+json" href="javascript:alert(1)">
      </head><body><article><h1>The lamps</h1>${words}</article></body></html>`);
    const read = async (path: string) => {
      await scene.browser.visit(scene.server.origin + path);
      const popup = await scene.browser.popup();
      await popup.click('#acts [data-verb=read]');
      const reader = await scene.browser.waitForOurs('pages/reader/reader.html?draft=');
      await reader.waitForSelector('body:not([aria-busy]) article h1');
      return reader;
    };
    const reader = await read('/news/lamps.html');
    expect(await reader.$eval('#follow-title', (title) => title.textContent)).toBe('Get latest news and updates');
    expect(await reader.$$eval('#follow li bdi', (all) => all.map((each) => each.textContent))).toEqual(['Town news']);
    expect(await reader.$eval('#follow a', (link) => [link.href, link.rel, link.target])).toEqual([`${scene.server.origin}/feeds/town.xml`, 'noopener noreferrer', '_blank']);
    await scene.browser.closeOurs();
    const plain = await read(SAMPLE);
    expect(await plain.$('#follow')).toBeNull();
  });
});
