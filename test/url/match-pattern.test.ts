import { expect, it } from 'vitest';
import { isCovered } from '../../src/url/match-pattern.ts';

it.each([
  ['https://a.example/x', ['https://a.example/*'], true],
  ['http://a.example/x', ['https://a.example/*'], false],
  ['https://b.a.example/', ['https://a.example/*'], false],
  ['https://b.a.example:8080/', ['*://*.a.example/*'], true],
  ['https://a.example/', ['*://*.a.example/*'], true],
  ['https://nota.example/', ['*://*.a.example/*'], false],
  ['https://a.example/', ['http://*/*'], false],
  ['http://a.example/', ['https://*/*', 'http://*/*'], true],
  ['ftp://a.example/', ['<all_urls>'], false],
  ['nonsense', ['<all_urls>'], false],
])('%s under %j: %s', (address, patterns, covered) => {
  expect(isCovered(address, patterns)).toBe(covered);
});
