/** The outline beside long articles: their real headings, the one being read marked. */
import { byId, h } from '../shared/dom.ts';
import { hangUnder } from './strip.ts';
import { startOf, uprightNow } from './way.ts';

/** Articles with fewer headings than this need no outline. */
const FEWEST = 2;

/** Fills the outline when there are headings enough. @returns marks the heading being read; call it after scrolling. */
export function startOutline(body: HTMLElement): () => void {
  const headings = [...body.querySelectorAll<HTMLElement>('h1, h2, h3, h4')].filter((heading) => heading.textContent.trim() && !heading.closest('table, blockquote, .embed'));
  if (headings.length < FEWEST) return () => undefined;
  const outline = byId('outline');
  const buttons = [byId('open-outline'), byId('more-outline')];
  const top = Math.min(...headings.map(rank));
  const links = headings.map((heading, index) => {
    heading.id ||= `part-${index + 1}`;
    heading.tabIndex = -1;
    return h('a', { href: `#${heading.id}`, dir: 'auto' }, heading.textContent.trim());
  });
  byId('outline-list').append(...links.map((link, index) => h('li', { 'data-level': String(Math.min(3, rank(headings[index]!) - top + 1)) }, link)));

  const wide = matchMedia('(min-width: 68.01rem)');
  // Upright lines take the whole window: there it is a panel, however wide the window.
  const isBeside = (): boolean => wide.matches && !uprightNow();
  const show = (isShown: boolean): void => {
    outline.toggleAttribute('hidden', !isShown);
    for (const button of buttons) button.setAttribute('aria-pressed', String(isShown));
  };
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', () => {
      byId('more-panel').hidePopover();
      if (outline.hidden && button.offsetParent) hangUnder(button, outline);
      show(Boolean(outline.hidden));
      if (!outline.hidden && !isBeside()) links[0]?.focus();
    });
  }
  show(isBeside());
  wide.addEventListener('change', () => show(isBeside()));
  new MutationObserver(() => show(isBeside())).observe(document.documentElement, { attributeFilter: ['data-upright'] });
  const away = (): void => { if (!isBeside() && !outline.hidden) show(false); };
  outline.addEventListener('click', (event) => { if ((event.target as Element).closest('a')) away(); });
  document.addEventListener('pointerdown', (event) => {
    if (!outline.contains(event.target as Node) && !buttons.some((button) => button.contains(event.target as Node))) away();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || isBeside() || outline.hidden) return;
    away();
    buttons.find((button) => button.offsetParent)?.focus();
  });

  let current = -1;
  return () => {
    let low = 0;
    let high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(headings[middle]!.getBoundingClientRect()) < 140) low = middle + 1;
      else high = middle;
    }
    const now = low - 1;
    if (now === current) return;
    links[current]?.removeAttribute('aria-current');
    links[now]?.setAttribute('aria-current', 'true');
    if (!outline.hidden && links[now]) keepInView(outline.querySelector('nav')!, links[now]);
    current = now;
  };
}

function rank(heading: Element): number {
  return Number(heading.localName.slice(1));
}

/** Scrolls the outline alone, never the page. */
function keepInView(frame: HTMLElement, link: HTMLElement): void {
  const [outer, inner] = [frame.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.top < outer.top) frame.scrollTop -= outer.top - inner.top + 40;
  else if (inner.bottom > outer.bottom) frame.scrollTop += inner.bottom - outer.bottom + 40;
}
