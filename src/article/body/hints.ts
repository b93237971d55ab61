/**
 * What elements say about themselves: names that builders of pages give, in class, id, role and tag. English is the
 * language of class names everywhere, so a word list is general; it is still only believed of small parts of a page.
 */

/** One of some words; joined where they stand, so that the build folds each list into one string. */
const word = (words: string): RegExp => new RegExp(` (${words}) `);

/** Around articles, hardly ever part of one. Matched against words of class and id. */
const JUNK = word([
  'comments?', 'commentlist', 'commenting', 'disqus', 'respond', 'reply', 'replies', 'discussion', 
  'related', 'recommend', 'recommended', 'recommendations?', 'recirc', 'outbrain', 'taboola', 'popular', 'trending', 'teasers?', 'also', 'read ?more', 'more (?:stories|news|posts|articles|links|from|in|on|like)', 'most read', 'next (?:post|article|up|story)', 'prev(?:ious)? (?:post|article)', 'latest (?:posts|news|stories|articles)', 'similar',
  'sidebar', 'side bar', 'sidenav', 'rail', 'right col', 'widget', 'widgets', 'menu', 'submenu', 'nav', 'navi', 'navbar', 'navigation', 'breadcrumbs?', 'crumbs?', 'pagination', 'pager', 'skip link', 'masthead', 'topbar', 'toolbar', 'footer', 'site (?:header|footer)', 'page (?:header|footer)', 'global header', 'foot',
  'share', 'shares', 'sharing', 'sharebar', 'sharedaddy', 'addthis', 'addtoany', 'social', 'socials', 'socialmedia', 'follow', 'like button', 
  'newsletters?', 'subscribe', 'subscription', 'subscribers?', 'signup', 'sign up', 'optin', 'opt in', 'mailchimp', 'register', 'registration', 'login', 'regwall',
  'promo', 'promotion', 'sponsor', 'sponsors', 'sponsored', 'advert', 'advertisement', 'advertising', 'ad', 'ads', 'adslot', 'adsbygoogle', 'banner', 'dfp', 'gpt', 'cta', 'call to action', 'affiliate', 'donate', 'donation', 
  'cookies?', 'consent', 'gdpr', 'popup', 'modal', 'lightbox', 'overlay', 'drawer', 'offcanvas', 'tooltip', 'toast',
  'authorbox', 'bio', 'biography', 'author', 'authors', 'contributors?', 'vcard',
  'byline', 'dateline', 'timestamp', 'post date', 'entry date', 'postmeta', 'meta', 'metadata', 'post info', 'article info', 'tags', 'tag list', 'taglist', 'cat links', 'categories', 'keywords', 'topics', 
  'captions?', 'credits?', 'signature', 'copyright', 'disclaimer', 'disclosure', 'legal', 'republi(?:sh|cation)',
  'ratings?', 'votes?', 'poll', 'feedback', 'reactions?', 'rss', 'print (?:button|link)', 'noprint', 'jump links?', 'toc', 'table of contents', 'search', 'searchform', 'back to top', 'loader', 'player', 'video js', 'carousel', 'slick', 'swiper',
].join('|'));

const JUNK_TAGS: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'dialog', 'button', 'select', 'menu', 'search', 'textarea', 'form', 'datalist', 'canvas', 'map', 'template']);
const JUNK_ROLES: ReadonlySet<string> = new Set(['navigation', 'complementary', 'contentinfo', 'search', 'dialog', 'alertdialog', 'menu', 'menubar', 'banner', 'toolbar', 'tooltip', 'alert', 'button', 'form']);
/** Names that nobody gives to anything but the text. */
const SURELY_BODY = word(['article ?body', 'post ?body', 'story ?body', 'entry ?content', 'post ?content', 'article ?content', 'story ?content', 'article ?text', 'story ?text'].join('|'));
/** Names of what holds the text itself. */
const BODY = word([
  'article ?body', 'post ?body', 'story ?body', 'body copy', 'entry ?content', 'post ?content', 'article ?content', 'story ?content', 'article ?text', 'story ?text', 'post ?text', 'single ?content', 'content ?body', 'main ?text', 'entry', 'post', 'hentry', 'rich ?text', 'markdown body', 'prose', 'text body', 'articletext', 'blog (?:post|content|body)', 'field name body', 'copy',
].join('|'));

/** Utility classes and states ("md:hidden", "has-sidebar", "overflow-hidden") say how something looks, not what it is. */
const STATE = /[:[\]()!/=.]|^(?:has|with|no|not|without|is|overflow|js|col|row|grid|hs|theme|page-template|postid)[-_]|[a-z]With[A-Z]|-with-/;
const HIDDEN_CLASS = /(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|hidden|d-none|hide|assistive-text|u-hidden|is-hidden|offscreen)(?:\s|$)/;

/** Each as its words: ` | post meta | share bar ` of `post-meta shareBar`. */
function namesOf(raw: string): string {
  if (raw.length < 5 || raw.length > 1500) return '';
  let names = '';
  for (const token of raw.split(/\s+/)) {
    if (!token || STATE.test(token)) continue;
    names += ` | ${token.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean).join(' ')}`;
  }
  return `${names} `;
}

export interface Hints {
  /** Why this looks like no part of an article, or undefined. */
  readonly junk: string | undefined;
  readonly body: boolean;
}

const SILENT: Hints = { junk: undefined, body: false };
/** What names tell; pages repeat them, so each is read once. */
const told = new Map<string, Hints>();

function toldBy(raw: string): Hints {
  let hints = told.get(raw);
  if (!hints) {
    // A page that stays open is read more than once.
    if (told.size > 5_000) told.clear();
    const names = namesOf(raw);
    hints = names ? { junk: SURELY_BODY.test(names) ? undefined : JUNK.exec(names)?.[1], body: BODY.test(names) } : SILENT;
    told.set(raw, hints);
  }
  return hints;
}

/** What an element says of itself. */
export function hintsOf(element: Element): Hints {
  const tag = JUNK_TAGS.has(element.localName) ? `<${element.localName}>` : undefined;
  if (!element.hasAttributes()) return tag ? { junk: tag, body: false } : SILENT;
  const get = (name: string): string => element.getAttribute(name) ?? '';
  const id = get('id');
  const named = toldBy(`${get('class')} ${id.split(/[-_]/).length < 5 ? id : ''} ${get('data-component')} ${get('data-testid')}`);
  const role = get('role');
  const itemprop = get('itemprop');
  return {
    body: named.body || (itemprop !== '' && /\b(?:articleBody|text|reviewBody|recipeInstructions|recipeIngredient)\b/.test(itemprop)),
    junk: tag ?? (JUNK_ROLES.has(role) ? `role ${role}`
      : isHidden(element) ? 'hidden'
      : /^(?:author|publisher|datePublished|dateModified|comment|aggregateRating|keywords|articleSection|breadcrumb|caption)$/.test(itemprop) ? `itemprop ${itemprop}`
      : named.junk),
  };
}

/** Not shown to anybody, by the element's own word. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || (element.getAttribute('aria-hidden') === 'true' && element.localName !== 'img')) return true;
  const names = element.getAttribute('class');
  if (names && HIDDEN_CLASS.test(names)) return true;
  const style = element.getAttribute('style');
  return style !== null && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}
