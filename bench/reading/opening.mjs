/** From the click on Read to the article on the screen, and how smoothly a very long one is gone through. */
import { importTypeScript } from '../../scripts/typescript.mjs';
import { articlePage } from '../sample-pages.mjs';

const RUNS = 9;
/** What a page has to hold for so many words, in kilobytes: the sample pages are made to a size. */
const PAGES = [{ words: 2_000, kilobytes: 21 }, { words: 50_000, kilobytes: 340 }];
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * The moments of the press and of the article's first drawing, by the clock of the wall. Null until then. Whatever was drawn
 * before the article stood there would be taken for it: then there is no figure.
 */
const DRAWN = `(() => {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const [there] = performance.getEntriesByName('article-there');
  if (!paint || !there) return null;
  return { pressed: Number(localStorage.getItem('bench-pressed')), drawn: performance.timeOrigin + paint.startTime, isArticle: paint.startTime >= there.startTime };
})()`;

/** Presses Read as soon as this has been answered, since the popup closes with the press. When it was is left where the reading page's window finds it. */
const PRESS = `window.localStorage.setItem('bench-pressed', '');
  window.setTimeout(() => {
    window.localStorage.setItem('bench-pressed', String(window.performance.timeOrigin + window.performance.now()));
    document.querySelector('#acts [data-verb=read]').click();
  }, 30);`;

/** Goes through a long article as a person does who is in a hurry: down in leaps, to the end, back, larger letters, a search. @returns the longest task in ms */
const HURRY = `(async () => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: 'longtask', buffered: true });
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const end = document.documentElement.scrollHeight;
  for (let n = 0; n <= 60; n += 1) { scrollTo(0, (end * n) / 60); await frame(); }
  scrollTo(0, 0);
  await frame();
  const found = window.find('harbour', false, true, true);
  await frame();
  document.getElementById('larger').click();
  await frame();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return { found, longest: Math.max(0, ...tasks.filter(({ startTime, duration }) => startTime + duration > paint.startTime + 1).map(({ startTime, duration }) => startTime + duration - Math.max(startTime, paint.startTime))) };
})()`;

async function drawn(page) {
  for (let n = 0; n < 400; n += 1) {
    // A new tab's first, empty document may still be on its way out.
    const moment = await page.evaluate(DRAWN).catch((error) => {
      if (/context was destroyed|detached/i.test(error.message)) return null;
      throw error;
    });
    if (moment && !moment.isArticle) throw new Error('something was drawn before the article');
    if (moment) return moment;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error('the article was never drawn');
}

/** Milliseconds from the press on Read in the true popup to the drawn article; the first run, which warms the browser, is left out. */
async function fromClick(harness, address) {
  const times = [];
  let hurry;
  for (let run = 0; run <= RUNS; run += 1) {
    await harness.visit(address);
    const popup = await harness.popup();
    await popup.see('#popup[data-state=article]');
    await popup.evaluate(PRESS);
    const reader = await harness.waitForOurs('pages/reader/reader.html');
    const moment = await drawn(reader);
    if (run > 0) times.push(moment.drawn - moment.pressed);
    if (run === RUNS && harness.kind === 'chrome') hurry = await reader.evaluate(HURRY);
    await harness.closeOurs();
  }
  return { times, hurry };
}

/** The peer: the same words as a bare page without a script, opened as a new tab is. */
async function bare(harness, server, html, path) {
  const body = /<article>[\s\S]*<\/article>/.exec(html)[0];
  const address = server.page(path, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><body style="max-width:42rem;margin:auto;font:20px/1.6 serif">${body}`);
  const times = [];
  for (let run = 0; run <= RUNS; run += 1) {
    await harness.visit('about:blank');
    const from = Date.now();
    await harness.visit(address);
    const moment = await harness.page.evaluate("performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now())");
    if (run > 0) times.push(moment - from);
  }
  return median(times);
}

/** The figures of the reading page. The build has to be there. */
export async function openingFigures(kinds = ['chrome', 'firefox']) {
  const { openBrowser } = await importTypeScript('test/support/open-browser.ts');
  const { startFixtureServer } = await importTypeScript('test/support/fixture-server.ts');
  const server = await startFixtureServer();
  const figures = [];
  try {
    for (const kind of kinds) {
      const harness = await openBrowser(kind, { headed: kind === 'chrome' });
      try {
        for (const { words, kilobytes } of PAGES) {
          const html = articlePage(kilobytes);
          const { times, hurry } = await fromClick(harness, server.page(`/long-${words}`, html));
          const peer = { name: 'the words as a bare page', value: await bare(harness, server, html, `/bare-${words}`) };
          const name = `${kind}: Read pressed to article drawn, ${words.toLocaleString('en')} words, median`;
          figures.push({ name, value: median(times), unit: 'ms', atMost: words > 10_000 ? 500 : 150, peer });
          if (words > 10_000 && hurry) {
            if (!hurry.found) throw new Error('the search in the long article found nothing');
            figures.push({ name: `${kind}: longest task after that, ${words.toLocaleString('en')} words, scrolled, searched, set larger`, value: hurry.longest, unit: 'ms', atMost: 200 });
          }
        }
      } finally {
        await harness.close();
      }
    }
  } finally {
    await server.close();
  }
  return figures;
}
