/** The letter being written: what was typed and changed so far, the letter it makes, and how that fits into a mail link. */
import type { Article, PageFacts } from '../../article/article.ts';
import type { Highlight } from '../../article/highlight.ts';
import type { UnsentLetter } from '../../browser/unsent-letter.ts';
import { checkAddress } from '../../letter/address.ts';
import { articleBlocks, textBlocks, type Block, type Run } from '../../letter/blocks.ts';
import { addressOf, compose, travelsOf, withEdits, type Letter, type LetterWords, type Person, type Travels } from '../../letter/compose.ts';
import { mailto, type Fit, type Form } from '../../letter/mailto.ts';
import { letterWords } from './letter-words.ts';

export interface LetterSource {
  readonly article?: Article;
  readonly page: PageFacts;
  readonly quote?: string;
  /** What the person marked in it, when it is kept in the library. */
  readonly highlights?: readonly Highlight[];
  /** It is read in a private window: what is written about it is kept no longer than that is open. */
  readonly isPrivate?: boolean;
  /** Text directive that opens the page at the quote. */
  readonly directive?: string;
}

/** Who writes, and to whom, as the fields say at this moment. */
export interface Typed {
  readonly friends: () => Person[];
  readonly me: () => Person;
}

type Edits = ReadonlyMap<string, readonly Run[]>;
interface State { readonly note: string; readonly edits: Edits }

/** The page a letter is about. */
export function letterUrl({ article, page }: LetterSource): string {
  return addressOf({ article, page });
}

export class LetterModel {
  readonly words: LetterWords = letterWords();
  /** What can travel, of what this source has. */
  readonly offered: readonly Travels[];
  travels: Travels;
  private readonly blocks: readonly Block[];
  private state: State;
  private readonly past: State[] = [];

  constructor(private readonly source: LetterSource, private readonly typed: Typed, unsent: UnsentLetter | undefined, private readonly budget: number) {
    this.blocks = blocksOf(source.article);
    this.offered = travelsOf({ article: source.article, blocks: this.blocks, quote: source.quote });
    const sameQuote = unsent?.quote === source.quote;
    this.state = { note: unsent?.note ?? '', edits: new Map((unsent?.edits ?? []).filter(([key]) => sameQuote || !key.startsWith('quote:'))) };
    this.travels = this.offered.find((travel) => sameQuote && travel === unsent?.travels) ?? this.mostThatFits();
  }

  /** The page the letter is about. */
  get url(): string { return letterUrl(this.source); }
  get note(): string { return this.state.note; }
  get canUndo(): boolean { return this.past.length > 0; }

  letter(travels = this.travels): Letter {
    const input = { ...this.source, blocks: this.blocks, note: this.note, myName: this.typed.me().name, friends: this.typed.friends(), travels };
    return withEdits(compose(input, this.words), this.state.edits);
  }

  /** How a letter fits into a mail link, or into the address of a web mail's page. */
  fit(letter: Letter, form?: Form): Fit {
    const to = this.typed.friends().flatMap(({ email }) => { const check = checkAddress(email); return check.ok ? [check.address] : []; });
    return mailto(to, letter, this.words, this.budget, form);
  }

  write(note: string): void {
    this.state = { note, edits: without(this.state.edits, 'note') };
  }

  /** Puts other text in a line of the letter. The note has one home: changed in the letter, it changes in the form. */
  edit(key: string, runs: readonly Run[]): void {
    this.past.push(this.state);
    const text = runs.map((run) => run.text).join('');
    if (key === 'note' && text.trim()) this.write(text);
    else this.state = { ...this.state, edits: new Map(this.state.edits).set(key, runs) };
  }

  undo(): void {
    this.state = this.past.pop() ?? this.state;
  }

  unsent(): UnsentLetter {
    return { url: this.url, friends: this.typed.friends(), note: this.note, travels: this.travels, quote: this.source.quote, edits: [...this.state.edits] };
  }

  /** A quote that was selected goes along; otherwise the most that a mail carries whole. */
  private mostThatFits(): Travels {
    if (this.offered.includes('quote')) return 'quote';
    const whole = this.offered.toReversed().find((travels) => {
      const fit = this.fit(this.letter(travels));
      return fit.ok && !fit.cut;
    });
    return whole ?? 'link';
  }
}

function without(edits: Edits, key: string): Edits {
  return new Map([...edits].filter(([other]) => other !== key));
}

/**
 * The article's blocks. The parsed document is inert: it runs and loads nothing, and only its text and its checked
 * addresses are read, never its elements shown.
 */
function blocksOf(article: Article | undefined): readonly Block[] {
  if (!article) return [];
  const blocks = articleBlocks(new DOMParser().parseFromString(article.html, 'text/html').body);
  return blocks.length > 0 ? blocks : textBlocks(article.text);
}
