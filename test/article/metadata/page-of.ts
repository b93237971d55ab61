/** A prepared page from a piece of HTML, as the pipeline would hand it on. */
import { JSDOM } from 'jsdom';
import { findMetadata, type Metadata } from '../../../src/article/metadata/metadata.ts';
import { prepare } from '../../../src/article/prepare.ts';

export function metadataOf(html: string, url = 'https://example.org/story'): Metadata {
  return findMetadata(prepare(new JSDOM(html).window.document, url));
}

/** Running text, in no particular language, long enough to be taken for an article's body. */
export const PROSE = Array.from({ length: 4 }, (_, i) => `<p>${'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. '.repeat(2)}${'abcd'[i]}</p>`).join('');
