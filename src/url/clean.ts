/** Addresses without what follows people around: tracking parameters and fragments that point nowhere. Pure. */
import { percentDecoded } from './percent-decoded.ts';

/** Parameters that only say where a reader came from. Names are compared in lower case; `*` at the end is a prefix. */
const TRACKING = [
  'utm_*', 'mtm_*', 'pk_*', 'piwik_*', 'hsa_*', 'matomo_*', 'at_medium', 'at_campaign*', 'at_custom*', 'at_link_*', 'at_ptr_name', 'at_bbc_team',
  'fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'ysclid', 'twclid', 'ttclid', 'li_fat_id', 'epik', 'rdt_cid', 'sccid', 'irclickid',
  'mc_cid', 'mc_eid', 'igsh', 'igshid', '_hsenc', '_hsmi', '__hstc', '__hssc', '__hsfp', 'hsctatracking', 'mkt_tok', 'vero_id', 'vero_conv', 'oly_anon_id', 'oly_enc_id', 'wickedid', 'rb_clickid', 's_cid', 'ml_subscriber', 'ml_subscriber_hash',
  '_ga', '_gl', '_openstat', 'guccounter', 'guce_referrer', 'guce_referrer_sig', 'fb_action_ids', 'fb_action_types', 'fb_source', 'fb_ref', 'action_object_map', 'action_type_map', 'action_ref_map', 'echobox', 'cmpid', 'ncid', 'ito', 'smid', 'partner_source', 'xtor',
] as const;
const EXACT: ReadonlySet<string> = new Set(TRACKING.filter((name) => !name.endsWith('*')));
const PREFIXES = TRACKING.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/** True for a query parameter that carries no meaning for the page, only for those who count readers. */
export function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return EXACT.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix));
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
