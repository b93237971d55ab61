/** Finds the browsers on this machine, and on Debian or Ubuntu as root installs what is missing. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PLACES = {
  chrome: [
    '/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    '/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};
const NAMES = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox'],
};

/** The program's path, or undefined. `PASSALONG_CHROME` and `PASSALONG_FIREFOX` name one by hand. */
export function findBrowser(kind) {
  const named = process.env[`PASSALONG_${kind.toUpperCase()}`];
  if (named) return existsSync(named) ? named : undefined;
  const onPath = NAMES[kind].flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, name)));
  return [...PLACES[kind], ...onPath].find((path) => existsSync(path));
}
