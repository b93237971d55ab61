/**
 * Paper: our own hard articles and thirty labelled pages printed for real from the print page in both browsers, each PDF checked
 * by program and held against the count that the page showed; and beside them the browser printing the original page, and
 * Firefox's own reader.
 *
 *   npm run bench:print [-- --show] [chrome|firefox] [--own|--corpus|--sample|--sweep] [--draws=16] [--seed=6] [--every=15] [slugs…]
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { buildAll } from '../build.mjs';
import { importTypeScript } from '../scripts/typescript.mjs';
import { printArticles } from './print/articles.mjs';
import { checkPdf } from './print/check.mjs';
import { corpusPages, keptPart, wordsOf } from './print/corpus.mjs';
import { sheetsOf } from './print/pdf.mjs';
import { countOf, openArticleSheets, openSheets, printForReal, putHighlights, saveAll } from './print/printer.mjs';
import { sample } from './print/sample.mjs';
import { sweep } from './print/sweep.mjs';
import { openingFigures } from './reading/opening.mjs';

const { until, within } = await importTypeScript('test/support/wait.ts');
const { sheetOf } = await importTypeScript('src/paper/sheet.ts');

export const title = 'Paper (printed by the page’s own button in both browsers)';

/** How the paper is set. The later ones are unlike the first in everything, for a few articles. */
const FEW = ['lamplighters', 'tables', 'code', 'lists', 'arabic'];
const SETTINGS = [
  { name: 'A4', settings: {}, margins: { top: 17, foot: 20 } },
  { name: 'A5, large, links listed, ink saved', settings: { paper: 'A5', printSize: 13, printLinks: 'listed', saveInk: true, printFace: 'plain' }, paper: { width: 148, height: 210 }, margins: { top: 13, foot: 16 }, only: FEW },
  { name: 'Letter, easier letters, loose, wide', settings: { paper: 'Letter', printFace: 'easy', printLead: 'loose', printMargins: 'wide', printPictures: 'main' }, paper: { width: 215.9, height: 279.4 }, margins: { top: 22, foot: 26 }, only: FEW },
];
const PROMISES = {
  lost: 'words lost', scattered: 'blocks out of order', unreadable: 'letters seen but without text', stranded: 'headings left alone', orphans: 'orphans', widows: 'widows',
  pictures: 'pictures cut', captions: 'captions and heads of tables away from what is theirs', rows: 'rows cut', code: 'code torn', quotes: 'short quotes torn',
  splitLines: 'lines ended early', blank: 'blank sheets', interface: 'words of the interface', deadLinks: 'dead links',
};
const COLLECTION = 'Chinese in a face of a collection (.ttc) that is not its first: Firefox looks its letters up in the first one and writes no text for those that it does not find there. In a face with a file of its own, none is missing.';

