/** What of a page a person may point at from here, and what is remembered of it for the page's site. */
import type { TabLike } from '../../browser/capture.ts';
import { placesOfWords, startPicker } from '../../browser/picking.ts';
import { forgetPlaces, rememberPlaces } from '../../browser/site-choices.ts';
import { siteOf } from '../../browser/site-places.ts';
import type { ReceiptWays } from './receipt.ts';

/** @param again looks at the page anew and shows what is found */
export function picksIn(tab: TabLike, again: () => Promise<void>): Omit<ReceiptWays, 'use'> {
  const { id, url = '' } = tab;
  const own = siteOf(url);
  // Of a private window nothing is noted; what was noted before is used there, and can be forgotten.
  const site = tab.incognito ? undefined : own;
  return {
    ...(site === undefined ? {} : { site }),
    async pick(what) {
      if (id !== undefined) await startPicker(id, { what, verb: 'read', mayRemember: site !== undefined });
      // The page needs the focus that the popup has.
      window.close();
    },
    async remember(typed, before) {
      const places = id === undefined ? undefined : await placesOfWords(id, {
        ...(typed.title === before.title ? {} : { title: typed.title }),
        ...(typed.authors === before.authors ? {} : { authors: typed.authors.split(/[,;，、،]/).map((name) => name.trim()).filter(Boolean) }),
        ...(typed.day === before.day ? {} : { published: typed.day }),
      });
      if (places) await rememberPlaces(url, places, Date.now());
      return places !== undefined;
    },
    async forget(place) {
      if (own !== undefined) await forgetPlaces(own, place);
      await again();
    },
  };
}
