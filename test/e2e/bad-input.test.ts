/** Pages that are no article, or hardly a page: each gets a clear sentence and something to do, and nothing breaks. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { emptyLibrary, inBothBrowsers, MENU, SAMPLE, savedArticles, savedWith } from './both-browsers.ts';
import { startFixtureServer } from '../support/fixture-server.ts';
import { ROOT, temporaryFolder } from '../support/folders.ts';
import { textOf } from '../support/paper.ts';
import { sleep, until } from '../support/wait.ts';

const SENTENCE = 'Lamplighters walked the quay at dusk and nobody thought it worth a line in the paper until the last of them had gone home for good. ';
const article = (title: string, body: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">${title}</head><body><article>${body}</article></body></html>`;
const paragraphs = (count: number): string => Array.from({ length: count }, (_, n) => `<p>Paragraph ${n + 1}. ${SENTENCE.repeat(3)}</p>`).join('\n');

inBothBrowsers('bad input', (scene) => {
  beforeEach(() => emptyLibrary(scene));

  /** Clicks the button on a page and answers what the popup says. */
  const look = async (url: string, ms?: number) => {
    await scene.browser.visit(url);
    return lookHere(ms);
  };
  const lookHere = async (ms = 15_000) => {
    const popup = await scene.browser.popup();
    const state = await until('the popup to know', () => popup.evaluate<string | undefined>(`const { state } = document.querySelector('#popup').dataset; return state === 'working' ? undefined : state`), ms);
    const said = state === 'refusal'
      ? { reason: await popup.evaluate<string>(`return document.querySelector('#head').dataset.reason`), title: await popup.text('#title'), sentence: await popup.text('#reason') }
      : { reason: undefined, title: await popup.text('#title'), sentence: '' };
    const verbs = await popup.evaluate<readonly string[]>(`return [...document.querySelectorAll('#acts [data-verb]')].map((each) => each.dataset.verb)`);
    return { popup, state, ...said, verbs };
  };
  /** A refusal must say in a whole sentence what is the matter, and the library must be in reach. */
  const refuses = async (seen: Awaited<ReturnType<typeof lookHere>>, reason: string, verbs: readonly string[]) => {
    expect({ reason: seen.reason, verbs: seen.verbs }).toEqual({ reason, verbs });
    expect(seen.title.length).toBeGreaterThan(8);
    expect(seen.sentence).toMatch(/^[A-Z].{20,}\.$/);
    await seen.popup.see('#library');
    await seen.popup.close();
  };

  it('an empty page', async () => {
    const seen = await look(scene.server.page('/empty', '<!doctype html><title></title><body></body>'));
    await refuses(seen, 'empty', ['share', 'save']);
  });

  it('a page with no article: the link can be shared and kept, the page printed, or read anyway', async () => {
    const url = scene.server.page('/timetable', '<!doctype html><title>Ferry times</title><table><tr><td>08:15</td><td>09:40</td></tr></table>');
    const seen = await look(url);
    await refuses(seen, 'noArticle', ['read', 'print', 'share', 'save']);

    const { popup } = await look(`${url}?line=4&utm_source=poster`);
    await popup.click('#acts [data-verb=save]');
    await popup.see('#action-save[data-state=done]');
    expect((await savedArticles(scene))[0]).toMatchObject({ title: 'Ferry times', hasBody: false, url: `${url}?line=4` });
    await popup.close();

    const print = (await look(url)).popup;
    await print.click('#acts [data-verb=print]');
    expect(textOf(await scene.browser.printed())).toContain('08:15');
  });

  it('a page that hardly is an article is read anyway when the person says so', async () => {
    const { popup, verbs } = await look(scene.server.page('/notice', '<!doctype html><title>Notice</title><h1>Notice</h1><p>The bathing huts open on the first of May, weather allowing.</p>'));
    expect(verbs).toContain('read');
    await popup.click('#acts [data-verb=read]');
    await popup.see('#popup[data-state=article]');
    await popup.click('#acts [data-verb=read]');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html');
    await reader.waitForFunction(() => document.querySelector('#article')?.textContent?.includes('bathing huts'));
  });

  it('a front page', async () => {
    const items = Array.from({ length: 40 }, (_, n) => `<li><a href="/story/${n}.html">The harbour board meets for the ${n}th time this year</a></li>`).join('');
    const seen = await look(scene.server.page('/', `<!doctype html><title>The Harbour Courier</title><ul>${items}</ul>`));
    expect(['frontPage', 'noArticle']).toContain(seen.reason);
    expect(seen.sentence).toMatch(/^[A-Z].{20,}\.$/);
    await seen.popup.close();
  });

  it('a page of 20 MB answers in time, with the article or with a sentence', async () => {
    const big = article('<title>Very long</title>', `<h1>Very long</h1>${paragraphs(50_000)}`);
    expect(big.length).toBeGreaterThan(20_000_000);
    scene.server.page('/big', big);
    const seen = await look(`${scene.server.origin}/big`, 30_000);
    if (seen.state === 'article') expect(seen.title).toBe('Very long');
    else await refuses(seen, 'tooLarge', ['print', 'share', 'save']);
  }, 120_000);

  it('a page with no title takes its headline, or its first words', async () => {
    const seen = await look(scene.server.page('/untitled', article('', paragraphs(6))));
    expect(seen.state).toBe('article');
    expect(seen.title.length).toBeGreaterThan(3);
    await seen.popup.click('#acts [data-verb=save]');
    await seen.popup.see('#action-save[data-state=done]');
    expect(await savedArticles(scene)).toHaveLength(1);
    await seen.popup.close();
  });

  it('a frameset', async () => {
    scene.server.page('/frame', article('<title>Inside</title>', paragraphs(4)));
    const seen = await look(scene.server.page('/frameset', '<html><head><title>Frames</title></head><frameset cols="20%,80%"><frame src="/frame"><frame src="/frame"></frameset></html>'));
    await refuses(seen, 'frameset', ['share', 'save']);
  });

  it('XHTML is read like any other page', async () => {
    const seen = await look(scene.server.page('/page.xhtml', {
      type: 'application/xhtml+xml; charset=utf-8',
      body: `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Strictly</title></head><body><article><h1>Strictly speaking</h1>${paragraphs(6)}<p>Bread &amp; <b>salt</b><br/>and oil.</p></article></body></html>`,
    }));
    expect([seen.state, seen.title]).toEqual(['article', 'Strictly speaking']);
    await seen.popup.click('#acts [data-verb=read]');
    const reader = await scene.browser.waitForOurs('pages/reader/reader.html');
    await reader.waitForFunction(() => document.querySelector('#article')?.textContent?.includes('Bread & salt'));
  });

  it('a picture by itself', async () => {
    scene.server.page('/oven.png', { body: readFileSync(join(ROOT, 'samples/oven.png')), type: 'image/png' });
    await refuses(await look(`${scene.server.origin}/oven.png`), 'image', ['print', 'share', 'save']);
  });

  it('a file of data', async () => {
    const seen = await look(scene.server.page('/data.xml', { body: '<?xml version="1.0"?><list><item>one</item></list>', type: 'application/xml' }));
    expect(['notHtml', 'noArticle']).toContain(seen.reason);
    expect(seen.sentence).toMatch(/^[A-Z].{20,}\.$/);
    await seen.popup.close();
  });

  it('a page that changes all the time while it is read', async () => {
    const script = '<script>let n = 0; setInterval(() => { for (let i = 0; i < 20; i++) { const p = document.createElement("p"); p.textContent = "tick " + n++; document.querySelector("article").prepend(p); const gone = document.querySelectorAll("article p"); if (gone.length > 200) gone[gone.length - 1].remove(); document.querySelector("article").replaceWith(document.querySelector("article").cloneNode(true)); } }, 1)</script>';
    const seen = await look(scene.server.page('/restless', article('<title>Restless</title>', `<h1>Restless</h1>${paragraphs(20)}${script}`)), 30_000);
    expect(['article', 'refusal']).toContain(seen.state);
    if (seen.state === 'refusal') expect(seen.sentence).toMatch(/^[A-Z].{20,}\.$/);
    await seen.popup.close();
    await scene.browser.visit('about:blank');
  });

  it('a page still loading: it is said, and what has come so far can be read', async () => {
    let end = (): void => undefined;
    const url = scene.server.page('/slow', {
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Slow</title></head><body><article><h1>Slow to come</h1>${paragraphs(5)}`,
      more: (response) => { end = () => { response.end('</article></body></html>'); }; },
    });
    await scene.browser.page.bringToFront();
    void scene.browser.page.goto(url, { waitUntil: 'domcontentloaded' }).catch(() => undefined);
    await until('the first half', () => scene.browser.page.evaluate(() => location.pathname === '/slow' && document.querySelectorAll('article p').length === 5));
    const seen = await lookHere(20_000);
    expect({ reason: seen.reason, verbs: seen.verbs }).toEqual({ reason: 'timeout', verbs: ['read', 'share', 'save'] });
    await seen.popup.click('#acts [data-verb=read]');
    await seen.popup.see('#popup[data-state=article]');
    expect(await seen.popup.text('#title')).toBe('Slow to come');
    await seen.popup.close();
    end();
    await scene.browser.visit('about:blank');
  });

  it('a page the browser never reached', async () => {
    const gone = await startFixtureServer();
    await gone.close();
    await scene.browser.page.bringToFront();
    await scene.browser.page.goto(`${gone.origin}/story`).catch(() => undefined);
    await until('the browser’s own page in its place', () => scene.browser.page.evaluate(() => document.URL.startsWith('chrome-error:') || document.documentURI.startsWith('about:neterror')));
    const seen = await lookHere();
    await seen.popup.see('#retry');
    await seen.popup.see('#reload');
    await refuses(seen, 'unreached', ['share', 'save']);
    await scene.browser.visit('about:blank');
  });

  it('a file on this computer', async () => {
    const folder = temporaryFolder('page');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'page.html'), article('<title>At home</title>', paragraphs(5)));
    await refuses(await look(`file://${folder}/page.html`), 'file', []);
  });

  it('the browser’s own pages', async () => {
    for (const address of scene.kind === 'chrome' ? ['about:blank', 'chrome://version/'] : ['about:blank', 'about:support']) await refuses(await look(address), 'browserPage', []);
  });

  // Only Firefox has one.
  if (scene.kind === 'firefox') it('the browser’s own reader offers the original address', async () => {
    const original = scene.server.origin + SAMPLE;
    const seen = await look(`about:reader?url=${encodeURIComponent(original)}`);
    expect([seen.reason, seen.verbs]).toEqual(['readerMode', ['share', 'save']]);
    await seen.popup.click('#original');
    await until('the original page', async () => await scene.browser.page.evaluate('location.href') === original);
  });

  it('a PDF', async () => {
    await scene.browser.visit(scene.server.origin + SAMPLE);
    const pdf = join(temporaryFolder('pdf'), 'page.pdf');
    await scene.browser.pdf(scene.browser.page, pdf);
    scene.server.page('/paper.pdf', { body: readFileSync(pdf), type: 'application/pdf' });
    await refuses(await look(`${scene.server.origin}/paper.pdf`), 'pdf', ['share', 'save']);
  });

  it('one of our own pages', async () => {
    await scene.browser.visit(`${scene.browser.base}pages/library/library.html`);
    await sleep(500);
    await refuses(await lookHere(), 'ownPage', []);
  });

  it('a page whose policy forbids everything, with Trusted Types', async () => {
    const url = scene.server.page('/strict', {
      body: article('<title>Strict</title>', `<h1>Strict house</h1>${paragraphs(6)}`),
      headers: { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-same-origin" },
    });
    const seen = await look(url);
    expect([seen.state, seen.title]).toEqual(['article', 'Strict house']);
    await seen.popup.close();
    await scene.browser.chooseInMenu({ on: 'page' }, 'Save article', MENU.page);
    await savedWith(scene, 'Strict house');
  });

  it('a page that fights back: broken globals, forged properties', async () => {
    const hostile = '<script>Object.defineProperty(document, "title", { get() { throw new Error("no title for you") } }); Array.prototype.map = () => { throw new Error("no map") }; Node.prototype.cloneNode = () => { throw new Error("no clone") }; window.getSelection = () => { throw new Error("no selection") }; String.prototype.trim = () => "trimmed";</script><form id="f"><input name="querySelectorAll"><input name="cloneNode"><input name="parentNode"></form>';
    const seen = await look(scene.server.page('/hostile', article('<title>Hostile</title>', `<h1>Hostile house</h1>${hostile}${paragraphs(6)}`)));
    expect([seen.state, seen.title]).toEqual(['article', 'Hostile house']);
    await seen.popup.close();
  });
});
