/**
 * Builds `dist/chrome` and `dist/firefox` (and a zip of each) from one source and one manifest.
 *
 *   node build.mjs            both, with zips
 *   node build.mjs --watch    both, again on every change, without zips
 *   node build.mjs --no-zip
 */
import { build, context, transform } from 'esbuild';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { smallScript } from './scripts/small-script.mjs';

const ROOT = dirname(fileURLToPath(import.meta.url));
/** Where the build goes; another folder lets two checkouts or a bench build side by side. */
export const DIST = resolve(ROOT, process.env.PASSALONG_DIST || 'dist');
const TARGETS = ['chrome', 'firefox'];
const require = createRequire(import.meta.url);

/** Faces and the writing systems of each that ship; the browser loads only those a page uses (unicode-range). */
const FACES = {
  literata: { subsets: ['latin', 'latin-ext', 'cyrillic', 'greek'], axes: 'opsz', styles: ['normal', 'italic'] },
  'source-sans-3': { subsets: ['latin', 'latin-ext', 'cyrillic', 'greek'], axes: 'wght', styles: ['normal', 'italic'] },
  'noto-naskh-arabic': { subsets: ['arabic'], axes: 'wght', styles: ['normal'] },
  vazirmatn: { subsets: ['arabic'], axes: 'wght', styles: ['normal'] },
};

/**
 * Packages are made small, our own code stays as it is written: a store's reviewer can read what is ours,
 * and compare what is not with the registry. (Their comments alone are a fifth of the content script.)
 */
const smallPackages = {
  name: 'small-packages',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]node_modules[\\/].*\.m?js$/ }, async ({ path }) => {
      if (!smallFiles.has(path)) smallFiles.set(path, small(path));
      return { contents: await smallFiles.get(path), loader: 'js' };
    });
  },
};

/** Every file of a package made small, by its path: a dozen bundles ask for the same ones, among them some thousand icons. */
const smallFiles = new Map();

async function small(path) {
  const { code } = await transform(await readFile(path, 'utf8'), { loader: 'js', minify: true, legalComments: 'none', target: 'es2022', charset: 'utf8' });
  return code;
}

/**
 * What the source calls `webextension-polyfill`: the browser's own object. Both browsers answer with promises by now; the
 * package still gives the types, and the tests a name to stand in for. It would be 3 KB of every bundle. Each browser's own
 * name, since that one no element of a page can take (https://html.spec.whatwg.org/#named-access-on-the-window-object).
 */
const ownBrowser = (target) => ({
  name: 'own-browser',
  setup(bundle) {
    bundle.onResolve({ filter: /^webextension-polyfill$/ }, () => ({ path: 'browser', namespace: 'own' }));
    bundle.onLoad({ filter: /.*/, namespace: 'own' }, () => ({ contents: `export default globalThis.${target === 'chrome' ? 'chrome' : 'browser'};`, loader: 'js' }));
  },
});

/**
 * The same faces in static cuts, for paper alone: variable ones come out of Firefox's PDF as outlines without text, and
 * out of Chromium's as Type 3. Noto Naskh Arabic is not among them: its letters come out unreadable in both.
 */
const PAPER_FACES = {
  literata: { name: 'Literata Paper', subsets: ['latin', 'latin-ext', 'cyrillic', 'greek'], weights: [400, 600], styles: ['normal', 'italic'] },
  'source-sans-3': { name: 'Source Sans Paper', subsets: ['latin', 'latin-ext', 'cyrillic', 'greek'], weights: [400, 600], styles: ['normal', 'italic'] },
  vazirmatn: { name: 'Vazirmatn Paper', subsets: ['arabic'], weights: [400, 600], styles: ['normal'] },
  // Loaded only by those who choose it. Its package has no list of letters: it holds all of the Latin script.
  opendyslexic: { name: 'OpenDyslexic Paper', subsets: ['latin'], weights: [400, 700], styles: ['normal', 'italic'] },
};

/** Every page is a folder of `src/pages` with an entry of its own name. */
export async function pageNames() {
  const entries = await readdir(join(ROOT, 'src/pages'), { withFileTypes: true });
  return entries.filter((e) => e.isDirectory() && existsSync(join(ROOT, 'src/pages', e.name, `${e.name}.html`))).map((e) => e.name);
}

