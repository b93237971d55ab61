import { describe, expect, it } from 'vitest';
import { pictureType } from '../../src/library/picture-type.ts';

const bytes = (...parts: readonly (string | number)[]) => Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((sign) => sign.charCodeAt(0)))));

describe('a picture is what its first bytes say', () => {
  it.each([
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)], ['image/png', bytes(0x89, 'PNG', 0x0d, 0x0a)], ['image/gif', bytes('GIF89a')],
    ['image/webp', bytes('RIFF', 1, 2, 3, 4, 'WEBP')], ['image/avif', bytes(0, 0, 0, 28, 'ftypavif')], ['image/bmp', bytes('BM')],
    ['image/svg+xml', bytes('<?xml version="1.0"?> <!-- made by hand --><!-- on a Sunday -->\n<!DOCTYPE svg PUBLIC "x"><svg viewBox="0 0 1 1">')],
  ])('%s', (type, given) => expect(pictureType(given)).toBe(type));
  it.each([
    ['a page', '<!doctype html><svg>'], ['a page behind comments', '<!-- a --><!-- b --><html><svg>'], ['a comment without end', '<!-- <svg>'], ['nothing', ''],
    // Tried in every way there is to take it apart, this has no end before the sun goes out.
    ['comments without a drawing', '<!---->'.repeat(142)],
  ])('%s is none', (_, given) => expect(pictureType(bytes(given))).toBeUndefined());
});
