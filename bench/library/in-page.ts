/** What runs inside the browser: a library being written to without rest, and an account of what is in it. */
import {
  beginNewLog, changeArticles, importArticles, purgeArticles, putPictures, rebuildIndex, removeArticles, restoreArticles, saveArticle, saveLink, tendIndex,
  type Article, type ImportItem, type LibraryAnswer,
} from '../../src/library/library.ts';
import { read } from '../../src/library/database.ts';
import { done } from '../../src/library/database.ts';
import { unpackGrowing } from '../../src/library/search/bytes.ts';
import { maintainIndex } from '../../src/library/search/maintaining.ts';
import { countOf, placeOf, postingsIn, termsIn } from '../../src/library/search/segment.ts';
import { blocksOf, EMPTY, MANIFEST, SEARCH_STORES } from '../../src/library/search/stores.ts';

/** How one address stands: which copy of its text, and whether it is removed. Absent once it is gone for good. */
export interface Standing {
  readonly copy: number;
  readonly removed: boolean;
}
/** What a doing will have made of the addresses it touches; null for gone. */
export type Effect = Readonly<Record<string, Standing | null>>;

const PALETTE = ['harbour', 'lantern', 'orchard', 'thimble', 'gravel', 'copper', 'meadow', 'bridge', 'candle', 'river', 'winter', 'letter'];

export function article(url: string, copy: number): Article {
  const text = `copy${copy} ${url.replace(/\W+/g, '')} ${Array.from({ length: 30 }, (_, i) => PALETTE[(copy * 7 + i * i) % PALETTE.length]).join(' ')}`;
  return {
    url, sourceUrl: url, title: `Title ${copy}`, authors: ['Ada Quill'], dir: 'ltr', excerpt: '', html: `<p>${text}</p>`, text, wordCount: 32, feeds: [],
    kept: { paragraphs: 1, pictures: 0, embeds: 0, tables: 0 }, provenance: {},
  };
}

function must<T>(answer: LibraryAnswer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
  return answer.value;
}

/** Tells the server before and after each doing; it counts only what it was told after. */
async function tell(what: 'intend' | 'done', effect: Effect): Promise<void> {
  await fetch(new URL(what, globalThis.SERVER ?? location.href), { method: 'POST', body: JSON.stringify(effect) });
}

/** Writes without rest until the browser is killed. @param from copies are numbered from here on; @param standing how things stand */
export async function writeForEver(from: number, standing: Record<string, Standing>): Promise<never> {
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)];
  const url = (n: number) => `https://kill.example/${n}`;
  const ids = await idsByUrl();
  for (let copy = from; ; copy += 1) {
    const known = Object.keys(standing);
    const some = pick(known);
    const doing = Math.random();
    let effect: Effect = {};
    let work: () => Promise<unknown>;
    const at = url(Math.floor(Math.random() * 160));
    if (doing < 0.35 || some === undefined) {
      effect = { [at]: { copy, removed: false } };
      work = async () => ids.set(at, must(await saveArticle(article(at, copy), Date.now())).id);
    } else if (doing < 0.5) {
      const batch = Array.from({ length: 12 }, (_, i) => url((copy * 13 + i) % 160));
      effect = Object.fromEntries(batch.map((each) => [each, { copy, removed: false }]));
      const items = batch.map((each): ImportItem => ({ article: article(each, copy), hasBody: true, tags: [`t${copy % 5}`] }));
      // A restore: what is there is replaced.
      work = async () => {
        for (const [i, each] of must(await importArticles(items, Date.now(), 'replace')).entries()) if (each.ok) ids.set(batch[i]!, each.id);
      };
    } else if (doing < 0.56) {
      [effect, work] = withMany(copy, standing, ids);
    } else if (doing < 0.63) {
      effect = { [some]: { ...standing[some]!, removed: true } };
      work = async () => must(await removeArticles([ids.get(some)!], Date.now()));
    } else if (doing < 0.7) {
      effect = { [some]: { ...standing[some]!, removed: false } };
      work = async () => must(await restoreArticles([ids.get(some)!], Date.now()));
    } else if (doing < 0.75 && standing[some]?.removed) {
      effect = { [some]: null };
      work = async () => must(await purgeArticles([ids.get(some)!], Date.now()));
    } else if (doing < 0.82) work = async () => must(await changeArticles([ids.get(some)!], { addTags: [`tag${copy % 3}`], note: `note${copy}` }, Date.now()));
    else if (doing < 0.87) work = async () => must(await putPictures(ids.get(some)!, [{ url: 'https://kill.example/p.png', blob: new Blob([`${copy}`], { type: 'image/png' }) }], 0));
    else work = async () => { must(await tendIndex()); must(await maintainIndex(true)); };
    await tell('intend', effect);
    await work();
    for (const [each, now] of Object.entries(effect)) {
      if (now) standing[each] = now;
      else delete standing[each];
    }
    await tell('done', effect);
  }
}