/** The root manifest with the other browser's keys taken out, and the version of package.json. */
export function manifestFor(target, manifest, version) {
  const own = structuredClone(manifest);
  own.version = version;
  if (target === 'chrome') {
    delete own.background.scripts;
    delete own.browser_specific_settings;
  } else {
    delete own.background.service_worker;
    delete own.minimum_chrome_version;
    // A hidden document for parsing fetched pages: Chrome needs `offscreen` for it, Firefox's background has a document of its own.
    own.permissions = own.permissions.filter((name) => name !== 'offscreen');
  }
  return own;
}

/** A locale's words, one file a room in the source, one `messages.json` in the package. @throws on a key given twice. */
export async function messagesOf(locale) {
  const all = {};
  for (const file of (await readdir(join(ROOT, 'src/_locales', locale))).sort()) {
    const room = JSON.parse(await readFile(join(ROOT, 'src/_locales', locale, file), 'utf8'));
    for (const [key, message] of Object.entries(room)) {
      if (key in all) throw new Error(`${locale}/${file}: the key ${key} stands in another file too`);
      all[key] = message;
    }
  }
  return all;
}

/** Pages that have to stand at once: what only a further click needs, or what can wait until something is seen, comes in files of its own. */
const SPLIT = ['popup', 'reader'];

/** For each page that is split, by browser and name, the files its script can't begin without. */
const needed = new Map();

/** Notes the files that the script of a split page imports, so that its HTML can ask for all of them at once. */
const notesChunks = (target, name) => ({
  name: 'notes-chunks',
  setup(bundle) {
    bundle.onEnd(({ metafile }) => {
      const files = new Set();
      const add = (path) => {
        for (const { path: next, kind } of metafile?.outputs[path]?.imports ?? []) {
          if (kind !== 'import-statement' || files.has(next)) continue;
          files.add(next);
          add(next);
        }
      };
      add(Object.keys(metafile?.outputs ?? {}).find((path) => path.endsWith(`/pages/${name}/${name}.js`)));
      needed.set(`${target} ${name}`, [...files].map((path) => basename(path)));
    });
  },
});

/** A page's HTML; one that is split names the files of its script, which would else be asked for one after the other. */
function htmlOf(target, name, html) {
  const links = (needed.get(`${target} ${name}`) ?? []).map((file) => `<link rel="modulepreload" href="${file}">`);
  return html.replace(/(?=<script type="module" async )/, () => links.join(''));
}

/** esbuild's settings for one browser: the content script, the worker, the pages that are split, and the other pages. */
export async function options(target) {
  const common = {
    absWorkingDir: ROOT, bundle: true, format: 'iife', target: ['chrome126', 'firefox140'], charset: 'utf8',
    outdir: join(DIST, target), logLevel: 'warning', legalComments: 'none', treeShaking: true, metafile: true, plugins: [smallPackages, ownBrowser(target)],
  };
  const entryPoints = { background: 'src/background.ts' };
  for (const name of await pageNames()) if (!SPLIT.includes(name)) entryPoints[`pages/${name}/${name}`] = `src/pages/${name}/${name}.ts`;
  return [
    { ...common, entryPoints },
    ...SPLIT.map((name) => ({
      ...common, entryPoints: { [`pages/${name}/${name}`]: `src/pages/${name}/${name}.ts` }, format: 'esm', splitting: true,
      // It has the least room of all.
      ...(name === 'popup' && { minifySyntax: true, minifyWhitespace: true }),
      chunkNames: `pages/${name}/[name]-[hash]`, plugins: [...common.plugins, notesChunks(target, name)],
    })),
    // `scripting.executeScript({files})` answers with the file's last value, so the bundle ends in an expression.
    // It is injected with every click, so it alone is made small (see `shrink`); its source is there for those who review it.
    { ...common, entryPoints: { content: 'src/content.ts' }, minifySyntax: true, minifyWhitespace: true, globalName: 'passalongContent', footer: { js: 'passalongContent.result();' } },
    // Injected in the same way, only when selected words are shared.
    { ...common, entryPoints: { 'quote-link': 'src/quote-link.ts' }, globalName: 'passalongQuote', footer: { js: 'passalongQuote.directive();' } },
    // Injected in the same way, only where the text is in a script that can stand upright.
    { ...common, entryPoints: { upright: 'src/upright.ts' }, globalName: 'passalongUpright', footer: { js: 'passalongUpright.way();' } },
    // Injected in the same way, only when somebody picks a part of a page. Its styles are put into its own closed tree.
    { ...common, entryPoints: { picker: 'src/picker.ts' }, globalName: 'passalongPicker', footer: { js: 'passalongPicker.start();' } },
  ];
}

