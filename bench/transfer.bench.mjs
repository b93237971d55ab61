/**
 * In and out: books and Markdown of real articles, a list of 50,000 links coming in, 20,000 articles going out,
 * and 300 MB of pictures going out and into another profile.
 *
 *   npm run bench:transfer [-- --part 0.1]     a tenth of everything, for a look
 *   npm run bench:transfer -- --only coming    one of: rows, formats, coming, going, back
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildAll } from '../build.mjs';
import { importTypeScript } from '../scripts/typescript.mjs';
import { readIndex, readPage } from './extract/pages.mjs';
import { articlePage } from './sample-pages.mjs';
import { thereAndBack } from './transfer/there-and-back.mjs';
import { appears, watched } from './transfer/watching.mjs';

export const title = 'In and out (Chromium; books by EPUBCheck, Markdown by a CommonMark parser)';

const CORPUS = resolve('../shared/corpus');
const JAR = ['/usr/share/java/epubcheck.jar', '/usr/bin/epubcheck'].find((path) => existsSync(path));

export async function measure(args = []) {
  const part = args.includes('--part') ? Number(args[args.indexOf('--part') + 1]) || 1 : 1;
  if (!process.env.PASSALONG_DIST) await buildAll({ zips: false });
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
  const figures = [];
  for (const [name, work] of Object.entries({ rows: () => rows(), formats: () => formats(part), coming: () => coming(50_000 * part), going: () => going(20_000 * part), back: () => thereAndBack({ megabytes: 300 * part, withBrowser, downloaded }) })) {
    if (only === undefined || only === name) figures.push(...await work());
  }
  return figures;
}

/** Articles of the labelled pages spread over all sites; without them, pages made here. */
function pages(count) {
  if (!existsSync(CORPUS)) return Array.from({ length: 5 }, (_, n) => ({ html: articlePage(20 + n * 10), url: `https://sample.example/${n}` }));
  const all = ['wcxb', 'european'].flatMap((set) => readIndex(join(CORPUS, set, 'index.json')).pages);
  const step = Math.max(1, Math.floor(all.length / (count * 1.2)));
  return all.filter((_, n) => n % step === 0).map((page) => ({ html: readPage(page.path), url: page.url ?? 'https://unknown.invalid/' }));
}

async function formats(part) {
  const { installDom, articleOf, bookOf, markdownWords } = await importTypeScript('bench/transfer/corpus-articles.ts');
  installDom();
  const wanted = Math.round(50 * part);
  const articles = [];
  for (const { html, url } of pages(wanted)) {
    const article = await articleOf(html, url);
    if (article && articles.length < wanted) articles.push(article);
  }
  const figures = [];
  mkdirSync('out/epub', { recursive: true });
  if (JAR && spawnSync('java', ['-version']).status === 0) {
    const findings = [];
    for (const [n, chosen] of [articles, ...articles.map((article) => [article])].entries()) {
      const file = `out/epub/${n === 0 ? 'digest' : n}.epub`;
      writeFileSync(file, await bookOf(chosen, 'Digest'));
      const { stdout, stderr } = spawnSync('java', ['-jar', JAR, file, '-w', '-q'], { encoding: 'utf8' });
      findings.push(...`${stdout}\n${stderr}`.split('\n').filter((line) => /^(?:ERROR|WARNING|FATAL)|Exception/.test(line)));
    }
    for (const line of findings.slice(0, 10)) console.log(`  ${line.slice(0, 300)}`);
    figures.push({ name: `EPUBCheck, ${articles.length} articles each and as a digest: errors and warnings`, value: findings.length, unit: '', atMost: 0 });
  } else console.log('  EPUBCheck is not installed here (apt-get install epubcheck): books are not checked in this run');
  let words = 0;
  let lost = 0;
  for (const article of articles) {
    const { wanted: all, missing } = await markdownWords(article);
    words += all;
    lost += missing;
  }
  figures.push({ name: `Markdown of ${articles.length} articles, read back: words of the text that are not there`, value: words ? lost / words : 0, unit: 'of all', atMost: 0.0005 });
  return figures;
}

/**
 * Every file of the services that are read, as it should be and damaged, and cut off at each tenth of its length: rows kept
 * and rows reported, against the entries that a plain look at the file counts. More is possible (what is cut off is reported
 * as well), fewer is not.
 */
async function rows() {
  const { installDom, rowsOf, entriesIn } = await importTypeScript('bench/transfer/coming-rows.ts');
  installDom();
  const folder = 'test/formats/in/files';
  const figures = [];
  let lost = 0;
  for (const file of readdirSync(folder).toSorted()) {
    const whole = readFileSync(join(folder, file), 'utf8');
    const { kept, reported } = rowsOf(file, whole);
    const standing = entriesIn(file, whole);
    figures.push({ name: `${file}: rows kept (and reported ${reported}, of ${standing} that stand there)`, value: kept, unit: 'rows' });
    lost += Math.max(0, standing - kept - reported);
    for (let tenth = 3; tenth < 10; tenth += 1) {
      const cut = whole.slice(0, Math.floor(whole.length * tenth / 10));
      const read = rowsOf(file, cut, true);
      // One that is no longer known for what it was is refused whole, and says so.
      if (read) lost += Math.max(0, entriesIn(file, cut) - read.kept - read.reported);
    }
  }
  return [...figures, { name: 'entries that were neither kept nor reported, cut-off files included', value: lost, unit: 'rows', atMost: 0 }];
}

