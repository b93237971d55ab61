/** A clean body as plain text, and how long it is. */
import { flatten, isBlock } from './blocks.ts';

/** What stands in the body and is not its text: captions, cards of embeds, formulas' sources, pronunciation marks. */
const NOT_TEXT = 'figcaption, .embed, rt, rp';

/** White space as a browser collapses it: the no-break spaces of French or Russian typography stay. */
const tidy = (text: string): string => text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/[ \t\n\r\f]+/g, ' ').trim();

/** Between table cells while a row is put together (a private-use character). */
const CELL = '\ue000';

/**
 * The text of a sanitised body: one line a block, no captions. Lines of code and verse stay lines, table cells stand
 * apart by a tab.
 */
export function textOf(root: Element): string {
  const out: string[] = [];
  let line = '';
  const flush = (): void => {
    const row = line.includes(CELL) ? line.split(CELL).map(tidy).filter(Boolean).join('\t') : tidy(line);
    if (row) out.push(row);
    line = '';
  };
  const skip = new Set<Node>(root.querySelectorAll(NOT_TEXT));
  let cells = 0;
  for (let node = root.firstChild as Node | null; node;) {
    let inside: Node | null = null;
    const name = node.nodeType === 1 ? (node as Element).localName : '';
    if (!name) line += node.nodeType === 3 ? (node.nodeValue ?? '') : '';
    else if (skip.has(node)) inside = null;
    else if (name === 'br') flush();
    else if (name === 'pre') {
      flush();
      for (const row of (node.textContent ?? '').split('\n')) if (row.trim()) out.push(row.trimEnd());
    } else {
      inside = node.firstChild;
      if (isCell(name)) {
        line += CELL;
        if (inside) cells += 1;
      } else if (isBlock(node)) {
        if (cells) line += ' ';
        else flush();
      }
    }
    if (inside) {
      node = inside;
      continue;
    }
    while (!node.nextSibling && node.parentNode !== root) {
      node = node.parentNode as Node;
      if (isCell((node as Element).localName)) cells -= 1;
      else if (!cells && isBlock(node)) flush();
    }
    node = node.nextSibling;
  }
  flush();
  return out.join('\n');
}

const isCell = (name: string): boolean => name === 'td' || name === 'th';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;
/** Scripts written without spaces, and how many of their characters make about one word. */
const UNSPACED: readonly (readonly [RegExp, number])[] = [
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu, 1.8],
  [/[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu, 5],
];

/** Words of a text; characters of scripts without spaces count by the usual ratio. */
export function countWords(text: string): number {
  let words = 0;
  let rest = text;
  if (/[\u0e00-\u17ff\u2e80-\uffef]/.test(text)) for (const [script, ratio] of UNSPACED) {
    const count = rest.match(script)?.length ?? 0;
    if (!count) continue;
    words += count / ratio;
    rest = rest.replace(script, ' ');
  }
  return Math.round(words) + (rest.match(WORD)?.length ?? 0);
}

/** The first words of a text, cut at a word's end, at most `length` characters. */
export function excerptOf(text: string, length = 300): string {
  const line = flatten(text.slice(0, length * 2));
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length * 0.6 ? space : length).replace(/[\s,;:–—-]+$/, '')}…`;
}
