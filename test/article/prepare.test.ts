import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/article/prepare.ts';

const parse = (html: string) => new JSDOM(html, { url: 'https://a.example/story/one' }).window.document;

describe('prepare', () => {
  it('changes nothing on the page itself', () => {
    const live = parse('<script>1</script><style>a{}</style><form name=x><input name=y id=z></form><img name=q><p>Text');
    const before = live.documentElement.outerHTML;
    prepare(live, live.URL);
    expect(live.documentElement.outerHTML).toBe(before);
  });

  it('reads structured data and leaves no script or style that would count as text', () => {
    const { doc, jsonLd } = prepare(parse('<script type="application/ld+json">{"@type":"Article","headline":"H"}</script><script>x</script><style>y</style>'), 'https://a.example/');
    expect(doc.querySelectorAll('script, style')).toHaveLength(0);
    expect(jsonLd).toEqual([{ '@type': 'Article', headline: 'H' }]);
  });

  it('leaves no named element that could stand in for a method', () => {
    const { doc } = prepare(parse('<form id=body><input name=parentNode id=remove><img name=querySelector id=x></form><img name=cloneNode><object id=head></object><a name=note id=n>'), 'https://a.example/');
    expect(doc.querySelectorAll('form[id], input[id], form img[id], object[id], :is(img, form, input, object)[name]')).toHaveLength(0);
    expect(doc.querySelector('a')?.id).toBe('n');
  });

  it.each([
    ['', 'https://a.example/story/one'],
    ['<base href="/other/">', 'https://a.example/other/'],
    ['<base href="javascript:alert(1)">', 'https://a.example/story/one'],
    ['<base href="http://[">', 'https://a.example/story/one'],
  ])('resolves against the base %s', (base, expected) => {
    expect(prepare(parse(base), 'https://a.example/story/one').baseUrl).toBe(expected);
  });
});
