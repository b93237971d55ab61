/** Title, people and date read from where a person has pointed. */
import { flatText } from '../body/blocks.ts';
import { locate, MISSED, type Chosen } from '../chosen.ts';
import { parseStamp } from './iso-date.ts';
import type { Metadata } from './metadata.ts';
import { peopleIn } from './person-name.ts';

/** Longer than any title, byline or date line. */
const LONG = 400;

/** The metadata with the chosen fields read from where the person pointed. */
export function asChosen(found: Metadata, doc: Document, chosen: Chosen): Metadata {
  const out = { ...found, provenance: { ...found.provenance }, bylineTexts: [...found.bylineTexts] };
  const put = <K extends 'title' | 'authors' | 'published'>(field: K, read: (text: string, element: Element) => Metadata[K] | undefined): void => {
    const locator = chosen[field];
    if (!locator) return;
    const element = locate(doc, locator);
    const text = element ? flatText(element) : '';
    const value = element && text.length < LONG ? read(text, element) : undefined;
    const proof = out.provenance[field];
    if (value?.length) {
      (out as Pick<Metadata, K>)[field] = value;
      out.bylineTexts.push(text);
      out.provenance[field] = { source: chosen.by, confidence: 1 };
    } else if (proof) out.provenance[field] = { ...proof, source: proof.source + MISSED };
  };
  put('title', (text) => text);
  put('authors', (text) => peopleIn(text, false));
  // The day that the page shows is the day; a stamp may fall on another.
  put('published', (text, element) => parseStamp(text) ?? parseStamp(element.getAttribute('datetime') ?? ''));
  return out;
}
