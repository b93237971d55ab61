/** The command's browser: a page that never ends costs its own line and no other. */
import { expect, it } from 'vitest';
import { chromiumEngine } from '../../bench/extract/engines.mjs';

it('a page that never ends gives an error, and the next one is read', async () => {
  const engine = await chromiumEngine({ patience: 3_000 });
  try {
    // In the finder's place one that does what a fault in it would do.
    await engine.use('globalThis.passalongContent = { extract(doc) { while (doc.title === "endless"); return { ok: true, article: { title: doc.title } }; } };');
    const run = (title: string) => engine.run(`<title>${title}</title>`, 'https://mill.example/');
    expect((await run('endless')).error).toMatch(/longer than 3 seconds/);
    expect(await run('the next')).toMatchObject({ answer: { article: { title: 'the next' } } });
  } finally {
    await engine.close();
  }
}, 60_000);
