/** A letter as plain text: paragraphs apart, lists and quotations marked, addresses in a list at the end. */
import { printable, textOf, type Block } from './blocks.ts';
import type { Letter, LetterBlock, LetterWords } from './compose.ts';

/** Between the writer's words and the article. */
export const DIVIDER = '· · ·';

/** What stands between two blocks: a title and its facts belong together, so do the items of a list. */
export function gap(before: Block, after: Block): string {
  if (before.kind === 'title' || before.kind === 'facts') return '\n';
  return before.kind === 'item' && after.kind === 'item' ? '\n' : '\n\n';
}

/** One block's lines, without links. */
export function blockText(block: Block, text = textOf(block)): string {
  if (block.kind === 'quotation') return text.split('\n').map((line) => `> ${line}`).join('\n');
  if (block.kind === 'item') return block.marker ? `${block.marker} ${text}` : `  ${text}`;
  return text;
}

export function joinBlocks(blocks: readonly LetterBlock[], write: (block: LetterBlock) => string = blockText): string {
  let out = '';
  let before: LetterBlock | undefined;
  for (const block of blocks) {
    const text = write(block);
    if (!text) continue;
    out += (before ? gap(before, block) : '') + text;
    before = block;
  }
  return out;
}

/** The writer's part and the article's part as one text. */
export function joinParts(hello: string, rest: string): string {
  return hello && rest ? `${hello}\n\n${DIVIDER}\n\n${rest}` : hello || rest;
}

/**
 * The whole letter, each paragraph one line (mail programs wrap it), links numbered as `[1]` and listed at the end.
 * Pictures appear as their caption in brackets.
 */
export function plainText(letter: Letter, words: LetterWords): string {
  const links: string[] = [];
  const write = (block: LetterBlock): string => {
    if (block.kind === 'picture') return words.picture(textOf(block));
    if (block.kind === 'link') return textOf(block);
    return blockText(block, block.runs.map((run) => run.text + mark(run.text, run.href, links)).join(''));
  };
  const hello = joinBlocks(letter.hello, write);
  const rest = joinBlocks([...letter.head, ...letter.body], write);
  const list = links.length > 0 ? `\n\n${words.links}\n${links.map((href, i) => `[${i + 1}] ${href}`).join('\n')}` : '';
  return printable(joinParts(hello, rest) + list);
}

function mark(text: string, href: string | undefined, links: string[]): string {
  if (!href || text.trim() === href || `mailto:${text.trim()}` === href) return '';
  const known = links.indexOf(href);
  const n = known >= 0 ? known + 1 : links.push(href);
  return /\s$/.test(text) ? `[${n}] ` : ` [${n}]`;
}
