/** The tags there are: made, renamed, merged, coloured, taken away. */
import { announce } from './changes.ts';
import { eachRow, told, type Changed, type Marks } from './changing.ts';
import { done, read, refused, write, type LibraryAnswer } from './database.ts';
import { facetsIn, rangeOf, type FacetCount } from './lists.ts';
import { SAVED_LIMITS } from './saved-article.ts';
import type { TagRecord } from './schema.ts';
import { namedTags, tagKey, tagName } from './tag-names.ts';

/** The colours a tag can have, by name; what they look like is the pages' business. */
export const TAG_COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const;
export type TagColour = typeof TAG_COLOURS[number];

export interface Tag {
  readonly name: string;
  readonly colour?: TagColour;
  /** Articles on the shelf that have it. */
  readonly count: number;
}

/** All tags, those without articles too, by name. */
export function listTags(): Promise<LibraryAnswer<readonly Tag[]>> {
  return read(['articles', 'tags'], async (tx) => {
    const records = await tx.objectStore('tags').getAll();
    const counted = (records.length > MANY ? await countedAtOnce(tx.objectStore('articles'), records) : undefined) ?? await facetsIn(tx as never, 'tag');
    const counts = new Map(counted.map(({ name, count }) => [name, count]));
    const known = new Set(records.map(({ name }) => name));
    const tags = records.flatMap((record): Tag[] => (typeof record.name === 'string' ? [{ name: record.name, ...colourOf(record), count: counts.get(record.name) ?? 0 }] : []));
    // A tag that only articles know of is one all the same.
    for (const { name, count } of counted) if (!known.has(name)) tags.push({ name, count });
    return done(tags.toSorted((a, b) => (tagKey(a.name) < tagKey(b.name) ? -1 : 1)));
  });
}

/** With more tags than these it is quicker to count them by their names, all asked for at once, than to walk from one to the next. */
const MANY = 300;

interface Counting {
  index(name: 'lists'): { count(range: IDBKeyRange): Promise<number> };
}

/** Counts the tags there are records of; undefined when articles know others too. */
async function countedAtOnce(articles: Counting, records: readonly TagRecord[]): Promise<readonly FacetCount[] | undefined> {
  const index = articles.index('lists');
  const names = records.flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
  const [all, counts] = await Promise.all([index.count(IDBKeyRange.bound(['tag:'], ['tag;'], false, true)), Promise.all(names.map((name) => index.count(rangeOf(`tag:${name}`))))]);
  const known = counts.reduce((sum, count) => sum + count, 0);
  return known === all ? names.map((name, at) => ({ name, count: counts[at] ?? 0 })) : undefined;
}

function colourOf({ colour }: TagRecord): { readonly colour?: TagColour } {
  return TAG_COLOURS.includes(colour as TagColour) ? { colour: colour as TagColour } : {};
}

/** Makes a tag, or finds it. @returns its name as the library writes it; `damaged` when nothing of the name is left. */
export async function createTag(given: string): Promise<LibraryAnswer<string>> {
  const answer = await write(['tags'], async (tx) => {
    const [name] = await namedTags(tx.objectStore('tags'), [given]);
    return name === undefined ? refused('damaged') : done(name);
  });
  if (answer.ok) announce({ kind: 'changed', ids: [] });
  return answer;
}

/** Gives a tag a colour, or takes it away. */
export async function colourTag(name: string, colour: TagColour | undefined): Promise<LibraryAnswer<Changed>> {
  const answer = await write(['tags'], async (tx) => {
    const key = tagKey(name);
    const before = await tx.objectStore('tags').get(key);
    await tx.objectStore('tags').put({ key, name: before?.name ?? name, ...(colour && { colour }) });
    return done(before ? { tags: [before], made: [] } : { tags: [], made: [key] });
  });
  return answer.ok ? told('changed', [], answer.value.tags, answer.value.made) : answer;
}

/** Renames a tag in every article. When there is one of the new name already, the two become one. */
export function renameTag(from: string, to: string, now: number): Promise<LibraryAnswer<Changed>> {
  return mergeTags([from], to, now);
}

/** Makes several tags one, in every article, in one transaction. The first colour among them stays. */
export async function mergeTags(from: readonly string[], to: string, now: number): Promise<LibraryAnswer<Changed>> {
  const written = tagName(to);
  if (written === undefined || !tagKey(written)) return refused('damaged');
  return replaceTags(from, written, now);
}

/** Takes a tag away, from every article too. */
export function deleteTag(name: string, now: number): Promise<LibraryAnswer<Changed>> {
  return replaceTags([name], undefined, now);
}

async function replaceTags(from: readonly string[], to: string | undefined, now: number): Promise<LibraryAnswer<Changed>> {
  const answer = await write(['articles', 'tags'], async (tx) => {
    const tags = tx.objectStore('tags');
    const articles = tx.objectStore('articles');
    const gone = new Set(from.map(tagKey));
    const toKey = to === undefined ? undefined : tagKey(to);
    const records = (await Promise.all([...gone, ...(toKey === undefined ? [] : [toKey])].map((key) => tags.get(key)))).filter((record) => record !== undefined);
    const target = records.find(({ key }) => key === toKey);
    // Renaming a tag to another way of writing itself changes how it is written; merging into one that is there does not.
    const name = to === undefined ? undefined : target && !gone.has(target.key) ? target.name : to;
    const colour = target?.colour ?? records.find((record) => record.colour !== undefined)?.colour;
    for (const key of gone) await tags.delete(key);
    if (name !== undefined && toKey !== undefined) await tags.put({ key: toKey, name, ...(colour !== undefined && { colour }) });
    // Written as the records have it, and as the caller has it: articles of old libraries may know a tag no record knows.
    const spelt = new Set([...records.filter(({ key }) => gone.has(key)).map((record) => record.name), ...from]);
    const marks: Marks[] = [];
    for (const each of spelt) {
      const ids = await articles.index('lists').getAllKeys(rangeOf(`tag:${each}`));
      marks.push(...await eachRow(articles, ids, (saved) => {
        const rest = saved.tags.flatMap((tag) => (!gone.has(tagKey(tag)) ? [tag] : name === undefined ? [] : [name]));
        return { ...saved, updatedAt: now, tags: [...new Set(rest)].slice(0, SAVED_LIMITS.tags) };
      }));
    }
    const before = new Map<number, Marks>();
    for (const mark of marks) if (!before.has(mark.id)) before.set(mark.id, mark);
    const made = toKey === undefined || records.some(({ key }) => key === toKey) ? [] : [toKey];
    return done({ marks: [...before.values()], records, made });
  });
  return answer.ok ? told('changed', answer.value.marks, answer.value.records, answer.value.made) : answer;
}
