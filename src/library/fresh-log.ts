/**
 * Saves a library from a fault of its keeper. Chromium's IndexedDB lies in LevelDB, which writes on in the log it finds. Where
 * the browser was killed in the middle of a record, what is written next stands behind a torn one; whoever opens the files
 * after that takes all of it for damaged, and Chromium then throws every database of the origin away and says nothing.
 * https://github.com/google/leveldb/issues/1287
 */
import { deleteDB, openDB } from 'idb';

/** A database of no other use. */
const PASSING = 'passalong-passing';

/**
 * Has the keeper begin a new log, by making a database and deleting it: a deletion tidies the files, and the log that may end
 * in a torn record goes with that. A few milliseconds, once whenever the browser has started; before the first writing if it
 * can be. In other browsers it changes nothing.
 * @returns whether it could be done; where the browser keeps no data there is nothing to save
 */
export async function beginNewLog(): Promise<boolean> {
  if (globalThis.indexedDB === undefined) return false;
  try {
    // Only what holds something is tidied away.
    const database = await openDB(PASSING, 1, { upgrade: (db) => { void db.createObjectStore('passing').put('', 0); } });
    database.close();
    await deleteDB(PASSING);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}
