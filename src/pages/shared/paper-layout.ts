/** An article made ready for paper: options on the root, faces fetched, page breaks prepared, the sheet's rules written. */
import type { Article } from '../../article/article.ts';
import type { Highlight } from '../../article/highlight.ts';
import { isRightToLeft, t } from '../../browser/i18n.ts';
import type { Settings } from '../../browser/settings.ts';
import { construct } from '../../paper/constructions.ts';
import { emptyParts } from '../../paper/empties.ts';
import { fitCode } from '../../paper/fit-code.ts';
import { fitTables } from '../../paper/fit-tables.ts';
import { setInLeaves } from '../../paper/leaves.ts';
import { boxLooseText } from '../../paper/loose-text.ts';
import { extraPictures } from '../../paper/main-picture.ts';
import { waysBack } from '../../paper/links.ts';
import { contentBox, pageRules, sheetOf, type RunningLine } from '../../paper/sheet.ts';
import { spanTables } from '../../paper/span-tables.ts';
import { markHighlights, type Marked } from '../../paper/marks.ts';
import { boxVerticalForms } from '../../paper/vertical-forms.ts';
import { printedOnWords } from './article-source.ts';
import { publicationOf, type ArticleView } from './article-view.ts';
import { addLinkList } from './link-list.ts';
import { addNoteList } from './note-list.ts';

/** Faces that have not come after this many milliseconds are left behind. */
const PATIENCE = 8_000;
/**
 * The article is measured this many times larger than it is printed: on the screen letters are set to whole pixels of the
 * screen, on paper to the printer's, and lines end where they will on paper only when a pixel is small beside a letter.
 */
export const SCALE = 4;

/** One article on paper. */
export interface Piece {
  readonly article: Article;
  readonly view: ArticleView;
  /** What the person has marked in it; and the marks, where they stand in the view already. */
  readonly highlights?: { readonly all: readonly Highlight[]; readonly marked?: Marked };
}

/** Puts the options where paper.css finds them. */
export function showOnRoot(settings: Settings): void {
  const { dataset, style } = document.documentElement;
  style.setProperty('--paper-size', String(settings.printSize));
  style.setProperty('--page-height', `${contentBox(sheetOf(settings.paper, settings.printMargins)).height}px`);
  dataset['paperFace'] = settings.printFace;
  dataset['paperLead'] = settings.printLead;
  dataset['paperColumns'] = String(settings.printColumns);
  dataset['paperPictures'] = settings.printPictures;
  dataset['paperLinks'] = settings.printLinks;
  dataset['paperHead'] = settings.printHead ? 'on' : 'off';
  dataset['paperQr'] = settings.printCode ? 'on' : 'off';
  dataset['paperInk'] = settings.saveInk ? 'save' : 'full';
  dataset['paperMarks'] = settings.printNotes ? 'on' : 'off';
  if (settings.printGrey) dataset['paperGrey'] = '';
  else delete dataset['paperGrey'];
}

/** What runs along the foot, of one article or, with several, of their collection. */
export function runningLine(article: Article, title = article.title): RunningLine {
  return {
    publication: publicationOf(article), title, dir: article.dir, numbering: numbering(), numberingDir: isRightToLeft() ? 'rtl' : 'ltr',
    face: '"Source Sans Paper", "Vazirmatn Paper", sans-serif',
  };
}

/** The `@page` rules for these settings, to be put into a style sheet. */
export function rulesFor(settings: Settings, line: RunningLine): string {
  return pageRules(sheetOf(settings.paper, settings.printMargins), line);
}

/** "2 of 4" as the words before, between and after the numbers. */
function numbering(): [string, string, string] {
  const [before = '', rest = ''] = t('paperPageOf', '\u0001', '\u0002').split('\u0001');
  const [between = '', after = ''] = rest.split('\u0002');
  return [before, between, after];
}

/** Whether the browser draws page numbers of ours. Where it does not, its own lines stand there. */
export function drawsMarginBoxes(): boolean {
  const probe = new CSSStyleSheet();
  probe.replaceSync('@page { @bottom-left { content: "" } }');
  const rule = probe.cssRules[0] as (CSSRule & { readonly cssRules?: CSSRuleList }) | undefined;
  return (rule?.cssRules?.length ?? 0) > 0;
}

/** Whether the browser keeps orphans, widows and headings by CSS. */
export function keepsLines(): boolean {
  return CSS.supports('orphans', '2');
}

/** The faces of paper.css, which the screen never asks for: printed before they come, a page has other letters in other places. */
const PAPER_FACES = ['"Literata Paper"', '"Source Sans Paper"', '"Vazirmatn Paper"'];

