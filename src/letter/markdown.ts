/** A letter as Markdown (CommonMark), for notes and forums: paragraphs, headings, links, quotations, lists, code. */
import { textOf, printable, type Block, type Run } from './blocks.ts';
import type { Letter } from './compose.ts';
import { gap } from './plain-text.ts';

/** The whole letter, as it was edited. Pictures are named by their address when they have one on the web, else by their caption. */
export function markdown(letter: Letter): string {
  const hello = joined(letter.hello);
  const rest = joined([...letter.head, ...letter.body]);
  return printable(hello && rest ? `${hello}\n\n---\n\n${rest}\n` : `${hello || rest}\n`);
}

function joined(blocks: readonly Block[]): string {
  let out = '';
  let before: Block | undefined;
  for (const block of blocks) {
    const text = written(block);
    if (!text) continue;
    // Facts under a title are a paragraph of their own; only items stand close.
    if (before) out += before.kind === 'item' && block.kind === 'item' ? gap(before, block) : '\n\n';
    out += text;
    before = block;
  }
  return out;
}

function written(block: Block): string {
  switch (block.kind) {
    case 'title': return `# ${flat(inline(block.runs))}`;
    case 'heading': return `## ${flat(inline(block.runs))}`;
    case 'quotation': return inline(block.runs).split('\n').map((line) => `> ${line}`.trimEnd()).join('\n');
    case 'item': return item(block);
    case 'code': return fenced(textOf(block));
    case 'link': return `<${textOf(block)}>`;
    case 'picture': return picture(block);
    default: return inline(block.runs).replace(/\n/g, '  \n');
  }
}

function item({ marker, runs }: Block): string {
  const sign = marker === undefined ? '  ' : marker === '•' ? '- ' : `${marker} `;
  return sign + inline(runs).replace(/\n/g, `\n${' '.repeat(sign.length)}`);
}

function fenced(text: string): string {
  // By steps: a call takes no million of arguments.
  const longest = (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function picture(block: Block): string {
  const caption = flat(escaped(textOf(block)));
  return block.src?.startsWith('http') ? `![${caption}](<${block.src}>)` : caption && `*${caption}*`;
}

function inline(runs: readonly Run[]): string {
  const text = runs.map(({ text, href }) => {
    const words = escaped(text);
    // Spaces belong outside a link's brackets, where they separate words.
    const inner = words.trim();
    return href && inner ? words.replace(inner, () => `[${flat(inner)}](<${href.replaceAll('<', '%3C').replaceAll('>', '%3E')}>)`) : words;
  }).join('');
  return text.split('\n').map(startEscaped).join('\n');
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>~]/g, '\\$&').replace(/&(?=[\w#]+;)/g, '\\&');
}

/** What would make a heading, list, rule or quotation of a line. */
function startEscaped(line: string): string {
  return line.replace(/^(\s*)([#+=|-])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}
