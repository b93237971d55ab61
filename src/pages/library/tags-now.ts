/** The tags as they are now. Several parts of the page want them after the same change; they are read once for all. */
import { listTags, onLibraryChange, type LibraryAnswer, type Tag } from '../../library/library.ts';
import { byName } from './by-name.ts';

type Answer = LibraryAnswer<readonly Tag[]>;

let latest: Promise<Answer> | undefined;

/** Begins to listen for changes; once, before anybody asks. */
export function startTags(): void {
  onLibraryChange(() => { latest = undefined; });
}

/** All tags, in the order of their names. */
export async function tagsNow(): Promise<Answer> {
  const reading = latest ??= inOrder();
  const answer = await reading;
  // What failed is tried again by whoever asks next.
  if (!answer.ok && latest === reading) latest = undefined;
  return answer;
}

async function inOrder(): Promise<Answer> {
  const answer = await listTags();
  return answer.ok ? { ok: true, value: answer.value.toSorted((a, b) => byName(a.name, b.name)) } : answer;
}
