/** Pictures as the reader would have seen them: lazy ones resolved, addresses absolute, counting pixels gone. */
import { srcsetOf } from '../allow-list.ts';

/** Where lazy loaders put the true address, best first. */
const LAZY_SRC = ['data-src', 'data-original', 'data-lazy-src', 'data-lazyload', 'data-lazy', 'data-url', 'data-hi-res-src', 'data-full-src', 'data-orig-file', 'data-large-file', 'data-original-src', 'data-img-src', 'data-image', 'data-src-large', 'data-pin-media'];
const LAZY_SRCSET = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];
/** What stands in `src` until the true picture is asked for. */
const PLACEHOLDER = /^data:image\/(?:gif|svg|png;base64,iVBOR.{0,300}$)|(?:^|[/_-])(?:blank|spacer|placeholder|loading|lazy|transparent|pixel|grey|clear|1x1|empty)[\w-]*\.(?:gif|png|svg|jpe?g|webp)/i;
const FILE = /^[^\s]+\.(?:jpe?g|png|webp|avif|gif)(?:[?#]\S*)?$/i;

/** Characters of an address; a longer one is none, and would only keep the patterns busy. */
const LONGEST = 8_192;
const isPlaceholder = (address: string): boolean => PLACEHOLDER.test(address.slice(0, LONGEST));

/** What a whole address and one from the site's root may hold to stand as they are: most do, and need not be parsed. */
const PLAIN = /^(https?:\/\/[a-z\d.-]+\.[a-z]+)?(?:\/(?![./]|%2e)[\w\-+~=&,;:@!$*().?%]*)+$/;

/** Resolves one address against the base; undefined when it is none of http, https and (for pictures) data. */
export function absolute(address: string | null | undefined, base: string): string | undefined {
  const trimmed = address?.trim();
  if (!trimmed) return undefined;
  if (/^data:image\//i.test(trimmed)) return trimmed;
  if (trimmed.length > LONGEST) return undefined;
  const plain = PLAIN.exec(trimmed);
  if (plain?.[1]) return trimmed;
  const [origin] = plain ? /^https?:\/\/[a-z\d.-]+\.[a-z]+(?=\/)/.exec(base) ?? [] : [];
  if (origin) return origin + trimmed;
  const parsed = URL.parse(trimmed, base);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

/** A srcset with absolute addresses. */
const absoluteSrcset = (srcset: string, base: string): string => srcsetOf(srcset, (address) => (address.startsWith('data:') ? undefined : absolute(address, base))) ?? '';

/**
 * Resolves every picture under `root`, in place: lazy addresses, `<picture>`, copies in `<noscript>`; takes out pictures
 * without an address and those too small to be seen.
 * @param parse makes an inert document of the text that a `<noscript>` holds on a page where scripts run
 */
export function resolvePictures(root: Element, base: string, parse: (html: string) => Document): void {
  for (const noscript of root.querySelectorAll('noscript')) releaseNoscript(noscript, parse);
  for (const source of root.querySelectorAll('picture > source')) {
    const srcset = firstOf(source, LAZY_SRCSET) ?? source.getAttribute('srcset') ?? '';
    const resolved = absoluteSrcset(srcset, base);
    if (resolved) source.setAttribute('srcset', resolved);
    else source.remove();
  }
  for (const box of root.querySelectorAll('[style*="background"]')) showBackground(box, base);
  for (const img of root.querySelectorAll('img, amp-img')) resolveOne(img, base);
  for (const caption of root.querySelectorAll('[class*="caption"], [class*="legend"], [class*="img_desc"]')) joinCaption(caption);
}

/** A photograph that an empty box shows as its background is a picture like any other; drawings and patterns are not. */
function showBackground(box: Element, base: string): void {
  const [, address] = /background(?:-image)?\s*:[^;]*?url\(\s*["']?([^"')]+)/i.exec((box.getAttribute('style') ?? '').slice(0, LONGEST)) ?? [];
  const src = address && /\.(?:jpe?g|webp|avif)\b/i.test(address) && !isPlaceholder(address) && !hasText(box) && !box.querySelector('img') && absolute(address, base);
  if (!src) return;
  const img = box.ownerDocument.createElement('img');
  img.setAttribute('src', src);
  img.setAttribute('alt', box.getAttribute('aria-label') ?? box.getAttribute('title') ?? '');
  box.append(img);
}

const hasText = (element: Element): boolean => /\S/.test(element.textContent ?? '');
const showsOne = (element: Element | null): element is Element => element !== null && !hasText(element) && (element.localName === 'img' || element.querySelectorAll('img').length === 1);

/** Characters; what is longer is text, whatever it is called. */
const LONGEST_CAPTION = 800;

/** Words that are classed as a caption and stand beside one picture, outside a figure, are put into one with it. */
function joinCaption(caption: Element): void {
  if (!hasText(caption) || (caption.textContent ?? '').length > LONGEST_CAPTION || caption.closest('figure, table') || caption.querySelector('img, p + p')) return;
  const picture = [caption.previousElementSibling, caption.nextElementSibling].find(showsOne);
  if (!picture) return;
  const figure = caption.ownerDocument.createElement('figure');
  const words = caption.ownerDocument.createElement('figcaption');
  words.append(...caption.childNodes);
  // A paragraph can hold no figure, but can stand as one.
  const outer = picture.closest('p') ?? picture;
  outer.before(figure);
  figure.append(picture, words);
  caption.remove();
}

function resolveOne(element: Element, base: string): void {
  const img = element.localName === 'img' ? element : replaceWithImg(element);
  if (isPixel(img)) {
    img.remove();
    return;
  }
  const own = img.getAttribute('src');
  const lazy = firstOf(img, LAZY_SRC);
  const waiting = !own || isPlaceholder(own);
  let src = absolute(waiting || (lazy && FILE.test(lazy)) ? (lazy ?? own) : own, base);
  const srcset = absoluteSrcset(firstOf(img, LAZY_SRCSET) ?? img.getAttribute('srcset') ?? '', base);
  if (srcset) img.setAttribute('srcset', srcset);
  else img.removeAttribute('srcset');
  if ((!src || (waiting && isPlaceholder(src))) && srcset) src = largest(srcset);
  const picture = img.closest('picture');
  if ((!src || isPlaceholder(src)) && picture) src = largest(picture.querySelector('source')?.getAttribute('srcset') ?? '') ?? src;
  if (!src || (waiting && isPlaceholder(src))) {
    img.remove();
    return;
  }
  img.setAttribute('src', src);
}

function firstOf(element: Element, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = element.getAttribute(name)?.trim();
    if (value && value.length < LONGEST && !value.startsWith('{') && !value.startsWith('data:')) return value;
  }
  return undefined;
}

function largest(srcset: string): string | undefined {
  let best: string | undefined;
  let size = -1;
  for (const candidate of srcset.split(', ')) {
    const [address, descriptor] = candidate.split(' ');
    const value = Number.parseFloat(descriptor ?? '1');
    if (address && value > size) [best, size] = [address, value];
  }
  return best;
}

function isPixel(img: Element): boolean {
  const [width, height] = [img.getAttribute('width'), img.getAttribute('height')];
  return (width !== null && /^[0-3](?:px)?$/.test(width.trim())) || (height !== null && /^[0-3](?:px)?$/.test(height.trim()));
}

function replaceWithImg(element: Element): Element {
  const img = element.ownerDocument.createElement('img');
  for (const name of ['src', 'srcset', 'alt', 'width', 'height']) {
    const value = element.getAttribute(name);
    if (value !== null) img.setAttribute(name, value);
  }
  element.replaceWith(img);
  return img;
}

/** A `<noscript>` beside a lazy picture holds the same picture with its true address; any other holds nothing for us. */
function releaseNoscript(noscript: Element, parse: (html: string) => Document): void {
  const written = noscript.children.length ? undefined : (noscript.textContent ?? '');
  const inside: Document | Element = written !== undefined && written.includes('<img') ? parse(written) : noscript;
  const img = inside.querySelector('img');
  if (!img) {
    noscript.remove();
    return;
  }
  const neighbour = [noscript.previousElementSibling, noscript.nextElementSibling].find((other) => other && (other.localName === 'img' || (other.querySelectorAll('img').length === 1 && !/\S/.test(other.textContent ?? ''))));
  const placeholder = neighbour?.localName === 'img' ? neighbour : neighbour?.querySelector('img');
  const copy = noscript.ownerDocument.importNode(img, true);
  if (placeholder) {
    if (!placeholder.getAttribute('src') || isPlaceholder(placeholder.getAttribute('src') ?? '') || firstOf(placeholder, LAZY_SRC)) placeholder.replaceWith(copy);
    noscript.remove();
  } else noscript.replaceWith(copy);
}
