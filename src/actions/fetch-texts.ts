/** The texts of links that came without: fetched in the hidden document, one after another, for as long as it is wished. */
import { withHiddenDocument } from '../browser/hidden-document.ts';
import { send, type Answer, type TextsLeft } from '../browser/messages.ts';
import { allowedSites } from '../browser/permissions.ts';
import { isFetchingTexts } from '../browser/text-fetching.ts';

/** Goes on where it was left, if it is to go on at all. */
export async function fetchTexts(): Promise<Answer<TextsLeft>> {
  if (!await isFetchingTexts()) return { ok: true, value: { left: 0 } };
  return withHiddenDocument(async () => send('fetchLinks', { sites: await allowedSites() }));
}
