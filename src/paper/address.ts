/** The article's address as it stands on paper, and as a picture for a telephone's camera. */
import { encode } from 'uqr';
import { percentDecoded } from '../url/percent-decoded.ts';

/** An address a person can read and type: no protocol, no "www.", no closing slash, letters of its own script. */
export function readableAddress(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  const path = decoded(parsed.pathname === '/' ? '' : parsed.pathname, /%(?=2[35F]|3F)/gi) + decoded(parsed.search, /%(?=2[356B])/gi) + decoded(parsed.hash, /%(?=25)/gi);
  return parsed.host.replace(/^www\./, '') + path.replace(/\/$/, '');
}

/**
 * Percent-encoded letters made readable; left alone where that gives spaces, controls, direction marks or nonsense.
 * @param signs those that would part the address elsewhere, were they written plainly: typed so, it leads to another page
 */
function decoded(part: string, signs: RegExp): string {
  const plain = percentDecoded(part.replace(signs, '%25'));
  return /[\s\p{C}]/u.test(plain) ? part : plain;
}

/** Longest address a printed code of 2 cm can carry and a telephone still read. */
const LONGEST_IN_CODE = 300;

/**
 * The address as a QR code (ISO/IEC 18004, error correction L); the white of the paper round it is its quiet zone.
 *
 * @returns the side in squares and one SVG path of the dark ones, or undefined when the address is too long to be read back
 */
export function qrCode(url: string): { readonly side: number; readonly path: string } | undefined {
  if (url.length > LONGEST_IN_CODE) return undefined;
  const { size, data } = encode(url, { ecc: 'L', border: 0 });
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!data[y]?.[x]) continue;
      let end = x + 1;
      while (end < size && data[y]?.[end]) end += 1;
      path += `M${x} ${y}h${end - x}v1H${x}z`;
      x = end;
    }
  }
  return { side: size, path };
}
