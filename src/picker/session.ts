/** One time of picking: what the person does, what is picked so far, and what comes of it. */
import type { Article, ExtractResult } from '../article/article.ts';
import type { Places } from '../article/chosen.ts';
import { isRightToLeft, t, tReason, type MessageKey } from '../browser/i18n.ts';
import { send } from '../browser/messages.ts';
import type { PickSetup, PickWhat } from '../browser/picking.ts';
import { rememberPlaces } from '../browser/site-choices.ts';
import { siteOf } from '../browser/site-places.ts';
import { drawBar, type Doing, type Verb } from './bar.ts';
import { listen } from './listening.ts';
import { beside, elementAt, lengthOf, likely, meant, narrower, wider, wordsOf } from './parts.ts';
import { lastingPlaces, readPicked, type Pick } from './reading.ts';
import { makeSurface } from './surface.ts';

export interface Session {
  leave(): void;
}

/** Parts of one page that may be added together. */
const MOST_PARTS = 20;
/** Milliseconds for which nothing may have been laid over the bar before one of its verbs is obeyed. */
const SETTLED = 400;
const FAULTS: Readonly<Record<PickWhat, MessageKey>> = { body: 'pickNoWords', title: 'pickNoWords', authors: 'pickNoNames', published: 'pickNoDate' };

