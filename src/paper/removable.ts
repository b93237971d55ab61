/** The parts of an article that can be taken out of the paper one by one. They are numbered, since what keeps pages together puts copies in their places. */

const PARTS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, figure, blockquote, pre, .wide, .embed, details, hr, picture, img, .footnotes > *, .facts, .letterhead';
/** Parts that go as a whole: nothing inside them is taken out by itself. */
const WHOLE = 'figure, .wide, pre, .embed, details, .facts, .letterhead, picture';

/** Gives every part of the articles its number, in reading order. The title is no part: it can be reworded. */
export function numberParts(articles: readonly Element[]): void {
  let number = 0;
  for (const article of articles) for (const element of article.querySelectorAll<HTMLElement>(PARTS)) {
    if (element.matches('.title') || element.parentElement?.closest(WHOLE) || !hasOwn(element)) continue;
    element.dataset['part'] = String(number += 1);
  }
}

/** The number of the part that a place belongs to. */
export function partAt(place: Element): string | undefined {
  return place.closest<HTMLElement>('[data-part]')?.dataset['part'];
}

function hasOwn(element: Element): boolean {
  return element.matches('img, picture, hr, figure') || element.textContent.trim() !== '' || element.querySelector('img, svg, math') !== null;
}
