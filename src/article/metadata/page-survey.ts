/**
 * One walk over the page, in its order, that collects what the fields look at: visible lines, headings, and the
 * elements whose mark-up hints at a person, a date or a headline. Each field then works on these short lists, so the
 * cost of the metadata grows with the page once, not once a field.
 */
import { GONE_WITH_CONTENT } from '../allow-list.ts';
import { isBlock } from '../body/blocks.ts';
import { squash } from './folding.ts';
import * as REGION from './region.ts';

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
/** Of a class list or an address, in characters. */
const LONGEST = 400;
const LIMITS = { lines: 40_000, runs: 60, marks: 600, nodes: 2_000_000 } as const;

const SKIPPED: ReadonlySet<string> = new Set(GONE_WITH_CONTENT.filter((tag) => tag !== 'button'));
const REGION_OF_TAG: Readonly<Record<string, number>> = {
  nav: REGION.NAVIGATION, footer: REGION.FOOTER, aside: REGION.ASIDE, figcaption: REGION.CAPTION, header: REGION.HEADER,
  dialog: REGION.HIDDEN, button: REGION.CONTROL, form: REGION.CONTROL,
};

/** What class names and ids tell besides a region; bits after those of `region.ts`. */
const PERSON = 512;
const MOMENT = 1024;
const CRUMB = 2048;
const TITLE = 4096;
const STORY = 8192;
const STORY_FOOTER = 16384;
const REGIONS = 511;

const word = (alternatives: string): RegExp => new RegExp(`(?:^|[^a-z])(?:${alternatives})(?![a-z])`);
const HINTS: readonly (readonly [RegExp, number])[] = [
  [word('nav\\w*|\\w*menu|breadcrumbs?|toc|table-of-contents|pagination|pager|skip-link'), REGION.NAVIGATION],
  [word('\\w*footer|colophon|copyright|imprint|legal|disclaimer'), REGION.FOOTER],
  [/(?:entry|post|article|story|content)[-_\w]*footer/, STORY_FOOTER],
  [word('aside|side-?bar\\w*|widgets?|(?:related|recommend|promo|latest|recent|subscri|advert)\\w*|teasers?|popular|most-?(?:read|viewed)|trending|similar|also-?(?:like|read)|read-?(?:more|next|also)|(?:more|next|prev|other)-?(?:from|news|stor(?:y|ies)|posts?|articles?)|carousel|slider|swiper|ticker|newsletter|ads?|banner|outbrain|taboola|blogroll|cta'), REGION.ASIDE],
  [word('comments?|commentlist|disqus\\w*|respond|repl(?:y|ies)|reactions?|kommentare?|commentaires?|comentarios?|testimonials?'), REGION.COMMENTS],
  [word('bio|biography|author-?(?:bio|box|card|desc\\w*|about|profile)|about-?(?:the-?)?author'), REGION.BIOGRAPHY],
  [word('(?:site|page|global|main)-?header|masthead|top-?bar|header-?(?:top|bar)'), REGION.HEADER],
  [word('(?:fig)?caption|credits?|bildunterschrift'), REGION.CAPTION],
  [word('d-none|is-hidden|modal|lightbox|cookie\\w*|consent|gdpr|lity-hide'), REGION.HIDDEN],
  [/entry|post|article|story/, STORY],
  [/auth?or(?!i[zt])|byline|by-line|writer|written|contributor|journalist|reporter|columnist|verfasser|redakteur|redakt[eo]r|auteur|szerzo/, PERSON],
  [word('vcard|autores?|creator|signature|posted-?by|post-?by|meta-?by|firma|bylines|poster|p-name|fn'), PERSON],
  [/date|time(?!line|r|out)|publish|posted|created|datum|fecha/, MOMENT],
  [word('data|dt|meta|entry-?meta|post-?meta|byline|dateline|day|month|year|stamp|when|pub|infos?|details|submitted|datetime|tarih|kelt|on|article-?info'), MOMENT],
  [/crumb/, CRUMB],
  [word('path|pathway|you-?are-?here|bread|trail'), CRUMB],
];
const TITLED = /headline|(?:entry|post|article|story|page|news|blog|single)[-_ ]*(?:title|heading)|^(?:.* )?title/;

