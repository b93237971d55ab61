/** One article in a list, or on a card: the style sheet makes the difference. */
import { Archive, ArchiveRestore, Ellipsis, Inbox, Mail, Star, Trash2, Unlink } from 'lucide';
import { readingMinutes } from '../../article/article.ts';
import { t, tReason, uiLanguage } from '../../browser/i18n.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { markWords, REMOVED_LIFE, type MarkedText, type SavedArticle, type Share } from '../../library/library.ts';
import { dateWords } from '../shared/date-words.ts';
import { h, icon, type IconNode } from '../shared/dom.ts';
import { shareBrief } from '../shared/share-words.ts';
import { byName } from './by-name.ts';
import { tagColour } from './tag-colours.ts';
import { hashOf } from './view.ts';
import { counted, dayWords } from './words.ts';

/** What a list shows of an entry: the article, or only the number of one that is damaged. */
export interface Entry {
  readonly id: number;
  readonly saved?: SavedArticle;
  readonly snippet?: MarkedText;
  /** Its lead picture as it is kept here: which one it is, and where the page finds it. */
  readonly lead?: { readonly of: string; readonly src: string };
  /** When and to whom it was passed on, latest first; absent when it never was. */
  readonly shares?: readonly Share[];
}

/** What a person can do to a row by one press. */
export type RowDoing = 'favourite' | 'archive' | 'putBack' | 'purge' | 'remove' | 'shares' | 'more';

export interface RowHandlers {
  readonly choose: (entry: Entry, on: boolean, range: boolean) => void;
  readonly act: (doing: RowDoing, entry: Entry, button: HTMLElement) => void;
}

/** Two entries with the same stamp look the same. */
export function stamp({ id, saved, snippet, lead, shares }: Entry): string {
  return `${id} ${saved?.updatedAt} ${saved?.removedAt} ${saved?.progress} ${snippet?.text} ${lead?.src} ${shares?.length} ${shares?.[0]?.uid}`;
}

/** The place of a row that is still being read. */
export function buildWaiting(id: number): HTMLElement {
  return h('li', { class: 'item is-waiting', 'data-id': id },
    h('span', { class: 'picture skeleton' }),
    h('div', { class: 'text', tabindex: -1, 'data-title': true, 'aria-busy': true }, ...[1, 2, 3].map(() => h('span', { class: 'skeleton' }))));
}

/** A row for an entry; the words of a search are marked in it. */
export function buildRow(entry: Entry, words: readonly string[], on: RowHandlers): HTMLElement {
  const { saved } = entry;
  if (!saved) return damagedRow(entry, on);
  const target = rowAddress(saved);
  return h('li', { class: saved.removedAt === undefined ? 'item' : 'item is-removed', 'data-id': saved.id },
    chooser(entry, saved.title, on),
    picture(entry, saved, target),
    h('div', { class: 'text', dir: saved.dir, lang: saved.language },
      h('h2', {}, h('a', {
        href: target, 'data-title': true, rel: 'noreferrer', title: saved.title.length > LONG_TITLE ? saved.title : undefined, ...(saved.hasBody ? {} : { target: '_blank' }),
      }, ...marked(markWords(saved.title, words)))),
      h('p', { class: 'facts' }, ...facts(saved)),
      entry.snippet ? h('p', { class: 'snippet' }, ...marked(entry.snippet)) : saved.excerpt && h('p', { class: 'excerpt' }, saved.excerpt.slice(0, EXCERPT)),
      h('p', { class: 'foot num' }, ...progress(saved), ...otherSince(saved), ...foot(saved).map((part) => h('bdi', {}, part)), ...passedOn(entry, on), ...tags(saved))),
    h('div', { class: 'acts' }, ...actions(entry, saved, on)));
}

/** Titles longer than this may be cut short in a row; they are shown whole when pointed at. */
const LONG_TITLE = 70;
/** Of an excerpt no row has room for more, in UTF-16 units. */
const EXCERPT = 300;

