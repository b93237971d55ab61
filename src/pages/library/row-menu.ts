/** The menu behind a row's three dots. */
import { Archive, ExternalLink, Inbox, Mail, Printer, SquareCheck, Star, Trash2 } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { pageUrl } from '../../browser/tabs.ts';
import type { SavedArticle } from '../../library/library.ts';
import { isReserved } from '../../url/reserved.ts';
import { byId, fill, h, icon, type IconNode } from '../shared/dom.ts';

export interface RowMenuDoings {
  readonly favourite: () => unknown;
  readonly archive: () => unknown;
  readonly select: () => unknown;
  readonly remove: () => unknown;
}

/** Opens the menu under a button; arrow keys walk it, Escape gives the focus back. */
export function openRowMenu(button: HTMLElement, saved: SavedArticle, doings: RowMenuDoings): void {
  const menu = byId('menu');
  const archived = saved.readState === 'archived';
  fill(menu,
    !isReserved(saved.url) && link(t('libOriginal'), ExternalLink, saved.url),
    saved.hasBody && link(t('libPrint'), Printer, pageUrl('print', { id: saved.id })),
    link(t('libShare'), Mail, pageUrl('share', { id: saved.id })),
    h('hr'),
    item(saved.favourite ? t('libNotFavourite') : t('libFavourite'), Star, doings.favourite),
    item(archived ? t('libToUnread') : t('libToArchive'), archived ? Inbox : Archive, doings.archive),
    item(t('libSelect'), SquareCheck, doings.select),
    h('hr'),
    item(t('libRemove'), Trash2, doings.remove, 'warning'));
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
  items(menu)[0]?.focus();
}

/** Makes the menu's keys work; once, at the start. */
export function startRowMenu(): void {
  const menu = byId('menu');
  const close = () => menu.hidePopover();
  menu.addEventListener('click', (event) => { if ((event.target as Element).closest('[role="menuitem"]')) close(); });
  menu.addEventListener('keydown', (event) => {
    const all = items(menu);
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

function items(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
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

function link(label: string, drawn: IconNode, href: string): HTMLElement {
  return h('a', { role: 'menuitem', tabindex: -1, href, target: '_blank', rel: 'noopener noreferrer' }, icon(drawn), label);
}

function item(label: string, drawn: IconNode, run: () => unknown, extra = ''): HTMLElement {
  return h('button', { role: 'menuitem', tabindex: -1, type: 'button', class: extra, onclick: run }, icon(drawn), label);
}
