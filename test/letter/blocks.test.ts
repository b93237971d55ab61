import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { articleBlocks, printable, textBlocks, textOf, type Block } from '../../src/letter/blocks.ts';

const read = (html: string): Block[] => articleBlocks(new JSDOM(`<!doctype html><body>${html}`).window.document.body);
const brief = (html: string): string[] => read(html).map((b) => `${b.kind}${b.marker ? ` ${b.marker}` : ''}: ${textOf(b)}`);

describe('an article’s blocks', () => {
  it('are its paragraphs, headings, quotations, items and code, in order', () => {
    expect(brief('<h2>Head</h2><p>One <em>two</em>\n three.</p><blockquote><p>Said A.</p><p>Said B.</p></blockquote><ul><li>x</li><li><p>y</p><p>z</p></li></ul><ol start="4"><li>four</li></ol><pre>a\n  b</pre>Loose text'))
      .toEqual(['heading: Head', 'paragraph: One two three.', 'quotation: Said A.', 'quotation: Said B.', 'item •: x', 'item •: y', 'item: z', 'item 4.: four', 'code: a\n  b', 'paragraph: Loose text']);
  });

  it('keep links by their absolute web address and drop the others', () => {
    const [block] = read('<p>See <a href="https://example.org/a?b=1">this</a>, <a href="javascript:alert(1)">that</a>, <a href="#n1">note</a> and <a href="mailto:a@example.org">mail</a>.</p>');
    expect(block!.runs).toEqual([{ text: 'See ' }, { text: 'this', href: 'https://example.org/a?b=1' }, { text: ', that, note and ' }, { text: 'mail', href: 'mailto:a@example.org' }, { text: '.' }]);
  });

  it('have one space where a page has any number of them, each apart', () => {
    const { document } = new JSDOM('<p>x').window;
    for (let n = 0; n < 250_000; n += 1) document.querySelector('p')!.append(document.createTextNode(' '));
    document.querySelector('p')!.append('y');
    expect(articleBlocks(document.body).map(textOf)).toEqual(['x y']);
  });

  it('are read in one go, however long a list or a line of code is', () => {
    const list = new JSDOM(`<ol start="3">${'<li>x</li><li><ol><li>y</li></ol></li>'.repeat(3_000)}</ol><pre>${' '.repeat(400_000)}x</pre>`).window.document.body;
    const blocks = articleBlocks(list);
    expect([blocks[0], blocks[1], blocks.at(-3), blocks.at(-2)].map((block) => block?.marker)).toEqual(['3.', '1.', '6001.', '1.']);
  });

  it('take tracking out of links, and nothing else', () => {
    const [block] = read('<p><a href="https://example.org/a?utm_source=x&amp;id=7&amp;fbclid=y#part-2">a</a></p>');
    expect(block!.runs).toEqual([{ text: 'a', href: 'https://example.org/a?id=7#part-2' }]);
  });

  it('put a picture after its paragraph, with its caption', () => {
    expect(brief('<p>Before <img src="https://p.example/1.jpg" alt="A lamp"> after.</p><figure><img src="https://p.example/2.jpg" alt="no"><figcaption>The <b>wall</b></figcaption></figure><p>End</p>'))
      .toEqual(['paragraph: Before after.', 'picture: A lamp', 'picture: The wall', 'paragraph: End']);
    expect(brief('<figure><blockquote>Quoted</blockquote><figcaption>Somebody</figcaption></figure>')).toEqual(['quotation: Quoted', 'paragraph: Somebody']);
    expect(brief('<p>x</p><img src="javascript:1" alt="no">')).toEqual(['paragraph: x']);
  });

  it('keep line breaks within a paragraph, and make a line of each table row', () => {
    expect(brief('<p>Rose <br> red<br/>blue</p><table><tr><th>Year</th><th>Lamps</th></tr><tr><td><p>1888</p></td><td>11</td></tr></table>'))
      .toEqual(['paragraph: Rose\nred\nblue', 'paragraph: Year | Lamps', 'paragraph: 1888 | 11']);
  });

  it('leave scripts, styles and controls out', () => {
    expect(brief('<p>a<script>x</script><style>y</style><button>z</button></p><iframe src="https://v.example"></iframe>')).toEqual(['paragraph: a']);
  });

  it('lose no word and stand any nesting', () => {
    const tag = fc.constantFrom('p', 'div', 'ul', 'li', 'blockquote', 'table', 'tr', 'td', 'b', 'a', 'h2', 'figure', 'section');
    fc.assert(fc.property(fc.array(fc.tuple(tag, fc.boolean()), { maxLength: 30 }), (tags) => {
      const html = tags.map(([name, close], i) => `${close ? `</${name}>` : ''}<${name}>word${i} `).join('');
      const dom = new JSDOM(`<!doctype html><body>${html}`);
      const said = articleBlocks(dom.window.document.body).map(textOf).join(' ');
      for (let i = 0; i < tags.length; i++) expect(said).toContain(`word${i}`);
    }), { numRuns: 80 });
    expect(brief(`${'<div>'.repeat(600)}deep${'</div>'.repeat(600)}`)).toEqual(['paragraph: deep']);
  });

  it('show no control characters', () => {
    expect(printable('a\0b\u0007c\td\ne\u007f')).toBe('abc\td\ne');
  });

  it('come from plain text, a line each, when there is no HTML', () => {
    expect(textBlocks('One\n\n Two \n')).toEqual([{ kind: 'paragraph', runs: [{ text: 'One' }] }, { kind: 'paragraph', runs: [{ text: 'Two' }] }]);
  });
});