/** Where a row's title leads: to the reading page, or to the web when only the link was kept. */
export function rowAddress(saved: SavedArticle): string {
  return saved.hasBody ? pageUrl('reader', { id: saved.id }) : saved.url;
}

function damagedRow(entry: Entry, on: RowHandlers): HTMLElement {
  return h('li', { class: 'item is-damaged', 'data-id': entry.id },
    chooser(entry, t('libRowDamaged'), on),
    h('span', { class: 'picture', 'aria-hidden': 'true' }, '?'),
    h('div', { class: 'text' }, h('h2', { tabindex: 0, 'data-title': true }, t('libRowDamaged')), h('p', { class: 'facts' }, t('libRowDamagedWhy'))),
    h('div', { class: 'acts' }, button('remove', t('libRemove'), Trash2, entry, on, 'for-back')));
}

function chooser(entry: Entry, title: string, on: RowHandlers): HTMLElement {
  return h('label', { class: 'tick choose' }, h('input', {
    type: 'checkbox', 'aria-label': t('libSelectOne', title), 'data-doing': 'choose',
    onclick: (event: MouseEvent) => on.choose(entry, (event.currentTarget as HTMLInputElement).checked, event.shiftKey),
  }));
}

/** The lead picture, when it is kept here: a list asks no site for anything. Else an initial. */
function picture({ lead }: Entry, saved: SavedArticle, target: string): HTMLElement {
  const name = saved.publication ?? saved.siteName ?? URL.parse(saved.url)?.hostname.replace(/^www\./, '') ?? saved.title;
  const initial = (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '·').toUpperCase();
  const box = h('a', { class: 'picture', href: target, tabindex: -1, 'aria-hidden': 'true', rel: 'noreferrer', ...(saved.hasBody ? {} : { target: '_blank' }) });
  if (!lead) {
    box.append(initial);
    return box;
  }
  const image = h('img', { alt: '', loading: 'lazy', decoding: 'async' });
  image.addEventListener('error', () => image.replaceWith(initial), { once: true });
  image.src = lead.src;
  box.append(image);
  return box;
}

function facts(saved: SavedArticle): (Node | string)[] {
  const date = saved.published ? dateWords(saved.published, uiLanguage(), 'short') : t('libSavedOn', dayWords(saved.savedAt));
  const host = URL.parse(saved.url)?.hostname.replace(/^www\./, '');
  const parts = [saved.publication ?? saved.siteName ?? host, saved.authors.join(', '), date].filter((part) => part !== undefined && part !== '');
  // In Arabic a middle dot reads as a zero.
  const between = saved.dir === 'rtl' ? ' | ' : ' · ';
  return parts.flatMap((part, i) => [...(i > 0 ? [between] : []), h('bdi', {}, part)]);
}

/** How long it takes to read, or what is left of it with a line that shows how far it was read. */
function progress(saved: SavedArticle): HTMLElement[] {
  if (!saved.hasBody) return [h('span', { class: 'state', ...(saved.fetchTrouble && { title: tReason(saved.fetchTrouble.reason) }) }, ...(saved.fetch === 'broken' ? [icon(Unlink), t('libLinkBroken')] : [t('libLinkOnly')]))];
  const minutes = readingMinutes(saved);
  const part = saved.progress ?? 0;
  if (part === 0) return [h('bdi', {}, t('libMinutes', minutes.toLocaleString(uiLanguage())))];
  if (part >= 1) return [h('bdi', {}, t('libReadThrough'))];
  const used = h('span', {});
  used.style.inlineSize = `${Math.round(part * 100)}%`;
  return [h('span', { class: 'progress' }, h('span', { class: 'bar', 'aria-hidden': 'true' }, used), h('bdi', {}, t('libMinutesLeft', Math.max(1, Math.round(minutes * (1 - part))).toLocaleString(uiLanguage()))))];
}

