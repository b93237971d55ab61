/** Printing: the options, the sheet's rules, and what is set up before the paper and taken away after it. */
import type { Article } from '../../article/article.ts';
import { isRightToLeft, t } from '../../browser/i18n.ts';
import { changeSettings, onSettings, type Settings } from '../../browser/settings.ts';
import { construct } from '../../paper/constructions.ts';
import { fitTables } from '../../paper/fit-tables.ts';
import { contentBox, pageRules, sheetOf, type PaperName } from '../../paper/sheet.ts';
import { printedOnWords, publicationOf, type ArticleView } from '../shared/article-view.ts';
import { byId, fill } from '../shared/dom.ts';
import { picturesReady } from '../shared/pictures.ts';
import { PAPER_SIZES, stepper } from '../shared/stepper.ts';
import { addLinkList } from './link-list.ts';

/** Pictures that have not come after this many milliseconds are left behind. */
const PATIENCE = 8_000;
/**
 * The article is measured this many times larger than it is printed: on the screen letters are set to whole pixels of the
 * screen, on paper to the printer's, and lines end where they will on paper only when a pixel is small beside a letter.
 */
const SCALE = 4;
const TICKS = ['printPictures', 'printCode', 'printLinks', 'saveInk'] as const;

export interface Printing {
  /** Opens the browser's print window once faces and pictures are there. */
  print(): Promise<void>;
}

export function startPrinting(settings: Settings, article: Article, view: ArticleView): Printing {
  let now = settings;
  const rules = new CSSStyleSheet();
  document.adoptedStyleSheets.push(rules);
  const showStep = stepper({ smaller: 'print-smaller', larger: 'print-larger' }, PAPER_SIZES, (printSize) => change({ printSize }));
  const show = (next: Settings): void => {
    now = next;
    showOnRoot(next);
    showInPanel(next);
    showStep(next.printSize);
    rules.replaceSync(pageRules(sheetOf(next.paper), {
      publication: publicationOf(article), title: article.title, dir: article.dir, numbering: numbering(), numberingDir: isRightToLeft() ? 'rtl' : 'ltr',
      face: '"Source Sans Paper", "Vazirmatn Paper", sans-serif',
    }));
    byId('print-hint').hidden = drawsMarginBoxes();
  };
  const change = (part: Partial<Settings>): void => {
    show({ ...now, ...part });
    void changeSettings(part);
  };
  onSettings(show);
  show(settings);

  const panel = byId<HTMLFormElement>('print-panel');
  panel.addEventListener('change', (event) => {
    const field = event.target as HTMLInputElement;
    change(field.type === 'radio' ? { paper: field.value as PaperName } : { [field.name]: field.checked });
  });

  let undo: (() => void) | undefined;
  addEventListener('beforeprint', () => {
    undo?.();
    undo = layOut(now, article, view);
  });
  addEventListener('afterprint', () => {
    undo?.();
    undo = undefined;
  });

  // Whoever prints with the browser's own key waits for nothing, so the faces come beforehand.
  requestIdleCallback(() => void facesReady(article), { timeout: 2_000 });

  const print = async (): Promise<void> => {
    const words = byId('print-now').querySelector('span')!;
    words.textContent = t('paperGettingReady');
    try {
      await facesReady(article);
      if (now.printPictures) await picturesReady(view.element, PATIENCE);
      window.print();
    } finally {
      words.textContent = t('print');
    }
  };
  panel.addEventListener('submit', (event) => {
    event.preventDefault();
    void print();
  });
  return { print };
}

function showOnRoot({ printSize, printPictures, printCode, saveInk, paper }: Settings): void {
  const { dataset, style } = document.documentElement;
  style.setProperty('--paper-size', String(printSize));
  style.setProperty('--page-height', `${contentBox(sheetOf(paper)).height}px`);
  dataset['paperPictures'] = printPictures ? 'on' : 'off';
  dataset['paperQr'] = printCode ? 'on' : 'off';
  dataset['paperInk'] = saveInk ? 'save' : 'full';
}

function showInPanel(settings: Settings): void {
  fill(byId('print-size'), t('paperPoints', new Intl.NumberFormat(document.documentElement.lang).format(settings.printSize)));
  const fields = byId<HTMLFormElement>('print-panel').elements;
  for (const name of TICKS) (fields.namedItem(name) as HTMLInputElement).checked = settings[name];
  (fields.namedItem('paper') as RadioNodeList).value = settings.paper;
}

/** "2 of 4" as the words before, between and after the numbers. */
function numbering(): [string, string, string] {
  const [before = '', rest = ''] = t('paperPageOf', '\u0001', '\u0002').split('\u0001');
  const [between = '', after = ''] = rest.split('\u0002');
  return [before, between, after];
}

/** Whether the browser draws page numbers of ours. Where it does not, its own lines stand there and the panel says how to leave them out. */
function drawsMarginBoxes(): boolean {
  const probe = new CSSStyleSheet();
  probe.replaceSync('@page { @bottom-left { content: "" } }');
  const rule = probe.cssRules[0] as (CSSRule & { readonly cssRules?: CSSRuleList }) | undefined;
  return (rule?.cssRules?.length ?? 0) > 0;
}

/** The faces of paper.css, which the screen never asks for: printed before they come, a page has other letters in other places. */
const PAPER_FACES = ['"Literata Paper"', '"Source Sans Paper"', '"Vazirmatn Paper"'];

async function facesReady(article: Article): Promise<void> {
  // Which files are needed hangs on which letters there are, once each.
  const sample = [...new Set(`${article.title} ${article.text} 0123456789`)].join('');
  const faces = PAPER_FACES.flatMap((face) => ['400', '600', 'italic 400', 'italic 600'].map((style) => `${style} 16px ${face}`));
  await Promise.race([
    Promise.allSettled(faces.map((face) => document.fonts.load(face, sample))).then(() => document.fonts.ready),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}

/**
 * Sets the article up for the paper: list of links, folded parts opened, tables fitted, page breaks prepared, all measured
 * with the paper's own style sheet at the paper's width. Runs inside `beforeprint`, so nothing of it is seen on the screen.
 *
 * @returns takes it all away again
 */
function layOut(settings: Settings, article: Article, { element, body }: ArticleView): () => void {
  const undo: (() => void)[] = [];
  for (const words of element.querySelectorAll('.printed-on')) words.textContent = printedOnWords(new Date());
  if (settings.printLinks) undo.push(addLinkList(element, body, article));
  for (const folded of body.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
    folded.open = true;
    undo.push(() => { folded.open = false; });
  }
  const page = contentBox(sheetOf(settings.paper));
  onPaper(page.width, () => {
    undo.push(fitTables(element, page.width * SCALE));
    undo.push(construct(element, { pageHeight: page.height, scale: SCALE, keepsLines: CSS.supports('orphans', '2') }));
  });
  return () => { for (const step of undo.toReversed()) step(); };
}

/** Runs with the paper's styles on and the screen's off, the text as wide as on the sheet. */
function onPaper(width: number, run: () => void): void {
  const paper = byId<HTMLLinkElement>('paper-styles').sheet;
  const screen = byId<HTMLLinkElement>('screen-styles').sheet;
  if (!paper || !screen) return;
  const main = byId('place');
  paper.media.mediaText = 'all';
  screen.media.mediaText = 'not all';
  main.style.inlineSize = `${width}px`;
  main.style.zoom = String(SCALE);
  try {
    run();
  } finally {
    main.style.removeProperty('inline-size');
    main.style.removeProperty('zoom');
    paper.media.mediaText = 'print';
    screen.media.mediaText = 'screen';
  }
}
