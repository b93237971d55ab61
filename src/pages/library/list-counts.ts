/** How many articles stand in each of the lists. */
import { countOf, type LibraryAnswer } from '../../library/library.ts';
import type { ListName } from './view.ts';

export type ListCounts = Readonly<Partial<Record<ListName, number>>>;

export async function countLists(lists: readonly ListName[]): Promise<LibraryAnswer<ListCounts>> {
  const counted = await Promise.all(lists.map(async (list) => [list, await countOf(list)] as const));
  const failed = counted.find(([, answer]) => !answer.ok)?.[1];
  if (failed && !failed.ok) return failed;
  return { ok: true, value: Object.fromEntries(counted.map(([list, answer]) => [list, answer.ok ? answer.value : 0])) };
}
