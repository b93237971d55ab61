import { expect, it } from 'vitest';
import { readBounded } from '../../../src/pages/shared/bounded.ts';

/** An answer that goes on for ever, and remembers how much of it was taken and whether it was let go. */
function endless(chunk: number) {
  const seen = { taken: 0, isLetGo: false };
  const body = new ReadableStream({
    pull(controller) { controller.enqueue(new Uint8Array(chunk)); seen.taken += chunk; },
    cancel() { seen.isLetGo = true; },
  });
  return { response: new Response(body), seen };
}

it('an answer is read whole when it is no longer than it may be', async () => {
  expect([...await readBounded(new Response('four'), 4) ?? []]).toEqual([102, 111, 117, 114]);
  expect(await readBounded(new Response('four'), 3)).toBeUndefined();
  expect((await readBounded(new Response(null), 3))?.length).toBe(0);
});

it('one without an end is let go of, soon after it has become too long', async () => {
  const { response, seen } = endless(1_000);
  expect(await readBounded(response, 10_000)).toBeUndefined();
  expect(seen.isLetGo).toBe(true);
  expect(seen.taken).toBeLessThan(20_000);
});