/** @param args `--show` names every finding; `--own`, `--corpus` and `--sample` print one part; `--sweep`, only when asked for, opens every 15th labelled page and prints none; `--draws`, `--seed` and `--every` say what is drawn; names print those articles alone; `chrome` or `firefox` one browser */
export async function measure(args = []) {
  if (!process.env.PASSALONG_DIST) await buildAll({ zips: false });
  mkdirSync('out/print', { recursive: true });
  const kinds = ['chrome', 'firefox'].filter((kind) => !args.some((arg) => arg === 'chrome' || arg === 'firefox') || args.includes(kind));
  const names = args.filter((arg) => !arg.startsWith('--') && !['chrome', 'firefox'].includes(arg));
  const named = (all) => (names.length ? all.filter(({ slug }) => names.includes(slug)) : all);
  const parts = ['--own', '--corpus', '--sample', '--sweep'].filter((part) => args.includes(part));
  const isWanted = (part) => parts.length === 0 || parts.includes(part);
  const number = (name, otherwise) => Number(args.find((arg) => arg.startsWith(`${name}=`))?.split('=')[1] ?? otherwise);
  const pages = isWanted('--corpus') ? named(await corpusPages()) : [];
  if (!pages.length && isWanted('--corpus') && !names.length) console.log('  without the labelled pages: ../shared/corpus is not there');
  const figures = [];
  for (const kind of kinds) {
    const exact = [];
    if (isWanted('--own')) for (const set of SETTINGS) figures.push(...await ownArticles(kind, set, named(printArticles()), exact, args.includes('--show')));
    if (isWanted('--sample')) figures.push(...await drawnSettings(kind, named(sample(number('--draws', 16), number('--seed', 6))), exact, args.includes('--show')));
    if (pages.length) figures.push(...await labelledPages(kind, pages, exact, args.includes('--show')));
    if (args.includes('--sweep')) figures.push(...await swept(kind, number('--every', 15), number('--seed', 6)));
    const off = exact.map(({ said, printed }) => Math.abs(said - printed));
    if (off.length) {
      figures.push({ name: `${kind}: prints whose sheets were counted exactly`, value: off.filter((by) => by === 0).length / off.length, unit: `of ${off.length}`, atLeast: kind === 'chrome' ? 0.98 : 0.9 });
      figures.push({ name: `${kind}: sheets by which a count was most off`, value: Math.max(...off), unit: 'sheets', atMost: 1 });
      figures.push({ name: `${kind}: counts that were wrong without saying “about”`, value: exact.filter(({ said, printed, isSure }) => said !== printed && isSure).length, unit: 'prints', atMost: 0 });
    }
  }
  // The reading page, whose view of the article this is; alone it is `bench:reading`.
  if (!names.length && !parts.length) figures.push(...await openingFigures(kinds));
  return figures;
}

async function withBrowser(kind, options, work) {
  const { openBrowser } = await importTypeScript('test/support/open-browser.ts');
  const harness = await openBrowser(kind, { headed: kind === 'chrome', ...options });
  try {
    return await work(harness);
  } finally {
    await harness.close();
  }
}

/** Prints one article through its page. @returns the PDF, and what the page had said there would be */
async function printOne(harness, article, file, marks = []) {
  const tab = marks.length ? await openMarked(harness, article, marks) : await openArticleSheets(harness, article);
  const { sheets, words } = await countOf(tab);
  copyFileSync(await printForReal(harness, tab), file);
  await tab.close();
  return { said: sheets, isSure: !/about/i.test(words.replace(/instead.*/, '')) };
}

async function openMarked(harness, article, marks) {
  const [id] = await saveAll(harness, [article]);
  await putHighlights(harness, id, marks);
  return openSheets(harness, `id=${id}`);
}

/** Labelled pages on which the print page fails: what was said is told, since nobody would see it in a count. */
async function swept(kind, every, seed) {
  const answer = await withBrowser(kind, {}, (harness) => sweep(harness, every, seed));
  if (!answer) return [];
  for (const { page, settings, said } of answer.failed) console.log(`  ${kind}: ${page} with ${JSON.stringify(settings)}: ${said}`);
  return [{ name: `${kind}: labelled pages, settings drawn at random, that can't be laid out for printing`, value: answer.failed.length, unit: `of ${answer.opened}`, atMost: 0 }];
}

/** Articles of our own, each with a setting of its own. */
async function drawnSettings(kind, draws, exact, isShown) {
  const total = { sheets: 0, gaps: 0, broken: {} };
  for (const paper of new Set(draws.map(({ settings }) => settings.paper))) {
    const { width, height } = sheetOf(paper);
    await withBrowser(kind, { paper: { width, height } }, async (harness) => {
      for (const [n, { slug, article, settings, marks }] of draws.entries()) {
        if (settings.paper !== paper) continue;
        await harness.inExtension('await browser.storage.local.set({ settings: args[0] })', settings);
        const file = `out/print/${kind}-drawn-${n + 1}-${slug}.pdf`;
        const said = await printOne(harness, article, file, marks);
        const { top, bottom } = sheetOf(paper, settings.printMargins);
        const wanted = { all: article, main: withoutExtraPictures(article), none: withoutPictures(article) }[settings.printPictures];
        add(total, checkPdf(file, { ...wanted, isHeadless: !settings.printHead }, { top, foot: bottom }, settings.printColumns), said, exact, isShown && `${kind} ${n + 1}, ${slug}: ${Object.values(settings).join(' ')}`);
      }
    });
  }
  return figuresOf(`${kind}, ${draws.length} settings drawn at random: `, total);
}

