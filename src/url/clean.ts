/** Addresses without what follows people around: tracking parameters and fragments that point nowhere. Pure. */
import { percentDecoded } from './percent-decoded.ts';

/** Parameters that only say where a reader came from: families by their prefix, the others whole. */
const TRACKING = new RegExp(`^(?:${[
  '(?:utm|mtm|pk|piwik|hsa|matomo)_.*', 'at_(?:(?:campaign|custom|link_).*|medium|ptr_name|bbc_team)',
  '(?:fb|[gdy]|ys|tw|tt)clid', 'gclsrc', '[gw]braid', 'msclkid', '(?:ir|rb_)clickid', 'wickedid', 'li_fat_id', 'epik', '(?:rdt|s)_cid', 'sccid',
  'mc_[ce]id', 'igsh(?:id)?', '_hs(?:enc|mi)', '__hs(?:tc|sc|fp)', 'hsctatracking', 'mkt_tok', 'vero_(?:id|conv)', 'oly_(?:anon|enc)_id', 'ml_subscriber(?:_hash)?',
  '_g[al]', '_openstat', 'guccounter', 'guce_referrer(?:_sig)?', 'fb_(?:action_(?:id|type)s|source|ref)', 'action_(?:object|type|ref)_map', 'echobox', 'ncid', 'cmpid', 'ito', 'smid', 'partner_source', 'xtor',
].join('|')})$`, 'i');

/** True for a query parameter that carries no meaning for the page, only for those who count readers. */
export function isTracking(name: string): boolean {
  return TRACKING.test(name);
}

/**
 * The address without tracking parameters, name and password, and without a fragment, except fragments that choose what is shown: text
 * fragments (`#:~:text=`), routes of single-page sites (`#!…`, `#/…`).
 *
 * The other parameters keep their order and spelling. An address that is not http(s), or no address, comes back as it is.
 */
export function cleanUrl(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return url;
  // Cut from the string rather than through searchParams, which would rewrite the spelling of what stays.
  const kept = parsed.search.slice(1).split('&').filter((part) => part && !isTracking(percentDecoded(part.split('=', 1)[0] ?? '')));
  parsed.search = kept.join('&');
  if (!/^#(?:!|\/|:~:text=|[^#]*:~:text=)/.test(parsed.hash)) parsed.hash = '';
  // What the visitor logs in with is not passed on.
  parsed.username = parsed.password = '';
  return parsed.href;
}
