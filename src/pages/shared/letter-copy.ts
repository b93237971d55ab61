/** Copying a letter: formatted and plain together, so that a mail takes the one and a text field the other. */
import { htmlForClipboard } from '../../letter/html.ts';
import { plainText } from '../../letter/plain-text.ts';
import type { Letter, LetterWords } from '../../letter/compose.ts';

/** Answers whether the browser did it. Must be called from a click. */
export async function copyLetter(letter: Letter, words: LetterWords): Promise<boolean> {
  return copyRich(plainText(letter, words), htmlForClipboard(letter));
}

/** Formatted and plain together. Answers whether the browser did it. Must be called from a click. */
export async function copyRich(text: string, html: string): Promise<boolean> {
  const part = (type: string, value: string): Record<string, Blob> => ({ [type]: new Blob([value], { type }) });
  try {
    await navigator.clipboard.write([new ClipboardItem({ ...part('text/plain', text), ...part('text/html', html) })]);
    return true;
  } catch {
    // A browser or policy that refuses formatted text may still take plain text.
    return copyText(text);
  }
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The caller shows the text, marked, to be copied by hand.
    return false;
  }
}