async function ownArticles(kind, { name, settings, paper, margins, only }, articles, exact, isShown) {
  const total = { sheets: 0, gaps: 0, broken: {} };
  await withBrowser(kind, paper ? { paper } : {}, async (harness) => {
    await harness.inExtension('await browser.storage.local.set({ settings: args[0] })', settings);
    for (const { slug, article } of articles) {
      if (only && !only.includes(slug)) continue;
      const file = `out/print/${kind}-${name.split(',')[0]}-${slug}.pdf`;
      const said = await printOne(harness, article, file);
      add(total, checkPdf(file, settings.printPictures === 'main' ? withoutExtraPictures(article) : article, margins), said, exact, isShown && `${kind} ${name}, ${slug}`);
    }
  });
  return figuresOf(`${kind}, own articles, ${name}: `, total);
}

/** Captions go with their pictures. */
function withoutExtraPictures(article) {
  let seen = 0;
  return { ...article, html: article.html.replace(/<figure>(?:(?!<\/figure>)[\s\S])*<img[\s\S]*?<\/figure>/g, (figure) => (seen++ ? '' : figure)) };
}

function withoutPictures(article) {
  return { ...article, html: article.html.replace(/<figure>(?:(?!<\/figure>)[\s\S])*<img[\s\S]*?<\/figure>/g, '').replace(/<img[^>]*>/g, '') };
}

function add(total, { found, sheets, gaps }, said, exact, line) {
  total.sheets += sheets;
  total.gaps += gaps;
  exact.push({ ...said, printed: sheets });
  for (const [promise, seen] of Object.entries(found)) total.broken[promise] = (total.broken[promise] ?? 0) + seen.length;
  if (line) show(`${line}: ${sheets} sheets, ${said.said} counted, ${gaps} gaps`, found);
}

function figuresOf(of, total) {
  return [
    { name: `${of}sheets`, value: total.sheets, unit: 'sheets' },
    ...Object.entries(PROMISES).map(([key, promise]) => ({ name: of + promise, value: total.broken[key] ?? 0, unit: '', atMost: 0, ...(key === 'unreadable' && total.broken[key] ? { note: COLLECTION } : {}) })),
    { name: `${of}sheets more than a third empty`, value: total.gaps / Math.max(1, total.sheets), unit: 'of all', atMost: 0.05 },
  ];
}

