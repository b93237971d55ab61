// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { minded } from '../../../src/pages/shared/pictures.ts';

/** What is left of an article when none of its pictures comes. */
function withoutPictures(html: string): string {
  const article = document.createElement('article');
  article.innerHTML = html;
  minded(article);
  for (const picture of article.querySelectorAll('img')) picture.dispatchEvent(new Event('error'));
  return article.innerHTML;
}

it.each([
  ['its words', '<p>a</p><img src="x.jpg" alt="A lamp">', '<p>a</p><span class="picture-words" dir="auto">A lamp</span>'],
  ['its caption, which says more than its words', '<figure><picture><source srcset="y.jpg"><img src="x.jpg" alt="A lamp"></picture><figcaption>The lamp</figcaption></figure>', '<figure><figcaption>The lamp</figcaption></figure>'],
  ['a caption that stands among its sources', '<figure><picture><source srcset="y.jpg"><img src="x.jpg" alt="A lamp"><figcaption>The lamp</figcaption></picture></figure>', '<figure><picture><source srcset="y.jpg"><figcaption>The lamp</figcaption></picture></figure>'],
  ['nothing where it had nothing', '<figure><a href="https://a.example/"><img src="x.jpg" alt=""></a></figure><p>a</p>', '<p>a</p>'],
])('a picture that does not come leaves %s', (_, html, left) => {
  expect(withoutPictures(html)).toBe(left);
});
