/** The address Chromium gives an unpacked extension: the first 128 bits of its path's SHA-256, in the letters a to p. */
import { createHash } from 'node:crypto';

/** @param {string} folder its real path, without links in it */
export function extensionOrigin(folder) {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return `chrome-extension://${hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))}`;
}
