/** Pictures that load from the web: quiet when one is missing, and waited for before printing. */
import { h } from './dom.ts';

/** Sends no referrer, lets a broken picture become its words, and leaves nothing where it had none. */
export function minded(article: HTMLElement): void {
  for (const picture of article.querySelectorAll('img')) {
    picture.referrerPolicy = 'no-referrer';
    picture.decoding = 'async';
    picture.addEventListener('error', () => becomeWords(picture), { once: true });
  }
}

function becomeWords(picture: HTMLImageElement): void {
  const figure = picture.closest('figure');
  const caption = figure?.querySelector('figcaption')?.textContent.trim();
  // Some pages put the caption in there as well.
  const set = picture.closest('picture');
  const outer = set && !set.textContent.trim() ? set : picture;
  // The caption says it already; two sentences about a picture nobody sees are one too many.
  const words = caption ? '' : picture.alt.trim();
  if (words) {
    outer.replaceWith(h('span', { class: 'picture-words', dir: 'auto' }, words));
    return;
  }
  const link = outer.closest('a');
  outer.remove();
  if (link && !link.textContent.trim() && !link.querySelector('img')) link.remove();
  if (figure && !figure.textContent.trim() && !figure.querySelector('img')) figure.remove();
}

/**
 * Waits until every picture is there or has failed, at most `limit` milliseconds: one that hangs must not hold up the paper.
 */
export async function picturesReady(article: HTMLElement, limit: number): Promise<void> {
  const waiting = [...article.querySelectorAll('img')].filter((picture) => !picture.complete).map((picture) => new Promise<void>((resolve) => {
    picture.addEventListener('load', () => resolve(), { once: true });
    picture.addEventListener('error', () => resolve(), { once: true });
  }));
  if (!waiting.length) return;
  await Promise.race([Promise.all(waiting), new Promise((resolve) => setTimeout(resolve, limit))]);
}
