/** What the address bar offers: the best few articles for the words typed. */
import type { AddressBarLine } from '../../browser/address-bar.ts';
import type { Answer } from '../../browser/messages.ts';
import { rowsOf, searchLibrary, siteOf } from '../../library/library.ts';

/** Lines that both browsers show, and letters of what is typed that are looked at. */
const MOST = 6;
const LONGEST = 200;

export async function suggest(typed: string): Promise<Answer<readonly AddressBarLine[]>> {
  const words = typed.trim().slice(0, LONGEST);
  const found = words === '' ? undefined : await searchLibrary(words, 'best');
  if (!found?.ok) return found ?? { ok: true, value: [] };
  const rows = await rowsOf(found.value.slice(0, MOST));
  if (!rows.ok) return rows;
  const lines = rows.value.items.map((saved) => ({ content: saved.url, description: `${saved.title} – ${saved.publication ?? saved.siteName ?? siteOf(saved)}` }));
  return { ok: true, value: lines };
}