async function copyStatic(target) {
  const out = join(DIST, target);
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const manifest = JSON.parse(await readFile(join(ROOT, 'manifest.json'), 'utf8'));
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifestFor(target, manifest, version), null, 2) + '\n');
  for (const locale of await readdir(join(ROOT, 'src/_locales'))) {
    await mkdir(join(out, '_locales', locale), { recursive: true });
    await writeFile(join(out, '_locales', locale, 'messages.json'), JSON.stringify(await messagesOf(locale), null, 2) + '\n');
  }
  const faces = await copyFaces(out);
  await cp(join(ROOT, 'icons'), join(out, 'icons'), { recursive: true, filter: (path) => !path.endsWith('.mjs') });
  for (const name of await pageNames()) {
    await mkdir(join(out, 'pages', name), { recursive: true });
    for (const file of await readdir(join(ROOT, 'src/pages', name))) {
      const [from, to] = [join(ROOT, 'src/pages', name, file), join(out, 'pages', name, file)];
      if (file.endsWith('.css')) await writeFile(to, await flatStyle(from, faces));
      else if (file.endsWith('.html')) await writeFile(to, htmlOf(target, name, await readFile(from, 'utf8')));
    }
  }
  const shared = join(ROOT, 'src/pages/shared');
  await mkdir(join(out, 'pages/shared'), { recursive: true });
  for (const file of await readdir(shared)) {
    if (file.endsWith('.css')) await writeFile(join(out, 'pages/shared', file), await flatStyle(join(shared, file), faces));
    else if (/\.(svg|png|jpg|webp)$/.test(file)) await cp(join(shared, file), join(out, 'pages/shared', file));
  }
  await cp(join(ROOT, 'LICENSE'), join(out, 'LICENSE'));
}

/** A style sheet with those it imports put in their places: each would be asked for only when the one before has come. */
async function flatStyle(file, faces) {
  const imported = /^@import url\("([^"]+)"\);\n/gm;
  const text = await readFile(file, 'utf8');
  const parts = new Map();
  for (const [, name] of text.matchAll(imported)) {
    const path = join(dirname(file), name);
    parts.set(name, faces.get(path.slice(join(ROOT, 'src').length + 1)) ?? await flatStyle(path, faces));
  }
  return text.replace(imported, (_, name) => parts.get(name));
}

/** Copies the faces. @returns the two style sheets that name them, by the names that ours import them under */
async function copyFaces(out) {
  await mkdir(join(out, 'fonts'), { recursive: true });
  let css = '/* Made by build.mjs from the @fontsource-variable packages. */\n';
  for (const [face, { subsets, axes, styles }] of Object.entries(FACES)) {
    const home = dirname(require.resolve(`@fontsource-variable/${face}/package.json`));
    await cp(join(home, 'LICENSE'), join(out, 'fonts', `LICENSE-${face}.txt`));
    const ranges = JSON.parse(await readFile(join(home, 'unicode.json'), 'utf8'));
    const meta = JSON.parse(await readFile(join(home, 'metadata.json'), 'utf8'));
    const { min, max } = meta.variable.wght;
    for (const subset of subsets) for (const style of styles) {
      const file = `${face}-${subset}-${axes}-${style}.woff2`;
      await cp(join(home, 'files', file), join(out, 'fonts', file));
      css += `@font-face{font-family:"${meta.family}";src:url("/fonts/${file}") format("woff2");font-weight:${min} ${max};font-style:${style};font-display:swap;unicode-range:${ranges[subset]}}\n`;
    }
  }
  return new Map([['fonts/fonts.css', css], ['fonts/paper.css', await copyPaperFaces(out)]]);
}

