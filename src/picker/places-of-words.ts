/** Where on the page the words stand that a person has typed in place of what was found. */
import { locate, type Locator, type Places } from '../article/chosen.ts';
import { flatText } from '../article/body/blocks.ts';
import { parseStamp } from '../article/metadata/iso-date.ts';
import { peopleIn, personKey } from '../article/metadata/person-name.ts';
import { prepare } from '../article/prepare.ts';
import type { Wording } from '../browser/picking.ts';
import { locatorOf } from './locator.ts';
import { pageWords } from './page-words.ts';

/** Longer than any title, byline or date line. */
const LONG = 300;

/** The places that say just that, as locators. Without those that are nowhere, or nowhere that would be found again. */
export function placesOf(document: Document, url: string, wording: Wording): Places | undefined {
  const { doc } = prepare(document, url);
  const words = pageWords(doc, url);
  /** The first that says it; the innermost, since what holds it says it too. */
  const find = (says: (element: Element) => boolean): Locator | undefined => {
    for (const element of doc.body.querySelectorAll('h1, h2, h3, time, *')) {
      if ((element.textContent?.length ?? 0) > LONG * 3 || !says(element) || [...element.children].some(says)) continue;
      const locator = locatorOf(element, words);
      if (locator.length && locate(doc, locator) === element) return locator;
    }
    return undefined;
  };
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const { title, authors, published } = wording;
  const names = authors?.map(personKey).toSorted().join('|');
  const places = {
    title: title ? find((element) => plain(flatText(element)) === plain(title)) : undefined,
    authors: names ? find((element) => {
      const text = flatText(element);
      return text.length < LONG && peopleIn(text, false).map(personKey).toSorted().join('|') === names;
    }) : undefined,
    published: published ? find((element) => {
      const text = flatText(element);
      return text.length < 120 && (parseStamp(text) ?? parseStamp(element.getAttribute('datetime') ?? ''))?.slice(0, 10) === published.slice(0, 10);
    }) : undefined,
  };
  const found = Object.fromEntries(Object.entries(places).filter(([, locator]) => locator !== undefined)) as Places;
  return Object.keys(found).length ? found : undefined;
}
