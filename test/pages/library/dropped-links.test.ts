import { describe, expect, it } from 'vitest';
import { linksIn } from '../../../src/pages/library/dropped-links.ts';

const drop = (given: Partial<Parameters<typeof linksIn>[0]>) => linksIn({ uris: '', mozilla: '', text: '', html: '', ...given });
const urls = (given: Parameters<typeof drop>[0]) => drop(given).map(({ url }) => url);

describe('links in what was dropped', () => {
  it('are the lines of a list of addresses, each once, comments and other kinds left out', () => {
    expect(urls({ uris: '# a\r\nhttps://a.example/1\r\nhttps://b.example/\nhttps://a.example/1\njavascript:alert(1)\nfile:///etc/passwd\n', text: 'https://other.example/' })).toEqual(['https://a.example/1', 'https://b.example/']);
  });
  it('are found in text, without the signs that end a sentence', () => {
    expect(urls({ text: 'Read (https://a.example/x?y=1), then “http://b.example/z”. Not ftp://c.example/ or example.org.' })).toEqual(['https://a.example/x?y=1', 'http://b.example/z']);
  });
  it('have the title that the drop gives', () => {
    expect(drop({ mozilla: 'https://a.example/1\nOne & all\nhttps://b.example/\nTwo' })).toEqual([{ url: 'https://a.example/1', title: 'One & all' }, { url: 'https://b.example/', title: 'Two' }]);
    expect(drop({ uris: 'https://a.example/1', html: '<html><body><!--StartFragment--><a href="https://a.example/1">Salt &amp; rope</a><!--EndFragment--></body></html>' })).toEqual([{ url: 'https://a.example/1', title: 'Salt & rope' }]);
    expect(drop({ uris: 'https://a.example/1' })).toEqual([{ url: 'https://a.example/1', title: 'https://a.example/1' }]);
  });
  it('are looked for in one go, whatever was dropped', () => {
    expect(urls({ uris: 'https://a.example/', html: '<a<'.repeat(66_000) })).toEqual(['https://a.example/']);
    expect(urls({ text: `https://a.example/${'!'.repeat(190_000)}x https://b.example/!!` })).toEqual(['https://b.example/']);
  });
  it('are bounded', () => {
    expect(urls({ uris: Array.from({ length: 500 }, (_, n) => `https://a.example/${n}`).join('\n') })).toHaveLength(50);
    expect(urls({ uris: `https://a.example/${'x'.repeat(5_000)}` })).toEqual([]);
  });
});
