/**
 * The letter file: an article and a friend's note as one HTML file that needs nothing but a browser. No script, nothing
 * fetched (its own policy forbids both), readable and printable offline, and taken in again as the article it was.
 *
 * What a program needs to know stands in `<meta name="passalong-letter">` as JSON; the text stands once, in the body.
 * Addresses of pictures that would be fetched are kept as `data-src`; pictures that travel stand beside them as `data:`.
 */
import { parseArticle, type Article } from '../article/article.ts';
import { textOf } from '../article/body/text.ts';
import { HIGHLIGHT_LIMITS, parseHighlight, type Highlight } from '../article/highlight.ts';
import { parseInert } from '../article/inert.ts';
import { sanitizeHtml, sanitizeToElement } from '../article/sanitize.ts';
import { factsOf, oneLine, type LetterWords } from '../letter/compose.ts';
import { escapeHtml } from '../letter/html.ts';
import { base64 } from '../letter/mime.ts';
import { markHighlights, numberedNotes } from '../paper/marks.ts';
import { groupForPaper, ungroup } from './letter-file-groups.ts';
import { LETTER_FILE_STYLE } from './letter-file-style.ts';

/** A picture of the article, by the address it has there. */
export interface FilePicture {
  readonly src: string;
  /** Such as `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a letter file holds. */
export interface LetterFile {
  readonly article: Article;
  /** The sender's words; empty when there were none. */
  readonly note: string;
  /** The sender's name; empty when not given. */
  readonly from: string;
  /** Those that travel in the file; the others stay on the web, under their address. */
  readonly pictures: readonly FilePicture[];
  /** What the sender marked, and wrote beside it. */
  readonly highlights?: readonly Highlight[];
}

export interface LetterFileWords extends Pick<LetterWords, 'list' | 'date'> {
  /** Above the note: "A note from Anna"; the name may be empty. */
  readonly noteFrom: (name: string) => string;
  /** In place of a picture that did not come along: "Picture on the web: a lamp". */
  readonly pictureStays: (caption: string) => string;
  /** Above what the sender wrote beside marked passages. */
  readonly notes?: string;
  /** At the foot. */
  readonly made: string;
  /** BCP 47 tag of these words. */
  readonly language: string;
}

const META = 'passalong-letter';
const VERSION = 1;
/** Bounds of what is believed of a file, in UTF-16 units: the note, the name, and all of it. */
const LIMITS = { note: 20_000, from: 200, file: 96_000_000 } as const;
const PICTURE = /^data:(image\/(?:png|jpeg|gif|webp|avif|bmp));base64,([A-Za-z0-9+/]+={0,2})$/;
const TRAVELLING = /^image\/(?:png|jpeg|gif|webp|avif|bmp)$/;
/** Nothing is fetched and nothing runs, whatever the browser that opens the file would allow. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The file's text. Pictures of kinds that browsers don't agree on stay behind like those that were not given. */
export function writeLetterFile(file: LetterFile, words: LetterFileWords): string {
  const { article, note, from, highlights = [] } = file;
  const body = sanitizeToElement(article.html);
  const text = textOf(body);
  const { html: _html, text: _text, ...facts } = article;
  const known = { version: VERSION, article: facts, note, from, ...(highlights.length > 0 ? { highlights } : {}), ...(text === article.text ? {} : { text: article.text }) };
  const notes = markPassages(body, highlights);
  settlePictures(body, file.pictures, words);
  groupForPaper(body);
  const lang = article.language ? ` lang="${escapeHtml(article.language)}"` : '';
  return `<!doctype html>
<html lang="${escapeHtml(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="${META}" content="${escapeHtml(json(known))}">
<title>${escapeHtml(article.title)}</title>
<style>${LETTER_FILE_STYLE}</style>
</head>
<body>
${noteHtml(note, from, words)}<article dir="${article.dir}"${lang}>
<header>
<h1>${escapeHtml(article.title)}</h1>
${line('standfirst', opensWith(article.text, article.standfirst ?? '') ? '' : article.standfirst ?? '')}${line('facts', factsOf(article, words))}<p class="address"><a href="${escapeHtml(article.url)}" rel="noopener noreferrer">${escapeHtml(article.url)}</a></p>
</header>
<div class="text">${body.innerHTML}</div>
</article>
${notesHtml(notes, words)}<footer><p>${escapeHtml(words.made)}</p></footer>
</body>
</html>
`;
}

/** True when a file says of itself that it is a letter file. Quick: looks at the beginning only. */
export function looksLikeLetterFile(html: string): boolean {
  return html.slice(0, 4_000).includes(`<meta name="${META}"`);
}

/**
 * What a letter file holds; undefined when it is none or damaged. The file is a stranger's: its HTML is sanitised, every
 * field is checked and bounded, and nothing is believed of it that an article from the web would not be believed.
 */
export function parseLetterFile(html: string): LetterFile | undefined {
  if (html.length > LIMITS.file || !looksLikeLetterFile(html)) return undefined;
  const document = parseInert(html);
  const known = jsonOf(document.querySelector(`meta[name="${META}"]`)?.getAttribute('content'));
  const holder = document.querySelector('article > .text');
  if (!known || known['version'] !== VERSION || !holder) return undefined;
  ungroup(holder);
  unmarkPassages(holder);
  const pictures = liftPictures(holder);
  const clean = sanitizeHtml(holder.innerHTML);
  const facts = typeof known['article'] === 'object' && known['article'] !== null ? known['article'] : {};
  const text = typeof known['text'] === 'string' ? known['text'] : textOf(sanitizeToElement(clean));
  const article = parseArticle({ ...facts, html: clean, text });
  return article && { article, pictures, note: textField(known['note'], LIMITS.note), from: oneLine(textField(known['from'], LIMITS.from)), highlights: highlightsIn(known['highlights']) };
}

function noteHtml(note: string, from: string, words: LetterFileWords): string {
  if (!note.trim()) return '';
  const paragraphs = note.trim().split(/\n{2,}/).map((part) => `<p dir="auto">${escapeHtml(part).replace(/\n/g, '<br>')}</p>`).join('\n');
  return `<section class="note">\n<h2>${escapeHtml(words.noteFrom(oneLine(from)))}</h2>\n${paragraphs}\n</section>\n`;
}

/** Marks what was marked, and numbers the notes. */
function markPassages(body: HTMLElement, highlights: readonly Highlight[]): ReturnType<typeof numberedNotes> {
  const notes = numberedNotes(markHighlights(body, highlights), highlights);
  for (const { number, after } of notes) {
    const sign = body.ownerDocument.createElement('sup');
    sign.className = 'note-number';
    sign.textContent = `[${number}]`;
    after.after(sign);
  }
  return notes;
}

function unmarkPassages(body: Element): void {
  for (const sign of body.querySelectorAll('.note-number')) sign.remove();
  for (const mark of body.querySelectorAll('mark[data-highlight]')) mark.replaceWith(...mark.childNodes);
  // The text nodes that the marks had cut are whole again.
  body.normalize();
}

function notesHtml(notes: ReturnType<typeof numberedNotes>, words: LetterFileWords): string {
  if (notes.length === 0) return '';
  return `<section class="notes">\n${words.notes ? `<h2>${escapeHtml(words.notes)}</h2>\n` : ''}<ol>\n${notes.map(({ note }) => `<li dir="auto">${escapeHtml(note).replace(/\n/g, '<br>')}</li>\n`).join('')}</ol>\n</section>\n`;
}

function highlightsIn(value: unknown): readonly Highlight[] {
  return Array.isArray(value) ? value.slice(0, HIGHLIGHT_LIMITS.count).flatMap((one: unknown) => parseHighlight(one) ?? []) : [];
}

/** Whether the text itself begins with these words; then they need no saying above it. */
function opensWith(text: string, words: string): boolean {
  return oneLine(text.slice(0, words.length * 2 + 100)).startsWith(oneLine(words));
}

function line(name: string, text: string): string {
  return text ? `<p class="${name}">${escapeHtml(text)}</p>\n` : '';
}

/** No element of the body keeps an address that a browser would fetch; those that travel are put in. */
function settlePictures(body: HTMLElement, pictures: readonly FilePicture[], words: LetterFileWords): void {
  const given = new Map(pictures.filter(({ type }) => TRAVELLING.test(type)).map((picture) => [picture.src, picture]));
  for (const element of body.querySelectorAll('[srcset]')) rename(element, { srcset: 'data-srcset' });
  for (const img of body.querySelectorAll('img')) {
    const src = img.getAttribute('src') ?? '';
    if (src.startsWith('data:')) continue;
    rename(img, { src: 'data-src' });
    const picture = given.get(src);
    if (picture) {
      img.setAttribute('src', `data:${picture.type};base64,${base64(picture.bytes)}`);
      continue;
    }
    const link = body.ownerDocument.createElement(/^https?:/i.test(src) ? 'a' : 'span');
    link.className = 'stays';
    link.textContent = words.pictureStays(oneLine(img.getAttribute('alt') ?? ''));
    if (link.localName === 'a') {
      link.setAttribute('href', src);
      link.setAttribute('rel', 'noopener noreferrer');
    }
    img.hidden = true;
    // Not into a `picture`, which holds nothing but pictures; not into a link, which can't hold another.
    (img.closest('a') ?? img.closest('picture') ?? img).after(link);
  }
}

/** Gives attributes other names, or takes them away (`undefined`), and leaves all in their order: written out, the body is the same again. */
function rename(element: Element, names: Readonly<Record<string, string | undefined>>): void {
  const all = [...element.attributes].map(({ name, value }) => [name, value] as const);
  for (const [name] of all) element.removeAttribute(name);
  for (const [name, value] of all) {
    const now = name in names ? names[name] : name;
    if (now !== undefined) element.setAttribute(now, value);
  }
}

/** Undoes `settlePictures`: answers the pictures that travelled, and leaves the body as it was before. */
function liftPictures(body: Element): FilePicture[] {
  const pictures = new Map<string, FilePicture>();
  for (const link of body.querySelectorAll('.stays')) link.remove();
  for (const img of body.querySelectorAll('img[data-src]')) {
    const src = img.getAttribute('data-src') ?? '';
    const match = PICTURE.exec(img.getAttribute('src') ?? '');
    const bytes = match && bytesOf(match[2]!);
    if (match && bytes && /^https?:/i.test(src)) pictures.set(src, { src, type: match[1]!, bytes });
    rename(img, { src: undefined, hidden: undefined, 'data-src': 'src' });
  }
  for (const element of body.querySelectorAll('[data-srcset]')) rename(element, { 'data-srcset': 'srcset' });
  return [...pictures.values()];
}

function bytesOf(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch (error) {
    // A damaged picture is left on the web, where the article says it is.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** JSON without the control characters that HTML does not carry. */
function json(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
}

function jsonOf(text: string | null | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function textField(value: unknown, max: number): string {
  return typeof value === 'string' ? value.slice(0, max) : '';
}
