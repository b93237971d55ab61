/**
 * Entry of the print page: `print.html?draft=ID`, `?id=N`, or `?ids=1,2,3` for several saved articles as one job;
 * with `&tab=N` when the article's own page is open in that tab.
 */
import type { Settings } from '../../browser/settings.ts';
import type { Highlight } from '../../article/highlight.ts';
import { findByUrl, highlightsOf } from '../../library/library.ts';
import { numberParts } from '../../paper/removable.ts';
import { addSource } from '../shared/article-source.ts';
import { articleView } from '../shared/article-view.ts';
import { byId } from '../shared/dom.ts';
import { runPage, startPage } from '../shared/page.ts';
import { facesReady, rulesFor, runningLine, type Piece } from '../shared/paper-layout.ts';
import { picturesReady } from '../shared/pictures.ts';
import { pickAgain } from '../shared/pick-again.ts';
import { isPrivateRef, load, refIn, type Shown } from '../shared/source.ts';
import { nameTab } from '../shared/tab-name.ts';
import { troubleView } from '../shared/trouble-view.ts';
import { contentsPage, idsIn, loadSeveral, ownNames } from './several.ts';
import { drawTools } from './tools.ts';
import { startFitting } from './fitting.ts';
import { startOptions } from './options.ts';
import { startOutlet } from './outlet.ts';
import { startRemoving } from './removing.ts';
import { Sheets } from './sheets.ts';
import { losesLetters } from './lost-letters.ts';
import { offerWhole } from './whole.ts';

/** Milliseconds that missing pictures may hold up the first count, and the paper itself. */
const GLANCE = 1_500;
const PATIENCE = 8_000;

async function start(): Promise<void> {
  const ids = idsIn(location.search);
  const [settings, shown] = await Promise.all([startPage(), ids.length ? loadSeveral(ids) : load(refIn(location.search))]);
  if (shown.kind === 'article') await showSheets([shown], settings);
  else if (shown.kind === 'several') await showSheets(shown.all, settings);
  else {
    if (shown.kind === 'link') nameTab(shown.page.title, isPrivateRef(shown.ref));
    byId('desk').replaceChildren(troubleView(shown));
  }
  document.body.removeAttribute('aria-busy');
}

async function showSheets(all: readonly Extract<Shown, { kind: 'article' }>[], first: Settings): Promise<void> {
  const marks = await Promise.all(all.map(highlightsIn));
  const pieces: Piece[] = all.map(({ article }, index) => ({ article, view: articleView(article), highlights: { all: marks[index]! } }));
  for (const { view, article } of pieces) addSource(view, article, new Date());
  byId('notes-tick').hidden = marks.every((own) => !own.length);
  byId('stand').hidden = !all.some(({ article }) => article.upright);
  if (pieces.length > 1) for (const [index, { view }] of pieces.entries()) ownNames(view.element, `-${index + 1}`);
  const [lead] = pieces;
  if (!lead) return;
  const contents = pieces.length > 1 ? contentsPage(pieces) : undefined;
  numberParts(pieces.map(({ view }) => view.element));
  for (const { view } of pieces) for (const link of view.element.querySelectorAll<HTMLElement>('a, pre, .wide, summary')) link.tabIndex = -1;
  byId('flow').append(...(contents ? [contents.element] : []), ...pieces.map(({ view }) => view.element));
  drawTools();

  const isPrivate = all.some(({ ref }) => isPrivateRef(ref));
  let settings = first;
  let title = contents ? contents.title : lead.article.title;
  const rules = new CSSStyleSheet();
  document.adoptedStyleSheets.push(rules);
  const line = () => (contents ? { ...runningLine(lead.article, title), publication: '' } : runningLine(lead.article, title));
  const sheets = new Sheets(pieces, settings, line, () => outlet.counting());
  const outlet = startOutlet(pieces, sheets, () => settings, PATIENCE);
  const show = async (): Promise<void> => {
    nameTab(title, isPrivate);
    rules.replaceSync(rulesFor(settings, line()));
    const count = await sheets.show(settings);
    if (!count) return;
    contents?.number(sheets.beginnings);
    outlet.show(count);
    fitting.show(count);
  };
  let waiting = true;
  /** At most once a frame, and not before the first time: pictures come in bursts. */
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; void show(); });
  };
  const warn = async (): Promise<void> => { byId('lost-letters').hidden = !await losesLetters(pieces, settings); };
  const faces = (): Promise<void> => facesReady(pieces.map(({ article }) => article), settings);
  const options = startOptions(first, (next, needsFaces) => {
    settings = next;
    soon();
    // A face that was never used before has to come first; the sheets are drawn again with it.
    if (needsFaces) void faces().then(soon).then(warn);
  });
  const fitting = startFitting(sheets, () => settings, options.change, soon);
  startRemoving(sheets, pieces, contents ? undefined : (words) => { title = words; }, soon);

  if (!contents) {
    offerWhole(lead.article, isPrivate);
    byId('title-field').after(pickAgain(lead.article, 'print', location.search));
  }
  byId('sheets').hidden = false;
  for (const id of ['sum', 'options']) byId(id).hidden = false;
  const someFaces = faces();
  const areThere = await Promise.race([someFaces.then(() => true), new Promise<false>((resolve) => setTimeout(resolve, GLANCE, false))]);
  if (!areThere) void someFaces.then(soon);
  const isWhole = [...byId('flow').querySelectorAll('img')].every((picture) => picture.complete);
  waiting = false;
  await show();
  if (!isWhole) {
    await picturesReady(byId('flow'), GLANCE);
    await show();
  }
  // Later ones wait until what is being laid out lies there, or a long article would be begun again with each.
  for (const event of ['load', 'error']) byId('flow').addEventListener(event, () => void sheets.ready.then(soon), true);
  byId('print-now').focus({ preventScroll: true });
  outlet.compare();
  await warn();
}

/** What the person has marked in an article, if it is in the library. Without the library there are no marks. */
async function highlightsIn({ article, ref }: Extract<Shown, { kind: 'article' }>): Promise<readonly Highlight[]> {
  const id = 'id' in ref ? ref.id : (await findByUrl(article.url))?.id;
  const answer = id === undefined ? undefined : await highlightsOf(id);
  return answer?.ok ? answer.value : [];
}

runPage(start);
