/**
 * Cleaning an address as thoroughly as a public rule list allows: tracking parameters of single sites, redirect wrappers,
 * AMP forms. For addresses that are passed on. `clean.ts`, which the content script carries, knows only what holds on
 * every site; this list is too heavy for it. Pure; asks nothing of the web.
 *
 * The list (`tidy-url`, MIT) is taken as data and with care. It is made for shopping as well as for reading, and here and
 * there it takes away what chooses the page: such names stand in `STAYS`.
 */
import rules from 'tidy-url/data/rules.js';
import { site } from './canonical.ts';
import { cleanUrl, isTracking } from './clean.ts';
import { fromBase64, webAddress, wrapped } from './wrappers.ts';
import { percentDecoded } from './percent-decoded.ts';

type SiteRule = (typeof rules)[number];

/** Parameters of the list that choose what a page shows, by the rule's name. Found by hand. */
const STAYS: Readonly<Record<string, readonly string[]>> = {
  // A song in an album, an episode of a show, the kind of thing.
  'music.apple.com': ['i'], 'apple.com': ['mt', 'app', 'ls'],
  // The variant of a thing.
  'ebay.com': ['var', 'hash', 'media'], 'amazon.com': ['psc', 'keywords'], 'gog.com': ['prod_id'], 'countdown.co.nz': ['itemID'],
  'aliexpress.com': ['productId', 'productIds', 'tabType', 'sk'], 'shopee.com': ['pid', 'c'],
  // The picture of a series, the page of a list, the town of the weather, the game, the category.
  'pixiv.net': ['p', 'i', 'g'], 'ranker.com': ['l'], 'playbook.com': ['p'], 'yandex.com': ['lr'], 'chess.com': ['c'], 'mightyape': ['m'],
  'map.sewoon.org': ['cid'], 'reddit.com': ['domain', 'keyword', 'tags'], 'linksynergy.com': ['id', 'mid'], 'bing.com': ['', 'sp', 'ru'],
  // A checksum without which the other parameters are not believed.
  'optigruen.com': ['cHash', 'chash'], 'osi.rosenberger.com': ['cHash', 'chash'],
};
/** Rules that are no such thing: a security hole of one site, and one that tests the whole address. */
const LEFT_OUT = new Set(['Global', 'rekrute.com', 'vi-control.net']);
/** What the list does not know yet, by site. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  'youtube.com': ['si', 'pp', 'feature', 'ab_channel'], 'youtu.be': ['si', 'feature'], 'x.com': ['s', 't', 'ref_src', 'ref_url'], 'twitter.com': ['t'],
  'threads.net': ['xmt', 'slof'], 'threads.com': ['xmt', 'slof'], 'instagram.com': ['igsh', 'igshid'], 'bsky.app': ['ref_src', 'ref_url'],
};
/** Marks of an AMP page as a parameter; the page without them is the page. */
const AMP = new Set(['amp', 'outputtype', 'usqp', 'amp_js_v', 'amp_gsa']);
const GLOBAL: ReadonlySet<string> = new Set((rules.find(({ name }) => name === 'Global')?.rules ?? []).map((name) => name.toLowerCase()));
/** Wrappers within wrappers are opened this deep. */
const DEEPEST = 4;

/** The address without tracking, unwrapped; its fragment stays. What is no web address comes back as it is. */
export function thoroughLink(address: string): string {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? opened(url, 0).href : address;
}

/** The address of a whole page, as it is passed on, copied or printed: without tracking, wrappers, and a fragment that only scrolls. */
export function outgoingLink(address: string): string {
  return cleanUrl(thoroughLink(address));
}

function opened(url: URL, depth: number): URL {
  const found = rules.filter((rule) => !LEFT_OUT.has(rule.name) && applies(rule, url));
  // Whoever says "not here" means the whole address: a page for sharing is told what to share in a parameter.
  if (found.some(({ exclude }) => exclude?.some((pattern) => matches(pattern, url.href)))) return tidied(url, []);
  const target = depth < DEEPEST ? wrapped(url) ?? wrappedByList(url, found) : undefined;
  return target ? opened(target, depth + 1) : tidied(withoutAmp(url, found), found);
}

/** Patterns of the list are loose (`imgur.com` is in `notimgur.company`): what they find has to be whole labels, up to the end but for a country. */
function applies(rule: SiteRule, url: URL): boolean {
  rule.match.lastIndex = 0;
  const host = url.hostname;
  const match = rule.match.exec(rule.match_href ? host + url.pathname : host);
  if (!match) return false;
  const starts = match.index === 0 || host[match.index - 1] === '.' || match[0].startsWith('.');
  const rest = host.slice(match.index + match[0].length);
  return starts && (rule.match_href === true || rest === '' || /^[a-z]{0,3}(?:\.[a-z]{2,3})?$/.test(rest));
}

function wrappedByList(url: URL, found: readonly SiteRule[]): URL | undefined {
  for (const { redirect, decode, amp } of found) {
    const value = redirect && [...url.searchParams].find(([name]) => name.toLowerCase() === redirect)?.[1];
    const target = webAddress(value) ?? (decode?.param && !decode.handler ? fromBase64(url.searchParams.get(decode.param)) : undefined)
      ?? (amp?.regex ? webAddress(captured(amp.regex, url.href), true) : undefined);
    if (target && target.href !== url.href && site(target.hostname) !== site(url.hostname)) return target;
  }
  return undefined;
}

function withoutAmp(url: URL, found: readonly SiteRule[]): URL {
  for (const { amp, replace } of found) {
    let path = url.pathname;
    if (amp?.sliceTrailing && path.endsWith(amp.sliceTrailing)) path = path.slice(0, -amp.sliceTrailing.length);
    for (const pattern of replace ?? []) path = path.replace(pattern, '');
    const other = URL.parse(amp?.replace ? (url.origin + path).replace(amp.replace.text, amp.replace.with ?? '') : url.origin + path);
    if (!other || site(other.hostname) !== site(url.hostname) || other.pathname.length < 2) continue;
    other.search = url.search;
    other.hash = url.hash;
    url = other;
  }
  return url;
}

/** Cut from the text of the query, so that the spelling of what stays is not touched. */
function tidied(url: URL, found: readonly SiteRule[]): URL {
  const clean = new URL(url.href);
  clean.username = clean.password = '';
  const gone = new Set(found.flatMap(({ name, rules: names = [], rev }) => (rev ? [] : names.filter((one) => !STAYS[name]?.includes(one)))));
  const stays = new Set(found.flatMap(({ allow = [], name }) => [...allow, ...(STAYS[name] ?? [])]));
  for (const [host, names] of Object.entries(MORE)) if (url.hostname === host || url.hostname.endsWith(`.${host}`)) for (const name of names) gone.add(name);
  const kept = url.search.slice(1).split('&').filter((part) => {
    const [name = '', value = ''] = splitOnce(part);
    if (!part || stays.has(name)) return part !== '';
    return !(isTracking(name) || GLOBAL.has(name.toLowerCase()) || gone.has(name) || (AMP.has(name.toLowerCase()) && /^(?:|1|true|amp|mq331[\w%]*|0\.\d|a[\d.]*)$/.test(value)));
  });
  if (kept.length !== url.search.slice(1).split('&').filter(Boolean).length) clean.search = kept.join('&');
  return clean;
}

function splitOnce(part: string): readonly [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [percentDecoded(part), ''] : [percentDecoded(part.slice(0, at)), part.slice(at + 1)];
}

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function captured(pattern: RegExp, text: string): string | undefined {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[1];
}
