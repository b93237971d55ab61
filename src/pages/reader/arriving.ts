/** Opening at a highlight that the address names: where it stands before the article is seen, marked for the eye when the marks are drawn. */
import { locate } from '../../article/quote-anchor.ts';
import { t } from '../../browser/i18n.ts';
import { highlightsNamed } from '../../library/library.ts';
import { highlightIn } from '../shared/highlight-address.ts';
import { showToast } from '../shared/toasts.ts';
import type { ArticlePlaces } from './article-places.ts';
import type { PositionKeeper } from './position.ts';

export interface Wanted {
  /** Goes to where its words stand. Call it before the article is seen. */
  goTo(position: PositionKeeper, places: ArticlePlaces): void;
  /** Gives its mark the focus, or says that it is no longer there. Call it when the marks stand. */
  show(body: HTMLElement): void;
}

/** The highlight the address asks for; undefined when it asks for none. */
export async function wantedHighlight(): Promise<Wanted | undefined> {
  const id = highlightIn(location.hash);
  if (id === undefined) return undefined;
  const answer = await highlightsNamed([id]);
  const anchor = answer.ok ? answer.value.get(id)?.anchor : undefined;
  return {
    goTo(position, places) {
      const passage = anchor && locate(places.now().text, anchor);
      if (passage) position.visit(passage.start);
    },
    show(body) {
      const mark = body.querySelector<HTMLElement>(`mark.highlight[data-highlight="${CSS.escape(id)}"]`);
      if (!mark) return void showToast(t('highlightNotThere'));
      mark.tabIndex = -1;
      // Whoever has begun to do something keeps the focus.
      if (document.activeElement === document.body) mark.focus({ preventScroll: true });
    },
  };
}
