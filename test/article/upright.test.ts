// @vitest-environment jsdom
/** Which way the lines of a page stand, where the page was only parsed; the live page is driven end to end. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { parseInert } from '../../src/article/inert.ts';
import { mayStand, withUpright } from '../../src/article/upright.ts';
import { page as pageWith, PROSE } from './support.ts';

const PAGE = readFileSync(join(process.cwd(), 'test/article/pages/upright-lines-in-japanese.html'), 'utf8');

/** The way of a page's lines, as a fetched page is asked for it. */
function wayOf(html: string): 'rl' | 'lr' | undefined {
  const page = parseInert(html);
  const found = extract(page, 'https://paper.example/2/story');
  if (!found.ok) throw new Error(found.reason);
  return withUpright(found.article, page).upright;
}

describe('upright lines', () => {
  it('are told by the page’s own style sheet', () => {
    expect(wayOf(PAGE)).toBe('rl');
    expect(wayOf(PAGE.replaceAll('vertical-rl', 'vertical-lr'))).toBe('lr');
  });

  it('are told by an element’s own style, which outdoes the sheets', () => {
    const lying = PAGE.replaceAll('writing-mode: vertical-rl;', '');
    expect(wayOf(lying)).toBeUndefined();
    expect(wayOf(lying.replace('<main class="tate">', '<main style="writing-mode: vertical-rl">'))).toBe('rl');
  });

  it('are not told by what stands beside the text', () => {
    expect(wayOf(PAGE.replaceAll('.tate', '.shelf'))).toBeUndefined();
  });

  it('are not asked for in scripts that never stand', () => {
    expect(mayStand({ text: '川口の町には橋がない。' })).toBe(true);
    expect(mayStand({ text: PROSE['en']!.join('\n') })).toBe(false);
    expect(wayOf(pageWith(PROSE['en']!.map((line) => `<p style="writing-mode: vertical-rl">${line}</p>`).join('')))).toBeUndefined();
  });
});
