/**
 * Letters that travel inside an address: `mailto:` (RFC 6068) and the compose pages of web mail. Common pairs of browser
 * and mail program break at about 2,000 characters, so there is one budget on the *encoded* length, and a letter that
 * does not fit is cut at the end of a sentence and says so. The link stands above whatever can be cut.
 */
import { asciiAddress } from './address.ts';
import { isParagraph, printable, textOf, type Block } from './blocks.ts';
import { sentences, shorten, type Cut, type Letter, type LetterBlock, type LetterWords } from './compose.ts';
import { blockText, DIVIDER, gap, joinBlocks, joinParts } from './plain-text.ts';

/** Encoded characters, all of the address counted. */
export const BUDGET = 1_800;

export type Fit =
  /** `whole`: the encoded length if nothing were cut; `cut`: where it was. */
  | { readonly ok: true; readonly href: string; readonly whole: number; readonly cut?: Cut }
  /** Too many people, or a page address longer than the budget: this way can't carry it. */
  | { readonly ok: false; readonly stopped: 'people' | 'link'; readonly whole: number };

/** Makes the address from encoded parts. */
export type Form = (to: string, subject: string, body: string) => string;

const MAILTO: Form = (to, subject, body) => `mailto:${to}?subject=${subject}&body=${body}`;

/** Compose pages of web mail. They are undocumented, and the text they carry stays in the browser's history. */
export const WEB_MAIL = {
  gmail: (to, subject, body) => `https://mail.google.com/mail/?view=cm&fs=1&to=${to}&su=${subject}&body=${body}`,
  outlook: (to, subject, body) => `https://outlook.live.com/mail/0/deeplink/compose?to=${to}&subject=${subject}&body=${body}`,
  fastmail: (to, subject, body) => `https://app.fastmail.com/mail/compose?to=${to}&subject=${subject}&body=${body}`,
  yahoo: (to, subject, body) => `https://compose.mail.yahoo.com/?to=${to}&subject=${subject}&body=${body}`,
} as const satisfies Record<string, Form>;

/**
 * A letter as one address of at most `budget` characters.
 * @param to checked addresses (`checkAddress`); none is allowed, the person then fills it in in the mail program.
 */
export function mailto(to: readonly string[], letter: Letter, words: LetterWords, budget = BUDGET, form: Form = MAILTO): Fit {
  const people = to.map((address) => encode(asciiAddress(address)).replace('%40', '@')).join(',');
  const whole = form(people, encode(letter.subject), '').length + wholeLength(letter);
  if (whole <= budget) return { ok: true, href: form(people, encode(letter.subject), encode(joinParts(joinBlocks(letter.hello), joinBlocks(rest(letter))))), whole };

  const subject = encode(fitting(letter.subject, Math.floor(budget / 5)));
  const room = budget - form(people, subject, '').length;
  if (room < budget / 4) return { ok: false, stopped: 'people', whole };
  const fit = cutText(letter, words, room);
  return fit ? { ok: true, href: form(people, subject, encode(fit.text)), whole, cut: fit.cut } : { ok: false, stopped: 'link', whole };
}

/** What travels in an address besides the writer's words: pictures stay behind. */
const rest = (letter: Letter): LetterBlock[] => [...letter.head, ...letter.body].filter((b) => b.kind !== 'picture');

/** Percent-encodes UTF-8; line breaks become CRLF (RFC 6068, 5); half a surrogate pair becomes U+FFFD. */
export function encode(text: string): string {
  return encodeURIComponent(printable(text).replace(/\p{Surrogate}/gu, '\ufffd').replace(/\r\n?|\n/g, '\r\n'));
}

const LENGTHS = new WeakMap<Block, number>();

function blockLength(block: Block): number {
  const known = LENGTHS.get(block) ?? encode(blockText(block)).length;
  LENGTHS.set(block, known);
  return known;
}

const GAP: Readonly<Record<string, number>> = { '\n': 6, '\n\n': 12 };
const DIVIDED = encode(`\n\n${DIVIDER}\n\n`).length;