/** The way to what its page said before. */
function otherSince({ id, changedAt, removedAt }: SavedArticle): HTMLElement[] {
  return changedAt === undefined || removedAt !== undefined ? [] : [h('a', { class: 'since', href: pageUrl('versions', { id }), tabindex: -1 }, t('verSeeRow'))];
}

function foot(saved: SavedArticle): string[] {
  return [
    ...(saved.quotes.length > 0 ? [counted('libQuoteOne', 'libQuoteMany', saved.quotes.length)] : []),
    ...(saved.removedAt === undefined ? [] : [t('libPurgedOn', dayWords(saved.removedAt), dayWords(saved.removedAt + REMOVED_LIFE))]),
  ];
}

/** To whom it was passed on; pressed, it says when, and forgets it. */
function passedOn(entry: Entry, on: RowHandlers): HTMLElement[] {
  if (!entry.shares) return [];
  return [h('button', {
    class: 'passed-on', type: 'button', tabindex: -1, 'data-doing': 'shares', 'aria-haspopup': 'dialog', onclick: (event: MouseEvent) => on.act('shares', entry, event.currentTarget as HTMLElement),
  }, icon(Mail), h('bdi', {}, shareBrief(entry.shares)))];
}

function tags(saved: SavedArticle): HTMLElement[] {
  if (saved.removedAt !== undefined || saved.tags.length === 0) return [];
  const all = saved.tags.toSorted(byName);
  return [h('span', { class: 'row-tags' },
    // First, since what does not fit is cut off at the end.
    all.length > 1 && h('span', { class: all.length > SURE_TO_FIT ? 'tag' : 'tag if-narrow', title: all.join(', ') }, t('libTagsInAll', all.length)),
    ...all.slice(0, TAGS).map((tag) => h('a', { class: 'tag', href: hashOf({ kind: 'facet', facet: 'tag', name: tag }), tabindex: -1, 'data-colour': tagColour(tag) }, h('bdi', {}, `#${tag}`))))];
}

/** With more tags than these a row says how many there are, also where it is wide. */
const SURE_TO_FIT = 3;
/** Tags a row has room for at most. */
const TAGS = 8;

function actions(entry: Entry, saved: SavedArticle, on: RowHandlers): HTMLElement[] {
  if (saved.removedAt !== undefined) {
    return [
      h('button', { class: 'button quiet for-back', type: 'button', 'data-doing': 'putBack', onclick: (event: MouseEvent) => on.act('putBack', entry, event.currentTarget as HTMLElement) }, icon(ArchiveRestore), t('libPutBack')),
      button('purge', t('libPurge'), Trash2, entry, on, 'for-back'),
    ];
  }
  const archived = saved.readState === 'archived';
  const star = button('favourite', t('libFavourite'), Star, entry, on);
  star.setAttribute('aria-pressed', String(saved.favourite));
  const more = button('more', t('libMore', saved.title), Ellipsis, entry, on, 'for-more');
  more.setAttribute('aria-haspopup', 'menu');
  return [star, button('archive', archived ? t('libToUnread') : t('libToArchive'), archived ? Inbox : Archive, entry, on), more];
}

function button(doing: RowDoing, label: string, drawn: IconNode, entry: Entry, on: RowHandlers, extra = ''): HTMLButtonElement {
  return h('button', {
    class: `button quiet only-icon ${extra}`.trim(), type: 'button', 'aria-label': label, title: doing === 'more' ? undefined : label, 'data-doing': doing,
    onclick: (event: MouseEvent) => on.act(doing, entry, event.currentTarget as HTMLElement),
  }, icon(drawn));
}

/** The text with its found words in `mark` elements. */
export function marked({ text, marks }: MarkedText): (Node | string)[] {
  const out: (Node | string)[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    out.push(text.slice(at, from), h('mark', {}, text.slice(from, to)));
    at = to;
  }
  return [...out, text.slice(at)];
}
