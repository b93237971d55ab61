import { describe, expect, it } from 'vitest';
import { textBlocks, textOf, type Run } from '../../src/letter/blocks.ts';
import { compose, shorten, travelsOf, withEdits } from '../../src/letter/compose.ts';
import { plainText } from '../../src/letter/plain-text.ts';
import { article, input, words } from './letters.ts';

const texts = (blocks: readonly { runs: readonly Run[] }[]): string[] => blocks.map(textOf);

describe('a letter', () => {
  it('greets, notes and signs, then says what it is about', () => {
    const letter = compose(input({ friends: [{ name: ' Marta ', email: '' }, { name: 'Joe', email: '' }] }), words);
    expect(texts(letter.hello)).toEqual(['Dear Marta and Joe,', 'Read the end!', 'Anna']);
    expect(texts(letter.head)).toEqual(['The lamps of the harbour', 'Ines Calder and Tom Reyes · The Courier · 2025-10-14', 'https://news.example/lamps?id=7&lang=en']);
    expect(letter.subject).toBe('For you: The lamps of the harbour');
  });

  it('leaves out what nobody said: note, names, authors, date', () => {
    const bare = article({ authors: [], siteName: 'THE SITE' });
    const { publication: _publication, published: _published, ...about } = bare;
    const letter = compose(input({ article: about, note: '  ', myName: '', friends: [] }), words);
    expect(texts(letter.hello)).toEqual(['Hello,', 'I thought you might like this.']);
    expect(texts(letter.head)).toEqual(['The lamps of the harbour', 'THE SITE', 'https://news.example/lamps?id=7&lang=en']);
  });

  it('can be about a link alone, with or without a title', () => {
    const page = { url: 'https://news.example/x?utm_source=mail&fbclid=1', title: '' };
    const letter = compose({ page, blocks: [], note: '', myName: '', friends: [], travels: 'link' }, words);
    expect(letter.subject).toBe('For you: news.example');
    expect(texts(letter.head)).toEqual(['https://news.example/x']);
    expect(travelsOf({ article: undefined, blocks: [] })).toEqual(['link']);
    expect(travelsOf({ article: undefined, blocks: [], quote: 'Said.' })).toEqual(['link', 'quote']);
  });

  it('summarises by the standfirst, else by whole opening sentences', () => {
    expect(texts(compose(input({ article: article({ standfirst: 'In short.' }), travels: 'summary' }), words).body)).toEqual(['In short.']);
    const opening = 'A sentence that has about fifty characters in it. '.repeat(12).trim();
    const [summary] = texts(compose(input({ text: `Short.\n${opening}`, travels: 'summary' }), words).body);
    expect(opening.startsWith(summary!)).toBe(true);
    expect(summary!.endsWith('in it.')).toBe(true);
    expect(summary!.length).toBeGreaterThan(300);
    expect(summary!.length).toBeLessThanOrEqual(420);
  });

  it('quotes the selection, each paragraph marked', () => {
    const letter = compose(input({ travels: 'quote', quote: 'First  said.\n\nThen this.' }), words);
    expect(plainText(letter, words)).toContain('\n\n> First said.\n\n> Then this.');
  });

  it('keeps edits when it is composed anew, drops emptied lines, and keeps the rest', () => {
    const edits = new Map<string, Run[]>([['greeting', [{ text: 'Hi both!' }]], ['article:0', []], ['facts', [{ text: '  ' }]], ['subject', [{ text: 'Mine\r\nBcc: x' }]]]);
    const letter = withEdits(compose(input({ note: 'New note' }), words), edits);
    expect(texts(letter.hello)).toEqual(['Hi both!', 'New note', 'Anna']);
    expect(texts(letter.head)).toEqual(['The lamps of the harbour', 'https://news.example/lamps?id=7&lang=en']);
    expect(texts(letter.body)).toEqual(['Three.']);
    expect(letter.subject).toBe('Mine Bcc: x');
  });

  it('lists links at the end of its plain text, each once', () => {
    const a: Run = { text: 'key', href: 'https://example.org/key' };
    const letter = compose({ ...input(), blocks: [{ kind: 'paragraph', runs: [{ text: 'A ' }, a, { text: ' and a ' }, { ...a, text: 'lock ' }, { text: 'and https://bare.example/', href: 'https://bare.example/' }] }, { kind: 'paragraph', runs: [{ text: 'https://bare.example/', href: 'https://bare.example/' }] }] }, words);
    expect(plainText(letter, words).split('\n\n').slice(-3)).toEqual([
      'A key [1] and a lock [1] and https://bare.example/ [2]', 'https://bare.example/', 'Links:\n[1] https://example.org/key\n[2] https://bare.example/',
    ]);
  });

  it('shortens at a word, never within a character', () => {
    expect(shorten('short', 10)).toBe('short');
    expect(shorten('one two, three', 10)).toBe('one two…');
    expect(shorten('👩‍👩‍👧‍👦'.repeat(3), 15)).toBe('👩‍👩‍👧‍👦…');
    expect(compose(input({ article: article({ title: 'word '.repeat(200).trim() }) }), words).subject.length).toBeLessThanOrEqual(160);
  });

  it('makes the same blocks of the same article every time', () => {
    const blocks = textBlocks('One.\nTwo.');
    const body = () => compose({ ...input(), blocks }, words).body;
    expect(body()).toBe(body());
  });
});
