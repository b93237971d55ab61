/** The small bar at selected words or at a mark: four pens, a note, and, on a mark, its removal. */
import { Eraser, NotebookPen } from 'lucide';
import { PENS, type Pen } from '../../article/highlight.ts';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { byId, h, icon, type IconNode } from '../shared/dom.ts';

const PEN_NAMES: Readonly<Record<Pen, MessageKey>> = { sun: 'penSun', leaf: 'penLeaf', rose: 'penRose', sky: 'penSky' };

export function penName(pen: Pen): string {
  return t(PEN_NAMES[pen]);
}

export interface BarActions {
  mark(pen: Pen): void;
  note(): void;
  remove(): void;
}

export interface SelectionBar {
  /** Shows it beside a box of the window. @param pen the mark's own, when it is there already */
  show(box: DOMRect, actions: BarActions, pen?: Pen): void;
  hide(): void;
  isShown(): boolean;
  focus(): void;
  contains(node: Node): boolean;
}

/** Between the bar and the words, in pixels. */
const GAP = 8;

export function selectionBar(): SelectionBar {
  let actions: BarActions | undefined;
  const pens = PENS.map((pen) => h('button', { type: 'button', class: 'pen', 'data-pen': pen, 'aria-label': penName(pen), title: penName(pen), onclick: () => actions?.mark(pen) }, h('i')));
  const remove = h('button', { type: 'button', class: 'button quiet', id: 'mark-remove', onclick: () => actions?.remove() }, icon(Eraser as IconNode), h('span', {}, t('remove')));
  const bar = h('div', { class: 'selection-bar', id: 'selection-bar', role: 'toolbar', 'aria-label': t('highlight'), hidden: true },
    ...pens,
    h('button', { type: 'button', class: 'button quiet', id: 'mark-note', onclick: () => actions?.note() }, icon(NotebookPen as IconNode), h('span', {}, t('highlightNote'))),
    remove);
  // A press on the bar must not take the selection away before the click is there.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  bar.addEventListener('keydown', (event) => {
    const forward = getComputedStyle(bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const all = [...bar.querySelectorAll<HTMLElement>('button:not([hidden])')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all.at((at + (event.key === forward ? 1 : -1)) % all.length)?.focus();
  });
  // Inside the main part, where those look for it who go from part to part.
  byId('place').append(bar);

  return {
    show(box, now, pen) {
      actions = now;
      for (const button of pens) button.setAttribute('aria-pressed', String(button.dataset['pen'] === pen));
      remove.hidden = pen === undefined;
      bar.hidden = false;
      const { width, height } = bar.getBoundingClientRect();
      const above = box.top - height - GAP;
      // Under the strip there is no room: then below the words.
      const top = above > 60 ? above : Math.min(box.bottom + GAP, innerHeight - height - GAP);
      const left = Math.max(GAP, Math.min(box.left + box.width / 2 - width / 2, document.documentElement.clientWidth - width - GAP));
      bar.style.top = `${top + scrollY}px`;
      bar.style.left = `${left + scrollX}px`;
    },
    hide() {
      bar.hidden = true;
      actions = undefined;
    },
    isShown: () => !bar.hidden,
    focus: () => (pens.find((button) => button.getAttribute('aria-pressed') === 'true') ?? pens[0])?.focus(),
    contains: (node) => bar.contains(node),
  };
}
