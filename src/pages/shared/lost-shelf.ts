/**
 * Whether this is still the library that was here before. A browser that can't open its own files begins an empty database
 * and says nothing; who looks at a shelf must not believe that there never was anything on it.
 */
import { keepShelfMark, shelfMark } from '../../browser/shelf-mark.ts';
import { countOf, libraryBorn } from '../../library/library.ts';

export interface LostShelf {
  /** How many articles there were when somebody last looked, and when that was, in milliseconds since the epoch. */
  readonly articles: number;
  readonly at: number;
}

/**
 * Notes how much is on the shelf; or answers what there was, when this is another database than the one noted.
 * @param articles how many there are, where that is known
 */
export async function lookAfterShelf(now: number, articles?: number): Promise<LostShelf | undefined> {
  const born = await libraryBorn();
  if (!born.ok || born.value === undefined) return undefined;
  const mark = await shelfMark();
  if (mark && mark.born !== born.value && mark.articles > 0) return { articles: mark.articles, at: mark.at };
  await note(born.value, now, articles);
  return undefined;
}

/** The person knows: from now on the new database is the one that is looked after. */
export async function acceptNewShelf(now: number): Promise<void> {
  const born = await libraryBorn();
  if (born.ok && born.value !== undefined) await note(born.value, now);
}

async function note(born: string, now: number, known?: number): Promise<void> {
  const counted = known === undefined ? await countOf('*') : undefined;
  const articles = known ?? (counted?.ok ? counted.value : undefined);
  if (articles !== undefined) await keepShelfMark({ born, articles, at: now });
}