async function copyPaperFaces(out) {
  let css = '/* Made by build.mjs from the @fontsource packages. */\n';
  for (const [face, { name, subsets, weights, styles }] of Object.entries(PAPER_FACES)) {
    const home = dirname(require.resolve(`@fontsource/${face}/package.json`));
    await cp(join(home, 'LICENSE'), join(out, 'fonts', `LICENSE-${face}.txt`));
    const ranges = JSON.parse(await readFile(join(home, 'unicode.json'), 'utf8'));
    for (const subset of subsets) for (const weight of weights) for (const style of styles) {
      const file = `${face}-${subset}-${weight}-${style}.woff2`;
      await cp(join(home, 'files', file), join(out, 'fonts', file));
      css += `@font-face{font-family:"${name}";src:url("/fonts/${file}") format("woff2");font-weight:${weight};font-style:${style};font-display:block${ranges[subset] ? `;unicode-range:${ranges[subset]}` : ''}}\n`;
    }
  }
  return css;
}

/** The content script made small (`scripts/small-script.mjs`). Its last line stays the value that the injection answers. */
async function shrink(target) {
  const file = join(DIST, target, 'content.js');
  const source = await readFile(file, 'utf8');
  // It reaches nothing of the browser, so both browsers get the same.
  if (shrunk.source !== source) Object.assign(shrunk, { source, code: await smallScript(source) });
  await writeFile(file, shrunk.code + '\n');
}

/** The last script that was made smaller, and what became of it. */
const shrunk = { source: '', code: '' };

/** The licences of the packages that are in the bundles, in one file beside ours. @throws when a package has none. */
async function copyLicences(target, metafiles) {
  const names = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs))
    .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
  let text = 'Passalong contains these packages. Their licences follow. The faces in fonts/ have theirs beside them.\n';
  for (const name of [...names].sort()) {
    const home = join(ROOT, 'node_modules', name);
    const { version, license } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
    const file = (await readdir(home)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} ships no licence text`);
    text += `\n\n${'='.repeat(72)}\n${name} ${version} (${license})\n${'='.repeat(72)}\n\n${await readFile(join(home, file), 'utf8')}`;
  }
  await writeFile(join(DIST, target, 'LICENSES-OF-PACKAGES.txt'), text);
}

async function zip(target) {
  const root = join(DIST, target);
  const files = {};
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // A fixed date keeps the zip the same for the same source.
    files[path.slice(root.length + 1)] = [await readFile(path), { mtime: new Date('2020-01-01T00:00:00Z') }];
  }
  await writeFile(join(DIST, `passalong-${target}.zip`), zipSync(files, { level: 9 }));
}

/** Takes away what an earlier build left, and nothing else: the folder is chosen by whoever calls, and may hold other things. */
export async function clearOutput(folder) {
  for (const target of TARGETS) {
    await rm(join(folder, target), { recursive: true, force: true });
    await rm(join(folder, `passalong-${target}.zip`), { force: true });
  }
}

/** Builds everything once. @returns esbuild's metafiles, for the size bench. */
export async function buildAll({ zips = true } = {}) {
  await clearOutput(DIST);
  const metafiles = [];
  for (const target of TARGETS) {
    const built = await Promise.all((await options(target)).map((config) => build(config)));
    metafiles.push(...built.map(({ metafile }) => metafile));
    await copyStatic(target);
    await shrink(target);
    await copyLicences(target, metafiles);
    if (zips) await zip(target);
  }
  return metafiles;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll({ zips: !process.argv.includes('--no-zip') && !process.argv.includes('--watch') });
  console.log('built dist/chrome and dist/firefox');
  if (process.argv.includes('--watch')) {
    for (const target of TARGETS) for (const config of await options(target)) {
      const onEnd = { name: 'static', setup: (b) => b.onEnd(() => copyStatic(target)) };
      await (await context({ ...config, plugins: [...config.plugins, onEnd] })).watch();
    }
    console.log('watching');
  }
}