/** @param keep takes what was picked, where `takePicked` finds it */
export function startSession(page: Document, setup: PickSetup, keep: (picked: ExtractResult) => void): Session {
  const window = page.defaultView!;
  const url = window.location.href;
  const site = setup.mayRemember ? siteOf(url) : undefined;
  let { what } = setup;
  let picks: readonly Pick[] = [];
  let article: Article | undefined;
  let places: Places | undefined;
  let hot: Element | undefined;
  /** Parts that were left for wider ones: the way back in. */
  let inward: readonly Element[] = [];
  let isPointing = true;
  let remembers = true;
  let busy = false;
  let saved = false;
  let fault: string | undefined;

  const leave = (): void => {
    stop();
    surface.remove();
  };
  const surface = makeSurface(page, isRightToLeft(), leave);
  const { bar } = surface;
  bar.tabIndex = -1;
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-label', t('pickBar'));

  const draw = (): void => {
    const chosen = picks.map(({ element }) => element);
    surface.outline(isPointing ? hot : undefined, chosen);
    drawBar(bar, {
      what, isPointing, article, picked: new Set(picks.map((pick) => pick.what)), first: setup.verb, site: places && site, never: site !== undefined && !places, remembers, fault, busy, saved,
      heard: isPointing && hot ? `${wordsOf(hot, 120)} (${lengthOf(hot)})` : '',
    }, surface.focused());
  };
  const warm = (element: Element | undefined): void => {
    if (element === hot) return;
    hot = element;
    fault = undefined;
    draw();
  };
  /** Moved by keys: it has to be seen, and the bar must not lie on it. */
  const show = (element: Element | undefined): void => {
    if (!element) return;
    warm(element);
    const { top, bottom } = element.getBoundingClientRect();
    const height = window.innerHeight;
    if (bottom < 40 || top > height - bar.offsetHeight - 40) element.scrollIntoView({ block: bottom - top > height ? 'start' : 'center', behavior: 'instant' });
  };
  const point = (next: PickWhat): void => {
    what = next;
    isPointing = true;
    fault = undefined;
    hot = undefined;
    inward = [];
    draw();
  };
  /** Reads the page with what is picked. @returns whether each pick gave something */
  const read = (next: readonly Pick[]): boolean => {
    const result = readPicked(page, url, next);
    const last = next.at(-1);
    if (!result.ok || (last && result.article.provenance[last.what]?.source !== 'person')) return false;
    picks = next;
    article = result.article;
    places = next.length ? lastingPlaces(page, url, next) : undefined;
    keep(result);
    return true;
  };
  const take = (element: Element | undefined): void => {
    if (!element) return;
    // Within what is chosen, or around it: the later one is what is meant.
    const others = picks.filter((pick) => pick.what !== what || (what === 'body' && !pick.element.contains(element) && !element.contains(pick.element)));
    if (read([...others, { what, element }].slice(-MOST_PARTS))) {
      isPointing = false;
      fault = undefined;
      hot = undefined;
    } else fault = t(FAULTS[what]);
    draw();
    if (!isPointing) bar.querySelector<HTMLElement>(`[data-do="${setup.verb}"]`)?.focus({ preventScroll: true });
  };
  const takeBack = (): void => {
    const rest = picks.slice(0, -1);
    if (!rest.length || !read(rest)) {
      picks = [];
      article = places = undefined;
      point(what);
    } else draw();
  };
  const act = async (verb: Verb): Promise<void> => {
    busy = true;
    fault = undefined;
    draw();
    try {
      // Before it is asked for: our own script may be gone from the page as soon as the answer is there.
      if (remembers && places && site !== undefined) await rememberPlaces(url, places, Date.now());
      const answer = await send('picked', { verb, ...(setup.backTo === undefined ? {} : { backTo: setup.backTo }) });
      busy = false;
      if (!answer.ok) fault = tReason(answer.reason);
      else if (verb !== 'save') return leave();
      else saved = true;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      busy = false;
      fault = tReason('interrupted');
    }
    draw();
    bar.focus({ preventScroll: true });
  };
  const go = (doing: Doing): void => {
    if (busy) return;
    if (doing === 'read' || doing === 'print' || doing === 'share' || doing === 'save') {
      // Something was laid over us a moment ago: who clicked may have meant that.
      if (surface.quietFor() >= SETTLED) void act(doing);
    } else if (doing === 'wider') widen();
    else if (doing === 'narrower') narrow();
    else if (doing === 'take') take(hot ?? likely(page));
    else if (doing === 'leave') leave();
    else if (doing === 'back') takeBack();
    else if (doing === 'more') point('body');
    else if (doing === 'move') bar.classList.toggle('up');
    else if (doing === 'remember') { remembers = !remembers; draw(); }
    else if (doing === 'close') { isPointing = false; fault = undefined; draw(); }
    else point(doing);
  };
  const widen = (): void => {
    const from = hot;
    const next = from ? wider(from) : likely(page);
    if (from && next) inward = [...inward, from];
    show(next);
  };
  const narrow = (): void => {
    const back = inward.at(-1);
    inward = inward.slice(0, -1);
    show(back && hot?.contains(back) ? back : hot ? narrower(hot) : likely(page));
  };
  const step = (by: 1 | -1): void => {
    inward = [];
    show(hot ? beside(hot, by) : likely(page));
  };
  const buttons = (): readonly HTMLButtonElement[] => [...bar.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];

  let waiting = 0;
  const stop = listen(window, {
    point(x, y) {
      if (!isPointing || waiting) return;
      waiting = window.requestAnimationFrame(() => {
        waiting = 0;
        if (!isPointing || bar.contains(surface.ownAt(x, y) ?? null)) return;
        const under = elementAt(x, y, page, surface.host);
        inward = [];
        warm(under && meant(under, what === 'body'));
      });
    },
    click(event) {
      const { clientX, clientY, detail } = event;
      const own = surface.ownAt(clientX, clientY);
      // Readers' aids press the button that has the focus, wherever the pointer is.
      const pressed = (detail === 0 ? surface.focused() : own)?.closest<HTMLButtonElement>('button[data-do]');
      if (pressed && bar.contains(pressed)) {
        pressed.focus({ preventScroll: true });
        if (!pressed.disabled) go(pressed.dataset['do'] as Doing);
      } else if (isPointing && !bar.contains(own ?? null)) {
        const under = elementAt(clientX, clientY, page, surface.host);
        // A finger does not hover: its first touch shows what would be taken.
        if (!hot || (event as PointerEvent).pointerType === 'touch') warm(under && meant(under, what === 'body'));
        else take(hot);
      }
    },
    key(event) {
      const focused = surface.focused()?.closest<HTMLButtonElement>('button[data-do]');
      const isLeft = event.key === 'ArrowLeft';
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') {
        if (isPointing && article) go('close');
        else leave();
      } else if (event.key === 'Enter' || (event.key === ' ' && focused)) {
        if (event.repeat) return event.preventDefault();
        if (focused) go(focused.dataset['do'] as Doing);
        else if (isPointing) take(hot);
      } else if (event.key === 'Tab') {
        const all = buttons();
        const at = focused ? all.indexOf(focused) : event.shiftKey ? 0 : -1;
        all.at((at + (event.shiftKey ? -1 : 1)) % all.length)?.focus({ preventScroll: true });
      } else if (isPointing && event.key === 'ArrowUp') widen();
      else if (isPointing && event.key === 'ArrowDown') narrow();
      else if (isPointing && (isLeft || event.key === 'ArrowRight')) step(isLeft === (window.getComputedStyle(page.documentElement).direction === 'rtl') ? 1 : -1);
      else if (event.key === 'Backspace' || event.key === 'Delete') { if (picks.length) takeBack(); }
      // The keys that turn the page still do.
      else return;
      event.preventDefault();
    },
    wheel({ clientX, clientY, deltaX, deltaY, deltaMode, ctrlKey }) {
      if (ctrlKey || bar.contains(surface.ownAt(clientX, clientY) ?? null)) return;
      const line = deltaMode === 1 ? 40 : 1;
      for (let at = elementAt(clientX, clientY, page, surface.host); at && at !== page.body && at !== page.documentElement; at = at.parentElement ?? undefined) {
        if (at.scrollHeight <= at.clientHeight + 1 || !/auto|scroll/.test(window.getComputedStyle(at).overflowY)) continue;
        at.scrollBy(deltaX * line, deltaY * line);
        return;
      }
    },
  });
  draw();
  bar.focus({ preventScroll: true });
  return { leave };
}
