/** The sheet on which a note is written, beside the words that it belongs to. What is written is kept when the sheet goes. */
import { HIGHLIGHT_LIMITS, type Highlight } from '../../article/highlight.ts';
import { t } from '../../browser/i18n.ts';
import { fill, h } from '../shared/dom.ts';

export interface NoteEditor {
  open(highlight: Highlight, box: DOMRect): void;
}

/** How long the writing has to rest before it is kept, in milliseconds. */
const REST = 1_000;

/** @param keep called with the note as it was left, when it has changed */
export function noteEditor(keep: (highlight: Highlight, note: string) => void): NoteEditor {
  let editing: Highlight | undefined;
  const quote = h('p', { class: 'note-quote small' });
  const words = h('textarea', { class: 'ruled', id: 'note-words', maxlength: HIGHLIGHT_LIMITS.note, rows: 3, dir: 'auto', 'aria-labelledby': 'note-label' });
  const done = h('button', { type: 'button', class: 'button filled', id: 'note-done' }, t('highlightDone'));
  const sheet = h('div', { class: 'panel note-sheet', id: 'note-sheet', popover: 'auto', role: 'dialog', 'aria-labelledby': 'note-label' },
    h('h2', { class: 'label', id: 'note-label' }, t('highlightYourNote')), quote, words,
    h('div', { class: 'ways' }, done));
  document.body.append(sheet);
  done.addEventListener('click', () => sheet.hidePopover());
  words.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sheet.hidePopover();
  });
  const settle = (): void => {
    const note = words.value.trim();
    if (!editing || note === editing.note) return;
    const highlight = editing;
    editing = { ...editing, note };
    keep(highlight, note);
  };
  // Before it goes, not after: a press on another note opens the sheet again in the same breath, and nobody is told of the closing.
  sheet.addEventListener('beforetoggle', (event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    settle();
    editing = undefined;
  });
  // The page may be gone without the sheet being closed, and on its way out nothing can be waited for.
  let resting: ReturnType<typeof setTimeout> | undefined;
  words.addEventListener('input', () => {
    clearTimeout(resting);
    resting = setTimeout(settle, REST);
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden) settle(); });

  return {
    open(highlight, box) {
      settle();
      editing = highlight;
      fill(quote, short(highlight.anchor.exact));
      words.value = highlight.note;
      sheet.showPopover();
      const { width, height } = sheet.getBoundingClientRect();
      const top = box.bottom + 8 + height < innerHeight ? box.bottom + 8 : Math.max(60, box.top - height - 8);
      const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
      sheet.style.setProperty('--top', `${top}px`);
      sheet.style.setProperty('--left', `${left}px`);
      words.focus();
    },
  };
}

/** A quote of any length as one that fits on the sheet. */
export function short(quote: string, length = 160): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : length)}…`;
}
