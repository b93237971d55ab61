/** Which pictures of an article are not its main one. */

/**
 * Every picture but the first, each as the outermost thing that is nothing but that picture and its caption; a figure round
 * a table, code or text stays.
 */
export function extraPictures(article: Element): readonly Element[] {
  const units = [...new Set([...article.querySelectorAll('img')].map(unitOf))];
  return units.slice(1);
}

function unitOf(picture: Element): Element {
  const figure = picture.closest('figure');
  if (figure && !figure.querySelector('table, pre, blockquote, p')) return figure;
  return picture.closest('picture') ?? picture;
}
