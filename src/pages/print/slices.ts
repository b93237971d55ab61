/** Long work done in slices, so that the page goes on drawing and hearing; and what of an article makes a slice. */

/** Milliseconds of work between two moments in which the page can hear. */
const SLICE = 30;
/** Letters of text to a slice: some twelve sheets. */
const LETTERS = 30_000;
/** Slices from which on an article is long: below, one go takes less than anybody notices. */
const MANY = 4;
/** What may be shown piece by piece; anything else is a piece itself. */
const HOLDERS = 'article, section, div, ul, ol, blockquote';

/** A step of the work: `draw` when what stands there now should be seen before it goes on. */
export type Step = 'draw' | undefined;

/** One piece of work at a time; a new one stops the one before. */
export class Slices {
  private current: { readonly finish: () => void; readonly stop: () => void } | undefined;

  /**
   * @param isAtOnce whether it is done in one go, since it is short
   * @returns what the steps answer; undefined when they were stopped
   */
  async run<T>(steps: Generator<Step, T>, isAtOnce: boolean): Promise<T | undefined> {
    this.stop();
    let answer: T | undefined;
    let isOver = false;
    const goOn = (until: number): Step | 'over' => {
      while (!isOver) {
        const step = steps.next();
        if (step.done) {
          answer = step.value;
          isOver = true;
        } else if (until < Infinity && (step.value === 'draw' || performance.now() >= until)) return step.value;
      }
      return 'over';
    };
    const own = { finish: () => { goOn(Infinity); }, stop: () => { isOver = true; } };
    this.current = own;
    for (;;) {
      const step = goOn(isAtOnce ? Infinity : performance.now() + SLICE);
      if (step === 'over') break;
      await (step === 'draw' ? aFrame() : aTask());
    }
    if (this.current === own) this.current = undefined;
    return answer;
  }

  /** Does what is left at once: the printer does not wait. */
  finish(): void { this.current?.finish(); }

  stop(): void {
    this.current?.stop();
    this.current = undefined;
  }
}

function aTask(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve); });
}

/** Until something was drawn; a tab that nobody sees draws nothing. */
function aFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

export interface Sliced {
  readonly slices: readonly (readonly Element[])[];
  /** What holds pieces of several slices. */
  readonly holders: ReadonlySet<Element>;
  readonly isLong: boolean;
}

/** The pieces of articles in the order of their text, gathered into slices of about the same length. */
export function slicesOf(articles: readonly Element[]): Sliced {
  const slices: Element[][] = [[]];
  const holders = new Set<Element>();
  let letters = 0;
  const add = (element: Element): void => {
    const length = element.textContent.length;
    if (length > LETTERS / 2 && element.matches(HOLDERS) && element.children.length) {
      holders.add(element);
      for (const child of element.children) add(child);
      return;
    }
    if (letters > 0 && letters + length > LETTERS) {
      slices.push([]);
      letters = 0;
    }
    slices.at(-1)!.push(element);
    letters += length;
  };
  for (const article of articles) add(article);
  return { slices, holders, isLong: slices.length >= MANY };
}

/** A copy of an article up to the end of the first slice; undefined where nothing of it is in that slice. */
export function firstOf(article: Element, { slices, holders }: Sliced): Element | undefined {
  const first = new Set<Element>(slices[0]);
  const copy = (element: Element): Element | undefined => {
    if (!holders.has(element)) return first.has(element) ? element.cloneNode(true) as Element : undefined;
    const children = [...element.children].map(copy).filter((child) => child !== undefined);
    if (!children.length) return undefined;
    const holder = element.cloneNode(false) as Element;
    holder.append(...children);
    return holder;
  };
  return copy(article);
}
