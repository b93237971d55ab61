/**
 * The library: speed with SQLite's FTS5 beside it, search against a scan, and the browser killed in the middle.
 *
 *   npm run bench:library                       50,000 articles; 20 kills in each browser, 10,000 questions
 *   npm run bench:library -- --articles 5000    fewer articles
 *   npm run bench:library -- --kills 200        the whole campaign; 0 leaves it out
 *   npm run bench:library -- --kills 200 --in chrome    that of one browser alone
 *   npm run bench:library -- --questions 0      without the questions against a scan
 *   npm run bench:library -- --keep FOLDER      keeps the filled libraries there, and measures those next time
 *   npm run bench:library -- --keep FOLDER --fill-for 4    fills for four minutes and measures nothing: as often as is needed
 */
import { spawnSync } from 'node:child_process';
import { killAgainAndAgain, writeFromThreeSides } from './library/kills.mjs';
import { measureSpeed } from './library/speed.mjs';

export const title = 'The library (articles of 1,000 words; peer: SQLite FTS5, WASM on OPFS, in a worker)';

const at = (values, part) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const median = (values) => at(values, 0.5);

function option(args, name, otherwise) {
  const place = args.indexOf(`--${name}`);
  return place < 0 ? otherwise : Number(args[place + 1]);
}

export async function measure(args) {
  const articles = option(args, 'articles', 50_000);
  const kills = option(args, 'kills', 20);
  const questions = option(args, 'questions', 10_000);
  return [
    ...(articles > 0 ? await speed(articles, { keep: words(args, 'keep'), fillFor: option(args, 'fill-for', Infinity) }) : []),
    ...(questions > 0 ? [againstScan(questions)] : []),
    ...(kills > 0 ? await killed(kills, words(args, 'in')) : []),
  ];
}

function words(args, name) {
  const place = args.indexOf(`--${name}`);
  return place < 0 ? undefined : args[place + 1];
}

async function speed(articles, { keep, fillFor }) {
  const last = { ours: 0, sqlite: 0 };
  const measured = await measureSpeed({ articles, keep, fillFor, onProgress: ({ engine, filled }) => { last[engine] = filled; process.stderr.write(`\r  ${engine}: ${filled} of ${articles} `); } });
  process.stderr.write('\r'.padEnd(50) + '\r');
  if (!measured) return Object.entries(last).filter(([, filled]) => filled > 0).map(([engine, filled]) => ({ name: `filled, ${engine}`, value: filled, unit: `of ${articles}` }));
  const { ours, sqlite, page } = measured;
  const peer = (value) => ({ name: 'SQLite FTS5', value });
  const unequal = [...ours.words.hits, ...ours.beginnings.hits].filter((hits, i) => hits !== [...sqlite.words.hits, ...sqlite.beginnings.hits][i]).length;
  return [
    { name: 'articles', value: articles, unit: '' },
    { name: 'worker start to first result', value: median(ours.first), unit: 'ms', atMost: 250, peer: peer(median(sqlite.first)) },
    { name: 'one word, median', value: median(ours.words.times), unit: 'ms', atMost: 20, peer: peer(median(sqlite.words.times)), note: 'words from those in nearly every article to those in a few; all hits, ranked; every word stands for all that begin with it' },
    { name: 'one word, 95 of 100', value: at(ours.words.times, 0.95), unit: 'ms', atMost: 100, peer: peer(at(sqlite.words.times, 0.95)) },
    { name: 'three letters, median', value: median(ours.beginnings.times), unit: 'ms', atMost: 40, peer: peer(median(sqlite.beginnings.times)) },
    { name: 'newest 50 with a tag', value: median(ours.list), unit: 'ms', atMost: 5 },
    { name: 'save, median', value: median(ours.save), unit: 'ms', atMost: 5, peer: peer(median(sqlite.save)), note: 'ours writes row, text, body and terms; the peer its index alone' },
    { name: 'save, 95 of 100', value: at(ours.save, 0.95), unit: 'ms', atMost: 25, peer: peer(at(sqlite.save, 0.95)) },
    { name: 'index an article', value: ours.bytes / 1024, unit: 'KB', atMost: 2, peer: peer(sqlite.bytes / 1024) },
    { name: 'imported and indexed a second', value: ours.filled, unit: '/s', peer: peer(sqlite.filled) },
    { name: 'library page, first rows', value: median(page.rows), unit: 'ms' },
    { name: 'library page, lists counted', value: median(page.counts), unit: 'ms' },
    { name: 'library page, memory', value: page.bytes / 1024 / 1024, unit: 'MB', atMost: 250, note: "the most that was the process's own while scrolling through all of it; the worker and shared libraries not counted" },
    { name: 'questions with other hits than the peer', value: unequal, unit: '', atMost: 0 },
  ];
}

/** The property test of the index against a scan of every word, with more questions than `npm test` asks. */
function againstScan(questions) {
  const run = spawnSync('npx', ['vitest', 'run', 'test/library/search-property.test.ts', '-t', 'finds what a scan finds'], {
    env: { ...process.env, PASSALONG_QUERIES: String(questions) }, encoding: 'utf8',
  });
  if (run.status !== 0) console.error(run.stdout.slice(-3_000));
  return { name: `of ${questions} questions answered otherwise than a scan`, value: run.status === 0 ? 0 : 1, unit: '', atMost: 0, note: 'stops at the first' };
}

async function killed(kills, only) {
  const figures = [];
  for (const kind of only ? [only] : ['chrome', 'firefox']) {
    const { faults, doings, thrownAway } = await killAgainAndAgain({ kind, kills, onKill: (soFar) => process.stderr.write(`\r  ${kind}: ${soFar.kills} of ${kills} kills `) });
    process.stderr.write('\r'.padEnd(50) + '\r');
    figures.push({ name: `lost, doubled, orphaned or wrongly indexed, ${kind}`, value: faults.length, unit: '', atMost: 0, note: `${kills} kills, ${doings} doings acknowledged${faults.length ? `; ${faults.slice(0, 5).join('; ')}` : ''}` });
    figures.push({ name: `times the browser threw its whole database away, ${kind}`, value: thrownAway, unit: '', atMost: 0, note: 'then only a copy helps; `library/fresh-log.ts` is there to keep it from happening' });
    const sides = await writeFromThreeSides({ kind, writes: 1_000 });
    figures.push({ name: `articles missing or too many, three writers at once, ${kind}`, value: Math.abs(sides.articles - sides.expected) + sides.faults.length, unit: '', atMost: 0, note: 'two windows and a worker, 1,000 saves each' });
  }
  return figures;
}
