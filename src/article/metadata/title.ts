/** The headline: what the reader saw above the text, not the search engine's wording of it. */
import type { HeadFacts } from './head-facts.ts';
import { textValue, unescapeText } from './head-facts.ts';
import { squash, wordKey } from './folding.ts';
import type { Heading, Survey } from './page-survey.ts';
import { isProse } from './layout.ts';
import * as REGION from './region.ts';
import { TITLE_SEPARATOR, type SiteName } from './site.ts';
import { proof, type Choice } from './vote.ts';

export interface Title extends Choice<string> {
  /** The heading element that carries it, when one does. */
  readonly heading?: Heading;
}

interface Reference { readonly text: string; readonly key: string; readonly source: string; readonly weight: number }

const OUTSIDE = REGION.NAVIGATION | REGION.FOOTER | REGION.ASIDE | REGION.COMMENTS | REGION.BIOGRAPHY | REGION.HIDDEN | REGION.CONTROL;

export function findTitle(head: HeadFacts, survey: Survey, site: SiteName): Title {
  const references = referencesOf(head, site);
  const segments = new Set([head.documentTitle, head.meta('og:title')[0] ?? ''].flatMap((text) => text.split(TITLE_SEPARATOR).map(wordKey)).filter((key) => key.includes(' ')));
  let best: { heading: Heading; text: string; score: number; agreement: number } | undefined;
  const total = references.reduce((sum, { weight }) => sum + weight, 0);
  const text = textBelow(survey);
  survey.headings.forEach((heading, order) => {
    // A lesser heading that comes after running text under the first is one of its parts, however like the title it is.
    const within = heading.level > 1 && heading.level < 7 && heading.at > text;
    let score = { 1: 0.6, 2: 0.25, 3: 0.12, 7: 0.25 }[heading.level] ?? 0.05;
    if (/headline|(?:entry|post|article|story)[-_]*title/.test(heading.hint) || heading.element.getAttribute('itemprop') === 'headline') score += 0.15;
    // What can't win any more needn't be read.
    if (best && score + total < best.score) return;
    const words = reading(heading.element, references, segments, site);
    if (!words || words.length > 400) return;
    const key = wordKey(words);
    if (!key || (within && !references.some((reference) => reference.key === key))) return;
    if (heading.region & OUTSIDE) score *= 0.3;
    if (heading.region & REGION.HEADER) score *= 0.8;
    if (site.isSite(words)) score *= 0.1;
    let agreement = 0;
    for (const reference of references) agreement += reference.weight * likeness(key, reference.key);
    score += agreement - order * 0.002;
    if (key.length < 4) score *= 0.6;
    if (!best || score > best.score) best = { heading, text: words, score, agreement };
  });
  const machine = bestReference(references);
  // Nor is a lesser heading believed against a title that several sources agree on, unless that only says more.
  const outvoted = best && machine && (best.text.length > 200 || (best.heading.level > 1 && best.heading.level < 7 && !machine.key.includes(wordKey(best.text)) && !wordKey(best.text).includes(machine.key) && references.filter(({ key }) => key === machine.key).length > 1));
  // A lesser heading that shares little with what the page calls itself is a heading inside the text.
  if (best && !outvoted && (!machine || best.heading.level === 1 || best.agreement > 0.5 * total) && (!machine || best.agreement > 0.3 * total || (best.heading.level === 1 && machine.key.length < 8 && !machine.key.includes(' ')) || (best.heading.level === 1 && (best.agreement > 0.12 * total || isOnlyHeadline(best.heading, best.text, survey))))) {
    return { value: best.text, provenance: proof(best.heading.level === 1 ? 'visible-h1' : 'visible-heading', 0.6 + 0.38 * Math.min(1, best.agreement / (total || 1))), heading: best.heading };
  }
  if (machine) return { value: machine.text, provenance: proof(machine.source, 0.6), ...(outvoted && best ? { heading: best.heading } : {}) };
  return { value: '', provenance: proof('none', 0.01) };
}

