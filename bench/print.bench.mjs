/** Paper: our own hard articles printed for real from the reading page in both browsers, each PDF checked by program. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { buildAll } from '../build.mjs';
import { importTypeScript } from '../scripts/typescript.mjs';
import { printArticles } from './print/articles.mjs';
import { checkPdf } from './print/check.mjs';
import { openArticleSheets, printForReal } from './print/printer.mjs';

export const title = 'Paper (own articles, printed by the page’s own button in both browsers)';

/** How the paper is set. The second is unlike the first in everything, for a few articles. */
const SETTINGS = [
  { name: 'A4', settings: {}, margins: { top: 17, foot: 20 } },
  { name: 'A5, large, links listed, ink saved', settings: { paper: 'A5', printSize: 13, printLinks: true, saveInk: true, face: 'plain' }, margins: { top: 13, foot: 16 }, only: ['lamplighters', 'tables', 'code', 'lists', 'arabic'] },
];
const PROMISES = {
  lost: 'words lost', scattered: 'blocks out of order', unreadable: 'letters seen but without text', stranded: 'headings left alone', orphans: 'orphans', widows: 'widows',
  splitLines: 'lines ended early', blank: 'blank sheets', interface: 'words of the interface', deadLinks: 'dead links',
};
const CFF = 'Chinese in a system face with CFF outlines: Firefox writes no text for letters that the face holds twice.';

/** @param args `--show` names every finding; names print those articles alone; `chrome` or `firefox` one browser */
export async function measure(args = []) {
  if (!process.env.PASSALONG_DIST) await buildAll({ zips: false });
  const { openBrowser } = await importTypeScript('test/support/open-browser.ts');
  mkdirSync('out/print', { recursive: true });
  const kinds = ['chrome', 'firefox'].filter((kind) => !args.some((arg) => arg === 'chrome' || arg === 'firefox') || args.includes(kind));
  const articles = printArticles();
  const chosen = articles.filter(({ slug }) => args.includes(slug));
  const figures = [];
  for (const kind of kinds) for (const { name, settings, margins, only } of SETTINGS) {
    const harness = await openBrowser(kind, { headed: kind === 'chrome' });
    const total = { sheets: 0, gaps: 0, broken: {} };
    try {
      await harness.inExtension('await browser.storage.local.set({ settings: args[0] })', settings);
      for (const { slug, article } of chosen.length ? chosen : articles) {
        if (only && !only.includes(slug)) continue;
        const tab = await openArticleSheets(harness, article);
        const file = `out/print/${kind}-${name.split(',')[0]}-${slug}.pdf`;
        copyFileSync(await printForReal(harness, tab), file);
        await tab.close();
        const { found, sheets, gaps } = checkPdf(file, article, margins);
        total.sheets += sheets;
        total.gaps += gaps;
        for (const [promise, seen] of Object.entries(found)) total.broken[promise] = (total.broken[promise] ?? 0) + seen.length;
        if (args.includes('--show')) show(`${kind} ${name}, ${slug}: ${sheets} sheets, ${gaps} gaps`, found);
      }
    } finally {
      await harness.close();
    }
    const of = `${kind}, ${name}: `;
    figures.push({ name: `${of}sheets`, value: total.sheets, unit: 'sheets' });
    for (const [key, promise] of Object.entries(PROMISES)) figures.push({ name: of + promise, value: total.broken[key] ?? 0, unit: '', atMost: 0, ...(key === 'unreadable' && total.broken[key] ? { note: CFF } : {}) });
    figures.push({ name: `${of}sheets more than a third empty`, value: total.gaps / Math.max(1, total.sheets), unit: 'of all', atMost: 0.05 });
  }
  return figures;
}

function show(line, found) {
  console.log(`  ${line}`);
  for (const [promise, seen] of Object.entries(found)) for (const what of seen.slice(0, 5)) console.log(`    ${promise}: ${what}`);
}
