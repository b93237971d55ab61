// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Highlight } from '../../src/article/highlight.ts';
import { anchorOf } from '../../src/article/quote-anchor.ts';
import { placesIn } from '../../src/article/text-places.ts';
import { markHighlights, numberedNotes } from '../../src/paper/marks.ts';

const HTML = '<p>One <b>two</b> three <a href="https://a.example/">four</a> five.</p><ul><li>Six</li><li>seven eight</li></ul>';
const bodyOf = (html = HTML): HTMLElement => new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body;
const highlight = (body: Element, words: string, id: string, more: Partial<Highlight> = {}): Highlight => {
  const { text } = placesIn(body);
  const start = text.indexOf(words);
  return { id, pen: 'sun', note: '', createdAt: 1, updatedAt: 1, anchor: anchorOf(text, { start, end: start + words.length }), ...more };
};
const said = (marks: ReadonlyMap<string, readonly HTMLElement[]>, id: string): string => (marks.get(id) ?? []).map((mark) => mark.textContent).join('|');

describe('highlights on an article', () => {
  it('run through links, bold words and blocks, and over each other', () => {
    const body = bodyOf();
    const all = [highlight(body, 'two three four', 'across'), highlight(body, 'three', 'within', { pen: 'sky' }), highlight(body, 'five.\nSix\nseven', 'blocks')];
    const { marks, lost } = markHighlights(body, all);
    expect(lost).toEqual([]);
    expect(said(marks, 'across')).toBe('two| |three| |four');
    expect(said(marks, 'within')).toBe('three');
    expect(said(marks, 'blocks')).toBe('five.|Six|seven');
    expect(body.querySelectorAll('ul > mark, body > mark')).toHaveLength(0);
    expect(body.textContent).toBe(bodyOf().textContent);
    expect(body.querySelector('mark[data-pen=sky]')?.textContent).toBe('three');
  });

  it('are taken away without a trace', () => {
    const body = bodyOf();
    const nodes = [...body.querySelector('p')!.childNodes];
    const { undo } = markHighlights(body, [highlight(body, 'One two', 'a'), highlight(body, 'two three', 'b')]);
    expect(body.querySelectorAll('mark').length).toBeGreaterThan(2);
    undo();
    expect([...body.querySelector('p')!.childNodes]).toEqual(nodes);
    expect(body.childNodes).toHaveLength(2);
  });

  it('that have lost their words are said to be lost', () => {
    const body = bodyOf();
    const gone = highlight(body, 'seven eight', 'gone');
    const other = bodyOf('<p>Quite another story, about a garden wall.</p>');
    expect(markHighlights(other, [gone])).toMatchObject({ lost: [gone] });
    expect(other.querySelector('mark')).toBeNull();
  });

  it('number their notes in the order of the text', () => {
    const body = bodyOf();
    const all = [highlight(body, 'eight', 'late', { note: 'Second.' }), highlight(body, 'One', 'early', { note: ' First. ' }), highlight(body, 'four', 'plain')];
    const notes = numberedNotes(markHighlights(body, all), all);
    expect(notes.map(({ number, note, quote, after }) => [number, note, quote, after.textContent])).toEqual([[1, 'First.', 'One', 'One'], [2, 'Second.', 'eight', 'eight']]);
  });
});
