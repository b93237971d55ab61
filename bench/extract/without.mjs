/** The shipped content script with one of its rules taken out of the source. */
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { options } from '../../build.mjs';
import { ROOT } from './engines.mjs';

const ARTICLE = join(ROOT, 'src/article');
const NOTHING = 'undefined';
const NEVER = '/(?!)/gu';

/** A module's source without a rule. @throws when the rule is not there: a proof of nothing would look like one */
export function takeOut(source, { module, name, as, text, by = '' }) {
  if (text !== undefined) {
    if (!source.includes(text)) throw new Error(`${module} has no ${JSON.stringify(text)}`);
    return source.replaceAll(text, by);
  }
  const asFunction = new RegExp(`^(export )?function ${name}\\b(?=[(<])`, 'm');
  const asConstant = new RegExp(`^(export )?const ${name}(?:: .+?)? = `, 'm');
  const first = as === 'first';
  if (asFunction.test(source)) return source.replace(asFunction, (_, exported = '') => `${exported}function ${name}(...given) { return ${first ? 'given[0]' : (as ?? NOTHING)}; }\nfunction ${name}__taken_out`);
  if (asConstant.test(source)) return source.replace(asConstant, (_, exported = '') => `${exported}const ${name} = ${first ? '(given) => given' : (as ?? NEVER)};\nconst ${name}__taken_out = `);
  throw new Error(`${module} has no ${name}`);
}

/** Builds it. @param rules one rule or several that stand in for one another */
export async function bundleWithout(rules) {
  const config = (await options('chrome')).find((one) => one.entryPoints.content);
  const wanted = [rules].flat();
  const met = new Set();
  const plugin = {
    name: 'without',
    setup(bundle) {
      bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const here = wanted.filter(({ module }) => resolve(ARTICLE, module) === path);
        if (!here.length) return undefined;
        let contents = await readFile(path, 'utf8');
        for (const rule of here) contents = takeOut(contents, rule);
        met.add(relative(ARTICLE, path));
        return { contents, loader: 'ts' };
      });
    },
  };
  const result = await build({ ...config, write: false, metafile: false, logLevel: 'silent', plugins: [...(config.plugins ?? []), plugin] });
  for (const { module } of wanted) if (!met.has(module)) throw new Error(`the content script has no module ${module}`);
  return result.outputFiles[0].text;
}
