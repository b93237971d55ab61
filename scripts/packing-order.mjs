/**
 * In which order the parts of the content script pack best: a packer finds again what it has seen, and sees only so far back.
 * The order is found by trying, which takes minutes, and kept as names in `packing-order.json`; a build only follows it.
 *
 *   npm run pack-order -- [seconds]    goes on from the order that is kept, and keeps the better one
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, gzipSync } from 'node:zlib';

/**
 * The parts in the order of their names; one that the list does not know stands behind the one that it packs best with.
 *
 * @template {{ name: string, text: string }} Part
 * @param {readonly Part[]} parts
 * @param {readonly string[]} names
 * @returns {Part[]}
 */
export function inOrder(parts, names) {
  const places = new Map(names.map((name, place) => [name, place]));
  const order = parts.filter(({ name }) => places.has(name)).sort((a, b) => places.get(a.name) - places.get(b.name));
  for (const part of parts.filter(({ name }) => !places.has(name))) {
    const sizes = order.map(({ text }) => deflateRawSync(part.text, { dictionary: Buffer.from(text) }).length);
    order.splice(sizes.indexOf(Math.min(...sizes)) + 1, 0, part);
  }
  return order;
}

/** Moves a few parts together to another place, again and again, and keeps what is no larger. The same dice every time. */
async function search(seconds) {
  const [{ build }, { options }, { partsOf }] = await Promise.all([import('esbuild'), import('../build.mjs'), import('./small-script.mjs')]);
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await search(Number(process.argv[2]) || 120);
