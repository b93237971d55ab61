/**
 * Marking words with four pens and writing beside them. An article that is not in the library yet goes there with its first
 * mark: a mark that would be gone in a week would be a broken promise.
 */
import type { Article } from '../../article/article.ts';
import { HIGHLIGHT_LIMITS, type Highlight, type Pen } from '../../article/highlight.ts';
import { anchorOf, type Passage } from '../../article/quote-anchor.ts';
import { t, tReason } from '../../browser/i18n.ts';
import { countHighlights, findByUrl, highlightsOf, onLibraryChange, putHighlight, removeHighlight } from '../../library/library.ts';
import { markHighlights, type Marked } from '../../paper/marks.ts';
import { byId, h } from '../shared/dom.ts';
import { showToast } from '../shared/toasts.ts';
import type { ArticlePlaces } from './article-places.ts';
import { showHighlightList } from './highlight-list.ts';
import { noteEditor } from './note-editor.ts';
import { saveNow } from './saving.ts';
import { selectionBar } from './selection-bar.ts';
import type { ArticleRef } from '../shared/source.ts';
import { endOf, startOf, uprightNow, windowLength } from './way.ts';

/** How long a selection has to rest before the bar comes, in milliseconds. */
const REST = 180;

/** The marks on the page; for paper, which numbers the notes. */
export interface Highlights {
  readonly all: () => readonly Highlight[];
  readonly marked: () => Marked | undefined;
}

export async function startHighlights(ref: ArticleRef, article: Article, body: HTMLElement, places: ArticlePlaces): Promise<Highlights> {
  let id = 'id' in ref ? ref.id : undefined;
  let all: readonly Highlight[] = [];
  let marked: Marked | undefined;
  const notesBeside = matchMedia('(min-width: 82rem)');
  const bar = selectionBar();
  const editor = noteEditor((highlight, note) => void change(highlight, { note }));

  const draw = (): void => {
    const refocus = heldFocus(body);
    for (const note of body.querySelectorAll('.margin-note')) note.remove();
    marked?.undo();
    places.stale();
    marked = markHighlights(body, all, places.now());
    places.stale();
    for (const highlight of all) if (highlight.note) hangNote(highlight);
    showHighlightList(all, marked.lost, { goTo, note: (highlight, button) => editNote(highlight, button.getBoundingClientRect()), remove: (highlight) => void remove(highlight) });
    refocus();
  };
  const hangNote = (highlight: Highlight): void => {
    const last = marked?.marks.get(highlight.id)?.at(-1);
    if (!last) return;
    const note = h('button', { type: 'button', class: 'margin-note', 'data-ours': true, 'data-highlight': highlight.id, 'aria-label': `${t('highlightYourNote')}: ${highlight.note}`, dir: 'auto' }, highlight.note);
    note.addEventListener('click', () => editNote(highlight, note.getBoundingClientRect()));
    // Beside the words where there is a margin, else below their paragraph.
    const block = last.closest('p, li, blockquote, h1, h2, h3, h4, h5, h6, dd, dt, figcaption, td, th, pre') ?? last.parentElement!;
    if (notesBeside.matches && !uprightNow() && !last.closest('table, pre')) last.after(note);
    else if (block.matches('pre')) block.after(note);
    else block.append(note);
  };
  const look = async (): Promise<void> => {
    id ??= (await findByUrl(article.url))?.id;
    if (id === undefined) return;
    const answer = await highlightsOf(id);
    if (!answer.ok || JSON.stringify(answer.value) === JSON.stringify(all)) return;
    all = answer.value;
    draw();
  };

  /** The article's number in the library; an article that is not there yet is saved. */
  const numbered = async (): Promise<number | undefined> => {
    const there = id ?? (await findByUrl(article.url))?.id;
    if (there !== undefined) return (id = there);
    // Where this page can't look into the library, in a private window, nothing is saved for a mark that has no place.
    const library = await countHighlights();
    if (!library.ok) {
      showToast(tReason(library.reason));
      return undefined;
    }
    const reason = await saveNow(ref, article);
    if (reason !== undefined) {
      showToast(t(reason));
      return undefined;
    }
    id = (await findByUrl(article.url))?.id;
    if (id !== undefined) showToast(t('highlightSavedToo'));
    return id;
  };
  const put = async (highlight: Highlight): Promise<boolean> => {
    const to = await numbered();
    if (to === undefined) return false;
    const answer = await putHighlight(to, highlight);
    if (!answer.ok) showToast(t(answer.reason === 'full' ? 'highlightFull' : answer.reason === 'gone' ? 'highlightGone' : 'highlightFailed'));
    else await look();
    return answer.ok;
  };
  const change = (highlight: Highlight, part: Partial<Pick<Highlight, 'note' | 'pen'>>): Promise<boolean> => put({ ...highlight, ...part, updatedAt: Date.now() });
  const remove = async (highlight: Highlight): Promise<void> => {
    if (id === undefined) return;
    const answer = await removeHighlight(id, highlight.id);
    if (!answer.ok) showToast(t('highlightFailed'));
    else {
      await look();
      showToast(t('highlightRemoved'), { label: t('putBack'), run: () => void put(answer.value) });
    }
  };
  const add = async (passage: Passage, pen: Pen): Promise<Highlight | undefined> => {
    const now = Date.now();
    const highlight: Highlight = { id: crypto.randomUUID(), pen, note: '', createdAt: now, updatedAt: now, anchor: anchorOf(places.now().text, passage) };
    return await put(highlight) ? highlight : undefined;
  };
  const boxOf = (highlight: Highlight): DOMRect | undefined => marked?.marks.get(highlight.id)?.[0]?.getBoundingClientRect();
  const addNoted = async (passage: Passage, box: DOMRect): Promise<void> => {
    const made = await add(passage, lastPen(all));
    if (made) editNote(made, boxOf(made) ?? box);
  };
  const editNote = (highlight: Highlight, box: DOMRect): void => editor.open(highlight, box);
  const goTo = (highlight: Highlight): void => {
    const first = marked?.marks.get(highlight.id)?.[0];
    if (!first) return;
    byId('highlights-panel').hidePopover();
    first.scrollIntoView({ block: 'center' });
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  };

  const showBarFor = (passage: Passage, box: DOMRect): void => {
    bar.show(box, {
      mark(pen) {
        leave();
        void add(passage, pen);
      },
      note() {
        leave();
        void addNoted(passage, box);
      },
      remove: leave,
    });
  };
  const leave = (): void => {
    bar.hide();
    getSelection()?.removeAllRanges();
  };
  const showBarOn = (highlight: Highlight, box: DOMRect): void => bar.show(box, {
    mark(pen) {
      bar.hide();
      void change(highlight, { pen });
    },
    note() {
      bar.hide();
      editNote(highlight, boxOf(highlight) ?? box);
    },
    remove() {
      bar.hide();
      void remove(highlight);
    },
  }, highlight.pen);

  let isPressed = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const atSelection = (): void => {
    const found = selectedIn(body, places);
    // Who selects all of it wants to copy it.
    if (found && !found.isTooLong) showBarFor(found.passage, found.box);
    else if (bar.isShown() && getSelection()?.isCollapsed !== false && !bar.contains(document.activeElement!)) bar.hide();
  };
  document.addEventListener('selectionchange', () => {
    clearTimeout(resting);
    resting = setTimeout(() => { if (!isPressed) atSelection(); }, REST);
  });
  body.addEventListener('pointerdown', () => { isPressed = true; });
  for (const end of ['pointerup', 'pointercancel']) {
    addEventListener(end, () => {
      isPressed = false;
      clearTimeout(resting);
      resting = setTimeout(atSelection, REST);
    });
  }
  body.addEventListener('click', (event) => {
    const target = event.target as Element;
    const mark = target.closest<HTMLElement>('mark.highlight');
    if (!mark || target.closest('a, button') || getSelection()?.isCollapsed === false) return;
    const highlight = all.find((each) => each.id === mark.dataset['highlight']);
    if (!highlight) return;
    // The selection's own bar, which a click takes away, must not take this one along.
    clearTimeout(resting);
    setTimeout(() => showBarOn(highlight, mark.getBoundingClientRect()), REST + 20);
  });
  document.addEventListener('keydown', (event) => {
    if (!bar.isShown()) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Tab' && !event.shiftKey && !bar.contains(document.activeElement!)) {
      event.preventDefault();
      bar.focus();
    }
  });
  // The strip's button marks what is selected, by keyboard too; with nothing selected it opens the list.
  for (const button of [byId('open-highlights'), byId('more-highlights')]) {
    button.addEventListener('pointerdown', (event) => { if (getSelection()?.isCollapsed === false) event.preventDefault(); });
    button.addEventListener('click', (event) => {
      const found = selectedIn(body, places);
      if (!found) return;
      event.preventDefault();
      if (found.isTooLong) return void showToast(t('highlightTooLong'));
      showBarFor(found.passage, found.box);
      bar.focus();
    });
  }
  notesBeside.addEventListener('change', () => { if (all.length) draw(); });
  onLibraryChange(() => void look());
  showHighlightList([], [], { goTo, note: () => undefined, remove: () => undefined });
  await look();
  return { all: () => all, marked: () => marked };
}

