/** The peer: SQLite's FTS5 in a worker, its file in the origin's private file system. The same articles and questions. */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { BEGINNINGS, QUERIES, textOf, titleOf } from './texts.ts';

interface Db {
  exec(sql: string | { sql: string; bind?: unknown[]; rowMode?: string; returnValue?: string }): unknown;
  selectValue(sql: string, bind?: unknown[]): unknown;
  selectValues(sql: string, bind?: unknown[]): unknown[];
}
let db: Db | undefined;

async function open(): Promise<Db> {
  const sqlite3 = await sqlite3InitModule() as unknown as { installOpfsSAHPoolVfs(options: object): Promise<{ OpfsSAHPoolDb: new (name: string) => Db }> };
  const pool = await sqlite3.installOpfsSAHPoolVfs({ name: 'peer' });
  const opened = new pool.OpfsSAHPoolDb('/peer.db');
  opened.exec("create virtual table if not exists f using fts5(title, text, content='', tokenize='unicode61 remove_diacritics 2')");
  return opened;
}

/** All rows, the best first: what our own search answers. */
const ASK = 'select rowid from f where f match ? order by bm25(f, 5.0, 1.0)';

const doings = {
  async fill({ from, to }: { from: number; to: number }) {
    const at = db!;
    at.exec('begin');
    for (let n = from; n < to; n += 1) at.exec({ sql: 'insert into f(rowid, title, text) values (?, ?, ?)', bind: [n + 1, titleOf(n), textOf(n)] });
    at.exec('commit');
  },
  async save({ from, count }: { from: number; count: number }) {
    const times: number[] = [];
    for (let n = from; n < from + count; n += 1) {
      const [title, text] = [titleOf(n), textOf(n)];
      const start = performance.now();
      db!.exec({ sql: 'insert into f(rowid, title, text) values (?, ?, ?)', bind: [n + 1, title, text] });
      times.push(performance.now() - start);
    }
    return times;
  },
  async first({ query }: { query: string }) { return db!.selectValues(ASK, [`"${query}"*`]).length; },
  async ask({ beginnings }: { beginnings: boolean }) {
    const times: number[] = [];
    const hits: number[] = [];
    for (const query of beginnings ? BEGINNINGS : QUERIES) {
      const start = performance.now();
      hits.push(db!.selectValues(ASK, [`"${query}"*`]).length);
      times.push(performance.now() - start);
    }
    return { times, hits };
  },
  async indexSize() {
    return { bytes: Number(db!.selectValue('pragma page_count')) * Number(db!.selectValue('pragma page_size')), segments: 0 };
  },
};

addEventListener('message', async ({ data }: MessageEvent<{ doing: keyof typeof doings; args: never }>) => {
  try {
    db ??= await open();
    postMessage({ value: await doings[data.doing](data.args) });
  } catch (error) {
    postMessage({ fault: String(error) });
  }
});
