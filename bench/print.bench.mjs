/** Paper: our own hard articles through the reading page to PDF in both browsers, each PDF checked by program. */
import { mkdirSync } from 'node:fs';
import { buildAll } from '../build.mjs';
import { importTypeScript } from '../scripts/typescript.mjs';
import { printArticles } from './print/articles.mjs';
import { checkPdf } from './print/check.mjs';
import { openArticle } from './print/printer.mjs';

export const title = 'Paper (12 own articles, A4, both browsers)';

/** @param args `--keep` shows every finding; a name prints that article alone; `chrome` or `firefox` one browser */
export async function measure(args = []) {
  if (!process.env.PASSALONG_DIST) await buildAll({ zips: false });
  const { openBrowser } = await importTypeScript('test/support/open-browser.ts');
  mkdirSync('out/print', { recursive: true });
  const kinds = ['chrome', 'firefox'].filter((kind) => !args.some((arg) => arg === 'chrome' || arg === 'firefox') || args.includes(kind));
  const articles = printArticles();
  const chosen = articles.filter(({ slug }) => args.includes(slug));
  const figures = [];
  for (const kind of kinds) {
    const harness = await openBrowser(kind);
    const total = { sheets: 0, gaps: 0 };
    const broken = {};
    try {
      for (const { slug, article } of chosen.length ? chosen : articles) {
        const tab = await openArticle(harness, article);
        const file = `out/print/${kind}-${slug}.pdf`;
        await harness.pdf(tab, file);
        await tab.close();
        const { found, sheets, gaps } = checkPdf(file, article);
        total.sheets += sheets;
        total.gaps += gaps;
        for (const [name, seen] of Object.entries(found)) broken[name] = (broken[name] ?? 0) + seen.length;
        if (args.includes('--show')) {
          console.log(`  ${kind} ${slug}: ${sheets} sheets, ${gaps} gaps`);
          for (const [name, seen] of Object.entries(found)) for (const what of seen.slice(0, 5)) console.log(`    ${name}: ${what}`);
        }
      }
    } finally {
      await harness.close();
    }
    const NAMES = { lost: 'words lost', scattered: 'blocks out of order', unreadable: 'letters seen but without text', stranded: 'headings left alone', orphans: 'orphans', widows: 'widows', splitLines: 'lines ended early', blank: 'blank sheets', interface: 'words of the interface', deadLinks: 'dead links' };
    figures.push({ name: `${kind}: sheets`, value: total.sheets, unit: 'sheets' });
    for (const [key, name] of Object.entries(NAMES)) figures.push({ name: `${kind}: ${name}`, value: broken[key] ?? 0, unit: '', atMost: 0, ...(key === 'unreadable' && broken[key] ? { note: 'Chinese in this machine’s CFF face: Firefox writes no text for letters it finds twice in a face.' } : {}) });
    figures.push({ name: `${kind}: sheets more than a third empty`, value: total.gaps / Math.max(1, total.sheets), unit: 'of all', atMost: 0.05 });
  }
  return figures;
}