function joinedLength(blocks: readonly LetterBlock[]): number {
  return blocks.reduce((sum, b, i) => sum + blockLength(b) + (i > 0 ? GAP[gap(blocks[i - 1]!, b)]! : 0), 0);
}

function wholeLength(letter: Letter): number {
  const hello = joinedLength(letter.hello);
  const below = joinedLength(rest(letter));
  return hello + below + (hello && below ? DIVIDED : 0);
}

function cutText(letter: Letter, words: LetterWords, room: number): { text: string; cut: Cut } | undefined {
  const body = letter.body.filter((b) => b.kind !== 'picture');
  const of = body.filter(isParagraph).length;
  // The longest sentence about the cut is set aside first, so that saying where never costs the last sentence.
  const spare = Math.max(...(['after', 'in', 'text', 'note'] as const).map((kind) => encode(words.cut({ kind, paragraph: of, of })).length)) + 12;
  const above = joinedLength(letter.hello) + joinedLength(letter.head) + DIVIDED;
  if (above + spare > room) return cutHello(letter, words, room - spare);

  const kept: LetterBlock[] = [];
  let length = above;
  let paragraphs = 0;
  let cut: Cut = { kind: 'text' };
  for (const block of body) {
    const between = GAP[gap(kept.at(-1) ?? letter.head.at(-1) ?? block, block)]!;
    if (length + between + blockLength(block) + spare <= room) {
      kept.push(block);
      length += between + blockLength(block);
      if (isParagraph(block)) paragraphs++;
      continue;
    }
    const part = isParagraph(block) ? someSentences(block, letter.language, room - spare - length - between) : undefined;
    if (part) kept.push(part);
    if (part) cut = { kind: 'in', paragraph: paragraphs + 1, of };
    else if (paragraphs > 0) cut = { kind: 'after', paragraph: paragraphs, of };
    break;
  }
  while (kept.at(-1)?.kind === 'heading') kept.pop();
  const below = joinBlocks([...letter.head, ...kept]);
  return { text: `${joinParts(joinBlocks(letter.hello), below)}\n\n${words.cut(cut)}`, cut };
}

/** The block's opening sentences that fit, or undefined when not even one does. */
function someSentences(block: LetterBlock, language: string | undefined, room: number): LetterBlock | undefined {
  let kept = '';
  for (const sentence of sentences(textOf(block).slice(0, room), language)) {
    if (encode(blockText(block, (kept + sentence).trimEnd())).length > room) break;
    kept += sentence;
  }
  const text = kept.trimEnd();
  // The text given to the segmenter may have been cut in mid-sentence; only a part that ends well counts.
  const ends = text.length < textOf(block).slice(0, room).trimEnd().length || text.length === textOf(block).trimEnd().length;
  return text && ends ? { ...block, runs: [{ text }] } : undefined;
}

/** The writer's own words are too long: the link stays, the facts go, the note is shortened. */
function cutHello(letter: Letter, words: LetterWords, room: number): { text: string; cut: Cut } | undefined {
  const link = letter.head.find((b) => b.kind === 'link') ?? letter.head.at(-1);
  if (!link) return undefined;
  const left = room - blockLength(link) - DIVIDED;
  if (left < 0) return undefined;
  const cut: Cut = { kind: 'note' };
  const title = letter.head.find((b) => b.kind === 'title');
  const titleText = title ? fitting(textOf(title), Math.min(300, left / 3)) : '';
  const below = titleText ? `${titleText}\n${blockText(link)}` : blockText(link);
  const hello = fitting(joinBlocks(letter.hello), left - encode(titleText).length - 6);
  return { text: `${joinParts(hello, below)}\n\n${words.cut(cut)}`, cut };
}

/** The longest beginning of a text whose encoded form is at most `room` characters; empty when nothing fits. */
function fitting(text: string, room: number): string {
  if (encode(text).length <= room) return text;
  let low = 0;
  let high = Math.min(text.length, Math.max(0, Math.floor(room)));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (encode(shorten(text, middle)).length <= room) low = middle;
    else high = middle - 1;
  }
  return low > 1 ? shorten(text, low) : '';
}
