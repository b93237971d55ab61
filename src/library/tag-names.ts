/** How a tag is written, and when two are the same. */
import { fold, SAVED_LIMITS } from './saved-article.ts';
import type { TagRecord } from './schema.ts';

/** A tag as it is kept: one line, single spaces, without the `#` people write before it. Undefined when nothing is left. */
export function tagName(given: string): string | undefined {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is being removed
  const flat = given.slice(0, SAVED_LIMITS.tag * 2).replace(/[\u0000-\u0020\u007f-\u009f\u2028\u2029]+/g, ' ').trim().replace(/^#+\s*/, '');
  return flat.slice(0, SAVED_LIMITS.tag).trim() || undefined;
}

/** What two ways of writing a tag have in common: "Science" and "science" are one tag. */
export function tagKey(name: string): string {
  return fold(tagName(name) ?? '').trim();
}

interface Tags {
  get(key: string): Promise<TagRecord | undefined>;
  put(tag: TagRecord): Promise<unknown>;
}

/** These tags as the library writes them; those it does not know yet are made. Inside a transaction. */
export async function namedTags(tags: Tags, given: readonly string[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (const each of given) {
    const name = tagName(each);
    if (name === undefined || !tagKey(name)) continue;
    const known = await tags.get(tagKey(name));
    if (!known) await tags.put({ key: tagKey(name), name });
    names.push(known?.name ?? name);
  }
  return [...new Set(names)];
}
