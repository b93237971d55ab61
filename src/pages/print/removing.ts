/** Taking parts out of the paper and putting them back, by pointer and by keyboard, and rewording the title. The saved article is not touched. */
import { t } from '../../browser/i18n.ts';
import { History } from '../../paper/history.ts';
import { partAt } from '../../paper/removable.ts';
import { byId } from '../shared/dom.ts';
import type { Piece } from '../shared/paper-layout.ts';
import type { Sheets } from './sheets.ts';

/**
 * @param onTitle takes the new title; absent where there is more than one
 * @param redraw draws the sheets anew
 */
export function startRemoving(sheets: Sheets, pieces: readonly Piece[], onTitle: ((words: string) => void) | undefined, redraw: () => void): void {
  const flow = byId('flow');
  const desk = byId('desk');
  const button = byId<HTMLButtonElement>('remove');
  const history = new History();

  /** Every place where a part stands now: the part itself, or the copy that keeps a page together. */
  const placesOf = (part: string): readonly HTMLElement[] => [...flow.querySelectorAll<HTMLElement>(`[data-part="${part}"]`)];
  const changed = (words: string): void => {
    byId<HTMLButtonElement>('undo').disabled = !history.canUndo;
    byId<HTMLButtonElement>('redo').disabled = !history.canRedo;
    byId('said').textContent = words;
    cool();
    redraw();
  };
  const leaveOut = (part: string, isOut: boolean): void => {
    // Only the article's own nodes last; copies are gone with the next layout.
    sheets.release();
    for (const place of placesOf(part)) place.classList.toggle('left-out', isOut);
  };
  const remove = (part: string): void => {
    history.do({ apply: () => leaveOut(part, true), revert: () => leaveOut(part, false) });
    changed(t('printRemoved'));
  };
  const undo = (): void => { history.undo(); changed(t('printPutBack')); };
  const redo = (): void => { history.redo(); changed(t('printRemoved')); };

  let hot: string | undefined;
  const cool = (): void => {
    if (hot !== undefined) for (const place of placesOf(hot)) place.classList.remove('hot');
    hot = undefined;
    button.hidden = true;
  };
  const warm = (part: string, { clientX, clientY }: PointerEvent): void => {
    if (part === hot) return;
    cool();
    hot = part;
    let box: DOMRect | undefined;
    for (const place of placesOf(part)) {
      place.classList.add('hot');
      box ??= [...place.getClientRects()].find((each) => clientX >= each.left - 1 && clientX <= each.right + 1 && clientY >= each.top - 1 && clientY <= each.bottom + 1);
    }
    if (!box) return;
    button.hidden = false;
    const { width, height } = button.getBoundingClientRect();
    const edge = desk.getBoundingClientRect();
    const right = Math.min(box.right + 6, edge.right - 4);
    button.style.left = `${Math.max(edge.left + 4, desk.dir === 'rtl' ? box.left - 6 : right - width)}px`;
    button.style.top = `${Math.max(edge.top, box.top - height * 0.6)}px`;
  };
  flow.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    const part = partAt(event.target as Element);
    if (part === undefined) cool();
    else warm(part, event);
  });
  desk.addEventListener('pointerleave', (event) => { if (event.relatedTarget !== button) cool(); });
  desk.addEventListener('scroll', cool, { passive: true });
  button.addEventListener('pointerleave', cool);
  button.addEventListener('click', () => { if (hot !== undefined) remove(hot); });
  flow.addEventListener('click', (event) => {
    // A link on the paper leads nowhere.
    event.preventDefault();
    const place = event.target as Element;
    if (onTitle && place.closest('.title')) byId('paper-title').focus();
    else {
      const part = partAt(place);
      if (part !== undefined) remove(part);
    }
  });

  byId('undo').addEventListener('click', undo);
  byId('redo').addEventListener('click', redo);
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || (event.target as Element).matches('input[type="text"], textarea')) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) redo();
    else return;
    event.preventDefault();
  });

  /** The part chosen by keyboard. */
  let chosen: string | undefined;
  const choose = (part: string | undefined): void => {
    const place = part === undefined ? undefined : placesOf(part).find((each) => each.getClientRects().length > 0);
    if (!place) return;
    chosen = part;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest', inline: 'center' });
  };
  const parts = (): readonly string[] => [...flow.querySelectorAll<HTMLElement>('[data-part]')].filter((each) => each.getClientRects().length > 0).map((each) => each.dataset['part']!);
  desk.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = parts();
    const at = chosen === undefined ? -1 : all.indexOf(chosen);
    if (event.key === 'ArrowDown') choose(all[Math.min(all.length - 1, at + 1)]);
    else if (event.key === 'ArrowUp') choose(all[Math.max(0, at - 1)]);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && chosen !== undefined && at >= 0) {
      const next = all.slice(at + 1).find((part) => placesOf(part)[0]!.parentElement!.closest(`[data-part="${chosen}"]`) === null) ?? all[at - 1];
      remove(chosen);
      chosen = undefined;
      requestAnimationFrame(() => requestAnimationFrame(() => choose(next)));
    } else if (event.key === 'PageDown' || event.key === 'PageUp') turn(event.key === 'PageDown' ? 1 : -1);
    else return;
    event.preventDefault();
  });
  const turn = (by: 1 | -1): void => {
    const [first, second] = [...byId('backs').children].map((back) => back.getBoundingClientRect().left);
    const step = first === undefined || second === undefined ? desk.clientWidth : Math.abs(second - first);
    desk.scrollBy({ left: by * step * (desk.dir === 'rtl' ? -1 : 1), behavior: 'smooth' });
  };
  // A mouse wheel turns up and down only; the sheets stand side by side.
  desk.addEventListener('wheel', (event) => {
    if (event.deltaX !== 0 || event.ctrlKey || event.shiftKey || desk.scrollWidth <= desk.clientWidth || matchMedia('(max-width: 48rem)').matches) return;
    event.preventDefault();
    desk.scrollBy({ left: event.deltaY * (event.deltaMode === 1 ? 40 : 1) * (desk.dir === 'rtl' ? -1 : 1) });
  }, { passive: false });

  startTitle(pieces, history, onTitle, changed, () => sheets.release());
}

function startTitle(pieces: readonly Piece[], history: History, onTitle: ((words: string) => void) | undefined, changed: (words: string) => void, release: () => void): void {
  const field = byId<HTMLTextAreaElement>('paper-title');
  const [piece] = pieces;
  if (!onTitle || !piece) {
    byId('title-field').hidden = true;
    return;
  }
  const { title } = piece.article;
  let now = title;
  field.value = title;
  const set = (words: string): void => {
    now = words;
    if (document.activeElement !== field) field.value = words;
    release();
    piece.view.element.querySelector('.title')!.textContent = words;
    onTitle(words);
  };
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); field.blur(); } });
  field.addEventListener('change', () => {
    // A title can be put right but not put away.
    const words = field.value.replace(/\s+/g, ' ').trim() || title;
    field.value = words;
    const before = now;
    if (words === before) return;
    history.do({ apply: () => set(words), revert: () => { set(before); field.value = before; } });
    changed(t('printTitleChanged'));
  });
}
