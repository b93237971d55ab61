/**
 * Letters: drafts read by independent parsers, mail links within their budget, tricks in every field, letter files that
 * come back equal, links cleaned. Counts, not times.
 *
 *   npm run bench:letter -- --show   also names every parameter left out of the corpus' links
 *
 * That a letter file asks nothing of the web in a real browser is held by test/e2e/letter-ways.test.ts.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { JSDOM } from 'jsdom';
import { importTypeScript } from '../scripts/typescript.mjs';
import { readPage } from './extract/pages.mjs';

export const title = 'Letters (generated in twelve scripts; read back by independent parsers)';

const CORPUS = resolve(import.meta.dirname, '../../shared/corpus');
const PAGES_FOR_FILES = 60;

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) if (entry.isFile() && /\.html?(?:\.gz)?$/.test(entry.name)) yield join(entry.parentPath, entry.name);
}

/** A DOM where the project's own code looks for one. */
function openDom() {
  const { window } = new JSDOM('');
  for (const name of ['DOMParser', 'Node', 'NodeFilter', 'Element', 'DocumentFragment', 'HTMLTemplateElement', 'NamedNodeMap', 'HTMLFormElement', 'HTMLElement', 'Document']) globalThis[name] ??= window[name];
}

/** Every outgoing address of the corpus' pages, once each. */
function outgoing(files) {
  const found = new Set();
  for (const file of files) for (const [, address] of readPage(file).matchAll(/<a\b[^>]*?\shref\s*=\s*["'](https?:\/\/[^"'\s>]+)/gi)) found.add(address.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
  return found;
}

/** The rule list's own program, which talks on the console and throws at what is no address. */
async function peerCleaner() {
  const { TidyURL } = (await import('tidy-url')).default;
  const { log } = console;
  return (address) => {
    console.log = () => undefined;
    try {
      return TidyURL.clean(address).url;
    } catch (error) {
      if (error instanceof Error) return '';
      throw error;
    } finally {
      console.log = log;
    }
  };
}

/** @param args `--show` names what was left out of links */
export async function measure(args = []) {
  openDom();
  const letters = await importTypeScript('bench/letter/letters.ts');
  const cases = letters.drafts();
  const read = await letters.readDrafts(cases);
  const python = letters.readByPython(cases);
  const mail = letters.mailLinks();
  const tricks = await letters.injections();
  const { cleanLinks, tableRight, tableSize, thoroughLink } = await importTypeScript('bench/letter/links.ts');
  const table = tableRight(thoroughLink);
  const peer = tableRight(await peerCleaner());
  const figures = [
    { name: 'drafts equal after postal-mime', value: read.equal, unit: `of ${read.of}`, atLeast: read.of },
    python ? { name: 'drafts equal and without defect, Python strict', value: python.equal, unit: `of ${read.of}`, atLeast: read.of, ...(python.said && { note: python.said }) }
      : { name: 'drafts read by Python', value: 0, unit: 'drafts', note: 'no python3 here: not measured in this run' },
    { name: 'longest line of a draft', value: read.longestLine, unit: 'octets', atMost: 998 },
    { name: 'pictures byte for byte', value: read.pictures, unit: 'of 40', atLeast: 40 },
    { name: 'mail links', value: mail.letters, unit: 'letters', atLeast: 500 },
    { name: 'mail links over 1,800', value: mail.overBudget, unit: 'letters', atMost: 0, peer: { name: 'only encoded', value: mail.plainOverBudget } },
    { name: 'broken escapes or half characters', value: mail.broken, unit: 'letters', atMost: 0 },
    { name: 'decoded to other than intended', value: mail.wrong, unit: 'letters', atMost: 0 },
    { name: 'link missing or below the text', value: mail.linkLate, unit: 'letters', atMost: 0 },
    { name: 'tricks that got through', value: tricks.successes.length, unit: `of ${tricks.tries}`, atMost: 0, ...(tricks.successes.length > 0 && { note: tricks.successes.slice(0, 5).join(' · ') }) },
    { name: 'addresses in the table', value: tableSize, unit: 'addresses', atLeast: 150 },
    { name: 'cleaned as wanted', value: table.right, unit: `of ${table.of}`, atLeast: table.of, peer: { name: 'tidy-url itself', value: peer.right } },
    { name: 'damaged, of those to leave alone', value: table.damaged, unit: 'addresses', atMost: 0, peer: { name: 'tidy-url itself', value: peer.damaged } },
  ];
  if (!existsSync(CORPUS)) return [...figures, { name: 'links of the corpus', value: 0, unit: 'links', note: 'no ../shared/corpus here: not measured in this run' }];
  const files = [...filesIn(CORPUS)];
  const links = cleanLinks(outgoing(files));
  const { letterFiles } = await importTypeScript('bench/letter/files.ts');
  const step = Math.max(1, Math.floor(files.length / PAGES_FOR_FILES));
  const made = letterFiles(files.filter((_, i) => i % step === 0).map((file) => readPage(file)));
  if (args.includes('--show')) for (const [name, count] of [...links.removed].toSorted((a, b) => b[1] - a[1])) console.log(`  ${count}  ${name}`);
  return [
    ...figures,
    { name: 'letter files equal after taking in', value: made.equal, unit: `of ${made.of}`, atLeast: made.of },
    { name: 'letter files with an address that loads', value: made.loading, unit: 'files', atMost: 0 },
    { name: 'links of the corpus', value: links.links, unit: 'links' },
    { name: 'links cleaned', value: links.changed, unit: 'links' },
    { name: 'links unwrapped', value: links.unwrapped, unit: 'links' },
    { name: 'kinds of parameters left out', value: links.removed.size, unit: 'name at site', note: 'checked by hand with --show' },
  ];
}
