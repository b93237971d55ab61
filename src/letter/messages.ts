/** A letter as a short message: what a messenger's own share page is opened with. Nothing is loaded before the click. */
import { textOf } from './blocks.ts';
import { shorten, type Letter } from './compose.ts';
import { encode } from './mailto.ts';

/** Share pages cut or refuse long texts; a message is a note and a link. Encoded characters. */
const ROOM = 1_500;
/** What a post holds, in characters as people count them, the address included (https://docs.bsky.app/docs/advanced-guides/intent-links). */
const BLUESKY = 300;
/** The length at which a Mastodon server begins to refuse, unless it was set up otherwise. */
const MASTODON = 500;

const part = (letter: Letter, key: string): string => textOf([...letter.hello, ...letter.head].find((block) => block.key === key) ?? { runs: [] });

/** The note, when it is short enough, and the title. */
function words(letter: Letter): string {
  const title = part(letter, 'title');
  const both = [part(letter, 'note'), title].filter(Boolean).join('\n\n');
  return encode(both).length <= ROOM ? both : title.slice(0, 150);
}

/** As a post of at most so many characters: the link whole, the words as far as they fit. */
function post(letter: Letter, most: number): string {
  const link = part(letter, 'link');
  const room = most - length(link) - 2;
  const title = part(letter, 'title');
  const both = words(letter);
  const fitting = length(both) <= room ? both : length(title) <= room ? title : room > 20 ? shortenedTo(title, room) : '';
  return [fitting, link].filter(Boolean).join('\n\n');
}

const length = (text: string): number => [...new Intl.Segmenter().segment(text)].length;

function shortenedTo(text: string, room: number): string {
  let units = text.length;
  let short = text;
  while (length(short) > room) short = shorten(text, units -= 10);
  return short;
}

const message = (letter: Letter): string => [words(letter), part(letter, 'link')].filter(Boolean).join('\n');

/** The share addresses that messengers and networks document. */
export const MESSENGERS = {
  whatsapp: (letter) => `https://wa.me/?text=${encode(message(letter))}`,
  telegram: (letter) => `https://t.me/share/url?url=${encode(part(letter, 'link'))}&text=${encode(words(letter))}`,
  // Behind the `#`: the words stay in the browser until the person has named their own server there.
  mastodon: (letter) => `https://share.joinmastodon.org/#text=${encode(post(letter, MASTODON))}`,
  bluesky: (letter) => `https://bsky.app/intent/compose?text=${encode(post(letter, BLUESKY))}`,
  // RFC 5724 has only `?body=`; some phones want `&body=`, and this both understand.
  sms: (letter) => `sms:?&body=${encode(message(letter))}`,
} as const satisfies Record<string, (letter: Letter) => string>;
