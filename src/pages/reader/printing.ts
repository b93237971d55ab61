/** Printing the reading page with the browser's own key: the paper as the print page would set it, without the looking first. */
import type { Article } from '../../article/article.ts';
import { onSettings, type Settings } from '../../browser/settings.ts';
import { addSource } from '../shared/article-source.ts';
import type { ArticleView } from '../shared/article-view.ts';
import { byId } from '../shared/dom.ts';
import { facesReady, layOut, rulesFor, runningLine, SCALE, showOnRoot, type Piece } from '../shared/paper-layout.ts';

/** Has the paper ready whenever the browser prints; nothing of it is seen on the screen. */
export function startPrinting(settings: Settings, article: Article, view: ArticleView, highlights: () => Piece['highlights']): void {
  addSource(view, article, new Date());
  let now = settings;
  const rules = new CSSStyleSheet();
  document.adoptedStyleSheets.push(rules);
  const show = (next: Settings): void => {
    now = next;
    showOnRoot(next);
    rules.replaceSync(rulesFor(next, runningLine(article)));
  };
  onSettings(show);
  show(settings);

  let undo: (() => void) | undefined;
  addEventListener('beforeprint', () => {
    undo?.();
    const own = highlights();
    undo = layOut(now, [{ article, view, ...(own ? { highlights: own } : {}) }], onPaper);
  });
  addEventListener('afterprint', () => {
    undo?.();
    undo = undefined;
  });
  // Whoever prints with the browser's own key waits for nothing, so the faces come beforehand.
  requestIdleCallback(() => void facesReady([article], now), { timeout: 2_000 });
}

/** Runs with the paper's styles on and the screen's off, the text as wide as on the sheet. */
function onPaper(width: number, run: () => void): void {
  const paper = byId<HTMLLinkElement>('paper-styles').sheet;
  const screen = byId<HTMLLinkElement>('screen-styles').sheet;
  if (!paper || !screen) return;
  const main = byId('place');
  paper.media.mediaText = 'all';
  screen.media.mediaText = 'not all';
  main.style.inlineSize = `${width}px`;
  main.style.zoom = String(SCALE);
  try {
    run();
  } finally {
    main.style.removeProperty('inline-size');
    main.style.removeProperty('zoom');
    paper.media.mediaText = 'print';
    screen.media.mediaText = 'screen';
  }
}
