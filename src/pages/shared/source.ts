/** Which article the page's address asks for, and where it came from. */
import { findDraft } from '../../actions/drafts.ts';
import type { Article } from '../../article/article.ts';
import { isPrivateDraft } from '../../browser/private-drafts.ts';
import { getArticle, type LibraryReason, type SavedArticle } from '../../library/library.ts';
import { withKeptPictures } from './kept-pictures.ts';

/** How the article is named in our own addresses: a draft by its id, a saved one by its number. */
export type ArticleRef = { readonly draft: string } | { readonly id: number };

export type Shown =
  | { readonly kind: 'article'; readonly ref: ArticleRef; readonly article: Article; readonly saved?: SavedArticle }
  /** Only the address is known. */
  | { readonly kind: 'link'; readonly ref: ArticleRef; readonly page: { readonly url: string; readonly title: string } }
  | { readonly kind: 'trouble'; readonly why: LibraryReason | 'nothing' };

/** Whether the article is read from a private window: nothing is to be noted of it then. */
export const isPrivateRef = (ref: ArticleRef): boolean => 'draft' in ref && isPrivateDraft(ref.draft);

/** `?draft=ID` or `?id=N`; anything else is nobody's address. */
export function refIn(search: string): ArticleRef | undefined {
  const query = new URLSearchParams(search);
  const draft = query.get('draft');
  if (draft) return { draft };
  const id = Number(query.get('id'));
  return Number.isSafeInteger(id) && id > 0 ? { id } : undefined;
}

/** `&tab=N`: the tab that the article is open in, as far as the address knows. */
export function tabIn(search: string): number | undefined {
  const tab = Number(new URLSearchParams(search).get('tab') || Number.NaN);
  return Number.isSafeInteger(tab) ? tab : undefined;
}

/** Loads what the address asks for. Never throws for what a person can meet. */
export async function load(ref: ArticleRef | undefined): Promise<Shown> {
  if (!ref) return { kind: 'trouble', why: 'nothing' };
  if ('draft' in ref) {
    const answer = await findDraft(ref.draft);
    if (!answer.ok) return { kind: 'trouble', why: answer.reason };
    const { article, page } = answer.value;
    return article ? { kind: 'article', ref, article } : { kind: 'link', ref, page };
  }
  const answer = await getArticle(ref.id);
  if (!answer.ok) return { kind: 'trouble', why: answer.reason };
  const { article, saved } = answer.value;
  return article ? { kind: 'article', ref, article: await withKeptPictures(article, ref.id), saved } : { kind: 'link', ref, page: saved };
}
