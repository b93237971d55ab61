/**
 * What a person has pointed at on a page, as places to look in: on that page, and on others of its site. Written by the
 * picker (`picker/locator.ts`), obeyed here; where nothing stands there, or nonsense, the pipeline's own choice holds.
 */

/** Selectors for one element, the one that will live longest first. Each counts only where it names a single element. */
export type Locator = readonly string[];

export interface Chosen {
  /** `person`: pointed at on this very page. `site`: on an earlier page of this site. It becomes the source in the receipt. */
  readonly by: 'person' | 'site';
  /** The parts of the page that are the article's text, in any order. */
  readonly body?: readonly Locator[];
  readonly title?: Locator;
  readonly authors?: Locator;
  readonly published?: Locator;
}

/** Places by what stands there, as they are remembered for a site. */
export type Places = Omit<Chosen, 'by'>;
export const PLACES = ['body', 'title', 'authors', 'published'] as const satisfies readonly (keyof Places)[];

/** Stands after the source of what was found otherwise, where the place chosen for this site was empty or gone. */
export const MISSED = ':missed';

/** The element that a locator names in a document. */
export function locate(doc: Document, locator: Locator): Element | undefined {
  for (const selector of locator) {
    try {
      const found = doc.querySelectorAll(selector);
      if (found.length === 1) return found[0];
    } catch {
      // A selector that this browser does not read: the next may do.
      continue;
    }
  }
  return undefined;
}
