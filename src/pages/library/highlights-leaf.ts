/** What was marked in all articles, and what was written beside it: the article marked last first, narrowed by words and by pen. */
import { Copy, Trash2 } from 'lucide';
import { PENS, type Highlight, type Pen } from '../../article/highlight.ts';
import { t, uiLanguage, type MessageKey } from '../../browser/i18n.ts';
import {
  findHighlights, highlightsNamed, highlightWords, markWords, rowsOf, type HighlightWish, type LibraryAnswer, type MarkedArticle, type SavedArticle,
} from '../../library/library.ts';
import { fill, h, icon } from '../shared/dom.ts';
import { highlightHash } from '../shared/highlight-address.ts';
import { copyText } from '../shared/letter-copy.ts';
import { showToast } from '../shared/toasts.ts';
import { dropHighlight } from './doings.ts';
import { highlightText, placeWords, shownWords } from './highlight-text.ts';
import type { LeafAnswer } from './leaf.ts';
import { marked, rowAddress } from './row.ts';
import { showEmpty } from './states.ts';
import { counted, dayWords, troubleWords } from './words.ts';

/** Highlights shown at once, and how many more each time somebody asks for more. */
const MOST = 50;
/** Milliseconds after the last letter before the looking begins. */
const PAUSE = 180;

const PEN_NAMES: Readonly<Record<Pen, MessageKey>> = { sun: 'penSun', leaf: 'penLeaf', rose: 'penRose', sky: 'penSky' };
const KINDS = ['all', ...PENS, 'noted'] as const;
type Kind = typeof KINDS[number];

/** As the person left it: a change of the library builds the leaf anew. */
let kind: Kind = 'all';
let shown = MOST;
/** One field for as long as the page is open, so that nothing typed is lost meanwhile. */
let typing: HTMLInputElement | undefined;
/** What the leaf that is open does with what was typed. */
let onTyped: () => void = () => undefined;
let round = 0;

interface Group {
  readonly articleId: number;
  readonly saved: SavedArticle | undefined;
  readonly highlights: readonly Highlight[];
}

/** @param isStill whether the leaf is still open */
export async function highlightsLeaf(_again: () => void, isStill: () => boolean): Promise<LeafAnswer> {
  const field = (typing ??= h('input', {
    oninput: () => onTyped(), type: 'search', class: 'plain-field', autocomplete: 'off', spellcheck: 'false', maxlength: 200, 'aria-label': t('libFindHighlight'), placeholder: t('libFindHighlight'), 'data-focus': 'find',
  }));
  const status = h('p', { class: 'muted num', role: 'status' });
  const list = h('div', { class: 'marked-articles' });
  const more = h('p', {});
  let found: readonly MarkedArticle[] = [];

  /** Looks anew and shows what was found. @returns why not */
  const look = async (): Promise<LibraryAnswer<undefined>> => {
    const mine = (round += 1);
    const isMine = () => mine === round && isStill();
    const answer = await findHighlights(wish(field.value), isMine);
    if (!answer.ok) return answer;
    const groups = await groupsOf(firstOf(answer.value, shown));
    if (!groups.ok) return groups;
    if (!isMine()) return { ok: true, value: undefined };
    found = answer.value;
    const words = highlightWords(field.value);
    fill(list, ...groups.value.map((group) => article(group, words)));
    const all = countOf(found);
    status.textContent = all > 0 ? `${counted('libHighlightOne', 'libHighlightMany', all)} · ${counted('libCountOne', 'libCountMany', found.length)}`
      : t(kind === 'all' ? 'libNoHighlightFound' : 'libNoHighlightOfPen');
    const left = Math.min(MOST, all - shown);
    fill(more, left > 0 && h('button', { class: 'button', type: 'button', 'data-focus': 'more', onclick: () => void showMore() }, t('libMoreHighlights', left.toLocaleString(uiLanguage()))));
    copy.hidden = all === 0;
    return { ok: true, value: undefined };
  };
  const lookAgain = async (): Promise<void> => {
    const answer = await look();
    if (!answer.ok) showToast(troubleWords(answer.reason));
  };
  /** The focus goes to the first of those that came. */
  const showMore = async (): Promise<void> => {
    const before = shown;
    shown += MOST;
    await lookAgain();
    [...list.querySelectorAll<HTMLElement>('.quote')].at(before)?.focus({ preventScroll: true });
  };
  const copy = h('button', { class: 'button', type: 'button', 'data-focus': 'copy all', onclick: () => void copyAll(found) }, icon(Copy), t('libCopyHighlights'));

  let pause = 0;
  onTyped = () => {
    clearTimeout(pause);
    shown = MOST;
    pause = window.setTimeout(() => void lookAgain(), PAUSE);
  };
  const kinds = h('fieldset', { class: 'pick pens', onchange: (event: Event) => {
    // What was typed just before is looked for at the same time.
    clearTimeout(pause);
    kind = KINDS.find((each) => each === (event.target as HTMLInputElement).value) ?? 'all';
    shown = MOST;
    void lookAgain();
  } }, h('legend', { class: 'only-heard' }, t('libHighlightsWhich')), ...KINDS.map((each) => h('label', {},
    h('input', { type: 'radio', name: 'pen', value: each, checked: each === kind, 'data-focus': `pen ${each}` }),
    each !== 'all' && each !== 'noted' && h('i', { class: 'swatch', 'data-pen': each }), h('span', {}, t(each === 'all' ? 'libAllPens' : each === 'noted' ? 'libWithNote' : PEN_NAMES[each])))));

  const looked = await look();
  if (!looked.ok) return looked;
  if (found.length === 0 && isStill()) {
    const any = kind === 'all' && field.value.trim() === '' ? { ok: true, value: [] } as const : await findHighlights({}, isStill);
    if (!any.ok) return any;
    if (any.value.length === 0 && isStill()) {
      showEmpty('highlights');
      return { ok: true, value: [] };
    }
  }
  return { ok: true, value: [h('div', { class: 'marked-head' }, field, kinds, copy), status, list, more] };
}

