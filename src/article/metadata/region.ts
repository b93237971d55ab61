/** Parts of a page that are not its article; a bit each, inherited by everything inside. Single constants, which a minifier folds. */
export const NAVIGATION = 1;
export const FOOTER = 2;
export const ASIDE = 4;
export const COMMENTS = 8;
export const HIDDEN = 16;
export const BIOGRAPHY = 32;
export const HEADER = 64;
export const CAPTION = 128;
export const CONTROL = 256;
/** What belongs to no article at all. */
export const ELSEWHERE = NAVIGATION | FOOTER | ASIDE | COMMENTS | HIDDEN;