/** Thirty real pages: ours, the original page as the browser prints it, and in Firefox its own reader. Pictures and styles from the web are missing everywhere. */
async function labelledPages(kind, pages, exact, isShown) {
  const { startFixtureServer } = await importTypeScript('test/support/fixture-server.ts');
  const server = await startFixtureServer();
  const total = { sheets: 0, gaps: 0, broken: {} };
  const rows = [];
  try {
    await withBrowser(kind, { web: server.origin }, async (harness) => {
      for (const [n, { slug, html, article, words }] of pages.entries()) {
        const file = `out/print/${kind}-${slug}.pdf`;
        add(total, await checked(harness, article, file), rows.said, exact, isShown && `${kind} ${slug}`);
        const row = { slug, ours: sheetsOf(file).length, kept: keptPart(words, printedWords(file)) };
        const address = server.page(`/page/${n}.html`, html);
        // A page whose scripts send it away, or never end, is printed without them.
        const still = server.page(`/still/${n}.html`, { body: html, headers: { 'content-security-policy': "script-src 'none'" } });
        const itsFile = `out/print/${kind}-${slug}-original.pdf`;
        const original = await printWeb(harness, address, itsFile) ?? await printWeb(harness, still, itsFile);
        Object.assign(row, original && { original: original.sheets, originalKept: keptPart(words, original.words) });
        if (kind === 'firefox') {
          const reader = await printWeb(harness, `about:reader?url=${encodeURIComponent(address)}`, `out/print/${kind}-${slug}-reader.pdf`);
          Object.assign(row, reader && { reader: reader.sheets, readerKept: keptPart(words, reader.words) });
        }
        rows.push(row);
      }
    });
  } finally {
    await server.close();
  }
  printTable(kind, rows);
  const of = `${kind}, labelled pages: `;
  const both = rows.filter(({ original }) => original);
  const sum = (key, from = both) => from.reduce((all, row) => all + (row[key] ?? 0), 0);
  const read = rows.filter(({ reader }) => reader);
  return [
    ...figuresOf(of, total),
    { name: `${of}sheets of ours for one of the original’s`, value: sum('ours') / sum('original'), unit: '', atMost: 0.65, ...(read.length ? { peer: { name: 'Reader View', value: sum('reader', read) / sum('original', read) } } : {}) },
    { name: `${of}labelled words kept`, value: sum('kept', rows) / rows.length, unit: '', peer: { name: 'original', value: sum('originalKept') / both.length }, ...(read.length ? { note: `Reader View keeps ${(sum('readerKept', read) / read.length).toFixed(3)} of them, on the ${read.length} pages it opens.` } : {}) },
  ];

  async function checked(harness, article, file) {
    rows.said = await printOne(harness, article, file);
    return checkPdf(file, article);
  }
}

const printedWords = (file) => sheetsOf(file).flatMap((sheet) => sheet.lines.flatMap((line) => wordsOf(line.text)));

/**
 * Prints a page of the web as its browser does, in a tab of its own, for a tab that has printed a reader's page goes nowhere
 * else afterwards. Undefined where it will not (a page that sends itself away, a reader that refuses).
 */
async function printWeb(harness, address, file) {
  const tab = await harness.page.browser().newPage();
  try {
    await tab.bringToFront();
    await within(`opening ${address}`, 15_000, tab.goto(address, { waitUntil: [] }));
    await until('the page to stand there', () => tab.evaluate('document.readyState === "complete" && document.body.innerText.length > 200'), 15_000);
    const printed = harness.printed();
    await tab.evaluate('setTimeout(() => window.print()); 1');
    copyFileSync(await printed, file);
    return { sheets: sheetsOf(file).length, words: printedWords(file) };
  } catch (error) {
    console.log(`  not printed: ${address}: ${String(error.message).slice(0, 120)}`);
    return undefined;
  } finally {
    await within('closing a tab', 5_000, tab.close()).catch((error) => console.log(`  ${error.message}`));
  }
}

function printTable(kind, rows) {
  const part = (value) => (value === undefined ? '–' : value.toFixed(3));
  console.log(`  ${kind}: sheets and labelled words kept, ours, the original page${kind === 'firefox' ? ', Reader View' : ''}`);
  for (const { slug, ours, kept, original, originalKept, reader, readerKept } of rows) {
    console.log(`    ${slug.padEnd(16)} ${String(ours).padStart(3)} ${part(kept)}   ${String(original ?? '–').padStart(3)} ${part(originalKept)}${kind === 'firefox' ? `   ${String(reader ?? '–').padStart(3)} ${part(readerKept)}` : ''}`);
  }
}

function show(line, found) {
  console.log(`  ${line}`);
  for (const [promise, seen] of Object.entries(found)) for (const what of seen.slice(0, 5)) console.log(`    ${promise}: ${what}`);
}
