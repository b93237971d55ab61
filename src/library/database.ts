/** The connection, and the one way in and out of it: a transaction, and its outcome as a value. */
import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { DATABASE, VERSION, upgrade, type LibrarySchema } from './schema.ts';

/** Why the library could not do it. Each has a plain sentence in the locale files (`reason_<name>`). */
export type LibraryReason =
  /** The disk, or what the browser allows of it, is full. */
  | 'full'
  /** There is no such article or draft (any more). */
  | 'gone'
  /** The browser keeps no data here, or a newer or older Passalong holds the library open. */
  | 'blocked'
  /** What is stored can't be read. */
  | 'damaged'
  | 'failed';

/** A value, or a reason. */
export type LibraryAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: LibraryReason };

export const done = <T>(value: T): LibraryAnswer<T> => ({ ok: true, value });
export const refused = (reason: LibraryReason): { readonly ok: false; readonly reason: LibraryReason } => ({ ok: false, reason });

type Store = StoreNames<LibrarySchema>;
type Mode = 'readonly' | 'readwrite';
type Work<T, S extends Store, M extends Mode> = (tx: IDBPTransaction<LibrarySchema, S[], M>) => Promise<LibraryAnswer<T>>;

let connection: Promise<IDBPDatabase<LibrarySchema>> | undefined;

/** Raised when another context holds an older version open and does not let go. */
class Blocked extends Error {}

function open(): Promise<IDBPDatabase<LibrarySchema>> {
  connection ??= new Promise<IDBPDatabase<LibrarySchema>>((resolve, reject) => {
    openDB<LibrarySchema>(DATABASE, VERSION, {
      upgrade: (db, from, _to, tx) => upgrade(db, from, tx),
      blocked: () => reject(new Blocked()),
      // A newer Passalong in another tab wants to upgrade: let go at once, the next call opens again.
      blocking: (_current, _wanted, event) => {
        connection = undefined;
        (event.target as IDBDatabase).close();
      },
      terminated: () => { connection = undefined; },
    }).then(resolve, reject);
  });
  const mine = connection;
  mine.catch(() => { if (connection === mine) connection = undefined; });
  return mine;
}

/** Closes the connection; the next call opens a new one. For tests, and before the database is deleted. */
export async function closeLibrary(): Promise<void> {
  const open = connection;
  connection = undefined;
  (await open)?.close();
}

/** Reads from several stores as they were at one moment. */
export function read<T, const S extends Store>(stores: S[], work: Work<T, S, 'readonly'>): Promise<LibraryAnswer<T>> {
  return transact(stores, 'readonly', work);
}

/**
 * Writes to several stores, all or nothing. Answers only after the transaction is complete and handed to the disk
 * (`durability: 'strict'`), so that a worker or browser killed afterwards loses nothing. An answer that is not ok
 * writes nothing.
 */
export function write<T, const S extends Store>(stores: S[], work: Work<T, S, 'readwrite'>): Promise<LibraryAnswer<T>> {
  return transact(stores, 'readwrite', work);
}

/**
 * Begins several writes of a transaction at once instead of one after another: each answer of the disk takes its time. When
 * one can't even begin, what becomes of the others is heard all the same.
 */
export async function atOnce(...begin: (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(begin.map(async (one) => one()));
}

async function transact<T, S extends Store, M extends Mode>(stores: S[], mode: M, work: Work<T, S, M>): Promise<LibraryAnswer<T>> {
  try {
    return await inTransaction(await begin(stores, mode), work);
  } catch (error) {
    return refused(reasonOf(error));
  }
}

/** A transaction; once more on a fresh connection when the old one was closed under us (an upgrade, a lost profile). */
async function begin<S extends Store, M extends Mode>(stores: S[], mode: M): Promise<IDBPTransaction<LibrarySchema, S[], M>> {
  const start = async () => (await open()).transaction(stores, mode, { durability: 'strict' });
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    connection = undefined;
    return start();
  }
}

async function inTransaction<T, S extends Store, M extends Mode>(tx: IDBPTransaction<LibrarySchema, S[], M>, work: Work<T, S, M>): Promise<LibraryAnswer<T>> {
  // Waited for from the start: a transaction that aborts while the work is still busy must not go unheard.
  const complete = tx.done.then(() => undefined, (error: unknown) => tx.error ?? error ?? new Error('aborted'));
  let answer: LibraryAnswer<T>;
  try {
    answer = await work(tx);
  } catch (error) {
    abort(tx);
    await complete;
    // When the transaction itself failed (no room), its requests only say "aborted"; the transaction knows why.
    throw tx.error ?? error;
  }
  if (!answer.ok) abort(tx);
  // What was read is read: nothing is waiting to reach the disk.
  else if (tx.mode === 'readonly') return answer;
  const failure = await complete;
  if (answer.ok && failure !== undefined) throw failure;
  return answer;
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch (error) {
    // Already over, which is what was wanted.
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
  }
}

function reasonOf(error: unknown): LibraryReason {
  if (error instanceof Blocked) return 'blocked';
  // Chromium's word for a disk that is full, where no quota is: an UnknownError like any other but for its message.
  if (error instanceof DOMException && error.message.includes('FILE_ERROR_NO_SPACE')) return 'full';
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError': return 'full';
    case 'VersionError': case 'SecurityError': case 'InvalidStateError': case 'NotAllowedError': return 'blocked';
    case 'UnknownError': case 'NotReadableError': case 'NotFoundError': case 'DataError': return 'damaged';
    default: return 'failed';
  }
}
