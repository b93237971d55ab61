/** What the steps of the pipeline read: an inert copy of the page. The live page is never handed on. */
import type { JsonLdNode } from './json-ld.ts';

export interface PreparedPage {
  /**
   * An inert clone of the whole page, head included, for reading only: every step that wants to change it works on
   * a clone of its own. Scripts and styles are gone. Form controls and
   * pictures have no `name`, so that a page can't put an element in the place of a method (DOM clobbering).
   */
  readonly doc: Document;
  /** The address the page was loaded from, absolute. Relative addresses in `doc` resolve against `baseUrl`. */
  readonly url: string;
  /** The page's base address (`<base href>` taken into account), absolute. */
  readonly baseUrl: string;
  /** Every JSON-LD object of the page, flattened out of arrays and `@graph`, in the page's order. See `json-ld.ts`. */
  readonly jsonLd: readonly JsonLdNode[];
}
