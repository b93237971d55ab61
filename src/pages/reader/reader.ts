/** Entry of the reading page: `reader.html?draft=ID` or `?id=N`. What is read comes first; the tools come when it has been drawn. */
import { pageUrl } from '../../browser/tabs.ts';
import { articleView, warmView } from '../shared/article-view.ts';
import { positionOf } from '../../library/library.ts';
import { byId } from '../shared/dom.ts';
import { parsed, runPage, startPage } from '../shared/page.ts';
import { nameTab } from '../shared/tab-name.ts';
import { wantedHighlight } from './arriving.ts';
import { articlePlaces } from './article-places.ts';
import { keepPresses } from './early-presses.ts';
import { faceReady } from './face.ts';
import { holdBack, lettersSeen } from './first-screens.ts';
import { showLook } from './look.ts';
import { startOutline } from './outline.ts';
import { startPosition } from './position.ts';
import { isPrivateRef, load, refIn, type Shown } from '../shared/source.ts';
import { drawTools } from './tools.ts';
import { loadSettings, type Settings } from '../../browser/settings.ts';
import { isReserved } from '../../url/reserved.ts';

async function start(): Promise<void> {
  // Reading the article takes longest, so it begins first: this script waits for no style sheet (`async`), nor for our own HTML.
  const loading = load(refIn(location.search));
  const choices = loadSettings();
  await parsed();
  const words = startPage(choices);
  // What needs no article is done while the library looks for it.
  drawTools();
  warmView();
  const [settings, shown] = await Promise.all([words, loading]);
  showLook(settings);
  if (shown.kind === 'article') await showArticle(shown, settings);
  else {
    if (shown.kind === 'link') nameTab(shown.page.title, isPrivateRef(shown.ref));
    const { troubleView } = await import('../shared/trouble-view.ts');
    byId('place').append(troubleView(shown));
  }
  document.body.removeAttribute('aria-busy');
}

/** Letters from which the scripts of an article are known. */
const FIRST_WORDS = 1_000;

async function showArticle({ article, ref }: Extract<Shown, { kind: 'article' }>, settings: Settings): Promise<void> {
  nameTab(article.title, isPrivateRef(ref));
  showLook(settings, article.upright);
  // So that the article is seen where it was left and nothing jumps. The library looks while the nodes are made.
  const asked = Promise.all([positionOf(article.url), wantedHighlight(), faceReady(settings, article.text.slice(0, FIRST_WORDS))]);
  const view = articleView(article);
  view.element.tabIndex = -1;
  const places = articlePlaces(view.body);
  // From here to the article nothing is waited for: half a page would be drawn.
  const [kept, wanted] = await asked;
  const position = startPosition(article, places, !isPrivateRef(ref));
  // The outline needs all headings, and looks at nothing that is laid out.
  const markHeading = startOutline(view.body);
  const putRest = position.wants(kept) ? undefined : holdBack(view.body, lettersSeen(settings, Math.max(innerHeight, screen.height)));
  byId('place').append(view.element);
  // For the bench, which measures from the click to here.
  performance.mark('article-there');

  for (const id of ['original', 'more-original']) byId(id).hidden = isReserved(article.url);
  byId<HTMLAnchorElement>('share').href = pageUrl('share', ref);
  byId<HTMLAnchorElement>('open-print').href = pageUrl('print', ref);
  byId<HTMLAnchorElement>('more-library').href = pageUrl('library');
  const doPress = keepPresses();
  // Until now there is nothing to see: what the browser calls the first paint is the article's.
  for (const id of ['strip', 'skip']) byId(id).hidden = false;
  // Before the strip starts, which would take it for scrolling and leave.
  position.restore(kept);
  wanted?.goTo(position, places);
  // What is needed to read stands there; what is needed to do something with it can wait until it is seen.
  await painted();
  const tools = loadTools();
  await putRest?.();
  try {
    await (await tools)?.startTools({ settings, article, ref, view, places, position, markHeading });
  } finally {
    doPress();
  }
  wanted?.show(byId('text'));
}

/** The tools; undefined when the tab is closed meanwhile, which breaks the loading off and is no fault. */
async function loadTools(): Promise<typeof import('./start-tools.ts') | undefined> {
  let leaving = false;
  addEventListener('pagehide', () => { leaving = true; }, { once: true });
  try {
    return await import('./start-tools.ts');
  } catch (error) {
    // Told a moment later: the browser breaks the loading off before it says that the page goes.
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    if (leaving) return undefined;
    throw error;
  }
}

/** How long is waited for a browser that draws nothing, in milliseconds. */
const NEVER_DRAWN = 1_000;

/** Waits until the page has been seen: drawing goes on beside this script for a while. A tab that nobody sees is not drawn, and does not wait. */
async function painted(): Promise<void> {
  if (document.hidden) return;
  await new Promise<void>((resolve) => {
    new PerformanceObserver((list, observer) => {
      if (!list.getEntriesByName('first-contentful-paint').length) return;
      observer.disconnect();
      resolve();
    }).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, NEVER_DRAWN);
  });
}

runPage(start);
