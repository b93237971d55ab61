/** The strip of tools: leaves on scrolling down, comes back on scrolling up, on a tap and on Tab; its line shows how far one is. */
import { byId } from '../shared/dom.ts';
import { gone, uprightNow, wayLength } from './way.ts';

/** Scrolling less than this many pixels one way is a trembling finger. */
const TREMBLE = 12;

export function startStrip(onScrolled: () => void): void {
  const strip = byId('strip');
  const progress = byId('progress');
  strip.hidden = false;
  let last = gone();
  let waiting = false;

  const back = (): void => strip.classList.remove('away');
  const look = (): void => {
    waiting = false;
    const end = wayLength();
    progress.style.inlineSize = `${end > 0 ? Math.min(100, (100 * gone()) / end) : 0}%`;
    const moved = gone() - last;
    if (Math.abs(moved) >= TREMBLE) {
      const isInUse = strip.contains(document.activeElement) && document.activeElement?.matches(':focus-visible');
      // Where one reads sideways it stands in nobody's way.
      const isLeaving = !uprightNow() && moved > 0 && gone() > 160 && !isInUse && !document.querySelector(':popover-open');
      strip.classList.add('moves');
      strip.classList.toggle('away', isLeaving);
      last = gone();
    }
    onScrolled();
  };
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(look);
  };
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon);
  strip.addEventListener('focusin', back);
  document.addEventListener('click', back);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Tab' || event.key === 'Escape') back();
  });
  look();
}

/** Hangs each panel under the button that opened it, inside the window. In the dock the style sheet places them. */
export function placePanels(): void {
  for (const panel of document.querySelectorAll<HTMLElement>('[popover]')) {
    panel.addEventListener('beforetoggle', (event) => {
      if ((event as ToggleEvent).newState !== 'open') return;
      const opener = [...document.querySelectorAll<HTMLElement>(`[popovertarget="${panel.id}"], [data-opens="${panel.id}"]`)].find((button) => button.offsetParent);
      if (opener) hangUnder(opener, panel);
    });
  }
}

/** Sets `--x`, the distance from the start side, so that the panel's start meets the button's, and stays in the window. */
export function hangUnder(opener: HTMLElement, panel: HTMLElement): void {
  const box = opener.getBoundingClientRect();
  const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
  const width = document.documentElement.clientWidth;
  const fromStart = isRtl ? width - box.right : box.left;
  const wide = panel.getBoundingClientRect().width || 19 * 16;
  panel.style.setProperty('--x', `${Math.max(8, Math.min(fromStart, width - wide - 16))}px`);
}
