/** What of an article search looks at, and how much each part counts. */
import type { SavedArticle } from './saved-article.ts';
import type { Field } from './search/tokens.ts';

type Searched = Pick<SavedArticle, 'title' | 'authors'> & Partial<Pick<SavedArticle, 'standfirst' | 'publication' | 'siteName' | 'note' | 'quotes'>>;

/** @param notes what the person wrote beside passages of the text */
export function fieldsOf({ title, standfirst, authors, publication, siteName, note, quotes = [] }: Searched, text: string, notes: readonly string[] = []): readonly Field[] {
  const own = [note, ...notes].filter((each) => each !== undefined);
  return [
    { text: title, weight: 5 },
    { text: [...authors, publication, siteName].filter((each) => each !== undefined).join('\n'), weight: 3 },
    { text: [standfirst, ...own].filter((each) => each !== undefined).join('\n'), weight: 2 },
    { text: [text, ...quotes].join('\n'), weight: 1 },
  ];
}
