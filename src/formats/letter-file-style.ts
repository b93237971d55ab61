/**
 * How a letter file looks, on any screen and on paper. It travels inside the file, so it names no face and no address of
 * ours. The rules for paper are those of the reading page that hold without measuring.
 */
export const LETTER_FILE_STYLE = `
:root { color-scheme: light dark; --ink: #1e1c19; --ink-2: #4a463f; --paper: #fffefc; --rule: #d8d4ca; --pen: #0e4a5a; }
@media (prefers-color-scheme: dark) { :root { --ink: #ede9e1; --ink-2: #c4beb3; --paper: #1f1d1b; --rule: #4a463f; --pen: #8ccfdb; } }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 40rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.62 Literata, "Iowan Old Style", "Palatino Linotype", Georgia, "Noto Serif", serif; overflow-wrap: break-word; }
:lang(ar), :lang(fa), :lang(ur), :lang(zh), :lang(ja), :lang(ko), :lang(hi), :lang(th) { line-height: 1.8; }
a { color: var(--pen); text-underline-offset: .18em; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 1.6em 0 .5em; text-wrap: balance; }
h1 { font-size: 2rem; margin: .6em 0 .4em; }
.text h1, .text h2 { font-size: 1.35rem; } .text h3 { font-size: 1.15rem; } .text h4, .text h5, .text h6 { font-size: 1rem; }
p, ul, ol, dl, pre, table, figure, blockquote { margin: 0 0 1em; }
header { border-block-end: 1px solid var(--rule); margin-block-end: 1.5rem; }
.standfirst { font-size: 1.15em; color: var(--ink-2); }
.facts, .address, footer, figcaption, .stays, .note h2, table { font-family: "Source Sans 3", system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-size: .9rem; line-height: 1.45; }
.facts, .address { margin-block-end: .3em; color: var(--ink-2); overflow-wrap: anywhere; } header .address { margin-block-end: 1em; }
.note { color: var(--pen); border-block-end: 3px double var(--rule); margin-block-end: 2rem; padding-block-end: .5rem; }
.note h2 { font-weight: 600; margin: 0 0 .6em; }
footer { border-block-start: 1px solid var(--rule); margin-block-start: 3rem; padding-block-start: .75rem; color: var(--ink-2); }
img { max-width: 100%; height: auto; } [hidden] { display: none; }
.stays { display: inline-block; border: 1px solid var(--rule); padding: .3em .6em; margin-block-end: .5em; }
mark { color: inherit; background: #f6e27a; } mark[data-pen=leaf] { background: #bfe3a8; } mark[data-pen=rose] { background: #f5bfc9; } mark[data-pen=sky] { background: #b5dcf2; }
@media (prefers-color-scheme: dark) { mark { background: #5c4d00; } mark[data-pen=leaf] { background: #25501a; } mark[data-pen=rose] { background: #66222f; } mark[data-pen=sky] { background: #17475f; } }
.note-number { color: var(--pen); font-size: .7em; } .notes { color: var(--pen); border-block-start: 1px solid var(--rule); margin-block-start: 2rem; } .notes h2 { font-size: 1.15rem; }
figcaption { color: var(--ink-2); }
blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--rule); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em; } pre, code, kbd, samp { direction: ltr; unicode-bidi: isolate; }
table { border-collapse: collapse; display: block; overflow-x: auto; } th, td { border-block-end: 1px solid var(--rule); padding: .35em .8em .35em 0; text-align: start; vertical-align: top; }
sub, sup { line-height: 0; } dt { font-weight: 600; } .verse { white-space: pre-line; }
hr { border: 0; border-block-start: 1px solid var(--rule); margin: 2em auto; width: 30%; }
@page { margin: 17mm 18mm 20mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --ink-2: #222; --paper: #fff; --rule: #888; --pen: #000; }
  body { padding: 0; max-width: none; font-size: 11pt; line-height: 1.45; background: none; orphans: 3; widows: 3; }
  h1 { font-size: 20pt; } .text :is(h1, h2) { font-size: 14pt; } .text h3 { font-size: 12pt; }
  h1, h2, h3, h4, h5, h6, dt, summary, caption, thead { break-after: avoid; break-inside: avoid; }
  figure, tr, img, picture, math, figcaption, header, [data-keep=whole], [data-group=whole], [data-group=code], .notes li { break-inside: avoid; } figcaption { break-before: avoid; }
  [data-group=code] { display: block; }
  [data-group=head]::before { content: ""; display: block; height: 9lh; margin-bottom: -9lh; break-inside: avoid; }
  picture, img { display: block; } img { max-height: 11cm; width: auto; } [hidden] { display: none; }
  table { display: table; overflow: visible; font-size: 9pt; } thead { display: table-header-group; }
  pre { font-size: 8.5pt; line-height: 1.4; }
  mark { background: none; text-decoration: underline; text-decoration-thickness: 1pt; }
  a { color: inherit; } .text a[href] { text-decoration: underline; text-decoration-thickness: .5pt; }
  footer { break-before: avoid; break-inside: avoid; }
}
@supports not (orphans: 2) { @media print {
  * { font-variant-ligatures: none !important; }
  *, ::marker { font-variant-numeric: normal !important; }
  [data-keep=lines], [data-group=lines] { break-inside: avoid; }
  p:not([data-keep])::before { content: ""; display: block; height: 2lh; margin-bottom: -2lh; break-inside: avoid; }
  :is(h1, h2, h3, h4, h5, h6, dt):not(:last-child)::after { content: ""; display: block; height: 6lh; margin-bottom: -6lh; break-inside: avoid; }
  :is(h1, h2, h3, h4, h5, h6, dt) { break-inside: avoid; }
} }
`.trim();
