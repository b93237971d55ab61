import { describe, expect, it } from 'vitest';
import { highlightHash, highlightIn } from '../../../src/pages/shared/highlight-address.ts';

describe('the address of a highlight', () => {
  it('leads back', () => expect(highlightIn(highlightHash('0b6f4c1e-1111-4222-8333-444455556666'))).toBe('0b6f4c1e-1111-4222-8333-444455556666'));
  it.each(['', '#', '#highlight=', '#highlight=short', '#highlight="] *', '#note-1', `#highlight=${'a'.repeat(65)}`])('%j is none', (hash) => expect(highlightIn(hash)).toBeUndefined());
});
