/**
 * The glass over the page: one element of ours in the browser's top layer, with everything drawn in a closed shadow root,
 * so that no style of the page reaches it, nothing of the page lies over it, and no script of the page can look into it.
 */
import { boxOf } from './parts.ts';
import { STYLE } from './style.ts';

export interface Surface {
  readonly host: HTMLElement;
  readonly bar: HTMLElement;
  /** Outlines what is pointed at, and what is chosen already. */
  outline(hot: Element | undefined, chosen: readonly Element[]): void;
  /** What of ours lies under a point of the window. */
  ownAt(x: number, y: number): Element | undefined;
  focused(): Element | undefined;
  /** Milliseconds since the glass was last laid over something new that the page had put on top. */
  quietFor(): number;
  remove(): void;
}

/** How often a page may throw our element out before we give way. */
const PATIENCE = 30;

/** @param onLost the page keeps throwing us out */
export function makeSurface(page: Document, isRightToLeft: boolean, onLost: () => void): Surface {
  const host = page.createElement('div');
  // Inline and important: nothing in a page's style sheets outweighs it (https://www.w3.org/TR/css-cascade-5/#cascade-sort).
  host.style.cssText = ['all: initial', 'position: fixed', 'inset: 0', 'display: block', 'margin: 0', 'padding: 0', 'border: 0', 'width: auto', 'height: auto', 'max-width: none', 'max-height: none',
    'overflow: visible', 'background: none', 'opacity: 1', 'visibility: visible', 'transform: none', 'filter: none', 'clip-path: none', 'pointer-events: auto', 'z-index: 2147483647', `direction: ${isRightToLeft ? 'rtl' : 'ltr'}`,
  ].map((rule) => `${rule} !important`).join('; ');
  host.setAttribute('popover', 'manual');
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, page);
  const glass = make(page, 'div', 'glass');
  const boxes = make(page, 'div', 'boxes');
  const bar = make(page, 'div', 'bar');
  bar.dir = isRightToLeft ? 'rtl' : 'ltr';
  root.append(glass, boxes, bar);

  const before = page.activeElement;
  let hot: Element | undefined;
  let chosen: readonly Element[] = [];
  let drawing = 0;
  let thrownOut = 0;
  let raisedAt = performance.now();
  let above = '';

  const raise = (): void => {
    const focus = root.activeElement as HTMLElement | null;
    // What stands outside an open modal dialog can't be clicked: then our place is inside.
    const home = [...page.querySelectorAll<HTMLElement>('dialog')].findLast((dialog) => dialog.matches(':modal')) ?? page.documentElement;
    if (host.parentNode !== home) home.append(host);
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
    raisedAt = performance.now();
    focus?.focus({ preventScroll: true });
  };
  /** What else stands in the top layer: when that changes, something may lie over us. */
  const company = (): string => [...page.querySelectorAll(':popover-open, dialog:modal, :fullscreen')].filter((element) => element !== host).length.toString();
  const look = (): void => {
    drawing = requestAnimationFrame(look);
    if (!host.isConnected || !host.matches(':popover-open')) {
      thrownOut += 1;
      if (thrownOut > PATIENCE) return onLost();
      raise();
    }
    const now = company();
    if (now !== above) {
      above = now;
      raise();
    }
    draw();
  };
  const draw = (): void => {
    const wanted = [...chosen.map((element) => [element, 'box chosen'] as const), ...(hot ? [[hot, 'box hot'] as const] : [])];
    while (boxes.children.length > wanted.length) boxes.lastElementChild?.remove();
    wanted.forEach(([element, look], n) => {
      const box = (boxes.children[n] ?? boxes.appendChild(make(page, 'div', ''))) as HTMLElement;
      const { left, top, width, height } = boxOf(element);
      const style = `translate: ${Math.round(left)}px ${Math.round(top)}px; width: ${Math.round(width)}px; height: ${Math.round(height)}px`;
      if (box.className !== look) box.className = look;
      if (box.getAttribute('style') !== style) box.style.cssText = style;
    });
  };

  above = company();
  raise();
  drawing = requestAnimationFrame(look);
  return {
    host, bar,
    outline(next, all) {
      hot = next;
      chosen = all;
      draw();
    },
    ownAt: (x, y) => root.elementFromPoint(x, y) ?? undefined,
    focused: () => root.activeElement ?? undefined,
    quietFor: () => performance.now() - raisedAt,
    remove() {
      cancelAnimationFrame(drawing);
      host.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
  };
}

function make(page: Document, tag: string, className: string): HTMLElement {
  const element = page.createElement(tag);
  element.className = className;
  return element;
}

/** Styles by an adopted sheet, which no policy of the page forbids; by an element where the browser keeps those from us. */
function dress(root: ShadowRoot, page: Document): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    root.append(Object.assign(page.createElement('style'), { textContent: STYLE }));
  }
}
