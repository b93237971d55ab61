/** Entry of the reading page: `reader.html?draft=ID` or `?id=N`. */
import { pageUrl } from '../../browser/tabs.ts';
import { articleView } from '../shared/article-view.ts';
import { positionOf } from '../../library/library.ts';
import { byId } from '../shared/dom.ts';
import { runPage, startPage } from '../shared/page.ts';
import { articlePlaces } from './article-places.ts';
import { startCodeCopy } from './code-copy.ts';
import { startFootnotes } from './footnotes.ts';
import { startHighlights, type Highlights } from './highlights.ts';
import { startEarlierTexts } from './earlier-texts.ts';
import { startFollow } from './follow.ts';
import { startKeptLine } from './kept-line.ts';
import { startListening } from './listening.ts';
import { showLook, startLookPanels } from './look.ts';
import { startOutline } from './outline.ts';
import { startPictureView } from './picture-view.ts';
import { startPassedOn } from './passed-on.ts';
import { startPosition } from './position.ts';
import { startPrinting } from './printing.ts';
import { startSaving } from './saving.ts';
import { load, refIn, type Shown } from '../shared/source.ts';
import { placePanels, startStrip } from './strip.ts';
import { drawTools } from './tools.ts';
import { troubleView } from '../shared/trouble-view.ts';
import type { Settings } from '../../browser/settings.ts';
import { isReserved } from '../../url/reserved.ts';
import { outgoingLink } from '../../url/thorough.ts';

async function start(): Promise<void> {
  const [settings, shown] = await Promise.all([startPage(), load(refIn(location.search))]);
  showLook(settings);
  if (shown.kind === 'article') await showArticle(shown, settings);
  else {
    if (shown.kind === 'link') document.title = shown.page.title;
    byId('place').append(troubleView(shown));
  }
  document.body.removeAttribute('aria-busy');
}

async function showArticle({ article, ref }: Extract<Shown, { kind: 'article' }>, settings: Settings): Promise<void> {
  document.title = article.title;
  // Asked for first, so that the article is seen where it was left and nothing jumps.
  const kept = await positionOf(article.url);
  const view = articleView(article, new Date());
  view.element.tabIndex = -1;
  byId('place').append(view.element);
  // For the bench, which measures from the click to here.
  performance.mark('article-there');

  drawTools();
  for (const link of [byId<HTMLAnchorElement>('original'), byId<HTMLAnchorElement>('more-original')]) {
    // As it may be copied from here and passed on.
    link.href = outgoingLink(article.url);
    link.hidden = isReserved(article.url);
  }
  byId<HTMLAnchorElement>('share').href = pageUrl('share', ref);
  byId<HTMLAnchorElement>('open-print').href = pageUrl('print', ref);
  byId<HTMLAnchorElement>('more-library').href = pageUrl('library');
  const markHeading = startOutline(view.body);
  byId('strip').hidden = false;
  const places = articlePlaces(view.body);
  const position = startPosition(article, places);
  // Before the strip, which would take it for scrolling and leave.
  position.restore(kept);
  // What is needed to read stands there; what is needed to do something with it can wait until it is seen.
  await painted();
  startLookPanels(settings, article, position.hold);
  placePanels();
  startStrip(() => {
    markHeading();
    position.scrolled();
  });
  let highlights: Highlights | undefined;
  startPrinting(settings, article, view, () => {
    const marked = highlights?.marked();
    return highlights && marked ? { all: highlights.all(), marked } : undefined;
  });
  startCodeCopy(view.body);
  startFootnotes(view.body);
  startPictureView(view.element);
  // Each goes straight under the article: the last one stands first.
  startFollow(article, view.element);
  startKeptLine(article, view.element, view.body);
  startListening(settings, article, places);
  highlights = await startHighlights(ref, article, view.body, places);
  await startEarlierTexts(byId('place'), article);
  await startPassedOn(byId('place'), article);
  await startSaving(ref, article);
}

/** Waits until the page has been drawn. A tab that nobody sees is not drawn, and does not wait. */
async function painted(): Promise<void> {
  if (document.hidden) return;
  await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
}

runPage(start);
