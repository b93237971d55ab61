import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { linkMarks, numberedLinks, waysBack } from '../../src/paper/links.ts';

function linksIn(html: string) {
  const { document } = new JSDOM(`<body>${html}</body>`).window;
  return numberedLinks(document.body, 'https://harbour.example/lamps').map(({ number, url, places }) => [number, url, places.length]);
}

describe('the list of links', () => {
  it('numbers each address once, in the order of the text', () => {
    expect(linksIn('<a href="https://b.example/2">two</a> <a href="http://a.example/1">one</a> <a href="https://b.example/2">again</a>'))
      .toEqual([[1, 'https://b.example/2', 2], [2, 'http://a.example/1', 1]]);
  });

  it('leaves out mail, places in the page, pictures and addresses that already stand there', () => {
    expect(linksIn(`<a href="mailto:a@b.example">write</a><a href="#a-note">1</a><a href="https://harbour.example/lamps#note">1</a>
      <a href="https://b.example/p.png"><img alt="" src="https://b.example/p.png"></a><a href="https://c.example/x">https://c.example/x</a><a>none</a>`)).toEqual([]);
  });

  it('marks links by letters where the text numbers notes of its own', () => {
    const marks = (html: string): readonly string[] => [1, 2, 26, 27, 53].map(linkMarks(new JSDOM(`<body>${html}</body>`).window.document.body));
    expect(marks('<p><a href="#part">a part</a></p>')).toEqual(['1', '2', '26', '27', '53']);
    expect(marks('<p>so<sup><a href="#n1">[1]</a></sup></p>')).toEqual(['a', 'b', 'z', 'aa', 'ba']);
  });

  it('knows the signs that lead from a note back to the text', () => {
    const { document } = new JSDOM('<body><p id="up">so<a href="#note">*</a> <a href="#up">words</a></p><p id="note">* A note <a href="#up">↩</a> <a href="#gone">↑</a></p></body>').window;
    expect(waysBack(document.body).map((link) => link.textContent)).toEqual(['↩']);
  });
});