/** Enough for a segment of the index that is made in the import's own transaction. */
const MANY = Array.from({ length: 90 }, (_, n) => `https://kill.example/many/${n}`);

/** A long list comes in, is removed, and is purged, over and over: each time its articles are new to the index. */
function withMany(copy: number, standing: Readonly<Record<string, Standing>>, ids: Map<string, number>): [Effect, () => Promise<unknown>] {
  const there = MANY.filter((each) => standing[each]);
  const removed = there.filter((each) => standing[each]!.removed);
  const numbers = (urls: readonly string[]) => urls.map((each) => ids.get(each)!);
  if (removed.length > 0) return [Object.fromEntries(removed.map((each) => [each, null])), async () => must(await purgeArticles(numbers(removed), Date.now()))];
  if (there.length > 0) return [Object.fromEntries(there.map((each) => [each, { ...standing[each]!, removed: true }])), async () => must(await removeArticles(numbers(there), Date.now()))];
  const items = MANY.map((each): ImportItem => ({ article: article(each, copy), hasBody: true }));
  return [Object.fromEntries(MANY.map((each) => [each, { copy, removed: false }])), async () => {
    for (const [i, each] of must(await importArticles(items, Date.now())).entries()) if (each.ok) ids.set(MANY[i]!, each.id);
  }];
}

async function idsByUrl(): Promise<Map<string, number>> {
  const rows = must(await read(['articles'], async (tx) => done(await tx.objectStore('articles').getAll())));
  return new Map(rows.map(({ url, id }) => [url, id]));
}

/** Some hundred writes, each of an address of its own and each third also of one that all writers share. @returns how many were acknowledged */
export async function writeMany(name: string, count: number): Promise<number> {
  let acknowledged = 0;
  for (let i = 0; i < count; i += 1) {
    must(await saveArticle(article(`https://many.example/${name}/${i}`, i), Date.now()));
    acknowledged += 1;
    if (i % 3 === 0) must(await saveLink({ url: `https://many.example/shared/${i}`, title: 'shared' }, Date.now()));
    if (i % 50 === 49) must(await tendIndex());
  }
  return acknowledged;
}

export interface Account {
  readonly standing: Readonly<Record<string, Standing>>;
  /** What must never be, in words. */
  readonly faults: readonly string[];
  readonly articles: number;
}