/** The second line of running text under the first headline of the first order. */
function textBelow({ headings, lines }: Survey): number {
  const first = headings.find(({ level, region }) => level === 1 && !(region & OUTSIDE));
  let seen = 0;
  const second = first ? lines.findIndex((line, i) => i > first.at && !(line.region & REGION.ELSEWHERE) && isProse(line) && ++seen > 1) : -1;
  return second < 0 ? Infinity : second;
}

/** The one headline of the first order, whatever the head calls the page: its wording may be the search engine's. */
function isOnlyHeadline({ region }: Heading, text: string, { headings }: Survey): boolean {
  return !region && text.length < 150 && headings.filter(({ level }) => level === 1).length < 2;
}

function referencesOf(head: HeadFacts, site: SiteName): readonly Reference[] {
  const out: Reference[] = [];
  const add = (raw: string | undefined, source: string, weight: number): void => {
    const text = withoutSite(squash(unescapeText(raw ?? '')), site);
    const key = wordKey(text);
    // "mill-repair-2018" is a file, not a title.
    if (key && !site.isSite(text) && !/^[^\W_]+(?:[-_]+[^\W_]+){2,}$/.test(text)) out.push({ text, key, source, weight });
  };
  for (const node of head.articles.slice(0, 2)) add(textValue(node['headline']) ?? textValue(node['name']), 'json-ld', 0.5);
  add(head.meta('og:title')[0], 'meta:og', 0.4);
  add(head.meta('twitter:title')[0], 'meta:twitter', 0.25);
  add(head.documentTitle, 'title-tag', 0.4);
  add(head.meta('headline')[0], 'microdata', 0.4);
  for (const key of ['citation_title', 'dc.title', 'dcterms.title', 'parsely-title', 'title']) add(head.meta(key)[0], 'meta', 0.2);
  return out;
}

/** The reference that the others agree with most. */
function bestReference(references: readonly Reference[]): Reference | undefined {
  let best: { reference: Reference; score: number } | undefined;
  for (const reference of references) {
    const score = references.reduce((sum, other) => sum + other.weight * (other.key === reference.key ? 1 : 0.5 * likeness(reference.key, other.key)), 0);
    if (!best || score > best.score + 1e-9) best = { reference, score };
  }
  return best?.reference;
}

/** How alike two folded texts are: 1 for equal, else the share of words they have in common (Dice), order ignored. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (!a || !b) return 0;
  const grams = (text: string): readonly string[] => (/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]/.test(text) ? Array.from({ length: Math.max(1, text.length - 1) }, (_, i) => text.slice(i, i + 2)) : text.split(' '));
  const left = grams(a);
  const right = new Map<string, number>();
  for (const gram of grams(b)) right.set(gram, (right.get(gram) ?? 0) + 1);
  const size = left.length + [...right.values()].reduce((sum, n) => sum + n, 0);
  let common = 0;
  for (const gram of left) {
    const n = right.get(gram) ?? 0;
    if (n > 0) {
      common++;
      right.set(gram, n - 1);
    }
  }
  return (2 * common) / size;
}

/** A title without the site's name at either end; an address or an empty segment goes too. */
export function withoutSite(title: string, site: SiteName): string {
  const parts = title.split(TITLE_SEPARATOR);
  if (parts.length < 2) return title;
  const at: number[] = [];
  let from = 0;
  for (const part of parts) {
    at.push(title.indexOf(part, from));
    from = (at.at(-1) ?? 0) + part.length;
  }
  const outside = (part: string): boolean => site.isSite(part) || !/[\p{L}\p{N}]/u.test(part) || /^(?:www\.)?[\w-]+\.(?:com|net|org|de|at|ch|fr|it|es|nl|pl|cz|se|dk|no|fi|eu|info|co\.uk|ru|az|io)$/i.test(part.trim());
  let first = 0;
  let last = parts.length - 1;
  // A name may hold separators of its own, and what follows a site's name in the middle is its motto.
  const named = parts.findIndex((part, n) => n > 0 && (site.isSite(part) || site.isSite(title.slice(at[n]))));
  if (named > 0 && !outside(parts[0] ?? '')) last = named - 1;
  while (first < last && outside(parts[last] ?? '')) last--;
  while (first < last && outside(parts[first] ?? '')) first++;
  return title.slice(at[first] ?? 0, (at[last] ?? 0) + (parts[last] ?? '').length).trim();
}

