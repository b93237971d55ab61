/** The text of the article on the page and its places, read once and again when its nodes have changed. */
import { placesIn, type TextPlaces } from '../../article/text-places.ts';

export interface ArticlePlaces {
  now(): TextPlaces;
  /** Nodes have been put in or split: what was read is out of date. */
  stale(): void;
}

export function articlePlaces(body: Element): ArticlePlaces {
  let read: TextPlaces | undefined;
  return { now: () => (read ??= placesIn(body)), stale: () => { read = undefined; } };
}
