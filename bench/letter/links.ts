/** Addresses cleaned: the tests' table, and the outgoing links of real pages. */
import { thoroughLink } from '../../src/url/thorough.ts';
import { CLEANED, TRACKERS, UNTOUCHED } from '../../test/url/addresses.ts';

/** How much of the table a cleaner gets right. */
export function tableRight(clean: (address: string) => string): { readonly right: number; readonly of: number; readonly damaged: number } {
  const cases = [...TRACKERS.map((tracker) => [`https://paper.example/a?${tracker}&id=7`, 'https://paper.example/a?id=7'] as const), ...CLEANED];
  return { right: cases.filter(([address, wanted]) => clean(address) === wanted).length, of: cases.length, damaged: UNTOUCHED.filter((address) => clean(address) !== address).length };
}
export const tableSize = TRACKERS.length + CLEANED.length + UNTOUCHED.length;
export { thoroughLink };

export interface LinkFigures {
  readonly links: number;
  readonly changed: number;
  readonly unwrapped: number;
  /** Parameter at its site, and how often it was left out. */
  readonly removed: ReadonlyMap<string, number>;
}

/** What cleaning does to outgoing links: those of real pages, each address once. */
export function cleanLinks(addresses: Iterable<string>): LinkFigures {
  const removed = new Map<string, number>();
  let links = 0;
  let changed = 0;
  let unwrapped = 0;
  for (const address of addresses) {
    const before = URL.parse(address);
    if (!before || !/^https?:$/.test(before.protocol)) continue;
    links++;
    const after = new URL(thoroughLink(before.href));
    if (after.href === before.href) continue;
    changed++;
    if (after.hostname !== before.hostname) { unwrapped++; continue; }
    const kept = new Set(after.search.slice(1).split('&').map((part) => part.split('=')[0]));
    for (const part of before.search.slice(1).split('&')) {
      const name = part.split('=')[0] ?? '';
      if (!name || kept.has(name)) continue;
      const key = `${name} at ${before.hostname.replace(/^www\./, '')}`;
      removed.set(key, (removed.get(key) ?? 0) + 1);
    }
  }
  return { links, changed, unwrapped, removed };
}
