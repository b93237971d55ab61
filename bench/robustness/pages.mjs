/** The pages of the campaign: every labelled page beside the project, or our own fixtures where there are none. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../extract/engines.mjs';
import { readIndex, readPage } from '../extract/pages.mjs';

const CORPUS = resolve(ROOT, '../shared/corpus');
const FIXTURES = join(ROOT, 'test/fixtures');

/** `{id, url, html}` each; the HTML is read when asked for. */
export function pagesToBreak() {
  if (existsSync(CORPUS)) {
    return ['wcxb', 'european', 'dates'].flatMap((set) => readIndex(join(CORPUS, set, 'index.json')).pages.map(({ id, url, path }) => ({ id: `${set}/${id}`, url: url ?? 'https://unknown.invalid/', get html() { return readPage(path); } })));
  }
  return ownPages();
}

/** Our own fixtures; `reason` is why one is no article. */
export function ownPages() {
  return readdirSync(FIXTURES).map((slug) => ({ id: `own/${slug}`, ...JSON.parse(readFileSync(join(FIXTURES, slug, 'expected.json'), 'utf8')), get html() { return readFileSync(join(FIXTURES, slug, 'page.html'), 'utf8'); } }));
}