async function withBrowser(work) {
  const { openBrowser } = await importTypeScript('test/support/open-browser.ts');
  const harness = await openBrowser('chrome', {});
  try {
    await harness.inExtension('await browser.storage.local.set({ settings: { welcomed: true } });');
    const page = await harness.openOurs('pages/transfer/transfer.html');
    await page.bringToFront();
    await page.waitForSelector('#drop .icon');
    return await work(harness, page);
  } finally {
    await harness.close();
  }
}

async function coming(rows) {
  return withBrowser(async (_, page) => {
    await page.evaluate(`{
      const text = ['title,url,time_added,tags,status', ...Array.from({ length: ${rows} }, (_, n) => \`"Lamp \${n}, lit along the wall",https://lamps\${n % 997}.example/story/\${n},\${1500000000 + n * 60},\${n % 3 ? 'tag' + n % 50 : ''},\${n % 2 ? 'unread' : 'archive'}\`)].join('\\n');
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'part_000000.csv'));
      document.getElementById('drop').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }`);
    await page.waitForSelector('[data-doing="bring-in"]', { timeout: 60_000 });
    const start = performance.now();
    await page.click('[data-doing="bring-in"]');
    await appears(page, '#tally', 600);
    const seconds = (performance.now() - start) / 1000;
    const added = await page.$eval('[data-tally="added"] td', (cell) => Number(cell.textContent.replace(/\D/g, '')));
    return [
      { name: `Pocket list of ${rows} rows, from the click to the last`, value: seconds, unit: 's', atMost: 60 },
      { name: 'rows that did not come in', value: rows - added, unit: 'rows', atMost: 0 },
    ];
  });
}

async function going(count) {
  return withBrowser(async (harness, page) => {
    await seed(harness, count);
    await page.evaluate('Object.defineProperty(globalThis, "showSaveFilePicker", { value: undefined })');
    const { seconds, bytes, firstHalf, secondHalf } = await watched(page, async () => {
      await page.click('#backup');
      await appears(page, '#out-state .notice', 1_800);
    });
    const written = await page.$('[data-outcome="written"]');
    if (!written) throw new Error(await page.$eval('#out-state', (state) => state.textContent));
    const file = await downloaded(harness.downloads);
    return [
      { name: `copy of ${count} articles: memory of the page above idle`, value: bytes / 1e6, unit: 'MB', atMost: 150, note: `in its first half at most ${Math.round(firstHalf / 1e6)} MB, in its second ${Math.round(secondHalf / 1e6)}` },
      { name: 'time', value: seconds, unit: 's' },
      { name: 'articles a second', value: count / seconds, unit: '/s' },
      { name: 'size', value: statSync(file).size / 1e6, unit: 'MB' },
      { name: 'articles in it', value: Number(JSON.parse(readEntry(file, 'passalong-backup.json')).articles), unit: '', atLeast: count },
    ];
  });
}

/** The zip that the browser has put into its downloads, once it is whole. */
async function downloaded(folder) {
  for (let n = 0; n < 1_200; n += 1) {
    const names = readdirSync(folder);
    const name = names.find((each) => each.endsWith('.zip'));
    if (name && names.length === 1 && statSync(join(folder, name)).size > 0) return join(folder, name);
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error('the copy never came down');
}

function readEntry(file, name) {
  return execFileSync('python3', ['-c', 'import sys,zipfile;sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())', resolve(file), name], { encoding: 'utf8' });
}

/** Articles of 1,000 words straight into the stores: how they got there is another bench's subject. */
async function seed(harness, count) {
  for (let from = 0; from < count; from += 2_500) await seedSome(harness, from, Math.min(count, from + 2_500));
}

async function seedSome(harness, first, end) {
  await harness.inExtension(`
    const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
    const database = await asked(indexedDB.open('passalong'));
    const words = 'the harbour keeper walks along old stone wall every evening while boats come home and children count lamps that burn above quiet water until morning'.split(' ');
    for (let from = args[0]; from < args[1]; from += 500) {
      const all = database.transaction(['articles', 'texts', 'bodies'], 'readwrite');
      for (let n = from; n < Math.min(args[1], from + 500); n += 1) {
        const id = n + 1;
        const paragraphs = Array.from({ length: 20 }, (_, p) => Array.from({ length: 50 }, (_, w) => words[(n * 7 + p * 13 + w * 5) % words.length]).join(' '));
        const url = 'https://lamps.example/story/' + n;
        all.objectStore('articles').put({ id, uid: crypto.randomUUID(), url, sourceUrl: url, key: 'lamps.example/story/' + n, lists: [['*', -n, id]], title: 'Lamp ' + n + ' along the old stone wall', authors: ['Ines Moor'], dir: 'ltr', excerpt: paragraphs[0].slice(0, 300), wordCount: 1000, savedAt: 1500000000000 + n, updatedAt: 1500000000000 + n, readState: 'unread', favourite: false, tags: [], hasBody: true, quotes: [] });
        all.objectStore('texts').put({ id, text: paragraphs.join('\\n') });
        all.objectStore('bodies').put({ id, html: paragraphs.map((each) => '<p>' + each + '</p>').join('\\n'), feeds: [], kept: { paragraphs: 20, pictures: 0, embeds: 0, tables: 0 }, provenance: {} });
      }
      await new Promise((resolve, reject) => { all.oncomplete = resolve; all.onabort = () => reject(all.error); });
    }
    database.close();`, first, end);
}
