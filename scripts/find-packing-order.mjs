/**
 * Looks for an order of the content script's parts that packs better than the one that is kept in `packing-order.json`, and
 * keeps it.
 *
 *   npm run pack-order -- [seconds]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { options } from '../build.mjs';
import { inOrder } from './packing-order.mjs';
import { partsOf } from './small-script.mjs';

/** Moves a few parts together to another place, again and again, and keeps what is no larger. The same dice every time. */
async function search(seconds) {
  const file = new URL('packing-order.json', import.meta.url);
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  const config = (await options('chrome')).find(({ entryPoints }) => entryPoints.content);
  const { outputFiles } = await build({ ...config, write: false, metafile: false });
  const { functions, constants, script } = await partsOf(outputFiles[0].text);
  const lists = { functions: inOrder(functions, kept.functions), constants: inOrder(constants, kept.constants) };
  const whole = script(lists.functions, lists.constants);
  // What is between the moved parts stays as it is printed, so that a try costs a packing and nothing else.
  const open = whole.slice(0, whole.indexOf(lists.functions[0].text));
  const written = [lists.functions.map(({ text }) => text).join(''), lists.constants.map(({ text }) => text).join(',')];
  const between = whole.slice(open.length + written[0].length, whole.indexOf(written[1]));
  const close = whole.slice(whole.indexOf(written[1]) + written[1].length);
  const sizeOf = ({ functions: some, constants: more }) => gzipSync(open + some.map(({ text }) => text).join('') + between + more.map(({ text }) => text).join(',') + close, { level: 9 }).length;
  let state = whole.length;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let best = sizeOf(lists);
  console.log(`${best} bytes to begin with`);
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const which = random(3) ? 'functions' : 'constants';
    const rest = [...lists[which]];
    const run = rest.splice(random(rest.length), 1 + random(1 + random(6)));
    rest.splice(random(rest.length + 1), 0, ...run);
    const size = sizeOf({ ...lists, [which]: rest });
    if (size > best) continue;
    best = size;
    lists[which] = rest;
  }
  console.log(`${best} bytes now`);
  writeFileSync(file, `${JSON.stringify({ functions: lists.functions.map(({ name }) => name), constants: lists.constants.map(({ name }) => name) }, null, 1)}\n`);
}

await search(Number(process.argv[2]) || 120);
