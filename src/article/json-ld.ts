/**
 * Structured data of a page: JSON-LD (https://www.w3.org/TR/json-ld11/) as search engines ask for it (schema.org).
 * Read as plain JSON, not as linked data: contexts are ignored, `@graph` is flattened, `@id` references are followed.
 */

export type JsonLdValue = string | number | boolean | null | JsonLdNode | readonly JsonLdValue[];
export interface JsonLdNode { readonly [key: string]: JsonLdValue | undefined }

/** Bounds: a page may hold any amount of it. */
const LIMITS = { scripts: 60, length: 2_000_000, nodes: 2_000, depth: 12 } as const;

/** schema.org types whose object describes a text to read. */
const ARTICLE_TYPES = /^(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|Review|CriticReview|Recipe|HowTo|QAPage|OpinionNewsArticle|CreativeWork)$/;

/**
 * Every object of the page's JSON-LD: top-level ones, members of arrays and of `@graph`, and objects under
 * `mainEntity` and `mainEntityOfPage`. Broken scripts are left out. Never throws.
 */
export function readJsonLd(doc: Document): readonly JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  const scripts = [...doc.querySelectorAll('script:not([src])')].filter(isJsonLd).slice(0, LIMITS.scripts);
  // Some frameworks put the script into a meta element, where nobody looks for it.
  for (const script of [...scripts, ...doc.querySelectorAll('meta[name$="ld+json" i]')]) {
    const source = script.getAttribute('content') ?? script.textContent ?? '';
    if (source.length <= LIMITS.length) collect(parseLoosely(source), nodes, 0);
  }
  return nodes;
}

/** By its type, or where the type was forgotten by how it begins. */
function isJsonLd(script: Element): boolean {
  const type = script.getAttribute('type');
  return type ? /ld\+json/i.test(type) : /^\s*[[{]\s*\{?\s*"@/.test((script.firstChild as Text | null)?.data.slice(0, 100) ?? '');
}

function collect(value: unknown, nodes: JsonLdNode[], depth: number): void {
  if (depth > LIMITS.depth || nodes.length >= LIMITS.nodes || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1);
    return;
  }
  const node = value as JsonLdNode;
  if (node['@type'] !== undefined) nodes.push(node);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'] as const) collect(node[key], nodes, depth + 1);
}

/**
 * JSON as pages write it: wrapped in CDATA or HTML comments, with raw line breaks in strings or commas too many. Trimmed and
 * cut in steps: a pattern that looks for white space before something takes for ever over a script that is full of it.
 */
function parseLoosely(source: string): unknown {
  const bare = source.trim().replace(/^(?:\/\/\s*)?<!(?:\[CDATA\[|--)/, '').replace(/(?:\]\]|--)>$/, '').trim().replace(/\/\/$/, '').trim().replace(/;$/, '');
  for (const attempt of [() => bare, () => repaired(bare), () => repaired(unescaped(bare))]) {
    try {
      return JSON.parse(attempt());
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return salvaged(bare);
}

/** What can still be read from a script that no mending makes JSON (a brace too many, a quote too few). */
function salvaged(source: string): JsonLdNode | undefined {
  const text = (pattern: string): string | undefined => new RegExp(`"${pattern}"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,400})"`).exec(source)?.[1];
  const type = text('@type');
  const name = text('author"\\s*:[^\\]}]{0,400}?"name');
  return type === undefined ? undefined : { '@type': type, headline: text('headline'), datePublished: text('datePublished'), dateModified: text('dateModified'), ...(name ? { author: { name } } : {}) };
}

/** Some frameworks write the script's text as if it were an attribute's. */
const unescaped = (source: string): string => source.replace(/&quot;/g, '"').replace(/&#0?39;/g, "'").replace(/&amp;/g, '&');

function repaired(source: string): string {
  // oxlint-disable-next-line no-control-regex -- raw control characters inside strings are what breaks JSON.parse here
  return source.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1');
}

/** The `@type`s of a node as bare names (`https://schema.org/NewsArticle` is `NewsArticle`). */
export function typesOf(node: JsonLdNode): readonly string[] {
  return listOf(node['@type']).flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/:#]/, '')] : []));
}

/** True for a node that describes a text to read. */
export function isArticleNode(node: JsonLdNode): boolean {
  return typesOf(node).some((type) => ARTICLE_TYPES.test(type));
}

/** A property's values as a list; JSON-LD writes one value bare and several as an array. */
export function listOf(value: JsonLdValue | undefined): readonly JsonLdValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly JsonLdValue[]) : [value as JsonLdValue];
}

/** The object a value stands for: itself, or the page's node of that `@id` when it is only a reference. */
export function resolve(value: JsonLdValue, nodes: readonly JsonLdNode[]): JsonLdNode | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const node = value as JsonLdNode;
  const id = node['@id'];
  if (typeof id !== 'string' || Object.keys(node).some((key) => key !== '@id' && key !== '@type')) return node;
  return nodes.find((other) => other !== node && other['@id'] === id && Object.keys(other).length > 2) ?? node;
}
