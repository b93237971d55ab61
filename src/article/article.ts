/**
 * The Article: what a page becomes, and the one shape every other room works with.
 * Also the door it comes in by: `parseArticle` trusts nothing from a tab, a file or an old database.
 */

/** Which rule gave a field, and how sure it is. Shown to the person on demand ("Where this came from"). */
export interface Provenance {
  /** Rule name, a stable key such as `json-ld`, `meta:og`, `visible-h1`, `byline-line`; the pages turn it into words. */
  readonly source: string;
  /** 0 (a guess) to 1 (stated by the page in so many words). */
  readonly confidence: number;
}

/** Fields that carry a provenance. */
export const PROVEN_FIELDS = [
  'title', 'standfirst', 'authors', 'publication', 'siteName', 'section', 'published', 'modified',
  'language', 'leadImage', 'body', 'url', 'printVersion', 'keywords', 'licence', 'nextPage',
] as const;
export type ProvenField = (typeof PROVEN_FIELDS)[number];

/** A news feed the page offers. */
export interface Feed {
  readonly url: string;
  readonly title: string;
  readonly type: 'rss' | 'atom' | 'json';
}

/** What was found in the body and kept, as counts, for the receipt. */
export interface Kept {
  readonly paragraphs: number;
  readonly pictures: number;
  readonly embeds: number;
  readonly tables: number;
  /** How many other blocks of text the page has (menus, bylines, other articles); absent where nobody counted. */
  readonly leftOut?: number;
  /** By which rule, and how many pieces: a box of the page counts once. `pages/popup/left-out.ts` has the words. */
  readonly dropped?: Readonly<Record<string, number>>;
}

/** A page as an article. Optional fields are absent when the page does not say; nothing is invented. */
export interface Article {
  /** Canonical, clean address (http or https). */
  readonly url: string;
  /** Address as visited. */
  readonly sourceUrl: string;
  readonly title: string;
  readonly standfirst?: string;
  /** People, in the page's order, without "By", roles or dates. */
  readonly authors: readonly string[];
  /** Whose text it is ("Azernews"). */
  readonly publication?: string;
  /** Where it was read ("TODAY.AZ"). */
  readonly siteName?: string;
  readonly section?: string;
  /** ISO 8601 with the precision the page gives: `2021-02-26`, `2021-02-26T13:15`, `2021-02-26T13:15+04:00`. */
  readonly published?: string;
  readonly modified?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly dir: 'ltr' | 'rtl';
  /** Its lines stand upright on its page, and follow one another to the left, as in Japanese books (`rl`), or to the right, as in Mongolian (`lr`). */
  readonly upright?: 'rl' | 'lr';
  /** Absolute address of the lead picture. */
  readonly leadImage?: string;
  /** First words of the body, plain text, at most about 300 characters. */
  readonly excerpt: string;
  /** Sanitised body HTML: no headline, byline or date of its own. */
  readonly html: string;
  /** Body as plain text, one line per block, no captions. */
  readonly text: string;
  /** Words, or for scripts without spaces a count of characters divided by the language's usual ratio. */
  readonly wordCount: number;
  readonly printVersion?: string;
  /** What the page files it under, as the page writes it. (The person's own tags are the library's.) */
  readonly keywords?: readonly string[];
  /** Address of the terms that the page says its text may be used under. */
  readonly licence?: string;
  /** Where the text goes on, when the page breaks it into several. */
  readonly nextPage?: string;
  /** The page says of itself that not everybody may read all of it. */
  readonly paywalled?: true;
  readonly feeds: readonly Feed[];
  readonly kept: Kept;
  readonly provenance: Readonly<Partial<Record<ProvenField, Provenance>>>;
}

/** Why a document gave no article. Each has a plain sentence in the locale files (`reason_<name>`). */
export const EXTRACT_REASONS = [
  'noArticle', 'frontPage', 'empty', 'tooLarge', 'image', 'pdf', 'frameset', 'notHtml', 'failed',
] as const;
export type ExtractReason = (typeof EXTRACT_REASONS)[number];

/** What is known of a page even when there is no article in it: enough to share or keep the link. */
export interface PageFacts {
  readonly url: string;
  readonly title: string;
}

export type ExtractResult =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly reason: ExtractReason; readonly page: PageFacts };

/** Bounds on what is taken in: a hostile page must not fill the disk or freeze a list. Lengths in UTF-16 units. */
export const ARTICLE_LIMITS = {
  html: 8_000_000, text: 4_000_000, title: 1_000, short: 500, url: 8_192, excerpt: 1_000, authors: 50, feeds: 20, keywords: 40, rules: 200,
} as const;

const ISO_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?)?)?$/;

/**
 * Takes anything and answers an Article with every field checked and bounded, or undefined when it is not one.
 * HTML is *not* sanitised here (the worker has no DOM): whoever shows it does so through `sanitize.ts`.
 */
