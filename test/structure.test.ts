/** The house rules, held by a test: which room may know which, and what may stand only in one place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf, manifestFor } from '../build.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function files(directory: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const SOURCES = files('src', /\.ts$/);
/** Source text without comments, so that a word in a comment is not taken for code. */
const CODE = new Map(SOURCES.map((path) => [path, read(path).replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')]));

/** What a file imports that is still there at run time (types cost nothing and bind nothing). */
function imports(path: string, { types = true } = {}): string[] {
  const found = [...(CODE.get(path) ?? '').matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)];
  const dynamic = [...(CODE.get(path) ?? '').matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => match[1]!);
  return [...found.filter((match) => types || !match[1]).map((match) => match[2]!), ...dynamic];
}

const resolved = (from: string, specifier: string) => relative(ROOT, resolve(ROOT, dirname(from), specifier));

/** A file's room: the first folder under `src`, or the entry's own name. */
const roomOf = (path: string) => path.split('/')[1]!.replace(/\.ts$/, '');

const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  url: [],
  article: ['url'],
  letter: ['article', 'url'],
  paper: ['article', 'url'],
  formats: ['article', 'url', 'letter', 'paper'],
  library: ['article', 'url', 'formats'],
  browser: ['article', 'url', 'letter', 'paper', 'formats', '_locales'],
  actions: ['browser', 'library', 'formats', 'letter', 'paper', 'article', 'url'],
  pages: ['actions', 'browser', 'library', 'formats', 'letter', 'paper', 'article', 'url'],
  background: ['actions', 'browser', 'library', 'article', 'url'],
  content: ['article', 'url'],
  'quote-link': [],
  upright: ['article', 'url'],
  picker: ['article', 'url', 'browser', '_locales'],
};

/** Files of the faces whose packages the build takes them out of. */
const FACE_FILES = Object.keys((JSON.parse(read('package.json')) as { dependencies: Record<string, string> }).dependencies)
  .filter((name) => name.startsWith('@fontsource')).flatMap((name) => readdirSync(join(ROOT, 'node_modules', name, 'files')));

describe('imports point one way', () => {
  it.each(SOURCES)('%s', (path) => {
    const room = roomOf(path);
    expect(MAY_KNOW, `the room ${room} is not on the plan`).toHaveProperty(room);
    for (const specifier of imports(path).filter((name) => name.startsWith('.'))) {
      const target = roomOf(resolved(path, specifier));
      expect(target === room || MAY_KNOW[room]!.includes(target), `${path} imports ${specifier}`).toBe(true);
    }
  });

  it('pages do not reach into each other, but for the shared pieces', () => {
    for (const path of SOURCES.filter((name) => name.startsWith('src/pages/'))) {
      const own = path.split('/')[2];
      for (const specifier of imports(path).filter((name) => name.startsWith('.'))) {
        const target = resolved(path, specifier).split('/');
        if (target[1] === 'pages') expect([own, 'shared'], `${path} imports ${specifier}`).toContain(target[2]);
      }
    }
  });

  it('only src/browser imports the browser API', () => {
    const who = SOURCES.filter((path) => imports(path).includes('webextension-polyfill'));
    expect(who.length).toBeGreaterThan(5);
    expect(who.filter((path) => roomOf(path) !== 'browser')).toEqual([]);
    const globals = SOURCES.filter((path) => roomOf(path) !== 'browser' && /\b(?:chrome|browser)\.(?:runtime|tabs|storage|scripting|action|permissions)\b/.test(CODE.get(path)!));
    expect(globals).toEqual([]);
  });

  it('the background never reaches anything that needs a DOM', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const walk = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const specifier of imports(path, { types: false })) {
        if (specifier.startsWith('.')) walk(resolved(path, specifier));
        else packages.add(specifier);
      }
    };
    walk('src/background.ts');
    expect(seen.size).toBeGreaterThan(5);
    expect([...packages].sort()).toEqual(['idb', 'webextension-polyfill']);
    expect([...seen].filter((path) => /pages\/|sanitize|extract\.ts/.test(path))).toEqual([]);
  });

  it('the pure rooms know no browser, clock, or network', () => {
    const impure = /\b(?:Date\.now\(|new Date\(\)|fetch\(|localStorage|indexedDB|navigator\.|setTimeout\(|Math\.random\(|crypto\.)/;
    for (const path of SOURCES.filter((name) => ['article', 'letter', 'paper', 'formats', 'url'].includes(roomOf(name)))) {
      expect(impure.exec(CODE.get(path)!)?.[0], path).toBeUndefined();
    }
  });
});

describe('what may stand only in one place', () => {
  const only = (pattern: RegExp, allowed: readonly string[]) =>
    expect(SOURCES.filter((path) => pattern.test(CODE.get(path)!) && !allowed.includes(path))).toEqual([]);

  it('HTML becomes nodes in the sanitising room alone', () => {
    only(/\.(?:innerHTML|outerHTML)\s*(?:=(?!=)|\+=)|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|setHTML\(/, ['src/article/sanitize.ts']);
  });
  it('the purifier has one configuration', () => {
    expect(SOURCES.filter((path) => imports(path).includes('dompurify'))).toEqual(['src/article/sanitize.ts']);
  });
  it('one room touches the network', () => {
    only(/\bfetch\(|XMLHttpRequest|new WebSocket|sendBeacon|new EventSource|importScripts/, ['src/browser/page-pictures.ts', 'src/pages/fetch/fetch-page.ts', 'src/pages/fetch/fetch-pictures.ts', 'src/pages/share/fetch-pictures.ts']);
  });
  it('nothing is put into the browser’s sync', () => only(/\bstorage\s*\.\s*sync\b|\[['"]sync['"]\]/, []));
  it('nothing is evaluated', () => only(/\beval\(|new Function\(/, []));
});

describe('manifest and pages', () => {
  const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;
  /** Where a path of the package comes from in the source. */
  const sourceOf = (path: string) => (path.endsWith('.js') ? `src/${path.replace(/\.js$/, '.ts')}` : path.startsWith('pages/') ? `src/${path}` : path);

  it.each(['chrome', 'firefox'])('every path in the manifest for %s exists', (target) => {
    const paths: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'string' && /\.(?:js|html|png|svg|css)$/.test(value)) paths.push(value);
      else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner);
    };
    collect(manifestFor(target, manifest, '1.0.0'));
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect(existsSync(join(ROOT, sourceOf(path))), path).toBe(true);
  });

  it('asks for nothing at install beyond what the click needs', () => {
    expect(manifest['permissions']).toEqual(['activeTab', 'scripting', 'contextMenus', 'storage', 'unlimitedStorage', 'notifications', 'offscreen']);
    // Each of these is asked for by a click that says what it is for.
    expect(manifest['optional_permissions']).toEqual(['tabs', 'webNavigation', 'downloads']);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
  });

  it.each(files('src/pages', /\.html$/))('%s has no inline script or style, and all it links exists', (path) => {
    const html = read(path);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
    for (const match of html.matchAll(/(?:src|href)="([^"#:]+)"/g)) {
      const face = /^\.\.\/\.\.\/fonts\/([\w-]+\.woff2)$/.exec(match[1]!)?.[1];
      if (face) {
        // The build takes it out of its package.
        expect(FACE_FILES, `${path}: ${match[1]}`).toContain(face);
        continue;
      }
      expect(existsSync(join(ROOT, sourceOf(relative(SRC, resolve(ROOT, dirname(path), match[1]!)).replace(/^\.\.\//, ''))))
        || existsSync(resolve(ROOT, dirname(path), match[1]!)), `${path}: ${match[1]}`).toBe(true);
    }
  });
});

describe('words', async () => {
  const words = await messagesOf('en') as Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
  const html = files('src', /\.html$/).map(read).join('\n');
  const code = [...CODE.values()].join('\n');
  const quoted = (word: string) => code.includes(`'${word}'`);
  const inManifest = new Set([...read('manifest.json').matchAll(/__MSG_(\w+)__/g)].map((match) => match[1]!));
  const inHtml = new Set([...html.matchAll(/data-t(?:-\w+)?="(\w+)"/g)].map((match) => match[1]!));

  it('every key a page or the manifest names is there', () => {
    expect(inHtml.size).toBeGreaterThan(2);
    for (const key of [...inManifest, ...inHtml]) expect(words, key).toHaveProperty(key);
    for (const match of code.matchAll(/\bt\(\s*'(\w+)'/g)) expect(words, match[1]).toHaveProperty(match[1]!);
  });

  it('every key is used', () => {
    const unused = Object.keys(words).filter((key) => {
      if (inManifest.has(key) || inHtml.has(key) || quoted(key)) return false;
      if (key.startsWith('reason_')) return !quoted(key.slice('reason_'.length)) && !new RegExp(`\\b${key.slice('reason_'.length)}:`).test(code);
      return true;
    });
    expect(unused).toEqual([]);
  });

  it('every reason has its sentence', () => {
    const reasons = new Set([...code.matchAll(/\breason:\s*'(\w+)'/g)].map((match) => match[1]!));
    expect(reasons.size).toBeGreaterThan(8);
    for (const reason of reasons) expect(words, reason).toHaveProperty(`reason_${reason}`);
  });

  it('placeholders are all filled, and no word is empty', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(words)) {
      expect(message.trim(), key).not.toBe('');
      const named = [...message.matchAll(/\$(\w+)\$/g)].map((match) => match[1]!.toLowerCase());
      expect(named.toSorted(), key).toEqual(Object.keys(placeholders).toSorted());
    }
  });

  it('every locale has the same keys', async () => {
    for (const locale of readdirSync(join(SRC, '_locales'))) expect(Object.keys(await messagesOf(locale)).toSorted(), locale).toEqual(Object.keys(words).toSorted());
  });
});
