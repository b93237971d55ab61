/**
 * One walk over the page, in its order, that collects what the fields look at: visible lines, headings, and the
 * elements whose mark-up hints at a person, a date or a headline. Each field then works on these short lists, so the
 * cost of the metadata grows with the page once, not once a field.
 */
import { squash } from './folding.ts';

/** Parts of a page that are not its article; a bit each, inherited by everything inside. */
export const REGION = { navigation: 1, footer: 2, aside: 4, comments: 8, hidden: 16, biography: 32, header: 64, caption: 128, control: 256 } as const;

/** A line of visible text: what stands between two block boundaries or breaks. */
export interface Line {
  /** White space collapsed; at most `LINE_TEXT` characters of it. */
  readonly text: string;
  /** The pieces between inline element boundaries, trimmed, in order. */
  readonly runs: readonly Run[];
  /** Characters in the whole line, and how many of them are in links. */
  readonly length: number;
  readonly linked: number;
  readonly region: number;
  /** The block it stands in. */
  readonly block: Element;
}
export interface Run { readonly text: string; readonly element: Element }

export interface Mark {
  readonly element: Element;
  /** Index of the first line at or after the element's start. */
  readonly at: number;
  readonly region: number;
  /** Class and id, lower case. */
  readonly hint: string;
}
export interface Heading extends Mark { readonly level: number }

export interface Survey {
  readonly lines: readonly Line[];
  readonly headings: readonly Heading[];
  readonly people: readonly Mark[];
  readonly moments: readonly Mark[];
  readonly crumbs: readonly Mark[];
}

const LINE_TEXT = 400;
const LIMITS = { lines: 40_000, runs: 60, marks: 600, nodes: 2_000_000 } as const;

