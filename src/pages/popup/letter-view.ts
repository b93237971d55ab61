/** The letter: on its own page until the form fits in here. */
import type { Article, PageFacts } from '../../article/article.ts';

export interface LetterSource { readonly article?: Article; readonly page: PageFacts; readonly quote?: string }

/** `openFull` opens the page with the whole letter. */
export async function showLetter(_source: LetterSource, openFull: () => Promise<unknown>): Promise<void> {
  await openFull();
}
