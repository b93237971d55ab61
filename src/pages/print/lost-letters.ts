/**
 * Chinese and Korean in Firefox's PDF: of a collection of faces (`.ttc`, such as Noto CJK on Linux) it looks every letter up in
 * the first face, and writes no text for those it does not find there. They are seen, but can't be searched or copied.
 */
import type { Settings } from '../../browser/settings.ts';
import { keepsLines, type Piece } from '../shared/paper-layout.ts';

/** The names that paper.css has for faces of a collection that are not its first. */
const OF_A_COLLECTION = /\bCJK (?!JP)/;

/** Whether letters of these articles will be without text in the PDF, as far as can be known: by the first face of the paper's list that this computer has. */
export async function losesLetters(pieces: readonly Piece[], { printFace }: Settings): Promise<boolean> {
  // Only the browser whose pages need the constructions has the fault.
  if (keepsLines()) return false;
  for (const { article, view: { element } } of pieces) {
    if (!/^(?:zh|ko)\b/i.test(article.language ?? '')) continue;
    const names = getComputedStyle(element).getPropertyValue(printFace === 'book' ? '--own-serif' : '--own-sans').split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''));
    const own = await firstThere(names);
    if (own && OF_A_COLLECTION.test(own)) return true;
  }
  return false;
}

async function firstThere(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) if (await isThere(name)) return name;
  return undefined;
}

/** Whether the computer has a face of this name. */
async function isThere(name: string): Promise<boolean> {
  return new FontFace('a face that is looked for', `local(${JSON.stringify(name)})`).load().then(() => true, () => false);
}
