/** In which order pieces of a script pack best: a packer finds again what it has seen, and sees only so far back. */
import { deflateRawSync } from 'node:zlib';

/** How far back DEFLATE sees, in bytes (RFC 1951, 2). */
const WINDOW = 32_768;

/**
 * Puts next, again and again, the piece of which the packer has seen most; the same pieces always give the same order.
 *
 * @param {readonly string[]} pieces
 * @returns {number[]} the pieces' places in the list, in their new order
 */
export function packingOrder(pieces) {
  const alone = pieces.map((piece) => packed(piece));
  const left = new Set(pieces.keys());
  const order = [];
  let seen = Buffer.alloc(0);
  while (left.size > 0) {
    const dictionary = seen.subarray(-WINDOW);
    let [next, most] = [-1, -Infinity];
    for (const place of left) {
      // By the root of its size: by the whole, long pieces would always come first, and small ones among themselves last.
      const saved = (alone[place] - packed(pieces[place], dictionary)) / Math.sqrt(alone[place]);
      if (saved > most) [next, most] = [place, saved];
    }
    left.delete(next);
    order.push(next);
    seen = Buffer.concat([dictionary, Buffer.from(pieces[next])]);
  }
  return order;
}

const packed = (text, dictionary) => deflateRawSync(text, { level: 6, ...(dictionary?.length && { dictionary }) }).length;
