/**
 * The copy of everything: a zip of ordinary web pages, with the same in JSON beside them for programs. What stands where:
 *
 *   passalong-backup.json          what this is, and how many articles it holds
 *   READ ME.html                   the list of all articles, each a link
 *   schema/article-1.schema.json   what the JSON files say, for programs that are not ours
 *   articles/<n> <title>.html      an article as a page, its pictures beside it
 *   data/<n>.json                  all there is of it: text, tags, notes, highlights, earlier texts
 *   pictures/<n>/<k>.<ending>
 *   settings.json, tags.json
 *
 * Reading one back believes nothing of it: the library checks every field, as it does with a page from the web.
 */
import type { Article } from '../article/article.ts';
import { sanitizeToElement } from '../article/sanitize.ts';
import { escapeHtml } from '../letter/html.ts';
import { parseJson, objectOf, type JsonObject } from './in/json.ts';
import { fileName, placeOf } from './outgoing.ts';

export const BACKUP_VERSION = 1;
export const BACKUP_FILE = 'passalong-backup.json';
export const README_FILE = 'READ ME.html';
export const SCHEMA_FILE = 'schema/article-1.schema.json';
/** Bytes of one JSON file that are believed, and of one picture. */
export const BACKUP_LIMITS = { data: 64_000_000, picture: 20_000_000 } as const;

/** A picture in a copy: where it lies, and the address it stands under in the article. */
export interface BackupPicture {
  readonly n: number;
  readonly url: string;
  /** Such as `image/webp`. */
  readonly type: string;
  readonly file: string;
}

/** One article as the copy holds it. Everything but the pictures' bytes and the address is as the library has it. */
export interface BackupEntry {
  readonly article: Partial<Article> & Pick<Article, 'url' | 'title'>;
  readonly hasBody: boolean;
  readonly pictures: readonly BackupPicture[];
  /** The person's marks, highlights, earlier texts and so on: the library's own fields. */
  readonly [more: string]: unknown;
}

export interface BackupHead {
  readonly format: 'passalong-backup';
  readonly version: number;
  /** ISO 8601. */
  readonly made: string;
  readonly articles: number;
}

export function backupHead(made: string, articles: number): string {
  return json({ format: 'passalong-backup', version: BACKUP_VERSION, made, articles } satisfies BackupHead);
}

/** What a file says of itself: a copy of ours, one of a newer version, or neither. */
export function readBackupHead(text: string): BackupHead | 'newer' | undefined {
  const head = objectOf(parseJson(text));
  const { format, version, made, articles } = head ?? {};
  if (format !== 'passalong-backup' || typeof version !== 'number') return undefined;
  if (version > BACKUP_VERSION) return 'newer';
  return { format, version, made: typeof made === 'string' ? made : '', articles: typeof articles === 'number' && Number.isSafeInteger(articles) ? Math.max(0, articles) : 0 };
}

/** Names of an article's files. @param taken names of pages given so far */
export function backupPaths(n: number, title: string): { readonly page: string; readonly data: string; readonly picture: (at: number, type: string) => string } {
  const number = String(n).padStart(5, '0');
  return {
    page: `articles/${number} ${fileName(title, '.html')}`,
    data: `data/${number}.json`,
    picture: (at, type) => `pictures/${number}/${at + 1}.${/^image\/([\w]+)/.exec(type)?.[1]?.replace('jpeg', 'jpg') ?? 'bin'}`,
  };
}

/** The number in the name of an article's JSON file; undefined for other files. */
export function dataNumber(path: string): number | undefined {
  const match = /^data\/(\d{1,9})\.json$/.exec(path);
  return match ? Number(match[1]) : undefined;
}

export function writeEntry(entry: BackupEntry): string {
  return json({ $schema: '../schema/article-1.schema.json', ...entry });
}

