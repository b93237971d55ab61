/** What is typed into the search field, while it is being typed and when it was meant otherwise. */
import { describe, expect, it } from 'vitest';
import { parseQuery, searchTrouble } from '../../src/library/search-query.ts';

const NOTHING = { words: [], phrases: [], notWords: [], notPhrases: [], filters: [], unclear: [] };

describe('a query', () => {
  it.each(['tag:', 'author: ', '-site:', 'tag:"', '"', '-', '*', ' '])('that is only begun (%s) asks nothing', (typed) => {
    expect(parseQuery(typed)).toEqual(NOTHING);
    expect(searchTrouble(typed)).toEqual({ why: 'nothing' });
  });

  it('is narrowed by nothing while a filter is being begun', () => {
    expect(parseQuery('brass tag:')).toEqual({ ...NOTHING, words: ['brass'] });
    expect(parseQuery('tag: brass')).toEqual({ ...NOTHING, words: ['brass'] });
    expect(searchTrouble('brass tag:')).toBeUndefined();
  });

  it.each(['is:new', 'before:easter', 'after:2024-13'])('tells a filter that says nothing known (%s)', (part) => {
    expect(parseQuery(`brass ${part}`)).toMatchObject({ words: ['brass', part], filters: [], unclear: [part] });
    expect(searchTrouble(`brass ${part}`)).toEqual({ why: 'unclear', part });
  });

  it('has all its parts read, with filters of every kind', () => {
    expect(parseQuery('brass "night tram" author:okafor tag:"to read" is:unread -bell')).toEqual({
      ...NOTHING, words: ['brass'], phrases: ['night tram'], notWords: ['bell'],
      filters: [{ kind: 'author', value: 'okafor', not: false }, { kind: 'tag', value: 'to read', not: false }, { kind: 'is', value: 'unread', not: false }],
    });
    expect(parseQuery(Array.from({ length: 20 }, (_, n) => `w${n}`).join('  ')).words).toHaveLength(20);
  });
});
