/**
 * An article, a note and people become a letter. The words come in as an argument, in the language of the person who
 * writes; the article keeps its own.
 */
import type { Article, PageFacts } from '../article/article.ts';
import { statedDate } from '../article/stated-date.ts';
import { outgoingLink } from '../url/thorough.ts';
import type { Block, Run } from './blocks.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** What goes along with the note. */
export type Travels = 'link' | 'summary' | 'quote' | 'article';

/** Where a letter that was too long for its way stops. `in`: after a whole sentence inside that paragraph. */
export type Cut =
  | { readonly kind: 'after' | 'in'; readonly paragraph: number; readonly of: number }
  /** Nothing of the text fits, only what stands above it. */
  | { readonly kind: 'text' }
  /** Even the note is too long. */
  | { readonly kind: 'note' };

/** Everything a letter says that the person did not write and the article did not say. */
export interface LetterWords {
  /** `names` may be empty. */
  readonly greeting: (names: readonly string[]) => string;
  /** In place of a note that was not written. */
  readonly intro: string;
  readonly subject: (title: string) => string;
  /** Author names as a list: "Ines and Tom". */
  readonly list: (names: readonly string[]) => string;
  /** A date of the precision the page gave, as people write it. */
  readonly date: (iso: string) => string;
  /** The sentence that stands where the text was cut. */
  readonly cut: (cut: Cut) => string;
  /** Above the list of addresses at the end of a plain-text letter. */
  readonly links: string;
  /** For a picture that cannot travel: "[Picture: a lamp]". */
  readonly picture: (caption: string) => string;
}

/** A block with a name by which an edit finds it again after the letter was composed anew. */
export interface LetterBlock extends Block {
  readonly key: string;
}

export interface Letter {
  readonly subject: string;
  /** Greeting, note and sender, in the writer's language. */
  readonly hello: readonly LetterBlock[];
  /** Title, facts and address. */
  readonly head: readonly LetterBlock[];
  /** Summary, quote or article. */
  readonly body: readonly LetterBlock[];
  /** Of the article's part. */
  readonly dir: 'ltr' | 'rtl';
  readonly language?: string;
}

export interface LetterInput {
  readonly page: PageFacts;
  readonly article?: Article | undefined;
  /** The article's body, made once by `articleBlocks`. */
  readonly blocks: readonly Block[];
  readonly quote?: string | undefined;
  readonly note: string;
  readonly myName: string;
  readonly friends: readonly Person[];
  readonly travels: Travels;
}

/** The longest subject, in characters; a title may have a thousand. */
const SUBJECT_LENGTH = 160;
const SUMMARY_LENGTH = 420;

export function compose(input: LetterInput, words: LetterWords): Letter {
  const { page, article } = input;
  const title = oneLine(article?.title ?? page.title);
  const url = addressOf(input);
  const names = input.friends.map((friend) => oneLine(friend.name)).filter(Boolean);
  const hello = [
    block('greeting', words.greeting(names)),
    block('note', input.note.replace(/\r\n?/g, '\n').trim() || words.intro),
    block('sender', oneLine(input.myName)),
  ];
  const facts = article ? factsOf(article, words) : '';
  return {
    subject: shorten(words.subject(title || siteOf(url)), SUBJECT_LENGTH),
    hello: hello.filter((b) => b.runs.length > 0),
    head: [block('title', title), block('facts', facts), { key: 'link', kind: 'link' as const, runs: [{ text: url, href: url }] }].filter((b) => b.runs.length > 0),
    body: bodyOf(input),
    dir: article?.dir ?? 'ltr',
    ...(article?.language ? { language: article.language } : {}),
  };
}

/** The address that travels: the article's own or the page's, without what follows people around and out of its wrappers. */
export function addressOf({ article, page }: Pick<LetterInput, 'article' | 'page'>): string {
  return outgoingLink(article?.url ?? page.url);
}

/** Authors, publication (or site) and date, as far as the page told them. A middle dot reads as a zero in Arabic script. */
export function factsOf(article: Article, words: Pick<LetterWords, 'list' | 'date'>): string {
  const place = article.publication ?? article.siteName;
  const stated = statedDate(article);
  const facts = [words.list(article.authors), place ?? '', stated ? words.date(stated.date) : ''];
  return facts.filter(Boolean).join(article.dir === 'rtl' ? ' | ' : ' · ');
}

