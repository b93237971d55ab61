import { describe, expect, it } from 'vitest';
import { isSteady, steadyBeginning, worthOfName } from '../../src/picker/steady-names.ts';

describe('names that last', () => {
  it.each(['article-body', 'articleBody', 'story', 'main-content', 'post_text', 'c-byline', 'col2', 'headline', 'StoryBody', 'td-post-content', 'entry'])('%s does', (name) => expect(isSteady(name)).toBe(true));
  it.each(['css-1x2y3z', 'sc-bdVaJa', 'kWtCsz', '_3fPbd', 'jsx-3840293', 'post-20931', 'x7Gh2', 'is-active', 'js-loaded', 'open', 'MuiBox-root-237', 'q9Zk0vB', 'ab12cd'])('%s does not', (name) => expect(isSteady(name)).toBe(false));

  it('keeps the beginning that a person wrote before a jumble', () => {
    expect(steadyBeginning('Article_body__x7Gh2')).toBe('Article_body__');
    expect(steadyBeginning('post-20931')).toBe('post-');
    expect(steadyBeginning('article-body')).toBeUndefined();
    expect(steadyBeginning('css-1x2y3z')).toBeUndefined();
  });

  it('does not hold on to what only this page is about', () => {
    const words = new Set(['ferry', 'small', 'article']);
    expect(worthOfName('tag-ferry', words)).toBe(0);
    expect(worthOfName('article-body', words)).toBeGreaterThan(worthOfName('left-side', words));
  });
});
