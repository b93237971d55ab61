/** Finding and opening articles from the address bar. */
import type { AddressBarLine } from '../browser/address-bar.ts';
import { withHiddenDocument } from '../browser/hidden-document.ts';
import { send } from '../browser/messages.ts';
import { openIn, pageUrl } from '../browser/tabs.ts';
import { findByUrl } from '../library/library.ts';

/** Milliseconds the hidden document waits for the next letter. */
const PAUSE = 4_000;

/** The hidden document searches: the index's reading is too much code for the worker. */
export function suggestFor(typed: string, show: (lines: readonly AddressBarLine[]) => void): Promise<void> {
  return withHiddenDocument(async () => {
    const found = await send('suggest', { typed });
    if (found.ok) show(found.value);
    await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
  });
}

/** An article that was chosen opens; other words are looked for in the library. */
export async function openFromAddressBar(content: string, how: Parameters<typeof openIn>[1]): Promise<void> {
  const saved = await findByUrl(content);
  await openIn(saved ? (saved.hasBody ? pageUrl('reader', { id: saved.id }) : saved.url) : `${pageUrl('library')}#search/${encodeURIComponent(content)}`, how);
}