/** Waits until the faces are there that the articles will be printed in, or have had their time. */
export async function facesReady(articles: readonly Article[], { printFace }: Pick<Settings, 'printFace'>): Promise<void> {
  // Which files are needed hangs on which letters there are, once each.
  const sample = [...new Set(`${articles.map(({ title, text }) => `${title} ${text}`).join(' ')} 0123456789`)].join('');
  const wanted = printFace === 'easy' ? ['"OpenDyslexic Paper"', ...PAPER_FACES] : PAPER_FACES;
  const faces = wanted.flatMap((face) => ['400', '600', 'italic 400', 'italic 600'].map((style) => `${style} 16px ${face}`));
  await Promise.race([
    Promise.allSettled(faces.map((face) => document.fonts.load(face, sample))).then(() => document.fonts.ready),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}

/**
 * Sets articles up for the paper: list of links, folded parts opened, tables fitted, page breaks prepared.
 *
 * @param onPaper runs its argument with the paper's styles on and the articles laid out at this width, `SCALE` times enlarged, in one long column
 * @returns takes it all away again
 */
export function layOut(settings: Settings, pieces: readonly Piece[], onPaper: (width: number, run: () => void) => void): () => void {
  const undo = dress(settings, pieces);
  onPaper(contentBox(sheetOf(settings.paper, settings.printMargins)).width, () => {
    const steps = bind(settings, pieces, undo);
    while (!steps.next().done);
  });
  return () => { for (const step of undo.toReversed()) step(); };
}

/** The first half, that needs no measuring: what the options add to the articles. @returns what takes it away again, last first */
export function dress(settings: Settings, pieces: readonly Piece[]): (() => void)[] {
  const undo: (() => void)[] = [];
  for (const { article, highlights, view: { element, body } } of pieces) {
    for (const words of element.querySelectorAll('.printed-on')) words.textContent = printedOnWords(new Date());
    if (settings.printNotes && highlights?.all.length) {
      const marked = highlights.marked ?? markHighlights(body, highlights.all);
      if (marked !== highlights.marked) undo.push(() => marked.undo());
      undo.push(addNoteList(element, marked, highlights.all));
    }
    if (settings.printLinks === 'listed') undo.push(addLinkList(element, body, article));
    for (const folded of body.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
      folded.open = true;
      undo.push(() => { folded.open = false; });
    }
    const empty = [...emptyParts(body), ...waysBack(body)].filter((part) => !part.classList.contains('left-out'));
    for (const part of empty) part.classList.add('left-out');
    undo.push(() => { for (const part of empty) part.classList.remove('left-out'); });
    if (settings.printPictures === 'main') {
      const extra = extraPictures(element);
      for (const picture of extra) picture.classList.add('extra-picture');
      undo.push(() => { for (const picture of extra) picture.classList.remove('extra-picture'); });
    }
    undo.push(boxLooseText(body));
  }
  return undo;
}

/** To which side an article's upright lines follow one another on paper; undefined where its lines lie. */
function uprightOn({ dataset }: HTMLElement, { stand }: Settings): 'rl' | 'lr' | undefined {
  const { upright } = dataset;
  return stand === 'upright' && (upright === 'rl' || upright === 'lr') ? upright : undefined;
}

/** The second half, on articles laid out at the paper's width: tables fitted, page breaks prepared. */
export function* bind(settings: Settings, pieces: readonly Pick<Piece, 'view'>[], undo: (() => void)[]): Generator<undefined, void> {
  const page = contentBox(sheetOf(settings.paper, settings.printMargins));
  for (const { view: { element, body } } of pieces) {
    const upright = uprightOn(element, settings);
    if (upright) {
      const lying = setInLeaves(element, { ...page, upright, scale: SCALE, tiers: settings.printColumns }, (flow) => {
        // Only the browser whose pages need the constructions loses these letters.
        if (!keepsLines()) boxVerticalForms(flow);
        fitTables(flow, () => page.width * SCALE);
        fitCode(flow, SCALE);
      }, undo);
      for (const part of lying) yield* construct(part, { pageHeight: page.height, scale: SCALE, keepsLines: keepsLines() }, undo);
      continue;
    }
    // Measured in one column as wide as one of two: a paragraph that runs over both has no height of its own.
    body.classList.add('one-column');
    undo.push(() => body.classList.remove('one-column'));
    const width = settings.printColumns === 2 ? body.getBoundingClientRect().width : page.width * SCALE;
    if (settings.printColumns === 2) undo.push(spanTables(body, { width, height: page.height * SCALE }));
    undo.push(fitTables(element, (table) => (table.closest('.spans') ? page.width * SCALE : width)));
    undo.push(fitCode(element, SCALE));
    yield* construct(element, { pageHeight: page.height, scale: SCALE, keepsLines: keepsLines() }, undo);
    body.classList.remove('one-column');
  }
}
