/** Finds the browsers and tools on this machine, and on Debian or Ubuntu as root installs what is missing. Node built-ins only. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

// The real programs come before the wrappers on the PATH: a wrapper may change flags, or be a snap that cannot read our folder.
const PLACES = {
  chrome: [
    '/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser', '/usr/lib64/chromium-browser/chromium-browser',
    '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...windows('Google\\Chrome\\Application\\chrome.exe'), ...windows('Chromium\\Application\\chrome.exe'), ...windows('Microsoft\\Edge\\Application\\msedge.exe'),
  ],
  firefox: [
    '/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/usr/lib64/firefox/firefox', '/opt/firefox/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox', '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ...windows('Mozilla Firefox\\firefox.exe'),
  ],
};
const NAMES = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'microsoft-edge-stable'],
  firefox: ['firefox-esr', 'firefox'],
};
/** What can be asked for, the package that brings it on Debian, and how it is called elsewhere. */
const NEEDS = {
  chrome: { packages: ['chromium'], words: 'Chromium, Chrome or Edge', found: () => findBrowser('chrome') },
  firefox: { packages: ['firefox-esr'], words: 'Firefox', found: () => findBrowser('firefox') },
  screen: { packages: ['xvfb', 'xdotool', 'openbox'], words: 'Xvfb, xdotool and openbox (a screen for tests, and keys on it)', found: () => onPath('Xvfb') && onPath('xdotool') && onPath('openbox') },
  paper: { packages: ['poppler-utils'], words: 'poppler-utils (pdftotext and pdftoppm, to look at printed pages)', found: () => onPath('pdftotext') && onPath('pdftoppm') },
  faces: {
    // Those for Japanese and Chinese are files of their own: of a collection (`.ttc`) Firefox's PDF loses letters.
    packages: ['fonts-dejavu-core', 'fonts-noto-core', 'fonts-ipaexfont-mincho', 'fonts-droid-fallback'], words: 'the DejaVu and Noto fonts, IPAexMincho for Japanese and Droid Sans Fallback for Chinese',
    // Only Linux comes without fonts.
    found: () => process.platform !== 'linux' || ['truetype/dejavu', 'truetype/noto', 'opentype/ipaexfont-mincho', 'truetype/droid'].every((folder) => existsSync(`/usr/share/fonts/${folder}`)),
  },
};

function windows(path) {
  if (process.platform !== 'win32') return [];
  return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean).map((folder) => join(folder, path));
}

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, name)).find((path) => existsSync(path));
}

/** The program's path, or undefined. `PASSALONG_CHROME` and `PASSALONG_FIREFOX` name one by hand. */
export function findBrowser(kind) {
  const named = process.env[`PASSALONG_${kind.toUpperCase()}`];
  if (named) return existsSync(named) ? named : undefined;
  const home = kind === 'firefox' ? [join(homedir(), 'firefox/firefox')] : [];
  return [...PLACES[kind], ...home].find((path) => existsSync(path)) ?? NAMES[kind].map(onPath).find(Boolean);
}

/** Those of the needs that this machine lacks. */
export function missing(needs) {
  return needs.filter((need) => !NEEDS[need].found());
}

/** Whether missing programs can be installed from here: Debian or Ubuntu, as root. */
export function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version') && Boolean(onPath('apt-get'));
}

function apt(...args) {
  const { status, stderr } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.log(stderr);
  return status === 0;
}

/**
 * Sees to it that the machine has what is needed.
 * @param {('chrome'|'firefox'|'screen'|'paper'|'faces')[]} needs
 * @returns {string} what was done
 * @throws with a sentence that names what to install, where it cannot be installed from here
 */
export function ensure(needs) {
  const lacking = missing(needs);
  if (lacking.length === 0) return 'already there';
  const packages = lacking.flatMap((need) => NEEDS[need].packages);
  if (canInstall()) {
    console.log(`installing ${packages.join(', ')} with apt-get …`);
    if (apt('update') && apt('install', '-y', '--no-install-recommends', ...packages) && missing(needs).length === 0) return `installed ${packages.join(', ')}`;
  }
  const still = missing(needs);
  const names = still.map((need) => NEEDS[need].words).join('; ');
  const debian = existsSync('/etc/debian_version') ? ` On Debian: sudo apt-get install ${still.flatMap((need) => NEEDS[need].packages).join(' ')}.` : '';
  throw new Error(`This machine lacks: ${names}. Install it and run the command again.${debian}`);
}
