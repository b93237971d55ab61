import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/article/prepare.ts';

const ADDRESS = 'https://paper.example/town/mill';
const parse = (html: string): Document => new JSDOM(html, { url: ADDRESS }).window.document;
const bodyOf = (live: Document): string => prepare(live, ADDRESS).doc.body.innerHTML;

describe('shadow roots', () => {
  it('stand in the place of what they hide, their slots filled in order', () => {
    const live = parse('<x-a><b slot="two">second</b>first<i slot="none">unseen</i></x-a>');
    live.querySelector('x-a')!.attachShadow({ mode: 'open' }).innerHTML = '<style>p{}</style><p><slot></slot></p><slot name="two">else</slot><slot name="three">its own words</slot>';
    const before = live.documentElement.outerHTML;
    expect(bodyOf(live)).toBe('<x-a><p><slot>first</slot></p><slot name="two"><b slot="two">second</b></slot><slot name="three">its own words</slot></x-a>');
    expect(live.documentElement.outerHTML).toBe(before);
  });

  it('are followed into one another, with a slot handed on', () => {
    const live = parse('<x-a>words</x-a>');
    const outer = live.querySelector('x-a')!.attachShadow({ mode: 'open' });
    outer.innerHTML = '<x-b><slot></slot></x-b>';
    outer.querySelector('x-b')!.attachShadow({ mode: 'open' }).innerHTML = '<em><slot></slot></em>';
    expect(prepare(live, ADDRESS).doc.querySelector('x-b > em')?.textContent).toBe('words');
  });

  it('are not mistaken for a field of that name', () => {
    expect(bodyOf(parse('<form><input name="shadowRoot"><p>Words</p></form>'))).toContain('<p>Words</p>');
  });
});

describe('frames of the same site', () => {
  const framed = (text: string): Document => {
    const live = parse('<iframe></iframe><p>After</p>');
    live.querySelector('iframe')!.contentDocument!.body.innerHTML = text;
    return live;
  };
  it('give their text where they stand', () => {
    const { doc } = prepare(framed(`<p>${'The wheel turns. '.repeat(40)}</p>`), ADDRESS);
    expect(doc.querySelector('iframe')).toBeNull();
    expect(doc.querySelector('div > p')?.nextElementSibling ?? doc.querySelector('div')?.nextElementSibling?.textContent).toBe('After');
  });
  it('with few words stay what they are', () => {
    expect(prepare(framed('<p>Our sponsors</p>'), ADDRESS).doc.querySelector('iframe')).not.toBeNull();
  });
});

describe('a head that speaks of another article', () => {
  const head = (address: string, title: string): string => `<title>The mill turns again</title><link rel="canonical" href="${address}"><meta property="og:title" content="${title}"><meta property="og:site_name" content="The Paper"><script type="application/ld+json">{"@type":"Article","headline":"${title}"}</script><h1>The mill turns again</h1>`;
  it.each([
    ['another address and another title', '/town/bridge', 'A bridge too narrow for two', 0],
    ['another address, the same title', '/town/bridge', 'The mill turns again!', 1],
    ['another title, the same address', '/town/mill', 'A bridge too narrow for two', 1],
  ])('%s', (_, address, title, facts) => {
    const { doc, jsonLd } = prepare(parse(head(address, title)), ADDRESS);
    expect(doc.querySelectorAll('meta[property="og:title"]')).toHaveLength(facts);
    expect(jsonLd).toHaveLength(facts);
    expect(doc.querySelector('meta[property="og:site_name"]')).not.toBeNull();
  });
});
