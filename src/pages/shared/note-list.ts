/** The notes beside a person's highlights, numbered at the end of the paper, and the numbers in the text. */
import type { Highlight } from '../../article/highlight.ts';
import { t } from '../../browser/i18n.ts';
import { numberedNotes, type Marked } from '../../paper/marks.ts';
import { h } from './dom.ts';

/** Letters of the marked words that stand before a note, so that it can be read by itself. */
const QUOTE = 90;

/** @returns takes list and numbers away again */
export function addNoteList(element: HTMLElement, marked: Pick<Marked, 'marks'>, highlights: readonly Highlight[]): () => void {
  const notes = numberedNotes(marked, highlights);
  if (!notes.length) return () => undefined;
  const added: Element[] = notes.map(({ number, after }) => {
    const mark = h('span', { class: 'note-number' }, `[${number}]`);
    after.after(mark);
    return mark;
  });
  const list = h('section', { class: 'notes' }, h('h2', {}, t('paperNotesTitle')),
    h('ol', {}, ...notes.map(({ number, note, quote }) => h('li', {}, h('span', { class: 'num' }, `[${number}]`),
      h('div', {}, h('p', { dir: 'auto' }, note), h('span', { class: 'quote', dir: 'auto' }, quote.length > QUOTE ? `${quote.slice(0, QUOTE).trimEnd()}…` : quote))))));
  element.append(list);
  return () => { for (const node of [...added, list]) node.remove(); };
}
