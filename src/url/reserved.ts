/** Addresses that can't lead anywhere, by agreement. Pure. */

/**
 * True for hosts under the names that are kept free for examples and never resolve (RFC 2606, section 2; RFC 6761,
 * sections 6.4 and 6.5): the practice article has such an address, and no "original page" to go to.
 */
export function isReserved(address: string): boolean {
  return /\.(?:example|invalid)\.?$/i.test(URL.parse(address)?.hostname ?? '');
}
