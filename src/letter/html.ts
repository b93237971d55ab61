/**
 * A letter as HTML for mail programs and the clipboard: simple elements, inline styles, no tables, no colours of its own
 * (mail programs turn them for dark screens and get it wrong), nothing that loads anything.
 */
import { printable, textOf, type Run } from './blocks.ts';
import type { Letter, LetterBlock } from './compose.ts';

/** Answers the address under which a picture travels (`cid:…`, `data:…`), or undefined when it does not. */
export type PictureAddress = (src: string) => string | undefined;

const P = 'margin:0 0 1em';
const QUOTE = 'margin:0 0 1em;padding:0 1em;border-left:3px solid #8888;border-right:0';
const QUOTE_RTL = 'margin:0 0 1em;padding:0 1em;border-right:3px solid #8888;border-left:0';

/** The letter for the clipboard: without styles, so that it takes on those of the mail it is pasted into. */
export function htmlForClipboard(letter: Letter): string {
  return htmlFragment(letter, () => undefined).replace(/ style="[^"]*"/g, '');
}

/** The letter's body as an HTML fragment. Every piece of text is escaped here, quotation marks too; no markup is taken from anywhere. */
function htmlFragment(letter: Letter, picture: PictureAddress): string {
  const lang = letter.language ? ` lang="${escapeHtml(letter.language)}"` : '';
  const hello = letter.hello.map((b) => `<p dir="auto" style="${P}">${inline(b.runs)}</p>`).join('\n');
  const article = [...heading(letter.head), ...body(letter, picture)].join('\n');
  return `<div style="max-width:42em;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.55">
${hello}${hello ? '\n<hr style="border:0;border-top:1px solid #8888;margin:1.5em 0">' : ''}
<div dir="${letter.dir}"${lang}>
${article}
</div>
</div>`;
}

/** The fragment as a whole document, for the HTML part of a mail. */
export function htmlDocument(letter: Letter, picture: PictureAddress = () => undefined): string {
  return `<!doctype html>
<html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;padding:16px">
${htmlFragment(letter, picture)}
</body></html>
`;
}

function heading(blocks: readonly LetterBlock[]): string[] {
  return blocks.map((b) => {
    if (b.kind === 'title') return `<h1 style="margin:0 0 .3em;font-size:1.5em;line-height:1.2">${inline(b.runs)}</h1>`;
    return `<p style="margin:0 0 .3em;font-size:.9em">${inline(b.runs)}</p>`;
  });
}

function body(letter: Letter, picture: PictureAddress): string[] {
  const out: string[] = [];
  for (const [i, b] of letter.body.entries()) {
    const space = i === 0 ? `${P};padding-top:1em` : P;
    if (b.kind === 'picture') {
      const src = picture(b.src ?? '');
      const caption = textOf(b);
      if (src) out.push(`<p style="${space}"><img src="${escapeHtml(src)}" alt="${escapeHtml(caption)}" style="max-width:100%;height:auto">${caption ? `<br><small>${escapeHtml(caption)}</small>` : ''}</p>`);
    } else if (b.kind === 'heading') out.push(`<h2 style="margin:1.4em 0 .5em;font-size:1.2em;line-height:1.25">${inline(b.runs)}</h2>`);
    else if (b.kind === 'quotation') out.push(`<blockquote style="${letter.dir === 'rtl' ? QUOTE_RTL : QUOTE}">${inline(b.runs)}</blockquote>`);
    else if (b.kind === 'code') out.push(`<pre style="${P};font-family:Consolas,Menlo,monospace;font-size:.85em;white-space:pre-wrap">${inline(b.runs, false)}</pre>`);
    else if (b.kind === 'item') out.push(`<p style="margin:0 1.5em .4em">${b.marker ? `${escapeHtml(b.marker)} ` : ''}${inline(b.runs)}</p>`);
    else out.push(`<p style="${space}">${inline(b.runs)}</p>`);
  }
  return out;
}

function inline(runs: readonly Run[], breaks = true): string {
  return runs.map(({ text, href }) => {
    const safe = breaks ? escapeHtml(text).replace(/\n/g, '<br>') : escapeHtml(text);
    return href ? `<a href="${escapeHtml(href)}">${safe}</a>` : safe;
  }).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML, in an element or between quotation marks. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (c) => ENTITIES[c]!);
}
