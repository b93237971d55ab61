/**
 * The hidden document: fetches a page whose site the person has allowed, finds the article, leaves it as a draft. And does
 * the housework of the index, which is too much for the worker.
 */
import { extract } from '../../article/extract.ts';
import { handle, type Answer } from '../../browser/messages.ts';
import { addPictures, getArticle, putDraft, tendIndex } from '../../library/library.ts';
import { fetchPage } from './fetch-page.ts';
import { fetchPictures } from './fetch-pictures.ts';

handle({ fetchDraft: ({ url }) => fetchDraft(url), tendIndex: () => tendIndex(), fetchPictures: ({ id, urls }) => keepFetched(id, urls) });

/** Each is kept as soon as it is there. */
async function keepFetched(id: number, urls: readonly string[]): Promise<Answer<undefined>> {
  const entry = await getArticle(id);
  if (!entry.ok) return entry;
  const { article } = entry.value;
  if (article) for await (const picture of fetchPictures(urls)) {
    const kept = await addPictures(id, article, [picture]);
    if (!kept.ok) return kept;
  }
  return { ok: true, value: undefined };
}

async function fetchDraft(url: string): Promise<Answer<{ draftId: string }>> {
  const page = await fetchPage(url);
  if (!page.ok) return page;
  const found = extract(page.value.document, page.value.url);
  if (!found.ok) return { ok: false, reason: found.reason === 'failed' ? 'failed' : 'linkNoArticle' };
  const { article } = found;
  const draft = await putDraft({ article, page: { url: article.url, title: article.title } }, Date.now());
  return draft.ok ? { ok: true, value: { draftId: draft.value } } : draft;
}
