/** In the hidden document: the links that are wanted, fetched slowly and politely until none is left, or it is told to stop. */
import { extract } from '../../article/extract.ts';
import { withUpright } from '../../article/upright.ts';
import type { Answer, TextsLeft } from '../../browser/messages.ts';
import { onTextsStopped } from '../../browser/text-fetching.ts';
import { fillLink, listIds, noteTrouble, rowsOf, siteOf, type FetchReason, type FetchState, type LibraryAnswer, type SavedArticle } from '../../library/library.ts';
import { isCovered } from '../../url/match-pattern.ts';
import { fetchPage, type PageAnswer } from './fetch-page.ts';
import { LinkQueue } from './link-queue.ts';

/** Pages fetched at the same time, each from another site. */
const LANES = 4;
/** Milliseconds after which a link that failed is asked for again; after the last of them it is given up. */
const AGAIN = [60_000, 60 * 60_000, 24 * 60 * 60_000];
/** Reasons that asking again does not change, and what the link is then. */
const FINAL: Partial<Record<string, FetchState>> = { linkGone: 'broken', linkForbidden: 'broken', linkNotPage: 'textless', linkNoArticle: 'textless', tooLarge: 'textless' };
/** Milliseconds until an empty line or a metered one is looked at again. */
const LATER = 60_000;

let running: { readonly end: Promise<Answer<TextsLeft>>; readonly stop: AbortController } | undefined;

/** Goes on; who calls while it is going on waits for the same end. */
export function goOnFetching(sites: readonly string[]): Promise<Answer<TextsLeft>> {
  if (!running) {
    const stop = new AbortController();
    const end = fetchLinks(sites, stop.signal).finally(() => { running = undefined; });
    running = { end, stop };
  }
  return running.end;
}

onTextsStopped(() => running?.stop.abort());

/** Why this computer should not fetch just now, by what the browser tells of its line. */
function restsBecause(): 'offline' | 'metered' | undefined {
  if (!navigator.onLine) return 'offline';
  const { connection } = navigator as { connection?: { readonly saveData?: boolean; readonly type?: string } };
  return connection?.saveData || connection?.type === 'cellular' ? 'metered' : undefined;
}

async function fetchLinks(sites: readonly string[], stop: AbortSignal): Promise<Answer<TextsLeft>> {
  const ids = await listIds({ filter: 'wanted' });
  if (!ids.ok) return ids;
  const queue = new LinkQueue(ids.value, async (some) => {
    const rows = await rowsOf(some);
    return rows.ok ? rows.value.items.filter((row) => !row.hasBody && isCovered(row.url, sites)).map((row) => ({ row, site: siteOf(row), after: row.fetchTrouble?.after ?? 0 })) : [];
  });
  let rests: string | undefined;
  let failure: LibraryAnswer<never> | undefined;
  const lane = async (): Promise<void> => {
    while (!stop.aborted && !rests && !failure) {
      rests = restsBecause();
      const next = rests ? undefined : await queue.next(Date.now());
      if (next === undefined) return;
      if (next === 'wait') {
        await new Promise((resolve) => { setTimeout(resolve, 250); });
        continue;
      }
      const page = await fetchPage(next.row.url, false);
      queue.done(next.site, Date.now(), !page.ok && 'wait' in page ? page.wait : 0);
      if (!page.ok && page.reason === 'offline') rests = 'offline';
      else {
        const kept = await keep(next.row, page, Date.now(), (at) => queue.later(at));
        if (!kept.ok) failure = kept;
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failure) return failure;
  const left = await listIds({ filter: 'wanted' });
  if (!left.ok) return left;
  const next = rests ? Date.now() + LATER : stop.aborted ? Date.now() : queue.soonest;
  return { ok: true, value: { left: left.value.length, ...(next !== undefined && { next }), ...(rests && { waits: rests }) } };
}

/** Puts what came of it into the library: the text, or the reason why there is none. */
async function keep(row: SavedArticle, page: PageAnswer, now: number, later: (at: number) => void): Promise<LibraryAnswer<unknown>> {
  const reason = page.ok ? await take(row, page.value, now) : page.reason as FetchReason;
  if (typeof reason !== 'string') return reason;
  const tries = (row.fetchTrouble?.tries ?? 0) + 1;
  const again = !page.ok && 'wait' in page ? Math.max(page.wait, AGAIN[tries - 1] ?? 0) : AGAIN[tries - 1];
  const final = FINAL[reason] ?? (again === undefined || tries > AGAIN.length ? 'broken' : undefined);
  if (final || again === undefined) return noteTrouble(row.id, { reason, tries }, final ?? 'broken', now);
  later(now + again);
  return noteTrouble(row.id, { reason, tries, after: now + again }, 'wanted', now);
}

async function take(row: SavedArticle, { document, url }: { readonly document: Document; readonly url: string }, now: number): Promise<FetchReason | LibraryAnswer<unknown>> {
  const found = extract(document, url);
  return found.ok ? fillLink(row.id, withUpright(found.article, document), now) : 'linkNoArticle';
}
