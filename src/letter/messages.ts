/** A letter as a short message: what a messenger's own share page is opened with. Nothing is loaded before the click. */
import { textOf } from './blocks.ts';
import type { Letter } from './compose.ts';
import { encode } from './mailto.ts';

/** Share pages cut or refuse long texts; a message is a note and a link. Encoded characters. */
const ROOM = 1_500;

const part = (letter: Letter, key: string): string => textOf([...letter.hello, ...letter.head].find((block) => block.key === key) ?? { runs: [] });

/** The note, when it is short enough, and the title. */
function words(letter: Letter): string {
  const title = part(letter, 'title');
  const both = [part(letter, 'note'), title].filter(Boolean).join('\n\n');
  return encode(both).length <= ROOM ? both : title.slice(0, 150);
}

/** The messengers' documented share addresses. */
export const MESSENGERS = {
  whatsapp: (letter) => `https://wa.me/?text=${encode([words(letter), part(letter, 'link')].filter(Boolean).join('\n'))}`,
  telegram: (letter) => `https://t.me/share/url?url=${encode(part(letter, 'link'))}&text=${encode(words(letter))}`,
} as const satisfies Record<string, (letter: Letter) => string>;
