/** An article as Markdown (CommonMark, with the tables, strikethrough and footnotes of GFM), facts as YAML above it. */
import TurndownService from 'turndown';
import { sanitizeToElement } from '../article/sanitize.ts';
import { footnotesToMarkers } from './markdown-footnotes.ts';
import { isoTime, placeOf, type Outgoing } from './outgoing.ts';

export interface MarkdownOptions {
  /** Where a picture lies beside the file, by its address; undefined when it stays on the web. */
  readonly picture?: (src: string) => string | undefined;
  /** Above the passages that were marked. */
  readonly highlights: string;
  /** Above the person's own note. */
  readonly note: string;
}

export function toMarkdown(entry: Outgoing, options: MarkdownOptions): string {
  const { article } = entry;
  const body = sanitizeToElement(article.html);
  for (const img of body.querySelectorAll('img')) {
    const path = options.picture?.(img.getAttribute('src') ?? '');
    if (path) img.setAttribute('src', path);
  }
  const parts = [
    frontMatter(entry),
    `# ${inline(article.title)}`,
    article.standfirst && !article.text.startsWith(article.standfirst) ? `*${inline(article.standfirst)}*` : '',
    bodyMarkdown(body),
    entry.note ? `## ${inline(options.note)}\n\n${paragraphs(entry.note)}` : '',
    entry.highlights.length ? `## ${inline(options.highlights)}\n\n${entry.highlights.map(({ anchor, note }) => `${quoted(anchor.exact)}${note ? `\n\n${paragraphs(note)}` : ''}`).join('\n\n')}` : '',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A clean body as Markdown. The element is changed on the way. */
export function bodyMarkdown(body: Element): string {
  const notes = footnotesToMarkers(body);
  simplify(body);
  const text = service.turndown(body as HTMLElement);
  const definitions = notes.map(({ name, element }) => `[^${name}]: ${service.turndown(element as HTMLElement).replaceAll('\n', '\n    ')}`);
  // The marks of footnotes went through the text as characters of private use.
  return [text, ...definitions].join('\n\n').replace(/\ue001(\d+)\ue002/g, '[^$1]').replace(/\n{3,}/g, '\n\n').trim();
}

const service = new TurndownService({ headingStyle: 'atx', hr: '---', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*' });
const escapeText = service.escape.bind(service);
/** Turndown lets `<` and `&` through, which Markdown takes for HTML; and Markdown's own tables and footnotes have signs too. */
service.escape = (text) => escapeText(text).replace(/</g, '\\<').replace(/&(?=#?\w)/g, '\\&').replace(/~~/g, '\\~~').replace(/\|/g, '\\|').replace(/^(\s*)([+])(\s)/g, '$1\\$2$3').replace(/^(\s*\d+)\)(\s)/g, '$1\\)$2');
service.addRule('struck', { filter: ['s', 'del'], replacement: (content) => (content.trim() ? `~~${content}~~` : content) });
// Emphasis and links can't reach over blocks; and Markdown knows no such thing as these: they are HTML that it lets stand.
for (const tag of ['sub', 'sup', 'mark', 'u', 'ins', 'kbd'] as const) service.addRule(tag, { filter: tag, replacement: (content) => (content.trim() && !content.includes('\n\n') ? `<${tag}>${content}</${tag}>` : content) });
service.addRule('term', { filter: 'dt', replacement: (content) => `\n\n**${content.trim().replace(/\s*\n\s*/g, ' ')}**\n\n` });
service.addRule('meaning', { filter: 'dd', replacement: (content) => `\n\n${content.trim()}\n\n` });
service.addRule('caption', { filter: ['figcaption', 'caption', 'summary'], replacement: (content) => `\n\n${content.trim()}\n\n` });
service.addRule('reading', { filter: ['rt'], replacement: (content) => (content.trim() ? ` (${content.trim()})` : '') });
service.addRule('fence', {
  filter: 'pre',
  replacement: (_, node) => {
    const code = (node.textContent ?? '').replace(/\n$/, '');
    const language = /language-([\w+#-]+)/.exec((node.querySelector('[class]') ?? node as Element).className)?.[1] ?? '';
    const fence = '`'.repeat(Math.max(2, longest(code.match(/`+/g) ?? [])) + 1);
    return `\n\n${fence}${language}\n${code}\n${fence}\n\n`;
  },
});
service.addRule('picture', {
  filter: 'img',
  replacement: (_, node) => {
    const src = (node as Element).getAttribute('src');
    const alt = ((node as Element).getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
    return src ? `![${inline(alt)}](${address(src)})` : '';
  },
});
service.addRule('link', {
  filter: (node) => node.nodeName === 'A' && Boolean(node.getAttribute('href')) && !node.getAttribute('href')!.startsWith('#'),
  replacement: (content, node) => (content.trim() && !/\n\s*\n/.test(content) ? content.replace(content.trim(), (words) => `[${words}](${address((node as Element).getAttribute('href')!)})`) : content),
});
service.addRule('place', { filter: (node) => node.nodeName === 'A' && !node.getAttribute('href')?.match(/^[a-z]/i), replacement: (content) => content });
service.addRule('cell', {
  filter: ['td', 'th'],
  replacement: (content, node) => {
    // A bar ends the cell wherever it stands, in code and addresses too.
    const words = content.trim().replace(/\s*\n\s*\n\s*/g, '<br>').replace(/\s*\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|');
    const wide = Math.min(50, widthOf(node as Element));
    return ` ${words} |${' |'.repeat(wide - 1)}`;
  },
});
service.addRule('row', {
  filter: 'tr',
  replacement: (content, node) => {
    const row = `\n|${content.replaceAll('\n', '')}`;
    const table = (node as Element).closest('table');
    if (!table || table.querySelector('tr') !== node) return row;
    const width = [...table.querySelectorAll('tr')].reduce((widest, each) => Math.max(widest, [...each.children].reduce((sum, cell) => sum + widthOf(cell), 0)), 1);
    const line = `\n|${' --- |'.repeat(Math.min(width, 200))}`;
    // A table without a head gets an empty one: GFM knows no other.
    return [...(node as Element).children].every((cell) => cell.nodeName === 'TH') || (node as Element).closest('thead') ? row + line : `\n|${'  |'.repeat(Math.min(width, 200))}${line}${row}`;
  },
});
service.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
service.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content.trim()}\n\n` });

/** The length of the longest; by steps, since a call takes no million of arguments. */
function longest(runs: readonly string[]): number {
  return runs.reduce((most, { length }) => Math.max(most, length), 0);
}

/** How many columns a cell takes. */
function widthOf(cell: Element): number {
  return Math.max(1, Number.parseInt(cell.getAttribute('colspan') ?? '1', 10) || 1);
}

/** What Markdown has no room for gives way to what it has: tables in tables, captions in tables, blocks in headings. */
function simplify(body: Element): void {
  const doc = body.ownerDocument;
  for (const table of [...body.querySelectorAll('table table')].toReversed()) {
    const lines = [...table.querySelectorAll('tr')].map((row) => Object.assign(doc.createElement('p'), { textContent: [...row.children].map((cell) => cell.textContent.trim()).join(' – ') }));
    table.replaceWith(...lines);
  }
  for (const caption of body.querySelectorAll('table > caption')) {
    const line = doc.createElement('p');
    line.append(...caption.childNodes);
    caption.closest('table')!.before(line);
    caption.remove();
  }
  for (const group of body.querySelectorAll('table > colgroup')) group.remove();
  for (const table of body.querySelectorAll('table')) if (!table.querySelector('td, th')) table.replaceWith(...table.childNodes);
  for (const part of body.querySelectorAll(':is(h1, h2, h3, h4, h5, h6, dt, summary) :is(p, div, h1, h2, h3, h4, h5, h6, section)')) part.replaceWith(' ', ...part.childNodes, ' ');
  for (const part of body.querySelectorAll('td :is(ul, ol, li, blockquote, h1, h2, h3, h4, h5, h6, pre), th :is(ul, ol, li, blockquote, h1, h2, h3, h4, h5, h6, pre)')) {
    const line = doc.createElement('p');
    line.append(...part.childNodes);
    part.replaceWith(line);
  }
  // Emphasis round whole blocks says nothing that Markdown can write.
  for (const round of [...body.querySelectorAll('em, strong, b, i, a, s, del, sub, sup, mark, u, ins, span, code, q, cite, small')].toReversed()) {
    if (round.querySelector('p, div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, pre, figure, section, dl')) round.replaceWith(...round.childNodes);
  }
}

/** YAML 1.2, of which JSON's strings and lists are a part (https://yaml.org/spec/1.2.2/) but for the characters that only JSON lets stand. */
function frontMatter({ article, savedAt, readState, favourite, tags, note }: Outgoing): string {
  const { title, url, authors, section, published, modified, language } = article;
  const facts: Readonly<Record<string, unknown>> = {
    title, url, authors: authors.length ? authors : undefined, publication: placeOf(article) || undefined, section, published, modified, language,
    saved: isoTime(savedAt), state: readState, favourite: favourite || undefined, tags: tags.length ? tags : undefined, note,
  };
  return `---\n${Object.entries(facts).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${JSON.stringify(value).replace(/[\u007f-\u009f\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}`).join('\n')}\n---`;
}

/** Text that is to stand as it is, on one line. */
function inline(text: string): string {
  return service.escape(text.replace(/\s+/g, ' ').trim());
}

function paragraphs(text: string): string {
  return text.trim().split(/\n\s*\n/).map((part) => part.split('\n').map(inline).join('\\\n')).join('\n\n');
}

function quoted(text: string): string {
  return text.trim().split(/\n+/).map((line) => `> ${inline(line)}`).join('\n>\n');
}

function address(url: string): string {
  return /[\s()<>]/.test(url) ? `<${url.replace(/[<>\s]/g, encodeURIComponent)}>` : url;
}
