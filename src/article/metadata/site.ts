/** Where the page was read: the site's name, as it calls itself. */
import { listOf, resolve, typesOf } from '../json-ld.ts';
import type { PreparedPage } from '../prepared-page.ts';
import { squash, wordKey } from './folding.ts';
import { textValue, unescapeText, type HeadFacts } from './head-facts.ts';
import { elect, type Candidate, type Choice } from './vote.ts';

export interface SiteName {
  readonly choice?: Choice<string>;
  /** True for any name the site goes by (its name, its host, with or without the ending). */
  readonly isSite: (text: string) => boolean;
}

/** Separators between a headline and a site's name. */
export const TITLE_SEPARATOR = /\s+[-–—|·•»«›‹:~/\\>★✦]+\s+|\s*[|｜│»«]\s*|\s*::\s*|\s+[–—-]{1,2}(?=\p{Lu})|_(?=[^_]*$)/gu;

export function findSite(page: PreparedPage, head: HeadFacts): SiteName {
  const candidates: Candidate<string>[] = [];
  const add = (value: string | undefined, source: string, prior: number): void => {
    const name = squash(unescapeText(value ?? '').replace(/^@/, ''));
    if (name && name.length <= 100 && !/^https?:|^\d+$/.test(name)) candidates.push({ value: name, source, prior });
  };
  for (const name of head.meta('og:site_name')) add(name, 'meta:og', 0.9);
  for (const node of page.jsonLd) {
    if (typesOf(node).includes('WebSite')) add(textValue(node['name']), 'json-ld', 0.8);
    else if (typesOf(node).some((type) => type.endsWith('Organization'))) add(textValue(node['name']), 'json-ld', 0.5);
  }
  for (const node of head.articles) {
    const publisher = listOf(node['publisher'])[0];
    if (publisher !== undefined) add(textValue(resolve(publisher, page.jsonLd)?.['name']) ?? (typeof publisher === 'string' ? publisher : undefined), 'json-ld', 0.75);
  }
  for (const [key, prior] of [['application-name', 0.6], ['apple-mobile-web-app-title', 0.5], ['twitter:site:name', 0.5], ['publisher', 0.5], ['dc.publisher', 0.5], ['copyright', 0.2]] as const) {
    for (const name of head.meta(key)) if (name.length < 60) add(name, 'meta', prior);
  }
  const host = hostOf(page.url);
  const segments = head.documentTitle.split(TITLE_SEPARATOR);
  if (segments.length > 1) for (const segment of segments) if (resemblesHost(segment, host)) add(segment, 'title-tag', 0.6);
  const { documentTitle } = head;
  // What the page's title begins or ends with, behind a separator.
  const isAtEnd = (name: string): boolean => name.length > 3 && (documentTitle.endsWith(name) ? /\s[^\p{L}\p{N}\s]+\s+$/u : /^!\s*[^\p{L}\p{N}\s]+\s/u).test(documentTitle.startsWith(name) ? `!${documentTitle.slice(name.length)}` : documentTitle.slice(0, -name.length));
  for (const name of homeLinkNames(page)) if (resemblesHost(name, host) || isAtEnd(name)) add(name, 'home-link', 0.6);
  // "The Paper » Feed".
  for (const { type, title } of head.links) if (/rss|atom/.test(type)) { const [name = ''] = title.split(/\s+[»›]/); if (isAtEnd(name)) add(name, 'feed', 0.5); }

  const keys = new Set(candidates.map(({ value }) => bareKey(value)));
  // "World Future Awards" signs as WFA too.
  const initials = new Set(candidates.map(({ value }) => value.split(/\s+/).map((word) => /^\p{Lu}/u.exec(word)?.[0] ?? '').join('')).filter((letters) => letters.length > 2));
  const isSite = (text: string): boolean => {
    const key = bareKey(text);
    return key !== '' && (keys.has(key) || initials.has(text.trim()) || key === host.whole || key === host.label || resemblesHost(text, host));
  };
  const choice = elect(candidates, bareKey);
  return { isSite, ...(choice ? { choice } : {}) };
}

/** Letters and digits only. */
const bareKey = (text: string): string => wordKey(text).replace(/ /g, '').replace(/^the(?=.{4})/, '');

interface Host { readonly whole: string; readonly label: string }

function hostOf(url: string): Host {
  const name = (URL.parse(url)?.hostname ?? '').replace(/^(?:www\d?|m|mobile|amp)\./, '');
  const labels = name.split('.');
  const label = labels.length > 2 && (labels.at(-2) ?? '').length <= 3 ? labels.at(-3) : labels.at(-2);
  return { whole: name.replace(/[^\p{L}\p{N}]/gu, ''), label: (label ?? name).replace(/[^\p{L}\p{N}]/gu, '') };
}

/** `Today.Az` or `The Daily Planet` on today.az, dailyplanet.com: the name is the host, or the host begins with it. */
function resemblesHost(text: string, host: Host): boolean {
  const key = bareKey(text);
  if (key.length < 3 || key.length > 40) return false;
  return key === host.whole || key === host.label || (key.length >= 5 && (host.label.startsWith(key) || host.label.endsWith(key) || (key.startsWith(host.label) && host.label.length >= 4 && /^\D{0,8}$/.test(key.slice(host.label.length)))));
}

/** What the first links to the front page say, as words or as the logo's alternative text. */
function homeLinkNames(page: PreparedPage): readonly string[] {
  const names: string[] = [];
  const root = URL.parse('/', page.url)?.href;
  for (const link of [...page.doc.querySelectorAll('a[href]')].slice(0, 80)) {
    // Most links go deeper, and show it.
    const [front] = /^(?:https?:)?(?:\/\/[^/]*)?\/?$/.exec(link.getAttribute('href') ?? '') ?? [];
    if (names.length < 6 && front && URL.parse(front, page.url)?.href === root) names.push(squash((link.textContent ?? '').slice(0, 200)), squash(link.querySelector('img[alt]')?.getAttribute('alt') ?? ''));
  }
  return names.filter(Boolean);
}
