/** The pictures of saved articles, on their way from a tab or from allowed sites into the library. */
import type { Answer } from '../../browser/messages.ts';
import { bytesOf, type PagePicture } from '../../browser/page-pictures.ts';
import { addPictures, getArticle, missingPictures, type Article } from '../../library/library.ts';
import { isCovered } from '../../url/match-pattern.ts';
import { fetchPictures } from './fetch-pictures.ts';

export async function listMissing(id: number): Promise<Answer<readonly string[]>> {
  const article = await articleOf(id);
  return article ? missingPictures(id, article) : { ok: true, value: [] };
}

export async function storeFound(id: number, found: readonly PagePicture[]): Promise<Answer<undefined>> {
  const article = await articleOf(id);
  if (!article) return { ok: true, value: undefined };
  const added = await addPictures(id, article, found.flatMap((picture) => {
    const blob = bytesOf(picture);
    return blob ? [{ url: picture.url, blob }] : [];
  }));
  return added.ok ? { ok: true, value: undefined } : added;
}

/** Each is kept as soon as it is there; and at the end, also when there was nothing to keep, it is known how many are. */
export async function fetchMissing(id: number, sites: readonly string[]): Promise<Answer<undefined>> {
  const article = await articleOf(id);
  if (!article) return { ok: true, value: undefined };
  const missing = await missingPictures(id, article);
  if (!missing.ok) return missing;
  for await (const picture of fetchPictures(missing.value.filter((url) => isCovered(url, sites)))) {
    const kept = await addPictures(id, article, [picture]);
    if (!kept.ok) return kept;
  }
  const counted = await addPictures(id, article, []);
  return counted.ok ? { ok: true, value: undefined } : counted;
}

async function articleOf(id: number): Promise<Article | undefined> {
  const entry = await getArticle(id);
  return entry.ok ? entry.value.article : undefined;
}