/** An article's JSON as an object with an article in it, or undefined when it is none. Its fields are checked where they enter. */
export function readEntry(text: string): BackupEntry | undefined {
  const entry = objectOf(parseJson(text));
  const article = objectOf(entry?.['article']);
  if (!entry || !article || typeof article['url'] !== 'string' || typeof article['title'] !== 'string') return undefined;
  const pictures = objects(entry['pictures']).flatMap((value): readonly BackupPicture[] => {
    const { n, url, type, file } = value;
    // Only what lies in the folder of pictures, and only of kinds a page may show.
    return typeof n === 'number' && typeof url === 'string' && typeof type === 'string' && /^image\/[\w.+-]{1,40}$/.test(type) && typeof file === 'string' && /^pictures\/\d+\/\d+\.\w{1,8}$/.test(file) ? [{ n, url, type, file }] : [];
  });
  const { $schema: _, uid, ...rest } = entry;
  return {
    ...rest, ...(typeof uid === 'string' && /^[\w-]{8,64}$/.test(uid) ? { uid } : {}),
    article: article as unknown as BackupEntry['article'], hasBody: entry['hasBody'] === true, pictures,
    tags: texts(entry['tags']), quotes: texts(entry['quotes']),
    highlights: objects(entry['highlights']).filter(({ anchor }) => typeof objectOf(anchor)?.['exact'] === 'string'), shares: objects(entry['shares']), versions: objects(entry['versions']),
  };
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []);
const objects = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.flatMap((each: unknown): readonly JsonObject[] => { const object = objectOf(each); return object ? [object] : []; }) : []);

/** Nothing runs and nothing is fetched from elsewhere, whatever the browser that opens the page would allow. */
const POLICY = "default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE = 'body{font:1.125rem/1.6 Georgia,serif;max-inline-size:42rem;margin:2rem auto;padding:0 1rem;color:#1e1c19;background:#fffefc}h1{line-height:1.2}header{border-block-end:3px double;padding-block-end:1rem;margin-block-end:2rem}.facts,.address,figcaption{font:.875rem/1.5 sans-serif;overflow-wrap:anywhere}img{max-inline-size:100%;block-size:auto}figure{margin:1.5rem 0}pre{white-space:pre-wrap}table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .5rem}li{margin-block:.3rem}@media(prefers-color-scheme:dark){body{background:#1f1d1b;color:#ede9e1}a{color:#8ccfdb}}';

/** An article as a page of its own; pictures are looked for beside it. */
export function backupPage(article: Article, pictures: readonly BackupPicture[]): string {
  const body = sanitizeToElement(article.html);
  const files = new Map(pictures.map(({ url, file }) => [url, `../${file}`]));
  for (const element of body.querySelectorAll('[srcset]')) element.removeAttribute('srcset');
  for (const img of body.querySelectorAll('img')) {
    const file = files.get(img.getAttribute('src') ?? '');
    if (file) img.setAttribute('src', file);
  }
  const facts = [article.authors.join(', '), placeOf(article), article.published].filter(Boolean).join(' · ');
  const lang = article.language ? ` lang="${escapeHtml(article.language)}"` : '';
  return page(article.title, `<article dir="${article.dir}"${lang}><header><h1>${escapeHtml(article.title)}</h1>${article.standfirst ? `<p>${escapeHtml(article.standfirst)}</p>` : ''}<p class="facts">${escapeHtml(facts)}</p><p class="address"><a href="${escapeHtml(article.url)}" rel="noopener noreferrer">${escapeHtml(article.url)}</a></p></header>\n${body.innerHTML}</article>`);
}

/** One line of the list of all articles: to its page, or to the web where only the link was kept. */
export interface BackupLine {
  readonly title: string;
  readonly place: string;
  readonly day: string;
  readonly href: string;
}

export function backupIndex(lines: readonly BackupLine[], words: { readonly title: string; readonly text: string; readonly language: string }): string {
  const rows = lines.map(({ title, place, day, href }) => `<li><a href="${escapeHtml(href)}" dir="auto">${escapeHtml(title)}</a> <span class="facts">${escapeHtml([place, day].filter(Boolean).join(' · '))}</span></li>`);
  return page(words.title, `<header><h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(words.text)}</p></header>\n<ol>\n${rows.join('\n')}\n</ol>`, words.language);
}

/** The relative address of a file of the copy, from the list of all. */
export function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function page(title: string, body: string, language = 'und'): string {
  return `<!doctype html>\n<html lang="${escapeHtml(language)}">\n<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>\n<body>\n${body}\n</body>\n</html>\n`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
