/** Everything on the reading page but the reading: comes when the article has been drawn. */
import type { Article } from '../../article/article.ts';
import type { Settings } from '../../browser/settings.ts';
import type { ArticleView } from '../shared/article-view.ts';
import { byId } from '../shared/dom.ts';
import { pickAgain } from '../shared/pick-again.ts';
import type { ArticleRef } from '../shared/source.ts';
import type { ArticlePlaces } from './article-places.ts';
import { startCodeCopy } from './code-copy.ts';
import { startEarlierTexts } from './earlier-texts.ts';
import { startFollow } from './follow.ts';
import { startFootnotes } from './footnotes.ts';
import { startHighlights, type Highlights } from './highlights.ts';
import { startKeptLine } from './kept-line.ts';
import { startListening } from './listening.ts';
import { startLookPanels } from './look.ts';
import { startPassedOn } from './passed-on.ts';
import { startPictureView } from './picture-view.ts';
import type { PositionKeeper } from './position.ts';
import { startPrinting } from './printing.ts';
import { startSaving } from './saving.ts';
import { placePanels, startStrip } from './strip.ts';
import { outgoingLink } from '../../url/thorough.ts';

/** An article that stands on the page, whole. */
export interface Reading {
  readonly settings: Settings;
  readonly article: Article;
  readonly ref: ArticleRef;
  readonly view: ArticleView;
  readonly places: ArticlePlaces;
  readonly position: PositionKeeper;
  /** Marks the heading that is being read, in the outline. */
  readonly markHeading: () => void;
}

/** Starts them; resolves when the last one stands. */
export async function startTools({ settings, article, ref, view, places, position, markHeading }: Reading): Promise<void> {
  // As it may be copied from here and passed on.
  for (const id of ['original', 'more-original']) byId<HTMLAnchorElement>(id).href = outgoingLink(article.url);
  startLookPanels(settings, article, position.hold);
  placePanels();
  const scrolled = (): void => {
    markHeading();
    position.scrolled();
  };
  startStrip(scrolled);
  // Somebody may have read on already.
  scrolled();
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
  view.element.after(pickAgain(article, 'read', location.search));
  startKeptLine(article, view.element, view.body);
  startListening(settings, article, places);
  highlights = await startHighlights(ref, article, view.body, places);
  await startEarlierTexts(byId('place'), article);
  await startPassedOn(byId('place'), article);
  await startSaving(ref, article);
}
