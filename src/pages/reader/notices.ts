/** A line at the foot of the screen that says what just happened, with at most one way back. */
import { byId, h } from '../shared/dom.ts';

/** Long enough to read twice and to reach the button. */
const STAY = 8_000;

export function toast(text: string, action?: { readonly label: string; readonly run: () => void }): void {
  const line = h('div', { class: 'toast' }, h('span', {}, text),
    action && h('button', { type: 'button', class: 'button quiet', onclick: () => { line.remove(); action.run(); } }, action.label));
  byId('toasts').replaceChildren(line);
  setTimeout(() => { if (!line.contains(document.activeElement)) line.remove(); }, STAY);
}
