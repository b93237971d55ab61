/** How a book looks. Readers set face and size themselves; this only gives the parts their order. */
export const EPUB_STYLE = `body { margin: 0 1em; line-height: 1.5; }
header { margin-bottom: 2em; border-bottom: 3px double currentColor; padding-bottom: 1em; }
h1 { font-size: 1.6em; line-height: 1.2; text-align: start; margin: 1em 0 0.5em; }
h2, h3, h4, h5, h6 { line-height: 1.25; text-align: start; break-after: avoid; page-break-after: avoid; margin: 1.5em 0 0.5em; }
.standfirst { font-size: 1.1em; }
.facts, .address, figcaption, caption, .stays { font-size: 0.85em; }
.address { overflow-wrap: anywhere; margin-top: 2em; }
p { margin: 0 0 0.8em; orphans: 2; widows: 2; }
blockquote { margin: 1em 1.5em; }
figure { margin: 1.5em 0; break-inside: avoid; page-break-inside: avoid; }
img { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.85em; }
table { border-collapse: collapse; margin: 1em 0; font-size: 0.9em; }
th, td { border: 1px solid currentColor; padding: 0.2em 0.5em; text-align: start; vertical-align: top; }
.cover { text-align: center; }
.cover img { max-height: 100%; }
.upright-rl { -epub-writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; writing-mode: vertical-rl; }
.upright-lr { -epub-writing-mode: vertical-lr; -webkit-writing-mode: vertical-lr; writing-mode: vertical-lr; }
nav ol { list-style: none; padding-inline-start: 1em; }
nav li { margin: 0.4em 0; }
`;