export function parseArticle(value: unknown): Article | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const raw = value as Readonly<Record<string, unknown>>;
  const url = webAddress(raw['url']);
  const title = line(raw['title'], ARTICLE_LIMITS.title);
  const html = raw['html'];
  const text = raw['text'];
  if (!url || !title || typeof html !== 'string' || typeof text !== 'string') return undefined;
  if (html.length > ARTICLE_LIMITS.html || text.length > ARTICLE_LIMITS.text) return undefined;
  return {
    url,
    sourceUrl: webAddress(raw['sourceUrl']) ?? url,
    title,
    authors: lines(raw['authors'], ARTICLE_LIMITS.authors),
    dir: raw['dir'] === 'rtl' ? 'rtl' : 'ltr',
    excerpt: line(raw['excerpt'], ARTICLE_LIMITS.excerpt) ?? '',
    html,
    text,
    wordCount: count(raw['wordCount']),
    feeds: parseFeeds(raw['feeds']),
    kept: parseKept(raw['kept']),
    provenance: parseProvenance(raw['provenance']),
    ...optional('standfirst', line(raw['standfirst'], ARTICLE_LIMITS.title)),
    ...optional('publication', line(raw['publication'], ARTICLE_LIMITS.short)),
    ...optional('siteName', line(raw['siteName'], ARTICLE_LIMITS.short)),
    ...optional('section', line(raw['section'], ARTICLE_LIMITS.short)),
    ...optional('published', isoDate(raw['published'])),
    ...optional('modified', isoDate(raw['modified'])),
    ...optional('language', languageTag(raw['language'])),
    ...optional('leadImage', webAddress(raw['leadImage'])),
    ...optional('printVersion', webAddress(raw['printVersion'])),
    ...optional('licence', webAddress(raw['licence'])),
    ...optional('nextPage', webAddress(raw['nextPage'])),
    ...(raw['upright'] === 'rl' || raw['upright'] === 'lr' ? { upright: raw['upright'] } : {}),
    ...(raw['paywalled'] === true ? { paywalled: true } : {}),
    ...(Array.isArray(raw['keywords']) && raw['keywords'].length ? { keywords: lines(raw['keywords'], ARTICLE_LIMITS.keywords) } : {}),
  };
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

/** As browsers write it, so that no line break or mark of direction stands in it; and without the visitor's password. */
function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > ARTICLE_LIMITS.url) return undefined;
  const parsed = URL.parse(value);
  if (!parsed || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return undefined;
  parsed.username = parsed.password = '';
  return parsed.href;
}

/** Embeddings, overrides and isolates (Unicode UAX #9): left open, they turn round all that follows on the line, ours too. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** One line of text: control characters and line breaks become single spaces, so nothing can forge a second header or row. */
function line(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is being removed
  const flat = value.slice(0, max * 2).replace(TURNING, '').replace(/[\u0000-\u0020\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  // No half characters: neither the page's nor one that the cut would make.
  return flat ? flat.slice(0, max).replace(/[\ud800-\udbff]$/, '').replace(/\p{Cs}/gu, '\ufffd') : undefined;
}

function lines(value: unknown, max: number): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, max).flatMap((item) => line(item, ARTICLE_LIMITS.short) ?? []);
}

function isoDate(value: unknown): string | undefined {
  return typeof value === 'string' && ISO_DATE.test(value) ? value : undefined;
}

function languageTag(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$/.test(value) ? value : undefined;
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.floor(value) : 0;
}

function parseFeeds(value: unknown): readonly Feed[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, ARTICLE_LIMITS.feeds).flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { url, title, type } = item as Readonly<Record<string, unknown>>;
    const address = webAddress(url);
    if (!address || (type !== 'rss' && type !== 'atom' && type !== 'json')) return [];
    return [{ url: address, title: line(title, ARTICLE_LIMITS.short) ?? address, type }];
  });
}

function parseKept(value: unknown): Kept {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return {
    paragraphs: count(raw['paragraphs']), pictures: count(raw['pictures']),
    embeds: count(raw['embeds']), tables: count(raw['tables']),
    ...(raw['leftOut'] === undefined ? {} : { leftOut: count(raw['leftOut']) }),
    ...(typeof raw['dropped'] === 'object' && raw['dropped'] !== null ? { dropped: parseDropped(raw['dropped']) } : {}),
  };
}

/** A page names its boxes as it likes, but the rules that know them are some two hundred. */
function parseDropped(raw: object): Readonly<Record<string, number>> {
  const known = Object.entries(raw).filter(([rule, number]) => /^[\w<> -]{1,40}$/.test(rule) && count(number) > 0);
  return Object.fromEntries(known.slice(0, ARTICLE_LIMITS.rules).map(([rule, number]) => [rule, count(number)]));
}

function parseProvenance(value: unknown): Article['provenance'] {
  if (typeof value !== 'object' || value === null) return {};
  const raw = value as Readonly<Record<string, unknown>>;
  const out: Partial<Record<ProvenField, Provenance>> = {};
  for (const field of PROVEN_FIELDS) {
    const entry = raw[field];
    if (typeof entry !== 'object' || entry === null) continue;
    const { source, confidence } = entry as Readonly<Record<string, unknown>>;
    if (typeof source !== 'string' || typeof confidence !== 'number') continue;
    out[field] = { source: source.slice(0, 60), confidence: Math.min(1, Math.max(0, confidence || 0)) };
  }
  return out;
}

/** Minutes an adult takes for the article, at least 1, at 230 words a minute (Brysbaert 2019 gives 238 for English prose). */
export function readingMinutes(article: Pick<Article, 'wordCount'>): number {
  return Math.max(1, Math.round(article.wordCount / 230));
}
