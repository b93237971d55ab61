// @vitest-environment jsdom
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { parseInert } from '../../src/article/inert.ts';
import type { Block } from '../../src/letter/blocks.ts';
import { compose } from '../../src/letter/compose.ts';
import { markdown } from '../../src/letter/markdown.ts';
import { input, words } from './letters.ts';

/** What an independent reader of CommonMark makes of it. */
const read = (text: string): HTMLElement => parseInert(new MarkdownIt({ html: true }).render(text)).body;
const written = (blocks: readonly Block[]): string => markdown(compose({ ...input({ note: 'Look!' }), blocks }, words));
const flat = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

it('is headings, links, quotations, lists and code to an independent reader', () => {
  const body = read(written([
    { kind: 'heading', runs: [{ text: 'One' }] }, { kind: 'paragraph', runs: [{ text: 'See ' }, { text: 'this *page* ', href: 'https://a.example/(b)?c=<d>' }, { text: 'now.' }] },
    { kind: 'quotation', runs: [{ text: 'Said\nso' }] }, { kind: 'item', marker: '•', runs: [{ text: 'first' }] }, { kind: 'item', marker: '•', runs: [{ text: 'second' }] },
    { kind: 'item', marker: '7.', runs: [{ text: 'seventh' }] }, { kind: 'code', runs: [{ text: 'a ``` b\n  <c>' }] }, { kind: 'picture', src: 'https://a.example/p.png', runs: [{ text: 'A [lamp]' }] },
  ]));
  expect(body.querySelector('h1')?.textContent).toBe('The lamps of the harbour');
  expect(body.querySelector('h2')?.textContent).toBe('One');
  const link = [...body.querySelectorAll('a')].at(-1);
  expect([link?.textContent, link?.getAttribute('href')]).toEqual(['this *page*', 'https://a.example/(b)?c=%3Cd%3E']);
  expect(flat(body.querySelector('blockquote')?.textContent)).toBe('Said so');
  expect([...body.querySelectorAll('ul li')].map((item) => item.textContent)).toEqual(['first', 'second']);
  expect(body.querySelector('ol')?.getAttribute('start')).toBe('7');
  expect(body.querySelector('pre code')?.textContent).toBe('a ``` b\n  <c>\n');
  expect([body.querySelector('img')?.getAttribute('src'), body.querySelector('img')?.alt]).toEqual(['https://a.example/p.png', 'A [lamp]']);
});

it('says what was written, whatever was written: nothing turns into markup', () => {
  const rough = fc.array(fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '<b>', '&amp;', '# ', '- ', '1. ', '> ', '+', '=', '---', '\\', '~', '!', '|', 'word', ' ', '&#35;', 'https://x.example'), { minLength: 1, maxLength: 10 }).map((parts) => parts.join('')).filter((text) => text.trim() !== '');
  fc.assert(fc.property(rough, (text) => {
    const body = read(written([{ kind: 'paragraph', runs: [{ text }] }]));
    expect(flat(body.textContent).endsWith(flat(text))).toBe(true);
    expect(body.querySelectorAll('b, em, strong, code, li, blockquote, img, h2').length).toBe(0);
  }), { numRuns: 300 });
});
