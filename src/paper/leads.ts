/** What never stands last on a sheet: headings, the bold lines that many pages have in their place, words that lead on to a list. Pure. */

const HEADINGS = 'h1,h2,h3,h4,h5,h6,dt,summary';
/** A heading that ends an entry of a list has nothing to lead on to: the next entry is one of its kind. Behind the last one the text may go on. */
const LISTED_HEADING = 'li:not(:last-child) > :is(h1,h2,h3,h4,h5,h6):last-child';
const LISTED = 'ul,ol,dl,blockquote,pre,table,.wide';
const BLOCKS = 'address,article,aside,blockquote,details,div,dl,figure,h1,h2,h3,h4,h5,h6,hr,ol,p,pre,section,table,ul';
/** Letters up to which a bold line can be a heading, and a line with a colon at its end an introduction: two lines or so. */
const LONGEST = 140;

/**
 * The elements of an article that lead on to what follows them. Of bold lines one after another (a poem, an article that is
 * bold throughout) only the last one does: else none of them could be parted from any other.
 *
 * @returns headings, and the lines that stand for one
 */
export function leadsIn(article: Element): { readonly headings: readonly HTMLElement[]; readonly lines: readonly HTMLElement[] } {
  const short = [...article.querySelectorAll<HTMLElement>('p, div')].filter((line) => lettersIn(line) <= LONGEST && line.querySelector(BLOCKS) === null && !line.closest('table, figure, pre'));
  const bold = new Set<Element>(short.filter(isBold));
  return {
    headings: [...article.querySelectorAll<HTMLElement>(HEADINGS)].filter((heading) => !heading.matches(LISTED_HEADING)),
    lines: short.filter((line) => {
      const next = line.nextElementSibling;
      if (!next || next.matches(`${HEADINGS},hr`) || bold.has(next)) return false;
      return bold.has(line) || (/[:：]\s*$/.test(line.textContent) && next.matches(LISTED));
    }),
  };
}

/** Of an empty element: more than any has. */
const lettersIn = (element: Element): number => element.textContent.trim().length || Number.POSITIVE_INFINITY;

/** Whether all the letters of a line are bold. */
function isBold(line: Element): boolean {
  const copy = line.cloneNode(true) as Element;
  for (const bold of copy.querySelectorAll('b, strong')) bold.remove();
  return !/[\p{L}\p{N}]/u.test(copy.textContent);
}
