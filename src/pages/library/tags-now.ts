/** The tags as they are now. Several parts of the page want them after the same change; they are read once for all. */
import { listTags, onLibraryChange, type LibraryAnswer, type Tag } from '../../library/library.ts';

type Answer = LibraryAnswer<readonly Tag[]>;

let latest: Promise<Answer> | undefined;

/** Begins to listen for changes; once, before anybody asks. */
export function startTags(): void {
  onLibraryChange(() => { latest = undefined; });
}

export async function tagsNow(): Promise<Answer> {
  const reading = latest ??= listTags();
  const answer = await reading;
  // What failed is tried again by whoever asks next.
  if (!answer.ok && latest === reading) latest = undefined;
  return answer;
}
