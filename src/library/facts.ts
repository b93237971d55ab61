/** What is known of the library as a whole. */
import { done, read, type LibraryAnswer } from './database.ts';
import { BORN } from './schema.ts';

/**
 * Which database this is: another text for every one that was ever begun, so that who keeps it elsewhere can tell an emptied
 * library from one that never had anything in it. Undefined in one that was tampered with.
 */
export function libraryBorn(): Promise<LibraryAnswer<string | undefined>> {
  return read(['facts'], async (tx) => {
    const born = await tx.objectStore('facts').get(BORN);
    return done(typeof born === 'string' ? born : undefined);
  });
}
