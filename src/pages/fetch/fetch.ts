/**
 * The hidden document: fetches a page whose site the person has allowed, finds the article, leaves it as a draft. And does
 * the housework of the index, and the address bar's searches, which are too much for the worker.
 */
import type { Article } from '../../article/article.ts';
import { extract } from '../../article/extract.ts';
import { withUpright } from '../../article/upright.ts';
import { handle, type Answer } from '../../browser/messages.ts';
import { pruneDrafts, prunePositions, purgeRemoved, putDraft, REMOVED_LIFE, tendIndex } from '../../library/library.ts';
import { fetchPage } from './fetch-page.ts';
import { goOnFetching } from './link-texts.ts';
import { fetchMissing, listMissing, storeFound } from './keep-pictures.ts';
import { suggest } from './suggest.ts';

handle({
  fetchDraft: ({ url }) => fetchDraft(url),
  fetchArticle: ({ url }) => fetchArticle(url),
  housework,
  suggest: ({ typed }) => suggest(typed),
  missingPictures: ({ id }) => listMissing(id),
  storePictures: ({ id, found }) => storeFound(id, found),
  fetchPictures: ({ id, sites }) => fetchMissing(id, sites),
  fetchLinks: ({ sites }) => goOnFetching(sites),
});

async function fetchArticle(url: string): Promise<Answer<Article>> {
  const page = await fetchPage(url);
  if (!page.ok) return page;
  const found = extract(page.value.document, page.value.url);
  if (!found.ok) return { ok: false, reason: found.reason === 'failed' ? 'failed' : 'linkNoArticle' };
  return { ok: true, value: withUpright(found.article, page.value.document) };
}

async function fetchDraft(url: string): Promise<Answer<{ draftId: string }>> {
  const found = await fetchArticle(url);
  if (!found.ok) return found;
  const article = found.value;
  const draft = await putDraft({ article, page: { url: article.url, title: article.title } }, Date.now());
  return draft.ok ? { ok: true, value: { draftId: draft.value } } : draft;
}

/** What was removed a month ago goes for good, drafts and places after their week; what is new is indexed. */
async function housework(): Promise<Answer<undefined>> {
  const now = Date.now();
  await purgeRemoved(now - REMOVED_LIFE);
  await pruneDrafts(now);
  await prunePositions(now);
  return tendIndex();
}
