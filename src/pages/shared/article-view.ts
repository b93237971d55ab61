/** An article as a person reads it: letterhead, title, by line, lead picture, text. The same nodes for screen and paper. */
import { SquarePlay } from 'lucide';
import { readingMinutes, type Article } from '../../article/article.ts';
import { toNodes } from '../../article/sanitize.ts';
import { statedDate } from '../../article/stated-date.ts';
import { isRightToLeft, t, uiLanguage } from '../../browser/i18n.ts';
import { changeMarked, dateWords } from './date-words.ts';
import { h, icon, type IconNode } from './dom.ts';
import { needsLeadPicture } from './lead-picture.ts';
import { lettersOf } from './letters-of.ts';
import { minded } from './pictures.ts';
import { boxShortNumbers } from './upright-numbers.ts';

/** Letters above which a title is set smaller: at full size it would fill the screen. */
const LONG_TITLE = 90;

export interface ArticleView {
  readonly element: HTMLElement;
  /** Where the body stands, for outline and paper. */
  readonly body: HTMLElement;
}

/** Builds the view. The body is sanitised again on its way in: stored articles may be old, imported or forged. */
export function articleView(article: Article): ArticleView {
  const content = toNodes(article.html, document);
  const lead = article.leadImage && needsLeadPicture(content, article.leadImage) ? leadPicture(article.leadImage) : null;
  const body = h('div', { class: 'text', id: 'text' });
  body.append(content);
  putTablesInFrames(body);
  labelEmbeds(body);
  const element = h('article', {
    class: 'doc', id: 'article', lang: article.language ?? '', dir: article.dir, 'data-letters': lettersOf(`${article.title} ${article.excerpt}`), 'data-upright': article.upright ?? null,
  }, head(article), lead, body);
  if (article.upright) boxShortNumbers(element);
  minded(element);
  return { element, body };
}

/**
 * Builds the view of an article that nobody sees. What takes longest the first time (the sanitiser, the browser's words for
 * days and lists of names) is then behind it, at a moment when there is nothing else to do.
 */
export function warmView(): void {
  articleView({
    url: 'https://example.org/', sourceUrl: 'https://example.org/', title: 'Warm', authors: ['A', 'B'], published: '2025-10-14T07:40:00+02:00', language: 'en', dir: 'ltr',
    excerpt: '', html: '<p>A <a href="https://example.org/">b</a></p>', text: 'A b', wordCount: 2, feeds: [], kept: { paragraphs: 1, pictures: 0, tables: 0, embeds: 0 }, provenance: {},
  });
}

function head(article: Article): HTMLElement {
  const publication = publicationOf(article);
  const stated = statedDate(article);
  const site = article.siteName && article.siteName !== publication ? t('readerReadAt', article.siteName) : undefined;
  return h('header', { class: 'head' },
    h('div', { class: 'letterhead' },
      h('b', { class: 'publication', dir: 'auto' }, publication),
      h('span', { class: 'section', dir: 'auto' }, facts(article, [article.section, site]))),
    h('hr', { class: 'double' }),
    h('h1', { class: article.title.length > LONG_TITLE ? 'title long' : 'title', id: 'title', dir: 'auto' }, article.title),
    !opensWith(article, article.standfirst) && h('p', { class: 'standfirst', id: 'standfirst', dir: 'auto' }, article.standfirst),
    h('div', { class: 'facts' }, h('div', { class: 'byline' },
      article.authors.length > 0 && h('span', { class: 'authors', id: 'authors', lang: uiLanguage(), dir: uiDir() }, ...byWords(article.authors)),
      h('span', { class: 'when num', id: 'when', lang: uiLanguage(), dir: uiDir() },
        stated && h('time', { datetime: stated.date }, changeMarked(stated, dayWithZone(stated.date))),
        h('span', { class: 'minutes' }, stated ? separator(article) : '', t('factMinutes', readingMinutes(article)))))));
}

/** Whether the text itself begins with these words; then they need no saying above it. True for no words. */
function opensWith(article: Article, words = ''): boolean {
  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return flat(article.text.slice(0, words.length * 2 + 100)).startsWith(flat(words));
}

function uiDir(): 'ltr' | 'rtl' {
  return isRightToLeft() ? 'rtl' : 'ltr';
}

/** Whose text it is, as the letterhead names it. */
export function publicationOf(article: Pick<Article, 'publication' | 'siteName' | 'url'>): string {
  return article.publication ?? article.siteName ?? (URL.parse(article.url)?.hostname ?? '').replace(/^www\./, '');
}

/** The date exactly as given; an offset only when the page gave one, since then the hour is that place's hour. */
function dayWithZone(iso: string): string {
  const offset = /[+-]\d{2}:\d{2}$/.exec(iso)?.[0];
  if (!iso.includes('T') || !offset) return dateWords(iso, uiLanguage());
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(offset)!;
  const zone = `GMT${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return `${dateWords(iso, uiLanguage())} ${hours === '00' && minutes === '00' ? 'GMT' : zone}`;
}

function byWords(names: readonly string[]): readonly (Node | string)[] {
  const [before = '', after = ''] = t('readerBy', '\u0001').split('\u0001');
  const list = new Intl.ListFormat(uiLanguage(), { style: 'long', type: 'conjunction' }).formatToParts(names);
  return [before, ...list.map(({ type, value }) => (type === 'element' ? h('b', { dir: 'auto' }, value) : value)), after];
}

/** Between facts; in Arabic script a middle dot reads as a zero, so a bar stands there. */
function separator(article: Article): string {
  return article.dir === 'rtl' || /^(ar|fa|ur|ps|ckb)\b/.test(uiLanguage()) ? ' | ' : ' · ';
}

function facts(article: Article, parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).join(separator(article));
}

function leadPicture(address: string): HTMLElement {
  // The page gives no words for it here; the title above says what it belongs to.
  return h('figure', { class: 'lead' }, h('img', { src: address, alt: '', referrerpolicy: 'no-referrer', decoding: 'async' }));
}

/** What lives elsewhere (a film, a post, a map) says where: nothing of it is loaded here. */
function labelEmbeds(body: HTMLElement): void {
  for (const card of body.querySelectorAll<HTMLElement>('.embed')) {
    const link = card.querySelector<HTMLAnchorElement>('a[href]');
    if (!link) continue;
    card.prepend(icon(SquarePlay as IconNode));
    const host = link.hostname.replace(/^www\./, '');
    if (host && !link.textContent.includes(host)) link.after(h('span', { class: 'host', dir: 'ltr', 'data-ours': true }, host));
  }
}

/** A wide table scrolls inside its own frame; the frame takes the focus so that arrow keys scroll it too. */
function putTablesInFrames(body: HTMLElement): void {
  /** How many tables of a name there were: those who hear them have to tell them apart. */
  const named = new Map<string, number>();
  for (const table of body.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const name = table.caption?.textContent.trim() || t('readerTable');
    const before = named.get(name) ?? 0;
    named.set(name, before + 1);
    const frame = h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': before ? `${name} ${before + 1}` : name });
    // Short cells stay on one line, so that long ones beside them don't squeeze them into two.
    for (const cell of table.querySelectorAll('td, th')) if (cell.textContent.trim().length <= 18) cell.classList.add('brief');
    table.replaceWith(frame);
    frame.append(table);
  }
  for (const code of body.querySelectorAll('pre')) code.tabIndex = 0;
}
