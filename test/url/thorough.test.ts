import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanUrl } from '../../src/url/clean.ts';
import { thoroughLink } from '../../src/url/thorough.ts';
import { CLEANED, TRACKERS, UNTOUCHED } from './addresses.ts';

describe('an address that is passed on', () => {
  it('is tried on at least 150 addresses', () => { expect(TRACKERS.length + CLEANED.length + UNTOUCHED.length).toBeGreaterThanOrEqual(150); });

  it.each(TRACKERS)('leaves out %s, wherever it stands', (tracker) => {
    expect(thoroughLink(`https://paper.example/a?${tracker}&id=7`)).toBe('https://paper.example/a?id=7');
    expect(thoroughLink(`https://paper.example/a?id=7&${tracker}`)).toBe('https://paper.example/a?id=7');
    expect(thoroughLink(`https://paper.example/a?${tracker}`)).toBe('https://paper.example/a');
  });
  it.each(CLEANED)('%s', (address, clean) => { expect(thoroughLink(address)).toBe(clean); });
  it.each(UNTOUCHED)('leaves alone %s', (address) => { expect(thoroughLink(address)).toBe(address); });

  it('is cleaned once and for all, and never becomes anything but a web address', () => {
    const part = fc.constantFrom('https://', 'www.google.com', 'l.facebook.com', '/url?q=', '/l.php?u=', 'https%3A%2F%2F', 'javascript:', 'data:text/html,', 'paper.example', '?', '&', '=', 'utm_source=1', 'amp/', '/amp/s/', '%', '%2F', '#', 'x', 'cdn.ampproject.org', '/ck/a?u=a1', 'aHR0cHM6Ly9h', '@', ':', '\n', '\u202e');
    fc.assert(fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const address = `https://${parts.join('')}`;
      const clean = thoroughLink(address);
      if (URL.parse(address)) expect(URL.parse(clean)?.protocol).toMatch(/^https?:$/);
      else expect(clean).toBe(address);
      expect(thoroughLink(clean)).toBe(clean);
    }), { numRuns: 400 });
  });

  it('knows all that the content script’s short list knows', () => {
    for (const tracker of TRACKERS.slice(0, 60)) expect(thoroughLink(cleanUrl(`https://paper.example/a?${tracker}`))).toBe('https://paper.example/a');
  });
});
