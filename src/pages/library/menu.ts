/** The one menu of the page: opened under a button, walked by arrow keys, gone on Escape, scrolling and resizing. */
import { Check } from 'lucide';
import { byId, fill, h, icon, type IconNode } from '../shared/dom.ts';

export interface MenuItem {
  readonly label: string;
  readonly drawn?: IconNode;
  /** An item that opens an address instead of running something. */
  readonly href?: string;
  readonly run?: () => unknown;
  readonly warning?: boolean;
  /** One of several of which one holds. */
  readonly checked?: boolean;
  /** A tag's colour, shown as a dot. */
  readonly colour?: string;
}

/** Opens the menu under a button, which gets the focus back when it closes. */
export function openMenu(button: HTMLElement, items: readonly (MenuItem | 'rule')[]): void {
  const menu = byId('menu');
  fill(menu, ...items.map((item) => (item === 'rule' ? h('hr') : element(item))));
  menu.setAttribute('aria-label', button.getAttribute('aria-label') ?? '');
  // The browser gives the focus back to where it was before the menu: that is to be the button.
  button.focus({ preventScroll: true });
  menu.showPopover();
  place(menu, button);
  button.setAttribute('aria-expanded', 'true');
  const open = new AbortController();
  menu.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return;
    button.removeAttribute('aria-expanded');
    open.abort();
  }, { signal: open.signal });
  (menu.querySelector<HTMLElement>('[aria-checked="true"]') ?? itemsOf(menu)[0])?.focus();
}

function element({ label, drawn, href, run, warning, checked, colour }: MenuItem): HTMLElement {
  const inside = [
    checked === undefined ? drawn && icon(drawn) : h('span', { class: 'check' }, checked && icon(Check)), colour && h('span', { class: 'dot', 'data-colour': colour }), h('span', {}, label),
  ];
  if (href !== undefined) return h('a', { role: 'menuitem', tabindex: -1, href, target: '_blank', rel: 'noopener noreferrer' }, ...inside);
  return h('button', {
    role: checked === undefined ? 'menuitem' : 'menuitemradio', 'aria-checked': checked === undefined ? undefined : String(checked), tabindex: -1, type: 'button', class: warning ? 'warning' : '', onclick: run,
  }, ...inside);
}

/** Makes the menu's keys work; once, at the start. */
export function startMenu(): void {
  const menu = byId('menu');
  const close = () => menu.hidePopover();
  menu.addEventListener('click', (event) => { if ((event.target as Element).closest('[role^="menuitem"]')) close(); });
  menu.addEventListener('keydown', (event) => {
    const all = itemsOf(menu);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') close();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    all[to % all.length]?.focus();
  });
  // The menu hangs at its button: when that moves, the menu goes.
  addEventListener('scroll', () => { if (menu.matches(':popover-open')) close(); }, { passive: true });
  addEventListener('resize', () => { if (menu.matches(':popover-open')) close(); });
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

/** Under the button, ends aligned; above it when there is no room below. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const rtl = getComputedStyle(button).direction === 'rtl';
  const left = rtl ? at.left : at.right - width;
  const below = at.bottom + 4;
  menu.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, left))}px`;
  menu.style.top = `${below + height > innerHeight - 8 ? Math.max(8, at.top - height - 4) : below}px`;
}
