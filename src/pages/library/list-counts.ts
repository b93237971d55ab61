/**
 * How many articles stand in each of the lists. Who counts in the index walks its keys, which takes a moment with fifty
 * thousand; so that is done once, and with the first change the numbers of the articles in each list are read, from when on
 * what changes is moved from one to the other.
 */
import { countOf, listIds, onLibraryChange, rowsOf, standsIn, type LibraryAnswer } from '../../library/library.ts';
import type { ListName } from './view.ts';

export type ListCounts = Readonly<Partial<Record<ListName, number>>>;

/** Everything on the shelf is either unread or in the archive. */
const WALKED = ['unread', 'begun', 'archived', 'favourite', 'link', 'removed'] as const satisfies readonly ListName[];
/** With more changed articles than these the lists are read anew. */
const FEW = 500;

/** As first counted; holds until something changes. */
let first: ReadonlyMap<typeof WALKED[number], number> | undefined;
let lists: Map<typeof WALKED[number], Set<number>> | undefined;
/** Articles that have changed since the lists were read or last put right. */
const touched = new Set<number>();
let latest: Promise<LibraryAnswer<ListCounts>> = Promise.resolve({ ok: true, value: {} });

/** Begins to listen for changes; once, before anything is counted. */
export function startCounting(): void {
  onLibraryChange(({ ids }) => { for (const id of ids) touched.add(id); });
}

export function countLists(): Promise<LibraryAnswer<ListCounts>> {
  // One after another: two at once would each take what has changed for theirs.
  latest = latest.then(count);
  return latest;
}

async function count(): Promise<LibraryAnswer<ListCounts>> {
  const failed = !first ? await countFirst() : touched.size === 0 ? undefined : lists && touched.size <= FEW ? await putRight(lists) : await readAnew();
  if (failed) return failed;
  const sizes = lists ? new Map([...lists].map(([name, ids]) => [name, ids.size] as const)) : first ?? new Map<typeof WALKED[number], number>();
  return { ok: true, value: { ...Object.fromEntries(sizes), '*': (sizes.get('unread') ?? 0) + (sizes.get('archived') ?? 0) } };
}

type Failed = LibraryAnswer<never> & { readonly ok: false };

async function countFirst(): Promise<Failed | undefined> {
  touched.clear();
  const counts = await Promise.all(WALKED.map(async (name) => [name, await countOf(name)] as const));
  const sizes = new Map<typeof WALKED[number], number>();
  for (const [name, count] of counts) {
    if (!count.ok) return count;
    sizes.set(name, count.value);
  }
  first = sizes;
  return undefined;
}

async function readAnew(): Promise<Failed | undefined> {
  touched.clear();
  const read = await Promise.all(WALKED.map(async (name) => [name, await listIds({ filter: name })] as const));
  const fresh = new Map<typeof WALKED[number], Set<number>>();
  for (const [name, ids] of read) {
    if (!ids.ok) {
      [first, lists] = [undefined, undefined];
      return ids;
    }
    fresh.set(name, new Set(ids.value));
  }
  lists = fresh;
  return undefined;
}

async function putRight(known: ReadonlyMap<typeof WALKED[number], Set<number>>): Promise<Failed | undefined> {
  const ids = [...touched];
  touched.clear();
  const rows = await rowsOf(ids);
  if (!rows.ok) {
    for (const id of ids) touched.add(id);
    return rows;
  }
  // What can't be read stands where it last stood; only the index knows.
  if (rows.value.damaged.length > 0) return readAnew();
  const there = new Map(rows.value.items.map((saved) => [saved.id, saved]));
  for (const [name, members] of known) {
    for (const id of ids) {
      const saved = there.get(id);
      if (saved && standsIn(saved, name)) members.add(id);
      else members.delete(id);
    }
  }
  return undefined;
}