function wish(words: string): HighlightWish {
  return { words, ...(kind === 'noted' ? { noted: true } : kind === 'all' ? {} : { pen: kind }) };
}

function countOf(found: readonly MarkedArticle[]): number {
  return found.reduce((sum, { highlights }) => sum + highlights.length, 0);
}

/** The articles that hold the first of all highlights found, the last one perhaps not whole. */
function firstOf(found: readonly MarkedArticle[], most: number): readonly MarkedArticle[] {
  const out: MarkedArticle[] = [];
  let room = most;
  for (const { articleId, highlights } of found) {
    if (room <= 0) break;
    out.push({ articleId, highlights: highlights.slice(0, room) });
    room -= highlights.length;
  }
  return out;
}

/** Reads highlights and the articles they stand in. */
async function groupsOf(found: readonly MarkedArticle[]): Promise<LibraryAnswer<readonly Group[]>> {
  const [rows, highlights] = await Promise.all([rowsOf(found.map(({ articleId }) => articleId)), highlightsNamed(found.flatMap((each) => each.highlights))]);
  if (!rows.ok) return rows;
  if (!highlights.ok) return highlights;
  const savedOf = new Map(rows.value.items.map((saved) => [saved.id, saved]));
  const groups = found.map((each) => ({ articleId: each.articleId, saved: savedOf.get(each.articleId), highlights: each.highlights.flatMap((id) => highlights.value.get(id) ?? []) }));
  return { ok: true, value: groups.filter((group) => group.highlights.length > 0) };
}

function article({ articleId, saved, highlights }: Group, words: readonly string[]): HTMLElement {
  const first = highlights[0];
  return h('section', { class: 'marked-article', 'data-article': articleId, dir: saved?.dir, lang: saved?.language },
    h('h2', {}, saved && first ? opening(saved, first, { 'data-focus': `title ${articleId}` }, saved.title) : t('libRowDamaged')),
    saved && h('p', { class: 'place muted small' }, h('bdi', {}, placeWords(saved))),
    h('ul', { role: 'list' }, ...highlights.map((highlight) => line(articleId, saved, highlight, words))));
}

/** A link to where the words stand: on the reading page, or on the web where only the address was kept. */
function opening(saved: SavedArticle, highlight: Highlight, attributes: Readonly<Record<string, string>>, ...children: (Node | string)[]): HTMLElement {
  return saved.hasBody
    ? h('a', { href: rowAddress(saved) + highlightHash(highlight.id), ...attributes }, ...children)
    : h('a', { href: rowAddress(saved), target: '_blank', rel: 'noreferrer', ...attributes }, ...children);
}

function line(articleId: number, saved: SavedArticle | undefined, highlight: Highlight, words: readonly string[]): HTMLElement {
  const { id, pen, note, anchor, createdAt } = highlight;
  const quote = [h('span', { class: 'only-heard' }, `${t(PEN_NAMES[pen])}: `), h('mark', { class: 'highlight', 'data-pen': pen }, ...marked(shownWords(anchor.exact, words)))];
  return h('li', { 'data-highlight': id },
    saved ? opening(saved, highlight, { class: 'quote', 'data-focus': `quote ${id}` }, ...quote) : h('p', { class: 'quote' }, ...quote),
    note.trim() !== '' && h('p', { class: 'note', dir: 'auto' }, ...marked(markWords(note, words))),
    h('div', { class: 'foot', lang: uiLanguage() },
      h('span', { class: 'muted small num' }, dayWords(createdAt)),
      h('button', { class: 'button quiet small', type: 'button', 'data-focus': `copy ${id}`, onclick: () => void copyOne(highlight, saved) }, icon(Copy), t('libCopyHighlight')),
      h('button', { class: 'button quiet small', type: 'button', 'data-focus': `drop ${id}`, onclick: (event: MouseEvent) => void drop(event.currentTarget as HTMLElement, articleId, id) }, icon(Trash2), t('remove'))));
}

async function copyOne(highlight: Highlight, saved: SavedArticle | undefined): Promise<void> {
  showToast(t(await copyText(`${highlightText([highlight], saved)}\n`) ? 'libHighlightCopied' : 'libHighlightsNotCopied'));
}

async function copyAll(found: readonly MarkedArticle[]): Promise<void> {
  const groups = await groupsOf(found);
  if (!groups.ok) return void showToast(troubleWords(groups.reason));
  const texts = groups.value.map(({ highlights, saved }) => highlightText(highlights, saved));
  const count = countOf(found);
  const words = () => (count === 1 ? t('libHighlightCopied') : t('libHighlightsCopied', count.toLocaleString(uiLanguage())));
  showToast(await copyText(`${texts.join('\n\n\n')}\n`) ? words() : t('libHighlightsNotCopied'));
}

/** Takes one away; the focus goes to the same button of the next, so that it is not lost. */
async function drop(button: HTMLElement, articleId: number, id: string): Promise<void> {
  const lines = [...document.querySelectorAll<HTMLElement>('.marked-article li')];
  const at = lines.findIndex((each) => each.contains(button));
  const next = lines[at + 1] ?? lines[at - 1];
  next?.querySelector<HTMLElement>('[data-focus^="drop"]')?.focus({ preventScroll: true });
  await dropHighlight(articleId, id);
}
