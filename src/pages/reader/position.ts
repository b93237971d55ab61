/**
 * Where somebody is in an article: kept by the words at the beginning of the window, so that the place is found again in another
 * session and at another size of the type, and stays in its place while the look is being changed.
 */
import { countWords } from '../../article/body/text.ts';
import { readingMinutes, type Article } from '../../article/article.ts';
import { locate } from '../../article/quote-anchor.ts';
import { t } from '../../browser/i18n.ts';
import { keepPosition, type Position } from '../../library/library.ts';
import { byId } from '../shared/dom.ts';
import { showToast } from '../shared/toasts.ts';
import type { ArticlePlaces } from './article-places.ts';
import { endOf, firstLine, gone, goBy, startOf, windowAcross, windowLength } from './way.ts';

/** How long after the last movement the place is kept, in milliseconds. */
const REST = 600;
/** How long a page may take to come to rest after it has opened, in milliseconds. */
const SETTLES = 5_000;
/** Characters of the text by which a place is known again. */
const WORDS = 80;
/** Read further than this part, an article counts as read, and opens at its beginning again. */
const READ = 0.97;

export interface PositionKeeper {
  /** Runs a change of the look; the line that was at the top is there again afterwards. */
  hold(change: () => void): void;
  /** Call after scrolling. */
  scrolled(): void;
  /** Whether there is a place to go to, further down than the beginning. */
  wants(kept: Position | undefined): boolean;
  /** Goes to where somebody stopped reading. Call it before the article is seen. */
  restore(kept: Position | undefined): void;
  /** Goes to a place of the text, with some of what stands before it, without noting that anything was read. */
  visit(at: number): void;
}

/** @param notes whether the place is kept for another day */
export function startPosition(article: Article, places: ArticlePlaces, notes: boolean): PositionKeeper {
  let anchor: number | undefined;
  /** The scroll position that belongs to the anchor; another one means that the person has moved on. */
  let anchoredAt = 0;
  /** How far into the window the anchor is held. */
  let line = firstLine;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let hasMoved = false;
  const words = countWords(article.text);

  const take = (): number | undefined => {
    if (anchor === undefined || Math.abs(gone() - anchoredAt) > 2) {
      anchor = gone() < 8 ? undefined : placeAt(places, firstLine());
      anchoredAt = gone();
      line = firstLine;
    }
    return anchor;
  };
  const goTo = (at: number): void => {
    const box = places.now().range(at, at + 1)?.getBoundingClientRect();
    if (!box) return;
    goBy(startOf(box) - line());
    anchor = at;
    anchoredAt = gone();
  };
  const keep = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    if (!hasMoved || !notes) return;
    hasMoved = false;
    const at = take() ?? 0;
    void keepPosition(article.url, { at, words: places.now().text.slice(at, at + WORDS), part: partRead(places) }, Date.now());
  };
  const showTimeLeft = (): void => {
    const left = words * (1 - partRead(places));
    byId('time-left').textContent = left < 30 ? '' : left < 230 ? t('timeLeftLittle') : t('timeLeft', readingMinutes({ wordCount: left }));
  };

  /** Faces and pictures that come late move the lines about: until somebody reads on, the place is gone to again. */
  const stay = (): void => {
    const moving = new ResizeObserver(() => { if (anchor !== undefined) goTo(anchor); });
    const enough = (): void => moving.disconnect();
    moving.observe(byId('text'));
    for (const move of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(move, enough, { once: true, passive: true });
    setTimeout(enough, SETTLES);
  };

  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });
  // A window of another width (or of another height, beside upright lines) breaks its lines elsewhere; else nothing has moved.
  let across = windowAcross();
  addEventListener('resize', () => {
    const before = across;
    across = windowAcross();
    if (across !== before && anchor !== undefined) goTo(anchor);
  });

  return {
    hold(change) {
      const at = take();
      change();
      if (at !== undefined) goTo(at);
      showTimeLeft();
    },
    scrolled() {
      showTimeLeft();
      if (Math.abs(gone() - anchoredAt) <= 2) return;
      hasMoved = true;
      clearTimeout(waiting);
      waiting = setTimeout(() => { take(); keep(); }, REST);
    },
    wants: (kept) => location.hash !== '' || isPlace(kept),
    restore(kept) {
      history.scrollRestoration = 'manual';
      if (location.hash || !isPlace(kept)) return;
      const { text } = places.now();
      const found = locate(text, { exact: kept.words, prefix: '', suffix: '', start: kept.at, end: kept.at + kept.words.length });
      goTo(found?.start ?? Math.min(Math.round(kept.part * text.length), text.length - 1));
      stay();
      if (gone() > windowLength()) showToast(t('placeKept'), { label: t('placeToTop'), run: () => scrollTo({ top: 0, left: 0 }) });
    },
    visit(at) {
      line = () => Math.round(windowLength() / 3);
      goTo(at);
      stay();
    },
  };
}

function isPlace(kept: Position | undefined): kept is Position {
  return kept !== undefined && kept.part < READ && kept.at > 0;
}

/** The place in the text of the first character that is at least so far into the window. */
function placeAt(places: ArticlePlaces, depth: number): number {
  const { blocks, text, range } = places.now();
  const index = firstWhere(blocks.length, (n) => endOf(blocks[n]!.element.getBoundingClientRect()) > depth + 1);
  const from = blocks[index]?.start ?? text.length - 1;
  const to = blocks[index + 1]?.start ?? text.length;
  const found = from + firstWhere(to - from, (n) => {
    const box = range(from + n, from + n + 1)?.getBoundingClientRect();
    return box !== undefined && box.width > 0 && box.height > 0 && endOf(box) > depth + 1;
  });
  return Math.max(0, Math.min(found, to - 1));
}

/** The part of the text before the far end of the window, 0 to 1. */
function partRead(places: ArticlePlaces): number {
  const { text, blocks } = places.now();
  if (!text.length) return 1;
  const foot = windowLength();
  const index = firstWhere(blocks.length, (n) => endOf(blocks[n]!.element.getBoundingClientRect()) > foot);
  if (index >= blocks.length) return 1;
  const { element, start } = blocks[index]!;
  const box = element.getBoundingClientRect();
  const length = (blocks[index + 1]?.start ?? text.length) - start;
  return (start + length * Math.min(1, Math.max(0, (foot - startOf(box)) / (endOf(box) - startOf(box) || 1)))) / text.length;
}

/** The first number below `count` for which it is true, where it is false for all before; `count` when there is none. */
function firstWhere(count: number, isTrue: (n: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
