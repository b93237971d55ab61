import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentBox, cssString, pageRules, sheetOf, PAPER_NAMES } from '../../src/paper/sheet.ts';

const line = { publication: 'The Harbour Courier', title: 'Lamps', dir: 'ltr', numbering: ['', ' of ', ''], numberingDir: 'ltr', face: 'serif' } as const;

describe('the sheet', () => {
  it('leaves room for text on every paper', () => {
    for (const name of PAPER_NAMES) {
      const sheet = sheetOf(name);
      const box = contentBox(sheet);
      expect(box.width).toBeGreaterThan(400);
      expect(box.height).toBeGreaterThan(box.width);
      expect(box.width / (96 / 25.4) + 2 * sheet.side).toBeCloseTo(sheet.width, 6);
    }
  });

  it('asks for the size of the paper', () => {
    expect(pageRules(sheetOf('A4'), line)).toContain('size: 210mm 297mm');
    expect(pageRules(sheetOf('Letter'), line)).toContain('size: 215.9mm 279.4mm');
  });

  it('puts title and numbers at the sides the writing begins and ends', () => {
    expect(pageRules(sheetOf('A4'), line)).toMatch(/@bottom-left \{ content: "The Harbour Courier · Lamps"/);
    expect(pageRules(sheetOf('A4'), { ...line, dir: 'rtl' })).toMatch(/@bottom-right \{ content: "The Harbour Courier \| Lamps"/);
    expect(pageRules(sheetOf('A4'), line)).toContain('"" counter(page) " of " counter(pages) ""');
  });

  it('cuts a long title between words', () => {
    const rules = pageRules(sheetOf('A4'), { ...line, title: 'word '.repeat(60).trim() });
    expect(/@bottom-left \{ content: "([^"]*)"/.exec(rules)?.[1]).toMatch(/^The Harbour Courier · (word )+word…$/);
  });

  it('can never be left by a title, whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (title) => {
      const string = cssString(title);
      const inner = string.slice(1, -1);
      // Nothing but plain letters, spaces, a few marks and hexadecimal escapes: no quote, line break, brace or comment.
      return string.startsWith('"') && string.endsWith('"') && /^(?:[\p{L}\p{M}\p{N} .,·|…-]|\\[0-9a-f]{1,6} )*$/u.test(inner);
    }));
    expect(cssString('"} body { color: red } \\')).toBe('"\\22 \\7d  body \\7b  color\\3a  red \\7d  \\5c "');
  });
});
