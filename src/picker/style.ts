/** How the picker looks: the tokens of our pages, written out, since none of our style sheets reaches into a web page. */
export const STYLE = `
* { box-sizing: border-box; }
.glass { position: fixed; inset: 0; cursor: crosshair; }
.boxes { position: fixed; inset: 0; pointer-events: none; overflow: hidden; }
.box { position: absolute; inset-block-start: 0; left: 0; border-radius: 3px; outline: 3px solid #0e4a5a; outline-offset: 1px; box-shadow: 0 0 0 6px #fffefc; }
.box.chosen { background: rgb(40 139 155 / 0.16); }
.box.hot { background: rgb(40 139 155 / 0.1); outline-style: dashed; }
/* Here and not on the host, where nothing may be left to the page. */
.bar {
  color-scheme: light dark;
  --paper: light-dark(#fffefc, #1f1d1b); --ink: light-dark(#1e1c19, #ede9e1); --ink-2: light-dark(#4a463f, #c4beb3); --rule: light-dark(#7f796d, #8f897e);
  --pen: light-dark(#0e4a5a, #8ccfdb); --pen-deep: light-dark(#083642, #b4e4ec); --on-pen: light-dark(#fff, #06262e); --wash: light-dark(#e3eef0, #17343a); --alert: light-dark(#8e1f1b, #ffb4a8);
  position: fixed; inset-block-end: 12px; inset-inline: 12px; margin-inline: auto; max-inline-size: 46rem; max-block-size: calc(100vh - 24px); overflow: auto;
  padding: 12px 16px; display: grid; gap: 8px; border-radius: 6px; border: 1px solid var(--rule); background: var(--paper); color: var(--ink); cursor: default;
  font: 400 16px/1.4 "Source Sans 3", system-ui, sans-serif; box-shadow: 0 4px 24px rgb(0 0 0 / 0.35); user-select: none; -webkit-user-select: none; text-align: start;
}
.bar.up { inset-block: 12px auto; }
.bar:focus { outline: none; }
p { margin: 0; }
.row { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }
.say { font-weight: 600; }
.small { font-size: 14px; color: var(--ink-2); }
.bad { color: var(--alert); font-weight: 600; }
.title { font: 600 18px/1.3 Literata, Georgia, serif; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.words { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--rule); border-radius: 6px; min-block-size: 36px; padding: 4px 12px; cursor: pointer; margin: 0; }
button:hover { background: var(--wash); }
button:focus-visible, button.focused { outline: 3px solid var(--pen); outline-offset: 2px; }
button.filled { background: var(--pen); color: var(--on-pen); border-color: var(--pen); font-weight: 600; }
button.filled:hover { background: var(--pen-deep); }
button.quiet { border-color: transparent; color: var(--pen); }
button[aria-pressed="true"] { background: var(--wash); border-color: var(--pen); box-shadow: inset 0 0 0 1px var(--pen); font-weight: 600; }
button[aria-checked] { border-color: transparent; text-align: start; padding-inline: 4px; display: flex; gap: 8px; align-items: center; }
.tick { flex: none; inline-size: 20px; block-size: 20px; border: 2px solid var(--rule); border-radius: 3px; display: grid; place-items: center; font: 700 16px/1 sans-serif; }
[aria-checked="true"] .tick { background: var(--pen); border-color: var(--pen); color: var(--on-pen); }
button:disabled { opacity: 0.6; cursor: default; }
.end { margin-inline-start: auto; }
.heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 30rem) { .bar { padding: 10px 12px; inset-inline: 6px; inset-block-end: 6px; } .wide { display: none; } }
@media (forced-colors: active) { .box { outline-color: Highlight; } button[aria-pressed="true"], button.filled { border: 3px solid Highlight; } [aria-checked="true"] .tick { background: Highlight; forced-color-adjust: none; color: HighlightText; } }
`;
