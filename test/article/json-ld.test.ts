import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { isArticleNode, listOf, readJsonLd, resolve, typesOf } from '../../src/article/json-ld.ts';

const read = (...scripts: string[]) => readJsonLd(new JSDOM(scripts.map((s) => `<script type="application/ld+json">${s}</script>`).join('')).window.document);

describe('readJsonLd', () => {
  it('flattens arrays, graphs and main entities', () => {
    const nodes = read('[{"@type":"A"},{"@graph":[{"@type":"B"}]}]', '{"@type":"WebPage","mainEntity":{"@type":"C"}}');
    expect(nodes.flatMap(typesOf)).toEqual(['A', 'B', 'WebPage', 'C']);
  });
  it.each([
    ['CDATA', '//<![CDATA[\n{"@type":"A"}\n//]]>'],
    ['an HTML comment', '<!-- {"@type":"A"} -->'],
    ['a comma too many', '{"@type":"A","x":[1,2,],}'],
    ['a line break in a string', '{"@type":"A","x":"one\ntwo"}'],
    ['character references', '{&quot;@type&quot;:&quot;A&quot;}'],
    ['a brace too many', '{"@type":"A","x":1}}'],
    ['a semicolon', '{"@type":"A"};'],
  ])('reads it in spite of %s', (_, source) => expect(read(source).flatMap(typesOf)).toEqual(['A']));
  it('saves what is needed from what can’t be mended', () => {
    const [node] = read('{"@type":"NewsArticle","image":{"x":1,"datePublished":"2020-10-26","author":{"@type":"Person","name":"Ada M."}}}}');
    expect(node).toMatchObject({ '@type': 'NewsArticle', datePublished: '2020-10-26', author: { name: 'Ada M.' } });
  });
  it('is read without a type too, and no other script is', () => {
    const scripts = ['<script>\n[{"@context":"https://schema.org","@type":"A"}]</script>', '<script>{"type":"B"}</script>', '<script type="application/json">{"@type":"C"}</script>'];
    expect(readJsonLd(new JSDOM(scripts.join('')).window.document).flatMap(typesOf)).toEqual(['A']);
  });
  it('leaves out what is broken', () => expect(read('{"@type":', 'null', '"x"', '7', '{"@type":"A"}')).toEqual([{ '@type': 'A' }]));
  it.each([
    ['within', `{"@type":"A",${' '.repeat(200_000)}"x":1}`],
    ['round it', `${' '.repeat(200_000)}{"@type":"A"}${'\n'.repeat(200_000)};`],
    ['in a comment', `//${' '.repeat(200_000)}<![CDATA[{"@type":"A"}${' '.repeat(200_000)}//${' '.repeat(200_000)}]]>`],
  ])('is done with white space of any length: %s', (_, source) => expect(read(source).flatMap(typesOf)).toEqual(['A']));
  it('is not led into the deep', () => expect(read('['.repeat(5000) + ']'.repeat(5000))).toEqual([]));
});

describe('nodes', () => {
  const [article, person] = read('{"@type":["https://schema.org/NewsArticle","Thing"],"author":{"@id":"#p"}}', '{"@type":"Person","@id":"#p","name":"Ada"}');
  it('have bare types', () => expect(typesOf(article!)).toEqual(['NewsArticle', 'Thing']));
  it('are articles or not', () => expect([isArticleNode(article!), isArticleNode(person!)]).toEqual([true, false]));
  it('are found by reference', () => expect(resolve(listOf(article!['author'])[0]!, [article!, person!])).toBe(person));
});
