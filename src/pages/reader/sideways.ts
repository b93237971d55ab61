/** Going sideways through upright lines with what goes up and down everywhere else: the wheel, the space bar, the keys of pages and arrows. */
import { goBy, uprightNow, wayLength, windowLength } from './way.ts';

/** Pixels of one press of an arrow, and of a line that a wheel turns on by. */
const STEP = 40;
/** The part of the window that a page goes on by: a few lines stay in sight. */
const PAGE = 0.88;
/** Keys do what they do there, and wheels turn it. */
const OWN_KEYS = 'input, select, textarea, dialog, [popover], [role="toolbar"], .outline';

export function startSideways(): void {
  // Without a promise to let the wheel be, or the page could not be turned by it.
  addEventListener('wheel', turn, { passive: false });
  addEventListener('keydown', press);
}

function turn(event: WheelEvent): void {
  const { deltaX, deltaY, deltaMode, ctrlKey, shiftKey, target } = event;
  if (!uprightNow() || ctrlKey || shiftKey || Math.abs(deltaX) >= Math.abs(deltaY) || !(target instanceof Element)) return;
  const own = target.closest<HTMLElement>(`${OWN_KEYS}, .wide, pre`);
  if (own && (own.matches(OWN_KEYS) || own.scrollHeight > own.clientHeight)) return;
  event.preventDefault();
  goBy(deltaY * (deltaMode === WheelEvent.DOM_DELTA_LINE ? STEP : deltaMode === WheelEvent.DOM_DELTA_PAGE ? windowLength() : 1));
}

function press(event: KeyboardEvent): void {
  const { key, shiftKey, target } = event;
  if (!uprightNow() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof Element && target.closest(OWN_KEYS)) return;
  const isOnControl = target instanceof Element && target.closest('button, a[href], summary, [role="button"], .wide, pre') !== null;
  const by = wayOf(key, shiftKey, isOnControl);
  if (by === undefined) return;
  event.preventDefault();
  goBy(by, matchMedia('(prefers-reduced-motion: reduce)').matches || Math.abs(by) > 2 * windowLength() ? 'instant' : 'smooth');
}

/** How far a key goes; undefined for one that is not ours. The arrows to the sides do it by themselves. */
function wayOf(key: string, isShifted: boolean, isOnControl: boolean): number | undefined {
  const page = windowLength() * PAGE;
  switch (key) {
    case 'PageDown': return page;
    case 'PageUp': return -page;
    case 'Home': return -wayLength();
    case 'End': return wayLength();
    case ' ': return isOnControl ? undefined : isShifted ? -page : page;
    case 'ArrowDown': return isOnControl ? undefined : STEP;
    case 'ArrowUp': return isOnControl ? undefined : -STEP;
    default: return undefined;
  }
}
