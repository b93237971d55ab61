/** The headline: what the reader saw above the text, not the search engine's wording of it. */
import type { HeadFacts } from './head-facts.ts';
import { textValue, unescapeText } from './head-facts.ts';
import { squash, wordKey } from './folding.ts';
import { REGION, type Heading, type Survey } from './page-survey.ts';
import { TITLE_SEPARATOR, type SiteName } from './site.ts';
import { proof, type Choice } from './vote.ts';

export interface Title extends Choice<string> {
  /** The heading element that carries it, when one does. */
  readonly heading?: Heading;
}

interface Reference { readonly text: string; readonly key: string; readonly source: string; readonly weight: number }

const OUTSIDE = REGION.navigation | REGION.footer | REGION.aside | REGION.comments | REGION.biography | REGION.hidden | REGION.control;

export function findTitle(head: HeadFacts, survey: Survey, site: SiteName): Title {
  const references = referencesOf(head, site);
  let best: { heading: Heading; text: string; score: number; agreement: number } | undefined;
  survey.headings.forEach((heading, order) => {
    const text = headingText(heading.element);
    if (!text || text.length > 400) return;
    const key = wordKey(text);
    if (!key) return;
    let score = { 1: 0.6, 2: 0.25, 3: 0.12, 7: 0.25 }[heading.level] ?? 0.05;
    if (/headline|(?:entry|post|article|story)[-_]*title/.test(heading.hint) || heading.element.getAttribute('itemprop') === 'headline') score += 0.15;
    if (heading.region & OUTSIDE) score *= 0.3;
    if (heading.region & REGION.header) score *= 0.8;
    if (site.isSite(text)) score *= 0.1;
    let agreement = 0;
    for (const reference of references) agreement += reference.weight * likeness(key, reference.key);
    score += agreement - order * 0.002;
    if (key.length < 4) score *= 0.6;
    if (!best || score > best.score) best = { heading, text, score, agreement };
  });
  const total = references.reduce((sum, { weight }) => sum + weight, 0);
  const machine = bestReference(references);
  if (best && (!machine || best.agreement > 0.3 * total || (best.agreement > 0 && best.heading.level === 1 && best.agreement > 0.12 * total))) {
    return { value: best.text, provenance: proof(best.heading.level === 1 ? 'visible-h1' : 'visible-heading', 0.6 + 0.38 * Math.min(1, best.agreement / (total || 1))), heading: best.heading };
  }
  if (machine) return { value: machine.text, provenance: proof(machine.source, 0.6) };
  return { value: '', provenance: proof('none', 0.01) };
}

function referencesOf(head: HeadFacts, site: SiteName): readonly Reference[] {
  const out: Reference[] = [];
  const add = (raw: string | undefined, source: string, weight: number): void => {
    const text = withoutSite(squash(unescapeText(raw ?? '')), site);
    const key = wordKey(text);
    if (key && !site.isSite(text)) out.push({ text, key, source, weight });
  };
  for (const node of head.articles.slice(0, 2)) add(textValue(node['headline']) ?? textValue(node['name']), 'json-ld', 0.5);
  add(head.meta('og:title')[0], 'meta:og', 0.4);
  add(head.meta('twitter:title')[0], 'meta:twitter', 0.25);
  add(head.documentTitle, 'title-tag', 0.4);
  add(head.meta('headline')[0], 'microdata', 0.4);
  for (const key of ['citation_title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'title', 'hdl', 'cxenseparse:recs:title']) add(head.meta(key)[0], 'meta', 0.2);
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

/** A title without the site's name at either end; without a known name, the last short segment goes. */
export function withoutSite(title: string, site: SiteName): string {
  const parts = title.split(TITLE_SEPARATOR);
  if (parts.length < 2) return title;
  const at: number[] = [];
  const separators = [...title.matchAll(TITLE_SEPARATOR)];
  let from = 0;
  for (const part of parts) {
    at.push(title.indexOf(part, from));
    from = (at.at(-1) ?? 0) + part.length;
  }
  void separators;
  let first = 0;
  let last = parts.length - 1;
  while (first < last && site.isSite(parts[last] ?? '')) last--;
  while (first < last && site.isSite(parts[first] ?? '')) first++;
  return title.slice(at[first] ?? 0, (at[last] ?? 0) + (parts[last] ?? '').length).trim();
}

/** A heading's text: breaks and blocks inside it are spaces, inline elements are not ("<b>T</b>he"). */
export function headingText(element: Element): string {
  let text = '';
  const walk = (parent: Element, depth: number): void => {
    for (let child = parent.firstChild; child && text.length < 1_000; child = child.nextSibling) {
      if (child.nodeType === 3) text += (child as Text).data;
      else if (child.nodeType === 1 && depth < 8) {
        const inner = child as Element;
        const tag = inner.tagName.toUpperCase();
        if (/^(?:SCRIPT|STYLE|SVG|BUTTON|SUP|NOSCRIPT|TEMPLATE)$/.test(tag) || inner.hasAttribute('hidden')) continue;
        const apart = /^(?:BR|DIV|P|LI|TD|H\d|SPAN)$/.test(tag) && (tag !== 'SPAN' || /\b(?:block|kicker|sub|line|label|category)/.test(inner.getAttribute('class') ?? ''));
        if (apart) text += ' ';
        walk(inner, depth + 1);
        if (apart) text += ' ';
      }
    }
  };
  walk(element, 0);
  return squash(text);
}
