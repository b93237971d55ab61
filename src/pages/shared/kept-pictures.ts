/** An article with the pictures that are kept here in place of those on the web. */
import type { Article } from '../../article/article.ts';
import { sanitizeToElement } from '../../article/sanitize.ts';
import { picturesOf } from '../../library/library.ts';
import { needsLeadPicture } from './lead-picture.ts';

/** The article as it is to be shown: nothing of a picture that is kept is asked of the web. */
export async function withKeptPictures(article: Article, id: number): Promise<Article> {
  const kept = await picturesOf(id);
  if (!kept.ok || kept.value.length === 0) return article;
  // The addresses live as long as the page, like the article itself.
  const addresses = new Map(kept.value.map(({ url, blob }) => [url, URL.createObjectURL(blob)]));
  const body = sanitizeToElement(article.html);
  const { leadImage, ...rest } = article;
  // Told from the addresses of the web, which will not be there afterwards.
  const lead = leadImage && needsLeadPicture(body, leadImage) ? addresses.get(leadImage) ?? leadImage : undefined;
  for (const picture of body.querySelectorAll('img')) {
    const here = addresses.get(picture.getAttribute('src') ?? '');
    if (here === undefined) continue;
    picture.setAttribute('src', here);
    picture.removeAttribute('srcset');
    picture.removeAttribute('sizes');
    for (const source of picture.closest('picture')?.querySelectorAll('source') ?? []) source.remove();
  }
  return { ...rest, html: body.innerHTML, ...(lead === undefined ? {} : { leadImage: lead }) };
}
