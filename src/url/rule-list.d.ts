/** The rule list of the package `tidy-url` (MIT), as data: what it says of each site. */
declare module 'tidy-url/data/rules.js' {
  interface SiteRule {
    readonly name: string;
    /** Tested on the host, or on host and path with `match_href`. May carry state (`g`). */
    readonly match: RegExp;
    readonly match_href?: boolean;
    /** Parameters to leave out. With `rev`, the only ones to keep. */
    readonly rules?: readonly string[];
    readonly allow?: readonly string[];
    readonly rev?: boolean;
    readonly exclude?: readonly RegExp[];
    /** Pieces of the path to leave out. */
    readonly replace?: readonly RegExp[];
    /** The parameter that holds where the link really goes. */
    readonly redirect?: string;
    readonly amp?: { readonly regex?: RegExp; readonly replace?: { readonly text: string; readonly with?: string }; readonly sliceTrailing?: string };
    readonly decode?: { readonly param?: string; readonly lookFor?: string; readonly handler?: string; readonly targetPath?: boolean };
  }
  const rules: readonly SiteRule[];
  export default rules;
}