/** The focus of a note or a mark, to be given to the one that is drawn in its place. */
function heldFocus(body: HTMLElement): () => void {
  const held = document.activeElement?.closest<HTMLElement>('.margin-note, mark.highlight');
  const id = held?.dataset['highlight'];
  if (!held || id === undefined || !body.contains(held)) return () => undefined;
  return () => {
    const now = body.querySelector<HTMLElement>(`${held.matches('mark') ? 'mark.highlight' : '.margin-note'}[data-highlight="${CSS.escape(id)}"]`);
    if (now?.matches('mark')) now.tabIndex = -1;
    now?.focus({ preventScroll: true });
  };
}

/** The pen used last; the first one at the beginning. */
function lastPen(all: readonly Highlight[]): Pen {
  return all.toSorted((a, b) => b.updatedAt - a.updatedAt)[0]?.pen ?? 'sun';
}

interface Selected {
  readonly passage: Passage;
  readonly box: DOMRect;
  /** Longer than one highlight may be. */
  readonly isTooLong: boolean;
}

/** What of the article's text is selected, without the white space at its ends. */
function selectedIn(body: HTMLElement, places: ArticlePlaces): Selected | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(body) || !body.contains(range.commonAncestorContainer) && !range.commonAncestorContainer.contains(body)) return undefined;
  const { text, offsetOf } = places.now();
  let start = body.contains(range.startContainer) ? offsetOf(range.startContainer, range.startOffset) : 0;
  let end = body.contains(range.endContainer) ? offsetOf(range.endContainer, range.endOffset) : text.length;
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  if (start >= end) return undefined;
  const boxes = [...range.getClientRects()].filter((each) => each.width > 0 && endOf(each) > 0 && startOf(each) < windowLength());
  return { passage: { start, end }, box: boxes[0] ?? range.getBoundingClientRect(), isTooLong: end - start > HIGHLIGHT_LIMITS.exact };
}
