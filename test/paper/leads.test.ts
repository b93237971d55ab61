import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { leadsIn } from '../../src/paper/leads.ts';

const linesOf = (html: string): readonly string[] => leadsIn(new JSDOM(`<body>${html}</body>`).window.document.body).lines.map(({ textContent }) => textContent.trim());

it.each([
  ['a short line in bold', '<p><strong>Step one</strong></p><p>Look around.</p>', ['Step one']],
  ['in several bold parts, with signs between them that have no weight', '<p>★ <b>Step</b> – <strong>one</strong></p><p>Look around.</p>', ['★ Step – one']],
  ['the last of several', '<p><b>Step one</b></p><p><b>By the keeper</b></p><p>Look around.</p>', ['By the keeper']],
  ['words with a colon before a list', '<p>The tools are:</p><ul><li>a lamp</li></ul><div>下列：</div><ol><li>一</li></ol>', ['The tools are:', '下列：']],
])('%s leads on', (_, html, lines) => {
  expect(linesOf(html)).toEqual(lines);
});

it.each([
  ['a line of which some is not bold', '<p><b>Note</b> that it rains.</p><p>Look around.</p>'],
  ['a long paragraph in bold', `<p><b>${'Look around you. '.repeat(10)}</b></p><p>Look around.</p>`],
  ['a bold line with nothing after it', '<div><p>Look around.</p><p><b>The end</b></p></div>'],
  ['a bold line before a heading or a rule, which part it from what follows', '<p><b>Mark Aske</b></p><h2>Part two</h2><p>a</p><p><b>Mark Aske</b></p><hr><p>b</p>'],
  ['words with a colon before a paragraph', '<p>She said:</p><p>Look around.</p>'],
  ['a box of several paragraphs, an empty line', '<div><p><b>a</b></p></div><p>b</p><p></p><p>c</p>'],
  ['what stands in a table or figure', '<table><tbody><tr><td><p><b>a</b></p><p>b</p></td></tr></tbody></table><figure><div><b>a</b></div><figcaption>b</figcaption></figure>'],
])('%s does not', (_, html) => {
  expect(linesOf(html)).toEqual([]);
});

it('knows all kinds of headings, but for those that are an entry of a list among others', () => {
  const { body } = new JSDOM('<ol><li><h3>no</h3></li><li><h3>x</h3><p>y</p></li><li><h3>z</h3></li></ol><h2>a</h2><dl><dt>b</dt><dd>c</dd></dl><details><summary>d</summary>e</details><h6>f</h6>').window.document;
  expect(leadsIn(body).headings.map(({ localName }) => localName)).toEqual(['h3', 'h3', 'h2', 'dt', 'summary', 'h6']);
});
