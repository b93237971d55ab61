/** What was left out of a page, by rule, in words a reader has: "Sharing bars: 2". */
import type { Kept } from '../../article/article.ts';
import type { MessageKey } from '../../browser/i18n.ts';

/**
 * Words for the rules. A rule is called as `body/trim.ts` calls it (`tail-teaser`), or as the page calls the box that was
 * left out (`<nav>`, `role banner`, `share`; see `body/hints.ts`). The first that fits counts, in the order they are shown in.
 */
const GROUPS: readonly (readonly [MessageKey, RegExp])[] = [
  ['leftForms', /newsletter|subscri|sign ?up|opt ?in|mailchimp|regist|login|regwall|typing|form|textarea|<(?:select|datalist|button)>|role button|search/],
  ['leftSharing', /share|sharing|addthis|addtoany|social|follow|like button|print|^rss$/],
  ['leftComments', /^comment|itemprop comment|disqus|respond|repl(?:y|ies)|discussion|rating|vote|poll|feedback|reaction|livefyre/i],
  ['leftContents', /mid-contents|toc|table of contents|jump link/],
  ['leftRights', /caption|credit|copyright|disclaimer|disclosure|legal|republi/],
  ['leftAds', /promo|sponsor|advert|^ad|^dfp$|^gpt$|^cta$|call to action|affiliate|donat/],
  ['leftNotices', /cookie|consent|gdpr|popup|modal|lightbox|overlay|drawer|offcanvas|toolt|toast|dialog|alert/],
  ['leftAbout', /^head-(?:known|byline|stamp|h1)|-stamp$|author|^bio|signature|contributor|vcard|byline|dateline|timestamp|(?:post|entry) date|meta|(?:post|article) info|tag|cat links|categor|keyword|topic|date(?:Published|Modified)|publisher|articleSection/],
  ['leftLinks', /related|recommend|recirc|outbrain|taboola|popular|trending|teaser|also|^(?:read ?)?more|most read|^next |^prev|^latest|similar|card|-others?$|-label$|-link(?:ed)?$|carousel|slick|swiper/],
  ['leftMenus', /nav|menu|crumb|pagina|pager|skip link|masthead|topbar|toolbar|foot|header|side ?bar|rail|right col|widget|banner|contentinfo|complementary|<aside>|back to top/],
  ['leftHidden', /^hidden$/],
  ['leftRepeated', /^repeat$/],
];

/** The group a rule is counted in. Short lines at the edges, players, and all that is no part of the article without saying so are "other text". */
export function groupOf(rule: string): MessageKey {
  return GROUPS.find(([, fits]) => fits.test(rule))?.[0] ?? 'leftElse';
}

/** What was left out, group by group, those with most first; nothing where nobody counted. */
export function leftOutOf(kept: Kept): readonly (readonly [MessageKey, number])[] {
  const groups = new Map<MessageKey, number>();
  for (const [rule, number] of Object.entries(kept.dropped ?? {})) groups.set(groupOf(rule), (groups.get(groupOf(rule)) ?? 0) + number);
  return [...groups].sort(([a, most], [b, more]) => Number(a === 'leftElse') - Number(b === 'leftElse') || more - most);
}
