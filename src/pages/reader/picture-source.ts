/** The largest picture that an element names. */

/** The address of the widest candidate of a srcset that says so, in pixels or as a multiple; undefined when there is none. */
export function widest(srcset: string): string | undefined {
  let best: { readonly address: string; readonly size: number } | undefined;
  for (const [, address = '', size = '1', unit] of srcset.matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)) {
    const worth = Number(size) * (unit === 'w' ? 1 : 1_000);
    if (!best || worth > best.size) best = { address, size: worth };
  }
  return best?.address;
}

/** Whether an address is a picture's own, by the ending of its path. */
export function isPictureAddress(address: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif|bmp)$/i.test(URL.parse(address)?.pathname ?? '');
}

/** The best source: what the picture's own link leads to, the widest that it offers, or what is shown already. */
export function bestSource(picture: HTMLImageElement): string {
  const link = picture.closest('a[href]') as HTMLAnchorElement | null;
  if (link && isPictureAddress(link.href)) return link.href;
  const shown = picture.currentSrc || picture.src;
  // A picture kept in the library is whole; the web is not asked again.
  if (/^(?:blob|data):/.test(shown)) return shown;
  return (picture.srcset && widest(picture.srcset)) || shown;
}
