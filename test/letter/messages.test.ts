import { describe, expect, it } from 'vitest';
import { compose } from '../../src/letter/compose.ts';
import { MESSENGERS } from '../../src/letter/messages.ts';
import { article, input, words } from './letters.ts';

describe('a message', () => {
  const letter = compose(input({ note: 'Look & see?\n#1' }), words);

  it('carries the note, the title and the link', () => {
    expect(new URL(MESSENGERS.whatsapp(letter)).searchParams.get('text')).toBe('Look & see?\r\n#1\r\n\r\nThe lamps of the harbour\r\nhttps://news.example/lamps?id=7&lang=en');
    const telegram = new URL(MESSENGERS.telegram(letter));
    expect(telegram.origin).toBe('https://t.me');
    expect([...telegram.searchParams]).toEqual([['url', 'https://news.example/lamps?id=7&lang=en'], ['text', 'Look & see?\r\n#1\r\n\r\nThe lamps of the harbour']]);
  });

  it('leaves a long note out rather than the link', () => {
    const long = compose(input({ note: '長い'.repeat(900), article: article({ title: '題'.repeat(900) }) }), words);
    for (const make of Object.values(MESSENGERS)) {
      const url = make(long);
      expect(url.length).toBeLessThan(2000);
      expect(decodeURIComponent(url)).toContain('https://news.example/lamps?id=7&lang=en');
      expect(decodeURIComponent(url)).not.toContain('長');
    }
  });
});

describe('a post', () => {
  const text = (url: string): string => decodeURIComponent(url.replace(/^[^=]*=/, ''));
  it('never says more than the network takes, and always has the whole link', () => {
    const family = '👩‍👩‍👧‍👦';
    for (const title of ['Short', 'T '.repeat(200), family.repeat(290), '港'.repeat(700)]) for (const note of ['', 'Read the end!', 'n'.repeat(260), family.repeat(250)]) {
      const letter = compose(input({ note, article: article({ title }) }), words);
      for (const [name, most] of [['bluesky', 300], ['mastodon', 500]] as const) {
        const post = text(MESSENGERS[name](letter));
        expect([...new Intl.Segmenter().segment(post)].length).toBeLessThanOrEqual(most);
        expect(post.endsWith('https://news.example/lamps?id=7&lang=en')).toBe(true);
      }
    }
  });
  it('keeps Mastodon’s words behind the #, which no server sees', () => {
    const url = new URL(MESSENGERS.mastodon(compose(input(), words)));
    expect([url.search, url.hash.startsWith('#text=')]).toEqual(['', true]);
  });
});
