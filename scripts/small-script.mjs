/**
 * Makes the content script small: Terser takes 4 % off what esbuild gives, and makes one string of each list of words; in the
 * order of `packing-order.json` its functions and constants pack to 2 % less.
 */
import { readFileSync } from 'node:fs';
import { minify } from 'terser';
import { inOrder } from './packing-order.mjs';

/** Names of what only the finder's own parts hand to each other: none stands in a page's data, the article or a setting. */
const INNER_NAMES = [
  'prior', 'linked', 'score', 'bylineTexts', 'baseUrl', 'agreement', 'documentTitle', 'strong', 'jsonLd', 'isSite', 'zone', 'within', 'inArticle', 'iso', 'junk', 'runs', 'numberOf', 'moments',
  'usesRight', 'usesLeft', 'crumbs', 'choice', 'metas', 'webPages', 'otherwise', 'rest', 'doc', 'articles', 'nodes', 'people', 'said', 'depth', 'headings', 'whole',
];

/** `a === b` for `b === a`, `a != b` for `!(a == b)` and the like are no shorter, and keep what is written alike from packing alike: hence three of them are off. */
const COMPRESS = {
  passes: 5, inline: 1, unsafe: true, unsafe_arrows: true, unsafe_comps: true, unsafe_undefined: true, pure_getters: true, keep_fargs: false, hoist_funs: true,
  comparisons: false, lhs_constants: false, sequences: false,
};
const OUTPUT = { ecma: 2022, comments: false, quote_style: 2 };

/** Values that mean the same wherever they stand, as long as it is before their use. */
const CONSTANT = /^(?:RegExp|String|Number)$/;

/**
 * The script's functions and constants, by the names of the source, and the script again with them in another order.
 *
 * @param {string} source what esbuild gives, with the names of the source
 */
export async function partsOf(source) {
  const { ast } = await minify(source, {
    ecma: 2022, compress: COMPRESS, format: { ast: true, code: false },
    mangle: { properties: { regex: new RegExp(`^(?:${INNER_NAMES.join('|')})$`) } },
  });
  // All of it is one function. The functions declared in it mean the same in any order.
  const whole = ast.body.find(({ TYPE }) => TYPE === 'Var').definitions[0].value.expression;
  const functions = whole.body.filter(({ TYPE }) => TYPE === 'Defun');
  const others = whole.body.filter(({ TYPE }) => TYPE !== 'Defun');
  const { definitions } = others.filter(({ TYPE }) => TYPE === 'Var').at(-1);
  const constants = definitions.filter(({ value }) => CONSTANT.test(value?.TYPE));
  const made = definitions.filter((one) => !constants.includes(one));
  const parts = (nodes) => nodes.map((node) => ({ name: node.name.thedef.name, text: node.print_to_string(OUTPUT), node }));
  return {
    functions: parts(functions),
    constants: parts(constants),
    script(some, more) {
      whole.body = [...some.map(({ node }) => node), ...others];
      definitions.splice(0, Infinity, ...more.map(({ node }) => node), ...made);
      return ast.print_to_string(OUTPUT);
    },
  };
}

/** The smallest script we know of that does the same. */
export async function smallScript(source) {
  const known = JSON.parse(readFileSync(new URL('packing-order.json', import.meta.url), 'utf8'));
  const { functions, constants, script } = await partsOf(source);
  return script(inOrder(functions, known.functions), inOrder(constants, known.constants));
}
