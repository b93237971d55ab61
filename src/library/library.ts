/**
 * The library's public face: what is kept, and how it is asked for. Everything here works on IndexedDB alone,
 * in the worker and in pages alike, and knows nothing of the extension's browser API.
 */
export type { Article } from '../article/article.ts';
export type { ListFilter, ReadState, SavedArticle } from './saved-article.ts';
export type { LibraryAnswer, LibraryReason } from './database.ts';
export { closeLibrary } from './database.ts';
export { findByUrl, getArticle, saveArticle, saveLink, type Saved } from './saving.ts';
export { DRAFT_LIFE, getDraft, pruneDrafts, putDraft, saveDraft, type Draft, type NewDraft } from './drafts.ts';
export { setFavourite, setReadState } from './changing.ts';
export { purgeArticles, purgeRemoved, removeArticles, REMOVED_LIFE, restoreArticles } from './removing.ts';
export { counts, listSaved, type Counts, type ListCursor, type ListOrder, type ListPage } from './lists.ts';
export { onLibraryChange, type LibraryChange } from './changes.ts';
export { searchSaved, snippetsFor } from './searching.ts';
export { markWords, searchWords, type MarkedText } from './matching.ts';
export { highlightsOf, highlightsOfAll, notesText, putHighlight, removeHighlight } from './highlights.ts';
export { keepPosition, positionOf, prunePositions, type Position } from './positions.ts';
