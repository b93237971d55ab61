/** An article as it is passed on in a file of its own: its links without what follows people around. */
import type { Article } from '../article/article.ts';
import { sanitizeToElement } from '../article/sanitize.ts';
import { outgoingLink, thoroughLink } from '../url/thorough.ts';

/** The same article; its address, and the addresses of the links in its text, cleaned by the thorough list. */
export function passedOn(article: Article): Article {
  const body = sanitizeToElement(article.html);
  for (const link of body.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    const clean = thoroughLink(href);
    if (clean !== href) link.setAttribute('href', clean);
  }
  return { ...article, url: outgoingLink(article.url), sourceUrl: outgoingLink(article.sourceUrl), html: body.innerHTML };
}
