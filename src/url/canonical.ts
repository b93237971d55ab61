/** Which address an article has: what the page claims, believed only where that is sane. Pure. */
import { cleanUrl } from './clean.ts';

/** Second-level labels under which anybody may register (`example.co.uk`); enough to compare two hosts, not a full list. */
const SHARED_SUFFIX = /^(?:com?|org|net|edu|gov|ac|or|ne|go|gob|nom|web|info|biz|mil|sch|ltd|plc|gen|blogspot|wordpress|github|gitlab|netlify|vercel|pages|substack|medium|tumblr|ghost|beehiiv|hashnode|livejournal|typepad|neocities|weebly|wixsite|webflow|squarespace|herokuapp|onrender|fly|workers|web|firebaseapp|azurewebsites|cloudfront|amazonaws|glitch|surge)$/;

/** The part of a host that one owner holds: `news.example.co.uk` is `example.co.uk`. An IP address is itself. */
export function site(host: string): string {
  if (/^[\d.]+$|^\[/.test(host)) return host;
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const shared = labels.length > 2 && SHARED_SUFFIX.test(labels.at(-2) ?? '');
  return labels.slice(shared ? -3 : -2).join('.');
}

/**
 * The canonical address of a page.
 *
 * @param candidate what the page gives (`link rel=canonical`, `og:url`, JSON-LD), possibly relative, possibly wrong
 * @param visited the address the page was loaded from, absolute
 * @returns the candidate, cleaned, when it is on the same site and says as much as the visited address does; else the
 *   visited address, cleaned. A canonical that points to the front page or into a folder above is a common mistake.
 */
export function canonicalUrl(candidate: string | null | undefined, visited: string): string {
  const own = cleanUrl(visited);
  const here = URL.parse(own);
  const there = candidate ? URL.parse(candidate.trim(), visited) : null;
  if (!here || !there || !/^https?:$/.test(there.protocol) || there.username || there.password) return own;
  if (site(there.hostname) !== site(here.hostname)) return own;
  if (there.port && there.port !== here.port) return own;
  const deeper = here.pathname.length > 1 || here.search.length > 1;
  if (deeper && there.pathname === '/' && !there.search) return own;
  if (here.pathname !== there.pathname && here.pathname.startsWith(there.pathname.replace(/\/?$/, '/')) && !there.search && !isVariant(here.pathname, there.pathname)) return own;
  // A page loaded securely is not sent back to http by an old template.
  if (here.protocol === 'https:' && there.protocol === 'http:' && here.host === there.host) there.protocol = 'https:';
  return cleanUrl(there.href);
}

/** `/story/amp`, `/story/2`, `/story/print` are the same text as `/story`. */
function isVariant(longer: string, shorter: string): boolean {
  return shorter.length > 1 && /^\/?(?:amp|print|mobile|m|page\/\d+|\d{1,2}|comments?|index\.\w+)\/?$/i.test(longer.slice(shorter.replace(/\/$/, '').length));
}
