/** The links of an article as numbered notes at its end: paper has no clicks. */

export interface NumberedLink {
  readonly number: number;
  readonly url: string;
  /** Where the number goes: after the last link in the text with this address at each of its places. */
  readonly places: readonly HTMLAnchorElement[];
}

/**
 * The web links of a body, in order, each address once. In-page and mail links are left out, and so are links round
 * pictures only and links that already show their address.
 */
export function numberedLinks(body: Element, ownUrl: string): readonly NumberedLink[] {
  const found = new Map<string, HTMLAnchorElement[]>();
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const address = URL.parse(link.getAttribute('href') ?? '');
    if (!address || (address.protocol !== 'http:' && address.protocol !== 'https:')) continue;
    const words = link.textContent.trim();
    if (!words || words.includes(address.host + address.pathname.replace(/\/$/, '')) || isSamePage(address, ownUrl)) continue;
    const places = found.get(address.href);
    if (places) places.push(link);
    else found.set(address.href, [link]);
  }
  return Array.from(found, ([url, places], index) => ({ number: index + 1, url, places }));
}

/**
 * How the links of a body are marked: by number, or by letter (a … z, aa, ab …) where the text numbers notes of its own. Two
 * rows of raised numbers in one text can't be told apart on paper.
 *
 * @returns the mark of a link, by its number from 1
 */
export function linkMarks(body: Element): (number: number) => string {
  const hasNumberedNotes = [...body.querySelectorAll('a[href^="#"]')].some((link) => /^[[(]?\p{N}{1,4}[\])]?$/u.test(link.textContent.trim()));
  return hasNumberedNotes ? inLetters : String;
}

function inLetters(number: number): string {
  let letters = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCodePoint(97 + ((left - 1) % 26)) + letters;
  return letters;
}

/** Links of a body that are a mere sign and lead back, from a note to the text: paper can't be clicked, and the note's number says where it belongs. */
export function waysBack(body: Element): readonly HTMLAnchorElement[] {
  const signs = [...body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].filter((link) => !/[\p{L}\p{N}]/u.test(link.textContent) && !link.querySelector('img'));
  const named = signs.length ? new Map([...body.querySelectorAll('[id]')].map((element) => [`#${element.id}`, element])) : undefined;
  return signs.filter((link) => {
    const target = named?.get(link.getAttribute('href') ?? '');
    return target ? (link.compareDocumentPosition(target) & 2 /* preceding */) !== 0 : false;
  });
}

function isSamePage(address: URL, ownUrl: string): boolean {
  const own = URL.parse(ownUrl);
  return own !== null && own.origin === address.origin && own.pathname === address.pathname && own.search === address.search && address.hash !== '';
}
