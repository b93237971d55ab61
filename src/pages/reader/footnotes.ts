/** Links within an article: they jump, the focus goes along, and from a note there is a way back to where one was. */
import { CornerLeftUp } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { h, icon, type IconNode } from '../shared/dom.ts';
import { percentDecoded } from '../../url/percent-decoded.ts';

/** Prepares the links of an article's body that lead to other places in it. Those that lead nowhere are links no longer. */
export function startFootnotes(body: HTMLElement): void {
  const links = [...body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  if (!links.length) return;
  const named = new Map([...body.querySelectorAll<HTMLElement>('[id]')].toReversed().map((element) => [element.id, element]));
  links.forEach((link, index) => {
    const target = targetOf(link, named);
    if (!target) {
      link.removeAttribute('href');
      return;
    }
    if (!target.matches('a[href], button')) target.tabIndex = -1;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(target);
      history.replaceState(null, '', `#${target.id}`);
    });
    if (!isNote(link, target)) return;
    link.id ||= `note-mark-${index + 1}`;
    link.setAttribute('role', 'doc-noteref');
    if (!hasWayBack(target, link, named)) giveWayBack(target, link);
  });
}

function targetOf(link: HTMLAnchorElement, named: ReadonlyMap<string, HTMLElement>): HTMLElement | undefined {
  const id = link.getAttribute('href')?.slice(1) ?? '';
  return named.get(id) ?? named.get(percentDecoded(id));
}

/** A mark of a note: a number or a sign that leads on in the text. */
function isNote(link: HTMLAnchorElement, target: HTMLElement): boolean {
  const sign = link.textContent.trim();
  const leadsOn = (link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return leadsOn && (link.closest('sup') !== null || /^[[(]?(?:\p{N}{1,4}|[*†‡§¶#]{1,3}|\p{L})[\])]?\.?$/u.test(sign));
}

function hasWayBack(note: HTMLElement, link: HTMLAnchorElement, named: ReadonlyMap<string, HTMLElement>): boolean {
  const home = note.closest('li, dd, p, div') ?? note;
  return [...home.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].some((back) => {
    const target = targetOf(back, named);
    return target !== undefined && (target === link || target.contains(link) || link.parentElement?.contains(target));
  });
}

function giveWayBack(note: HTMLElement, link: HTMLAnchorElement): void {
  const home = note.closest('li, dd, p') ?? note;
  const back = h('a', { href: `#${link.id}`, class: 'way-back', 'data-ours': true, role: 'doc-backlink', 'aria-label': t('noteBack'), title: t('noteBack') }, icon(CornerLeftUp as IconNode, 'flip'));
  back.addEventListener('click', (event) => {
    event.preventDefault();
    goTo(link);
    history.replaceState(null, '', location.pathname + location.search);
  });
  (home.matches('li, dd') && home.lastElementChild?.matches('p') ? home.lastElementChild : home).append(' ', back);
}

function goTo(target: HTMLElement): void {
  // A folded part opens for what is looked for in it.
  for (let up = target.parentElement; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  target.focus({ preventScroll: true });
}
