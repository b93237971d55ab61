/**
 * The library's public face: what is kept, and how it is asked for. Everything here works on IndexedDB alone,
 * in the worker and in pages alike, and knows nothing of the extension's browser API.
 */
export type { Article } from '../article/article.ts';
export { FETCH_REASONS, shownTime, siteOf, standsIn, type Facet, type FetchReason, type FetchState, type FetchTrouble, type ListFilter, type ReadState, type SavedArticle } from './saved-article.ts';
export type { LibraryAnswer, LibraryReason } from './database.ts';
export { closeLibrary } from './database.ts';
export { findByUrl, getArticle, saveArticle, saveLink, type Saved } from './saving.ts';
export { checkedDraft, DRAFT_LIFE, getDraft, pruneDrafts, putDraft, saveDraft, type Draft, type NewDraft } from './drafts.ts';
export { changeArticles, setFavourite, setReadState, undoChange, type Change, type Changed, type Undo } from './changing.ts';
export { colourTag, createTag, deleteTag, listTags, mergeTags, renameTag, TAG_COLOURS, type Tag, type TagColour } from './tags.ts';
export { tagKey } from './tag-names.ts';
export { purgeArticles, purgeRemoved, removeArticles, REMOVED_LIFE, restoreArticles } from './removing.ts';
export {
  countOf, counts, countsBetween, facets, finishedBetween, firstTime, listIds, listSaved, rowsOf, type Counts, type FacetCount, type ListCursor, type ListOrder, type ListPage, type ListWish, type Rows,
} from './lists.ts';
export { noteShare, putShare, removeShare, sharesOf, sharesOfAll } from './shares.ts';
export { addPictures, leadPicturesOf, missingPictures, picturesOf, putPictures, versionsOf, type Picture, type Share, type Version } from './beside.ts';
export { goBackTo } from './versions.ts';
export { libraryBorn } from './facts.ts';
export { beginNewLog } from './fresh-log.ts';
export { dropPictures, pictureRoom, type PictureRoom } from './picture-room.ts';
export { importArticles, type ImportAnswer, type ImportHighlight, type ImportItem } from './importing.ts';
export { fillLink, noteTrouble, wantTexts } from './link-texts.ts';
export { eachArticle, type EntryAnswer, type WholeEntry } from './exporting.ts';
export { onLibraryChange, type LibraryChange } from './changes.ts';
export { searchLibrary, snippetsFor, type SearchOrder } from './searching.ts';
export { searchTrouble, searchWords } from './search-query.ts';
export { rebuildIndex, tendIndex } from './indexing.ts';
export { wantsTending } from './index-due.ts';
export { markWords, type MarkedText } from './matching.ts';
export { highlightsOf, highlightsOfAll, notesText, putHighlight, removeHighlight } from './highlights.ts';
export { countHighlights, findHighlights, highlightsNamed, highlightWords, type HighlightWish, type MarkedArticle } from './all-highlights.ts';
export { keepPosition, positionOf, prunePositions, type Position } from './positions.ts';