/** Looks at everything there is, brings the index up to date, makes it anew, and compares the two. */
export async function takeStock(): Promise<Account> {
  const faults: string[] = [];
  const all = must(await read(['articles', 'texts', 'bodies', 'versions', 'highlights', 'shares', 'pictures'], async (tx) => {
    const [articles, texts, bodies, versions, highlights, shares, pictures] = await Promise.all([
      tx.objectStore('articles').getAll(), tx.objectStore('texts').getAll(), tx.objectStore('bodies').getAll(), tx.objectStore('versions').getAll(),
      tx.objectStore('highlights').getAll(), tx.objectStore('shares').getAll(), tx.objectStore('pictures').getAll(),
    ]);
    return done({ articles, texts, bodies, versions, highlights, shares, pictures });
  }));
  const rows = new Map(all.articles.map((row) => [row.id, row]));
  const keys = new Set(all.articles.map(({ key }) => key));
  if (keys.size !== all.articles.length) faults.push(`${all.articles.length - keys.size} doubled`);
  for (const name of ['texts', 'bodies', 'versions', 'shares', 'pictures'] as const) {
    const lost = all[name].filter(({ id }) => !rows.has(id)).length;
    if (lost > 0) faults.push(`${lost} orphans in ${name}`);
  }
  const texts = new Map(all.texts.map(({ id, text }) => [id, text]));
  const bodies = new Set(all.bodies.map(({ id }) => id));
  const standing: Record<string, Standing> = {};
  for (const { id, url, hasBody, removedAt, title } of all.articles) {
    if (hasBody && (!texts.has(id) || !bodies.has(id))) faults.push(`${url} has no body`);
    const copy = Number(/^copy(\d+) /.exec(texts.get(id) ?? '')?.[1] ?? -1);
    if (hasBody && title !== `Title ${copy}`) faults.push(`${url} has the title "${title}" and the text of copy ${copy}`);
    standing[url] = { copy, removed: removedAt !== undefined };
  }
  must(await tendIndex());
  const before = await indexContent();
  must(await rebuildIndex());
  must(await maintainIndex(true));
  const after = await indexContent();
  if (before.stray > 0) faults.push(`${before.stray} blocks of no segment`);
  if (after.documents.size !== all.articles.length) faults.push(`the index has ${after.documents.size} documents, the library ${all.articles.length}`);
  for (const id of new Set([...before.documents.keys(), ...after.documents.keys()])) {
    if (before.documents.get(id) !== after.documents.get(id)) faults.push(`the index of article ${id} is not what a rebuild makes`);
  }
  return { standing, faults, articles: all.articles.length };
}

/** What the index says of each living document, however it is spread over segments. */
async function indexContent(): Promise<{ readonly documents: ReadonlyMap<number, string>; readonly stray: number }> {
  return must(await read(SEARCH_STORES, async (tx) => {
    const manifest = (await tx.objectStore('indexManifest').get(MANIFEST)) ?? EMPTY;
    const [graveIds, graves] = await Promise.all([tx.objectStore('indexGraves').getAllKeys(), tx.objectStore('indexGraves').getAll()]);
    const buried = new Map(graveIds.map((id, i) => [id, graves[i]!]));
    const terms = new Map<number, string[]>();
    const add = (id: number, entry: string) => { const list = terms.get(id) ?? []; terms.set(id, list); list.push(entry); };
    let counted = 0;
    for (const { segment } of manifest.live) {
      const [record, blocks] = await Promise.all([tx.objectStore('indexSegments').get(segment), tx.objectStore('indexBlocks').getAll(blocksOf(segment))]);
      const ids = unpackGrowing(record!.ids);
      counted += blocks.length;
      for (const block of blocks) for (const { term, from, to } of termsIn(block)) {
        for (const each of postingsIn(block.bytes, from, to)) if ((buried.get(ids[placeOf(each)]!) ?? 0) < segment) add(ids[placeOf(each)]!, `${term} ${countOf(each)}`);
      }
    }
    for (const { id, terms: own } of await tx.objectStore('indexPending').getAll()) {
      for (const line of own.slice(1, -1).split('\n')) {
        const [term, count] = line.split('\t');
        add(id, `${term} ${Math.min(255, Number.parseInt(count!, 36))}`);
      }
    }
    const stray = (await tx.objectStore('indexBlocks').count()) - counted;
    return done({ documents: new Map([...terms].map(([id, list]) => [id, list.toSorted().join('\n')])), stray });
  }));
}

declare global {
  var SERVER: string | undefined;
  var inPage: { beginNewLog: typeof beginNewLog; writeForEver: typeof writeForEver; writeMany: typeof writeMany; takeStock: typeof takeStock };
}
globalThis.inPage = { beginNewLog, writeForEver, writeMany, takeStock };

// In a worker: write what the page says.
if (typeof document === 'undefined') {
  globalThis.addEventListener('message', async ({ data }: MessageEvent<{ name: string; count: number }>) => {
    globalThis.postMessage(await writeMany(data.name, data.count));
  });
}
