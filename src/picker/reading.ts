/** What was picked, read as an article, and where its like stands on other pages of the site. */
import type { ExtractResult } from '../article/article.ts';
import { locate, PLACES, type Chosen, type Locator, type Places } from '../article/chosen.ts';
import { extract } from '../article/extract.ts';
import { prepare } from '../article/prepare.ts';
import { withUpright } from '../article/upright.ts';
import type { PickWhat } from '../browser/picking.ts';
import { compose, isInPlace } from './compose.ts';
import { locatorOf, pathOf } from './locator.ts';
import { pageWords } from './page-words.ts';

export interface Pick {
  readonly what: PickWhat;
  readonly element: Element;
}

/** The page as an article with what was picked in place of what would have been found. */
export function readPicked(page: Document, url: string, picks: readonly Pick[]): ExtractResult {
  const { doc, selectors } = compose(page, picks.map(({ element }) => element));
  const chosen = gather(picks.map(({ what }, n) => [what, [selectors[n] ?? ''].filter(Boolean)] as const));
  const found = extract(doc, url, { chosen: { ...chosen, by: 'person' } });
  // The page itself is asked: the copy has no styles.
  return found.ok ? { ok: true, article: withUpright(found.article, page) } : found;
}

/**
 * Where the same stands on other pages of the site. Tried on this page first: what does not find again even here is left out.
 * @returns undefined when nothing about the places is likely to last
 */
export function lastingPlaces(page: Document, url: string, picks: readonly Pick[]): Places | undefined {
  const { doc } = prepare(page, url);
  const words = pageWords(doc, url);
  const found = picks.map(({ what, element }) => {
    const copy = isInPlace(element, page) ? locate(doc, [pathOf(element)]) : undefined;
    return [what, copy ? locatorOf(copy, words) : []] as const;
  });
  const places = gather(found);
  const tried = extract(page, url, { chosen: { ...places, by: 'site' } });
  if (!tried.ok) return undefined;
  const sure = PLACES.filter((place) => places[place] !== undefined && tried.article.provenance[place]?.source === 'site');
  return sure.length ? Object.fromEntries(sure.map((place) => [place, places[place]])) as Places : undefined;
}

/** All parts of the text, and for each field the last place. A text of which one part has no place has none. */
function gather(found: readonly (readonly [PickWhat, Locator])[]): Omit<Chosen, 'by'> {
  const body = found.filter(([what]) => what === 'body').map(([, locator]) => locator);
  const fields = found.filter(([what, locator]) => what !== 'body' && locator.length > 0);
  return { ...(body.length && body.every(({ length }) => length > 0) ? { body } : {}), ...Object.fromEntries(fields) };
}
