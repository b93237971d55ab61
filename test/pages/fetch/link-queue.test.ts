/** The order in which links are asked for: never two pages of a site at once, nor too soon after another. */
import { describe, expect, it } from 'vitest';
import { LinkQueue, PAUSE, type Waiting } from '../../../src/pages/fetch/link-queue.ts';
import type { SavedArticle } from '../../../src/library/library.ts';

const queueOf = (sites: readonly string[], after: Readonly<Record<number, number>> = {}): LinkQueue =>
  new LinkQueue(sites.map((_, id) => id), (ids) => Promise.resolve(ids.map((id): Waiting => ({ row: { id } as SavedArticle, site: sites[id]!, after: after[id] ?? 0 }))));

/** Goes through a queue with some lanes on a clock of its own; answers when each was asked for and how long its page took. */
async function walk(queue: LinkQueue, sites: readonly string[], lanes: number): Promise<readonly { id: number; site: string; at: number }[]> {
  const asked: { id: number; site: string; at: number }[] = [];
  const busy: { site: string; until: number }[] = [];
  for (let now = 0; now < 1_000_000; now += 250) {
    for (const each of busy.filter(({ until }) => until <= now)) {
      busy.splice(busy.indexOf(each), 1);
      queue.done(each.site, now, 0);
    }
    while (busy.length < lanes) {
      const next = await queue.next(now);
      if (next === undefined && busy.length === 0) return asked;
      if (next === undefined || next === 'wait') break;
      expect(busy.map(({ site }) => site)).not.toContain(next.site);
      asked.push({ id: next.row.id, site: sites[next.row.id]!, at: now });
      busy.push({ site: next.site, until: now + 500 });
    }
  }
  throw new Error('never done');
}

describe('the queue of links', () => {
  it('asks for every one once, one page of a site at a time, with a pause', async () => {
    const sites = Array.from({ length: 1_000 }, (_, n) => (n < 300 ? 'one.example' : `s${n % 37}.example`));
    const asked = await walk(queueOf(sites), sites, 4);
    expect(asked.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(sites.map((_, id) => id));
    for (const site of new Set(sites)) {
      const times = asked.filter((each) => each.site === site).map(({ at }) => at);
      for (const [i, at] of times.entries()) if (i > 0) expect(at - times[i - 1]!).toBeGreaterThanOrEqual(PAUSE);
    }
    // A site with many links keeps none of the others waiting.
    expect(asked.findIndex(({ site }) => site !== 'one.example')).toBeLessThan(10);
  });

  it('leaves for later what is not due, and says when it is', async () => {
    const sites = ['a.example', 'b.example', 'c.example'];
    const queue = queueOf(sites, { 1: 5_000_000, 2: 4_000_000 });
    expect((await walk(queue, sites, 2)).map(({ id }) => id)).toEqual([0]);
    expect(queue.soonest).toBe(4_000_000);
  });

  it('lets a site rest that asks for it, with all its links', async () => {
    const queue = queueOf(['a.example', 'a.example', 'b.example']);
    const first = await queue.next(0) as Waiting;
    expect(first.site).toBe('a.example');
    queue.done('a.example', 0, 3_600_000);
    expect((await queue.next(10_000) as Waiting).site).toBe('b.example');
    queue.done('b.example', 10_000, 0);
    expect(await queue.next(20_000)).toBeUndefined();
    expect(queue.soonest).toBe(3_600_000);
  });
});
