/**
 * In which order the parts of the content script pack best: a packer finds again what it has seen, and sees only so far back.
 * The order is found by trying, which takes minutes, and kept as names in `packing-order.json` (`find-packing-order.mjs`); a build only follows it.
 */
import { deflateRawSync } from 'node:zlib';

/**
 * The parts in the order of their names; one that the list does not know stands behind the one that it packs best with.
 *
 * @template {{ name: string, text: string }} Part
 * @param {readonly Part[]} parts
 * @param {readonly string[]} names
 * @returns {Part[]}
 */
export function inOrder(parts, names) {
  const places = new Map(names.map((name, place) => [name, place]));
  const order = parts.filter(({ name }) => places.has(name)).sort((a, b) => places.get(a.name) - places.get(b.name));
  for (const part of parts.filter(({ name }) => !places.has(name))) {
    const sizes = order.map(({ text }) => deflateRawSync(part.text, { dictionary: Buffer.from(text) }).length);
    order.splice(sizes.indexOf(Math.min(...sizes)) + 1, 0, part);
  }
  return order;
}
