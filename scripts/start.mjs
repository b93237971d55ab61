/**
 * `npm start` (or `npm start firefox`): installs what is needed, builds, and opens a browser with Passalong in it
 * and an article to try it on. Without a display it walks the same way unseen and leaves pictures.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canInstall, ensure, findBrowser, missing } from './browsers.mjs';
import { ensurePackages } from './packages.mjs';
import { serveSample } from './sample-server.mjs';

const NAMES = { chrome: 'Chromium, Chrome or Edge', firefox: 'Firefox' };

try {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  await main(process.argv[2]);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

async function main(asked) {
  if (asked !== undefined && asked !== 'chrome' && asked !== 'firefox') throw new Error(`"${asked}" is neither chrome nor firefox. Say: npm start, npm start chrome or npm start firefox.`);
  console.log(`Packages: ${ensurePackages()}.`);
  const kind = asked ?? (findBrowser('chrome') || !findBrowser('firefox') ? 'chrome' : 'firefox');
  const seen = hasDisplay();
  // Where it costs nothing, what makes the pictures good comes along: fonts, and poppler for the printed page.
  console.log(`${NAMES[kind]}: ${ensure(canInstall() && !(seen && findBrowser(kind)) ? [kind, 'faces', 'paper'] : [kind])}.`);
  if (spawnSync(process.execPath, ['build.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0) throw new Error('The build failed; see above.');
  const sample = await serveSample();
  try {
    if (seen) await openForPerson(kind, sample.url);
    else await walkUnseen(kind, sample.url);
  } finally {
    sample.close();
  }
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A window for a person, in a profile of its own that goes when the window is closed. */
async function openForPerson(kind, url) {
  const { default: puppeteer } = await import('puppeteer-core');
  const profile = mkdtempSync(join(tmpdir(), 'passalong-start-'));
  const common = { executablePath: findBrowser(kind), headless: false, defaultViewport: null, userDataDir: profile, acceptInsecureCerts: false, handleSIGINT: true };
  const browser = await puppeteer.launch(kind === 'chrome'
    // Over a pipe Chrome takes an unpacked extension; since version 137 it no longer does from the command line.
    ? { ...common, pipe: true, enableExtensions: [join(process.cwd(), 'dist/chrome')], ignoreDefaultArgs: ['--enable-automation'], args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }
    : { ...common, browser: 'firefox' });
  // The process goes on writing into its profile for a moment after the last window is gone.
  const closed = new Promise((resolve) => { browser.process()?.once('exit', resolve); });
  if (kind === 'firefox') await browser.installExtension(join(process.cwd(), 'dist/firefox'));
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto(url);
  const button = kind === 'chrome'
    ? 'Click the puzzle piece at the top right, then “Passalong” (the pin beside it keeps the button in the toolbar).'
    : 'Click the puzzle piece at the top right, then “Passalong” (the cog beside it pins the button to the toolbar).';
  console.log(`
An article is open. To try Passalong on it:
  1. ${button}
  2. Choose Read, Print, Share or Save.
  3. Right-click the page, a link or selected words for the same from the menu.
  4. Or press Alt+Shift+1 to read, 2 to print, 3 to share, 4 to save.
It works on any other page too. Close the browser window, or press Ctrl+C here, to end.`);
  await closed;
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** The same way without a screen: real clicks in a real browser, and pictures of what came of them. */
async function walkUnseen(kind, url) {
  console.log('There is no display, so the browser runs unseen and leaves pictures.');
  const { walk } = await (await import('./typescript.mjs')).importTypeScript('scripts/walk.ts');
  if (missing(['paper']).length > 0) console.log('(Without poppler-utils the printed page stays a PDF.)');
  for (const { what, path } of await walk(kind, url, 'out')) console.log(`  ${what}: ${path}`);
  console.log('That is Passalong at work. On a machine with a screen, npm start opens it for you.');
}
