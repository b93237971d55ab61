/** How the library says numbers, sizes, dates and troubles. */
import { t, uiLanguage, type MessageKey } from '../../browser/i18n.ts';
import type { LibraryReason } from '../../library/library.ts';
import type { Leaf, ListName, View } from './view.ts';

/** A count in words: the first key for exactly one, the second for other numbers. */
export function counted(one: MessageKey, many: MessageKey, n: number): string {
  return n === 1 ? t(one) : t(many, n.toLocaleString(uiLanguage()));
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes as a person says them: "214 MB". Below ten of a unit one decimal is shown. */
export function sizeWords(bytes: number, locale: string): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: 'unit', unit: UNITS[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step > 1 && size < 10 ? 1 : 0,
  }).format(size);
}

/** A day on this machine's calendar, short. */
export function dayWords(time: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { day: 'numeric', month: 'short', year: 'numeric' }).format(time);
}

const LIST_NAMES: Readonly<Record<ListName, MessageKey>> = {
  unread: 'libUnread', begun: 'libBegun', archived: 'libArchive', favourite: 'libFavourites', '*': 'libEverything', untagged: 'libUntagged', link: 'libLinks', removed: 'libRemoved',
};
const LEAF_NAMES: Readonly<Record<Leaf, MessageKey>> = { highlights: 'highlights', tags: 'libTags', sites: 'libSites', authors: 'libAuthors', years: 'libYears', reading: 'libReading', storage: 'libOnComputer' };

/** The heading of a view: a list's name, or the tag, site, author or year. */
export function viewWords(view: View): string {
  switch (view.kind) {
    case 'list': return t(LIST_NAMES[view.list]);
    case 'facet': return view.facet === 'tag' ? `#${view.name}` : view.name;
    case 'leaf': return t(LEAF_NAMES[view.leaf]);
  }
}

const TROUBLE: Readonly<Record<LibraryReason, MessageKey>> = {
  full: 'libTrouble_full', gone: 'libTrouble_gone', blocked: 'libTrouble_blocked', damaged: 'libTrouble_damaged', failed: 'libTrouble_failed',
};

/** What to tell a person when the library could not do it. */
export function troubleWords(reason: LibraryReason): string {
  return t(TROUBLE[reason]);
}
