import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrCode, readableAddress } from '../../src/paper/address.ts';

describe('the address on paper', () => {
  it.each([
    ['https://www.harbour.example/', 'harbour.example'],
    ['https://harbour.example/long-read/lamps/', 'harbour.example/long-read/lamps'],
    ['https://harbour.example/a?id=7&x=%C3%BC', 'harbour.example/a?id=7&x=ü'],
    ['https://harbour.example/%D9%81%D8%A7%D9%86%D9%88%D8%B3', 'harbour.example/فانوس'],
    ['https://harbour.example:8443/a%20b', 'harbour.example:8443/a%20b'],
    ['https://harbour.example/%E0%A4%A', 'harbour.example/%E0%A4%A'],
    ['https://harbour.example/a%2Fb%3Fc%25d?u=https%3A%2F%2Fb.example%3Fx%26y%2Bz%25#p%25q', 'harbour.example/a%2Fb%3Fc%25d?u=https://b.example?x%26y%2Bz%25#p%25q'],
    ['https://harbour.example/a%E2%80%AEb', 'harbour.example/a%E2%80%AEb'],
  ])('%s reads %s', (url, words) => {
    expect(readableAddress(url)).toBe(words);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()), (url) => typeof readableAddress(url) === 'string'));
  });
});

describe('the code', () => {
  it('draws squares inside its frame', () => {
    const code = qrCode('https://harbour.example/lamps')!;
    expect(code.side).toBeGreaterThanOrEqual(21);
    const runs = [...code.path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((match) => match.slice(1).map(Number) as [number, number, number]);
    expect(runs.length).toBeGreaterThan(50);
    for (const [x, y, length] of runs) {
      expect(x + length).toBeLessThanOrEqual(code.side);
      expect(y).toBeLessThan(code.side);
    }
    // The finder pattern's top edge, by ISO/IEC 18004: seven dark squares in the corner.
    expect(runs[0]).toEqual([0, 0, 7]);
  });

  it('is left out where it could not be read back', () => {
    expect(qrCode(`https://harbour.example/${'a'.repeat(400)}`)).toBeUndefined();
  });
});
