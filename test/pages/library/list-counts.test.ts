import '../../support/extension-page.ts';
import { expect, it } from 'vitest';
import { changeArticles, countOf, purgeArticles, removeArticles, restoreArticles, saveArticle, saveLink } from '../../../src/library/library.ts';
import { countLists, startCounting, type ListCounts } from '../../../src/pages/library/list-counts.ts';
import { articleAt, freshLibrary, value } from '../../library/support.ts';
import { randomNumbers } from '../../support/random-numbers.ts';

freshLibrary();

const LISTS = ['unread', 'begun', 'archived', 'favourite', '*', 'link', 'removed'] as const;

/** What the index itself counts. */
const counted = async (): Promise<ListCounts> => Object.fromEntries(await Promise.all(LISTS.map(async (list) => [list, value(await countOf(list))] as const)));

it('counts what stands in each list, whatever becomes of the articles, one by one or many at once', async () => {
  startCounting();
  const random = randomNumbers(7);
  const ids: number[] = [];
  for (let n = 0; n < 30; n += 1) ids.push(value(await saveArticle(articleAt(`https://a.example/${n}`), n + 1)).id);
  expect(value(await countLists())).toEqual(await counted());
  for (let n = 0; n < 60; n += 1) {
    const some = ids.filter(() => random() < (n % 10 === 0 ? 0.5 : 0.05));
    const doing = Math.floor(random() * 8);
    if (doing === 0) value(await changeArticles(some, { readState: random() < 0.5 ? 'archived' : 'unread' }, n));
    else if (doing === 1) value(await changeArticles(some, { favourite: random() < 0.5 }, n));
    else if (doing === 2) value(await changeArticles(some, { progress: random() }, n));
    else if (doing === 3) value(await removeArticles(some, n));
    else if (doing === 4) value(await restoreArticles(some, n));
    else if (doing === 5) value(await purgeArticles(some, n));
    else if (doing === 6) ids.push(value(await saveArticle(articleAt(`https://a.example/new-${n}`), n)).id);
    else ids.push(value(await saveLink({ url: `https://a.example/link-${n}`, title: 'Link' }, n)).id);
    // Word of it comes a moment later.
    const truth = await counted();
    await expect.poll(async () => value(await countLists()), { timeout: 2_000, interval: 5 }).toEqual(truth);
  }
});
