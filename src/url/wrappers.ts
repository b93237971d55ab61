/**
 * Addresses that only lead on to another one which stands in them: link shims of social networks and mail filters, news
 * aggregators, AMP caches. Nothing is asked of the web: what is not in the address itself stays wrapped. Pure.
 */
import { percentDecoded } from './percent-decoded.ts';

/** Where the address is: in a parameter, in base64 in a parameter, or the first group of a pattern of the whole address. */
type Way = { readonly parameter: string } | { readonly base64: string } | { readonly pattern: RegExp };
interface Wrapper { readonly host: RegExp; readonly path?: RegExp; readonly way: Way }

const WRAPPERS: readonly Wrapper[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, way: { parameter: 'q' } },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, way: { parameter: 'url' } },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/imgres$/, way: { parameter: 'imgrefurl' } },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, way: { pattern: /\/amp\/s\/([^#]+)/ } },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, way: { pattern: /\/amp\/(?!s\/)([^#]+\.[^#]+)/ } },
  { host: /\.cdn\.ampproject\.org$|^cdn\.ampproject\.org$/, way: { pattern: /\/[acv]\/s\/([^#]+)/ } },
  { host: /^(?:[\w-]+\.)?bing\.com$/, way: { pattern: /\/amp\/s\/([^#]+)/ } },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/ck\/a$/, way: { base64: 'u' } },
  { host: /^news\.google\.com$/, path: /^\/(?:rss\/)?(?:articles|read)\//, way: { base64: '' } },
  { host: /^lm?\.facebook\.com$|^l\.instagram\.com$|^l\.messenger\.com$|^l\.threads\.(?:net|com)$/, way: { parameter: 'u' } },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, way: { parameter: 'q' } },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir\/|safety\/go)/, way: { parameter: 'url' } },
  { host: /^out\.reddit\.com$/, way: { parameter: 'url' } },
  { host: /^(?:t\.umblr\.com|href\.li)$/, way: { parameter: 'z' } },
  { host: /^href\.li$/, way: { pattern: /\?(https?:.+)$/ } },
  { host: /^(?:www\.)?slack-redir\.net$/, way: { parameter: 'url' } },
  { host: /^(?:html\.|lite\.)?duckduckgo\.com$/, path: /^\/l\/$/, way: { parameter: 'uddg' } },
  { host: /\.safelinks\.protection\.outlook\.com$/, way: { parameter: 'url' } },
  { host: /^urldefense\.(?:com|us)$/, way: { pattern: /\/v3\/__(https?:.+?)__;/ } },
  { host: /^(?:away\.)?vk\.com$/, path: /^\/away\.php$/, way: { parameter: 'to' } },
  { host: /^r\.search\.yahoo\.com$/, way: { pattern: /\/RU=([^/]+)\// } },
  { host: /^(?:www\.)?medium\.com$/, path: /^\/r\/$/, way: { parameter: 'url' } },
  { host: /^(?:www\.)?medium\.com$/, path: /^\/m\/global-identity/, way: { parameter: 'redirectUrl' } },
  { host: /^(?:www\.)?getpocket\.com$/, path: /^\/redirect$/, way: { parameter: 'url' } },
  { host: /^(?:exit\.sc|gate\.sc|disq\.us|anonym\.to)$/, way: { parameter: 'url' } },
  { host: /^(?:www\.)?steamcommunity\.com$/, path: /^\/linkfilter\/?$/, way: { parameter: 'url' } },
  { host: /^(?:www\.)?flipboard\.com$/, path: /^\/redirect$/, way: { parameter: 'url' } },
  { host: /^feedproxy\.google\.com$/, way: { parameter: 'url' } },
];

/** The address in a wrapper, or undefined when this is none or does not hold it. */
export function wrapped(url: URL): URL | undefined {
  for (const { host, path, way } of WRAPPERS) {
    if (!host.test(url.hostname) || (path && !path.test(url.pathname))) continue;
    const target = 'parameter' in way ? webAddress(url.searchParams.get(way.parameter))
      : 'base64' in way ? fromBase64(way.base64 ? url.searchParams.get(way.base64) : url.pathname.split('/').at(-1) ?? '')
      : webAddress(way.pattern.exec(url.href)?.[1], true);
    if (target && target.hostname !== url.hostname) return target;
  }
  return undefined;
}

/**
 * A value as a web address. Some are encoded twice.
 * @param bare true where the scheme may be left out, as AMP caches do
 */
export function webAddress(value: string | null | undefined, bare = false): URL | undefined {
  if (!value) return undefined;
  for (const text of [value, percentDecoded(value)]) {
    const url = URL.parse(bare && !/^https?:/i.test(text) ? `https://${text}` : text);
    if (url && /^https?:$/.test(url.protocol) && /\.[a-z\d-]{2,}$/i.test(url.hostname)) return url;
  }
  return undefined;
}

/** An address within base64, possibly with other bytes around it. */
export function fromBase64(value: string | null | undefined): URL | undefined {
  const plain = (value ?? '').replace(/^a1(?=aHR0c)/, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (plain.length < 16 || !/^[A-Za-z0-9+/]+$/.test(plain) || plain.length % 4 === 1) return undefined;
  return webAddress(/https?:\/\/[\u0021-\u007e]+/.exec(atob(plain))?.[0]);
}
