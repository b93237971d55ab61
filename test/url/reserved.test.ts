import { expect, it } from 'vitest';
import { isReserved } from '../../src/url/reserved.ts';

it.each([
  ['https://passalong.example/tin', true], ['http://a.b.INVALID./', true],
  ['https://example.org/', false], ['https://example.com.ua/', false], ['https://www.examples/', false], ['http://127.0.0.1:8080/x.example', false], ['nonsense', false],
])('%s leads nowhere: %s', (address, expected) => expect(isReserved(address)).toBe(expected));