/** The ways of travelling that this source really has, shortest first. */
export function travelsOf(input: Pick<LetterInput, 'article' | 'blocks' | 'quote'>): Travels[] {
  return [
    'link',
    ...(summaryOf(input) ? ['summary' as const] : []),
    ...(input.quote?.trim() ? ['quote' as const] : []),
    ...(input.article && input.blocks.length > 0 ? ['article' as const] : []),
  ];
}

/** The letter as the person changed it: each edit replaces the block of that key, an empty one removes it. */
export function withEdits(letter: Letter, edits: ReadonlyMap<string, readonly Run[]>): Letter {
  if (edits.size === 0) return letter;
  const apply = (blocks: readonly LetterBlock[]): LetterBlock[] =>
    blocks.flatMap((b) => {
      const runs = edits.get(b.key);
      if (!runs) return [b];
      return runs.some((run) => run.text.trim()) ? [{ ...b, runs }] : [];
    });
  const subject = edits.get('subject');
  return {
    ...letter,
    subject: subject ? oneLine(subject.map((run) => run.text).join('')).slice(0, 500) : letter.subject,
    hello: apply(letter.hello), head: apply(letter.head), body: apply(letter.body),
  };
}

function bodyOf(input: LetterInput): LetterBlock[] {
  if (input.travels === 'article') return keyed('article', input.blocks);
  if (input.travels === 'quote') {
    const lines = (input.quote ?? '').split(/\n+/).map(oneLine).filter(Boolean);
    return keyed('quote', lines.map((text) => ({ kind: 'quotation', runs: [{ text }] })));
  }
  const summary = input.travels === 'summary' ? summaryOf(input) : '';
  return summary ? [{ key: 'summary', kind: 'paragraph', runs: [{ text: summary }] }] : [];
}

const KEYED = new WeakMap<readonly Block[], LetterBlock[]>();

/** The same article gives the same block objects on every key press, so that their lengths are measured once. */
function keyed(prefix: string, blocks: readonly Block[]): LetterBlock[] {
  const known = KEYED.get(blocks);
  if (known) return known;
  const out = blocks.map((b, i) => ({ ...b, key: `${prefix}:${i}` }));
  KEYED.set(blocks, out);
  return out;
}

/** What the page itself says in short, else the opening sentences of the text. */
function summaryOf({ article, blocks }: Pick<LetterInput, 'article' | 'blocks'>): string {
  if (!article) return '';
  if (article.standfirst) return oneLine(article.standfirst);
  const first = blocks.find((b) => b.kind === 'paragraph' && b.runs.map((r) => r.text).join('').length > 60);
  const opening = first ? oneLine(first.runs.map((r) => r.text).join('')) : oneLine(article.excerpt);
  if (opening.length <= SUMMARY_LENGTH) return opening;
  let kept = '';
  for (const sentence of sentences(opening, article.language)) {
    if (kept.length + sentence.length > SUMMARY_LENGTH) break;
    kept += sentence;
  }
  return kept.trim() || shorten(opening, SUMMARY_LENGTH);
}

/** Sentences with the space that follows them, by the rules of the language (Unicode UAX #29). */
export function sentences(text: string, language: string | undefined): string[] {
  return [...new Intl.Segmenter(supported(language), { granularity: 'sentence' }).segment(text)].map((s) => s.segment);
}

function supported(language: string | undefined): string | undefined {
  try {
    return language ? Intl.getCanonicalLocales(language)[0] : undefined;
  } catch {
    // A page may claim a language that is none; then the rules common to all apply.
    return undefined;
  }
}

/** At most `max` UTF-16 units, never half a character, with an ellipsis when shortened. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, max + 200))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  const cut = text.slice(0, end);
  const space = cut.lastIndexOf(' ');
  return `${(space > max * 0.6 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/, '')}…`;
}

export function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- a line break in a name or title must not become a second line or header
  return text.replace(/[\u0000-\u0020\u007f\u0085\u00a0\u2028\u2029]+/g, ' ').trim();
}

function block(kind: Block['kind'], text: string): LetterBlock {
  return { key: kind, kind, runs: text ? [{ text }] : [] };
}

function siteOf(url: string): string {
  return URL.parse(url)?.hostname ?? url;
}