/**
 * A heading's text, cut at the boundaries of the elements inside; breaks and blocks are spaces, inline elements are not
 * ("<b>T</b>he"). Kickers, dates and buttons that say so are left out, unless all is asked for.
 */
function headingParts(element: Element, all = false): readonly string[] {
  const parts: string[] = [''];
  let length = 0;
  const walk = (parent: Element, depth: number): void => {
    for (let child = parent.firstChild; child && length < 1_000; child = child.nextSibling) {
      if (child.nodeType === 3) {
        parts[parts.length - 1] += (child as Text).data;
        length += (child as Text).data.length;
      } else if (child.nodeType === 1 && depth < 8) {
        const inner = child as Element;
        const tag = inner.tagName.toUpperCase();
        const names = (inner.getAttribute('class') ?? '').toLowerCase();
        if (/^(?:SCRIPT|STYLE|SVG|NOSCRIPT|TEMPLATE)$/.test(tag) || (!all && (/^(?:BUTTON|SUP|TIME|SMALL)$/.test(tag) || inner.hasAttribute('hidden') || EXTRA.test(names)))) {
          parts.push(' ');
          continue;
        }
        const apart = /^(?:BR|DIV|P|LI|TD|H\d)$/.test(tag) || (tag === 'SPAN' && /block|kicker|sub|line|label|category|top|pre|title/.test(names));
        parts.push(apart ? ' ' : '');
        walk(inner, depth + 1);
        parts.push(apart ? ' ' : '');
      }
    }
  };
  walk(element, 0);
  return parts;
}

/** Things beside the headline that pages put into its element. */
const EXTRA = /(?:^|[-_ ])(?:kicker|category|date|time|meta|badge|flag|label|comments?|sub-?title|sub-?head(?:line|ing)?|eyebrow|topline|overline|dachzeile|spitzmarke|anchor|permalink|headerlink|edit|share|sr-only|visually-hidden|screen-reader-text|mw-editsection)(?= |$)/;

/**
 * The heading's headline: the whole, unless the page elsewhere calls exactly a part of it the title, a part that stands
 * in an element of its own or beside a bar.
 */
function reading(element: Element, references: readonly Reference[], segments: ReadonlySet<string>, site: SiteName): string {
  let parts = headingParts(element);
  if (!/[\p{L}\p{N}]/u.test(parts.join(''))) parts = headingParts(element, true);
  const whole = squash(parts.join(''));
  const text = withoutSite(whole, site);
  const key = wordKey(text);
  const same = references.find((reference) => reference.key === key);
  if (same) return /\p{Ll}/u.test(text) || !/\p{Ll}/u.test(same.text) ? text : same.text;
  const pieces = parts.flatMap((part) => part.split(/\s[|｜/]\s/)).map(squash).filter(Boolean);
  if (pieces.length > 1 && pieces.length <= 12) {
    // The longest: a kicker may be what search engines are told.
    let longest = '';
    for (let from = 0; from < pieces.length; from++) {
      for (let to = pieces.length; to > from; to--) {
        const part = pieces.slice(from, to).join(' ');
        const partKey = wordKey(part);
        if (part.length > longest.length && part !== whole && partKey.length > 8 && (references.some((reference) => reference.key === partKey || reference.key.endsWith(` ${partKey}`)) || segments.has(partKey))) longest = part;
      }
    }
    if (longest) return longest;
  }
  const barred = text.split(/\s[|｜]\s/);
  return barred.length > 1 ? barred.reduce((a, b) => (b.length > a.length ? b : a)) : text;
}