const BLOCKS = new Set('ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL OPTION P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(' '));
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT SELECT TEXTAREA HEAD MATH CANVAS AUDIO VIDEO'.split(' '));
const REGION_OF_TAG: Readonly<Record<string, number>> = {
  NAV: REGION.navigation, FOOTER: REGION.footer, ASIDE: REGION.aside, FIGCAPTION: REGION.caption, HEADER: REGION.header,
  DIALOG: REGION.hidden, BUTTON: REGION.control, FORM: REGION.control,
};

const word = (alternatives: string): RegExp => new RegExp(`(?:^|[^a-z])(?:${alternatives})(?![a-z])`);
const NAVIGATION = word('nav\\w*|\\w*menu|breadcrumbs?|toc|table-of-contents|pagination|pager|skip-link');
const FOOTER = word('\\w*footer|colophon|copyright|imprint|legal|disclaimer');
const ARTICLE_FOOTER = /(?:entry|post|article|story|content)[-_]*footer/;
const ASIDE = word('aside|side-?bar\\w*|widgets?|(?:related|recommend|promo|latest|recent|subscri|advert)\\w*|teasers?|popular|most-?(?:read|viewed)|trending|similar|also-?(?:like|read)|read-?(?:more|next|also)|(?:more|next|prev|other)-?(?:from|news|stor(?:y|ies)|posts?|articles?)|carousel|slider|swiper|ticker|newsletter|ads?|banner|outbrain|taboola|blogroll|cta');
const COMMENTS = word('comments?|commentlist|disqus\\w*|respond|repl(?:y|ies)|reactions?|kommentare?|commentaires?|comentarios?|testimonials?');
const BIOGRAPHY = word('bio|biography|author-?(?:bio|box|card|desc\\w*|about|profile)|about-?(?:the-?)?author');
const HEADER = word('(?:site|page|global|main)-?header|masthead|top-?bar|header-?(?:top|bar)');
const CAPTION = word('(?:fig)?caption|credits?|bildunterschrift');
const HIDDEN = word('d-none|is-hidden|modal|lightbox|cookie\\w*|consent|gdpr|lity-hide');

const PERSON_HINT = /auth?or(?!i[zt])|byline|by-line|writer|written|contributor|journalist|reporter|columnist|verfasser|redakteur|redakt[eo]r|auteur|(?:^|[^a-z])(?:vcard|autores?|creator|signature|posted-?by|post-?by|postedby|meta-?by|firma|bylines|poster|p-name|fn)(?![a-z])/;
const PERSON_ADDRESS = /\/(?:~|author(?:s|-profile)?|autor\w*|auteurs?|(?:writer|journalist|reporter|contributor|columnist|profile|user|member|bio|expert|editor)s?|staff|people|person|profil|redakteure?|by|(?:[\w-]+-)?team|skribent|forfatter|yazar)[/=][^/?#]|[?&]author=|\/@[\w.]+\/?$/i;
const MOMENT_HINT = /date|time(?!line|r|out)|publish|posted|created|datum|fecha|(?:^|[^a-z])(?:data|dt|meta|entry-?meta|post-?meta|byline|dateline|day|month|year|stamp|when|pub|info|details|submitted|infos?|datetime|tarih|kelt|on|article-?info)(?![a-z])/;
const CRUMB_HINT = /breadcrumb|crumb|(?:^|[^a-z])(?:path|pathway|you-?are-?here|bread|trail)(?![a-z])/;

interface Frame { readonly node: Element; readonly region: number; readonly linked: boolean; readonly block: boolean; readonly within: Element; readonly inArticle: boolean }

/** Walks the body once. Never throws; stops at generous bounds on absurd pages. */
export function surveyPage(doc: Document): Survey {
  const lines: Line[] = [];
  const headings: Heading[] = [];
  const people: Mark[] = [];
  const moments: Mark[] = [];
  const crumbs: Mark[] = [];
  const root = doc.body ?? doc.documentElement;
  if (!root) return { lines, headings, people, moments, crumbs };

  let runs: Run[] = [];
  let text = '';
  let length = 0;
  let linked = 0;
  let glue = false;
  const flush = (block: Element, region: number): void => {
    if (length > 0) lines.push({ text: squash(text), runs, length, linked, region, block });
    runs = [];
    text = '';
    length = linked = 0;
    glue = false;
  };

  const stack: Frame[] = [{ node: root, region: 0, linked: false, block: true, within: root, inArticle: false }];
  let frame = stack[0] as Frame;
  let node: Node | null = root.firstChild;
  for (let seen = 0; seen < LIMITS.nodes && lines.length < LIMITS.lines; seen++) {
    if (!node) {
      if (frame.block) flush(frame.within, frame.region);
      const done = stack.pop();
      const parent = stack.at(-1);
      if (!done || !parent) break;
      frame = parent;
      glue = true;
      node = done.node.nextSibling;
      continue;
    }
    if (node.nodeType === 3) {
      const piece = squash((node as Text).data);
      if (piece && !(frame.region & REGION.hidden)) {
        length += piece.length + 1;
        if (frame.linked) linked += piece.length + 1;
        if (text.length < LINE_TEXT) {
          text += (text && (glue || /^\s/.test((node as Text).data) || /\s$/.test(text)) ? ' ' : '') + piece.slice(0, LINE_TEXT);
          if (/\s$/.test((node as Text).data)) text += ' ';
          if (runs.length < LIMITS.runs) runs.push({ text: piece.slice(0, LINE_TEXT), element: frame.node });
        }
        glue = false;
      }
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const tag = element.tagName.toUpperCase();
      if (tag === 'BR') {
        flush(frame.within, frame.region);
      } else if (!SKIPPED.has(tag)) {
        const hint = hintOf(element);
        const region = frame.region | regionOf(element, tag, hint, frame.inArticle);
        const block = BLOCKS.has(tag);
        if (block) flush(frame.within, frame.region);
        glue = true;
        const mark = { element, at: lines.length, region, hint };
        if (/^H[1-6]$/.test(tag)) headings.push({ ...mark, level: Number(tag[1]) });
        else if (headings.length < LIMITS.marks && /headline|(?:entry|post|article|story|page|news|blog|single)[-_ ]*(?:title|heading)|^(?:.* )?title/.test(hint) && !/sub|site|section|widget|block/.test(hint)) headings.push({ ...mark, level: 7 });
        else if (element.getAttribute('itemprop') === 'headline') headings.push({ ...mark, level: 7 });
        if (people.length < LIMITS.marks && isPersonMark(element, tag, hint)) people.push(mark);
        if (moments.length < LIMITS.marks && isMomentMark(element, tag, hint)) moments.push(mark);
        if (crumbs.length < 20 && CRUMB_HINT.test(hint + (element.getAttribute('itemtype') ?? '').toLowerCase() + (element.getAttribute('aria-label') ?? '').toLowerCase())) crumbs.push(mark);
        frame = {
          node: element, region, block, linked: frame.linked || tag === 'A', within: block ? element : frame.within,
          inArticle: frame.inArticle || tag === 'ARTICLE' || tag === 'MAIN',
        };
        stack.push(frame);
        node = element.firstChild;
        continue;
      }
    }
    node = node.nextSibling;
  }
  return { lines, headings, people, moments, crumbs };
}

function hintOf(element: Element): string {
  const names = element.getAttribute('class');
  const id = element.getAttribute('id');
  return names || id ? `${names ?? ''} ${id ?? ''}`.slice(0, 400).toLowerCase() : '';
}

/** Class names of the whole page's frame (on html, body, main, article) say nothing about what is inside. */
function regionOf(element: Element, tag: string, hint: string, inArticle: boolean): number {
  let region = 0;
  if (tag === 'FOOTER') region = inArticle || ARTICLE_FOOTER.test(hint) ? 0 : REGION.footer;
  else if (tag === 'HEADER') region = inArticle || /entry|post|article|story/.test(hint) ? 0 : REGION.header;
  else region = REGION_OF_TAG[tag] ?? 0;
  const style = element.getAttribute('style');
  if (element.hasAttribute('hidden') || (style && /display\s*:\s*none/i.test(style))) region |= REGION.hidden;
  if (hint && tag !== 'BODY' && tag !== 'MAIN' && tag !== 'ARTICLE') {
    if (NAVIGATION.test(hint)) region |= REGION.navigation;
    if (FOOTER.test(hint) && !ARTICLE_FOOTER.test(hint)) region |= REGION.footer;
    if (BIOGRAPHY.test(hint)) region |= REGION.biography;
    if (ASIDE.test(hint)) region |= REGION.aside;
    if (COMMENTS.test(hint)) region |= REGION.comments;
    if (HEADER.test(hint)) region |= REGION.header;
    if (CAPTION.test(hint)) region |= REGION.caption;
    if (HIDDEN.test(hint)) region |= REGION.hidden;
  }
  const role = element.getAttribute('role');
  if (role) region |= role === 'navigation' ? REGION.navigation : role === 'complementary' ? REGION.aside : role === 'contentinfo' ? REGION.footer : 0;
  return region;
}

function isPersonMark(element: Element, tag: string, hint: string): boolean {
  if (hint && PERSON_HINT.test(hint)) return true;
  const property = element.getAttribute('itemprop') ?? element.getAttribute('property');
  if (property && /\b(?:author|creator)\b/i.test(property)) return true;
  if (tag === 'ADDRESS') return true;
  if (tag !== 'A') return element.getAttribute('rel') === 'author';
  return /\bauthor\b/i.test(element.getAttribute('rel') ?? '') || PERSON_ADDRESS.test((element.getAttribute('href') ?? '').slice(0, 500));
}

function isMomentMark(element: Element, tag: string, hint: string): boolean {
  if (tag === 'TIME' || element.hasAttribute('datetime')) return true;
  const property = element.getAttribute('itemprop') ?? element.getAttribute('property');
  if (property && /date|published|modified/i.test(property)) return true;
  return hint !== '' && MOMENT_HINT.test(hint);
}

/** The element's text, white space collapsed, read only as far as `limit` characters. */
export function textOf(element: Element, limit = 300): string {
  return squash(piecesOf(element, limit).join(' ')).slice(0, limit);
}

/** The element's text as the pieces between tags, each with its white space collapsed, about `limit` characters in all. */
export function piecesOf(element: Element, limit = 300): readonly string[] {
  const pieces: string[] = [];
  let length = 0;
  let node: Node | null = element.firstChild;
  for (let steps = 0; node && length < limit && steps < 2_000; steps++) {
    if (node.nodeType === 3) {
      const piece = squash((node as Text).data.slice(0, limit * 2));
      if (piece) pieces.push(piece);
      length += piece.length + 1;
    }
    const inner: Node | null = node.nodeType === 1 && !SKIPPED.has((node as Element).tagName.toUpperCase()) ? node.firstChild : null;
    if (inner) {
      node = inner;
      continue;
    }
    while (node && !node.nextSibling) node = node.parentNode === element ? null : node.parentNode;
    node = node ? node.nextSibling : null;
  }
  return pieces;
}
