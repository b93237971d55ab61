/** Text made comparable: white space, case, marks, digits. */

/** White space (no-break and zero-width kinds too) collapsed to single spaces, ends trimmed, soft hyphens gone. Joiners stay: Persian is spelt with them. */
export function squash(text: string): string {
  return text.replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]+/g, '').replace(/[^\S ]\s*|\s{2,}/g, ' ').trim();
}

/** Lower case without Latin, Greek and Cyrillic marks; the dotless i is an i. Other scripts keep their vowel signs. */
export function fold(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]+/g, '').normalize('NFC').replace(/ı/g, 'i');
}

/** Letters and digits only, folded, single spaces between: equal keys are the same words. */
export function wordKey(text: string): string {
  return fold(text.normalize('NFKC')).replace(/[\u200c\u200d]/g, '').replace(/ß/g, 'ss').replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

/** Every decimal digit as an ASCII one. The ten of a script begin at a code that ends in 0 or in 6 (Unicode, Nd). */
export function asciiDigits(text: string): string {
  if (!/[^\0-\u00ff]/.test(text)) return text;
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return String((code & 15) - (/\p{Nd}/u.test(String.fromCodePoint(code & ~15)) ? 0 : 6));
  });
}