const PERSON_ADDRESS = /\/(?:~|author(?:s|-profile)?|autor\w*|auteurs?|(?:writer|journalist|reporter|contributor|columnist|profile|user|member|bio|expert|editor)s?|staff|people|person|profil|redakteure?|by|(?:[\w-]+-)?team|skribent|forfatter|yazar)[/=][^/?#]|[?&]author=|\/@[\w.]+\/?$/i;

/** Attributes that tell something on any element; looked for all at once, so that the others needn't be asked one by one. */
const TELLING = '[itemprop],[property],[datetime],[hidden],[role],[style*="display" i],[rel~="author" i],[itemtype*="breadcrumb" i],[aria-label*="crumb" i]';

interface Frame { readonly node: Element; readonly region: number; readonly linked: boolean; readonly block: boolean; readonly within: Element; readonly inArticle: boolean }

/** Walks the body once. Never throws; stops at generous bounds on absurd pages. */
export function surveyPage(doc: Document): Survey {
  const lines: Line[] = [];
  const headings: Heading[] = [];
  const people: Mark[] = [];
  const moments: Mark[] = [];
  const crumbs: Mark[] = [];
  const bitsOf = hintReader();
  const root = doc.body ?? doc.documentElement;
  if (!root) return { lines, headings, people, moments, crumbs };

  const telling = new Set(root.querySelectorAll(TELLING));
  // What holds the headline is not beside the article, whatever it calls itself: a wrapper named for its menu, a part
  // of a streamed page that its script would have shown.
  const holders = new Set<Element>();
  const headlines = root.querySelectorAll('h1');
  for (let i = 0; i < headlines.length && i < 3; i++) for (let up = headlines[i]?.parentElement; up && !holders.has(up); up = up.parentElement) holders.add(up);
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
      const piece = frame.region & REGION.HIDDEN ? '' : squash((node as Text).data);
      if (piece) {
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
      const tag = element.localName;
      if (tag === 'br') {
        flush(frame.within, frame.region);
      } else if (!SKIPPED.has(tag)) {
        const attributed = element.hasAttributes();
        const names = attributed ? element.getAttribute('class') : null;
        const id = attributed ? element.getAttribute('id') : null;
        const bits = bitsOf(names) | bitsOf(id);
        const told = attributed && telling.has(element);
        const property = told ? (element.getAttribute('itemprop') ?? element.getAttribute('property') ?? '').toLowerCase() : '';
        let own = regionOf(tag, bits, frame.inArticle) | (told ? regionTold(element) : 0);
        if (own & (REGION.NAVIGATION | REGION.HIDDEN) && holders.has(element) && /^(?:div|section)$/.test(tag) && element.querySelector('p ~ p ~ p')) own &= ~(REGION.NAVIGATION | REGION.HIDDEN);
        const region = frame.region | own;
        const block = isBlock(element);
        if (block) flush(frame.within, frame.region);
        glue = true;
        const mark = (): Mark => ({ element, at: lines.length, region, hint: `${names ?? ''} ${id ?? ''}`.trim().slice(0, LONGEST).toLowerCase() });
        const level = /^h[1-6]$/.test(tag) ? Number(tag[1]) : (bits & TITLE && headings.length < LIMITS.marks) || property === 'headline' ? 7 : 0;
        if (level) headings.push({ ...mark(), level });
        if (people.length < LIMITS.marks && (bits & PERSON || /\b(?:author|creator)\b/.test(property) || tag === 'address' || (told && /\bauthor\b/i.test(element.getAttribute('rel') ?? '')) || (tag === 'a' && PERSON_ADDRESS.test((element.getAttribute('href') ?? '').slice(0, LONGEST))))) people.push(mark());
        if (moments.length < LIMITS.marks && (bits & MOMENT || tag === 'time' || /date|published|modified/.test(property) || (told && element.hasAttribute('datetime')))) moments.push(mark());
        if (crumbs.length < 20 && (bits & CRUMB || (told && /crumb/i.test(`${element.getAttribute('itemtype') ?? ''}${element.getAttribute('aria-label') ?? ''}`)))) crumbs.push(mark());
        frame = {
          node: element, region, block, linked: frame.linked || tag === 'a', within: block ? element : frame.within,
          inArticle: frame.inArticle || tag === 'article' || tag === 'main',
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

/** What a class attribute or an id tells; pages repeat them, so each is read once. */
function hintReader(): (names: string | null) => number {
  const known = new Map<string, number>();
  return (names) => {
    if (!names) return 0;
    let bits = known.get(names);
    if (bits === undefined) {
      const hint = names.slice(0, LONGEST).toLowerCase();
      bits = TITLED.test(hint) && !/sub|site|section|widget|block/.test(hint) ? TITLE : 0;
      for (const [pattern, bit] of HINTS) if (pattern.test(hint)) bits |= bit;
      if (bits & STORY_FOOTER) bits &= ~REGION.FOOTER;
      known.set(names, bits);
    }
    return bits;
  };
}

/** Class names of the whole page's frame (on body, main, article) say nothing about what is inside. */
function regionOf(tag: string, bits: number, inArticle: boolean): number {
  let region = tag === 'body' || tag === 'main' || tag === 'article' ? 0 : bits & REGIONS;
  // "date-and-credit" is no caption.
  if (bits & MOMENT) region &= ~REGION.CAPTION;
  // An article's own header and footer are part of it.
  const apart = tag === 'footer' ? STORY_FOOTER : tag === 'header' ? STORY : 0;
  if (!apart || !(inArticle || bits & apart)) region |= REGION_OF_TAG[tag] ?? 0;
  return region;
}

function regionTold(element: Element): number {
  const role = element.getAttribute('role');
  return (element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '') ? REGION.HIDDEN : 0)
    | (role === 'navigation' ? REGION.NAVIGATION : role === 'complementary' ? REGION.ASIDE : role === 'contentinfo' ? REGION.FOOTER : element.getAttribute('itemprop') === 'comment' ? REGION.COMMENTS : 0);
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
    const inner: Node | null = node.nodeType === 1 && !SKIPPED.has((node as Element).localName) ? node.firstChild : null;
    if (inner) {
      node = inner;
      continue;
    }
    while (node && !node.nextSibling) node = node.parentNode === element ? null : node.parentNode;
    node = node ? node.nextSibling : null;
  }
  return pieces;
}
