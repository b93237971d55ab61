/** What a picture is, by its own first bytes: what a site says of it is not believed. Pure. */

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** The type of a picture of a kind browsers show in `<img>`; undefined for anything else. An SVG runs nothing there. */
export function pictureType(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (bytes[0] === 0x89 && text(bytes, 1, 4) === 'PNG') return 'image/png';
  if (/^GIF8[79]a/.test(text(bytes, 0, 6))) return 'image/gif';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (text(bytes, 4, 8) === 'ftyp' && /^(?:avif|avis)/.test(text(bytes, 8, 12))) return 'image/avif';
  if (text(bytes, 0, 2) === 'BM') return 'image/bmp';
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 1_000))) ? 'image/svg+xml' : undefined;
}
