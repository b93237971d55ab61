/** Short word of what was done, at the foot of the page, with the way back. */
import { h } from './dom.ts';

export interface ToastAction {
  readonly label: string;
  readonly run: () => unknown;
}

/** Milliseconds a toast stays: long enough to read it, and to reach its button. */
const STAY = 6_000;
const STAY_WITH_ACTION = 12_000;
const MOST = 3;

let region: HTMLElement | undefined;

/**
 * Shows a sentence, and a button when there is something to undo. It waits while it is pointed at or has the focus. Spoken
 * by screen readers through a live region that is there before the first toast.
 * @returns how to take it away early
 */
export function showToast(text: string, action?: ToastAction): () => void {
  const home = (region ??= makeRegion());
  let timer = 0;
  const close = () => { clearTimeout(timer); toast.remove(); };
  const wait = () => { timer = window.setTimeout(close, action ? STAY_WITH_ACTION : STAY); };
  const toast = h('div', { class: 'toast' },
    h('span', {}, text),
    action && h('button', { class: 'button quiet', type: 'button', onclick: () => { if (toast.isConnected) action.run(); close(); } }, action.label));
  for (const event of ['pointerenter', 'focusin']) toast.addEventListener(event, () => clearTimeout(timer));
  for (const event of ['pointerleave', 'focusout']) toast.addEventListener(event, wait);
  home.append(toast);
  while (home.childElementCount > MOST) home.firstElementChild?.remove();
  wait();
  return close;
}

/** Puts the live region into the page; call it at the start so that the first toast is spoken too. */
export function makeRegion(): HTMLElement {
  if (region) return region;
  region = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
  document.body.append(region);
  return region;
}
