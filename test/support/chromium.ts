/** The harness for Chromium: DevTools protocol over a pipe; real menus and keys when it has a screen. */
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page, type Target, type WebWorker } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { openDisplay, type Display } from './display.ts';
import { Faults } from './faults.ts';
import { builtExtension, removeFolder, temporaryFolder } from './folders.ts';
import type { Harness, OpenOptions, Popup } from './harness.ts';
import { installMailProgram } from './mail-program.ts';
import { blankPage, closeTab, extensionCall, normalSpace, openPrivately, PATIENCE, pagePopup, show } from './pages.ts';
import { takePrinted } from './paper.ts';
import { sleep, until, within } from './wait.ts';

export async function openChromium(options: OpenOptions): Promise<Harness> {
  const executablePath = findBrowser('chrome');
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge on this machine');
  const home = temporaryFolder('chromium');
  const downloads = join(home, 'downloads');
  mkdirSync(downloads);
  const extensionFolder = options.extension ?? builtExtension('chrome');
  writePreferences(home, downloads, extensionFolder);
  const mail = installMailProgram(home);
  const display = options.headed ? await openDisplay() : undefined;
  const browser = await puppeteer.launch({
    executablePath, headless: !display, pipe: true, userDataDir: home, defaultViewport: null,
    enableExtensions: [extensionFolder],
    // `--kiosk-printing` prints at once to the destination of the profile, which is a PDF file.
    args: ['--no-sandbox', '--window-size=1280,900', '--window-position=0,0', '--kiosk-printing', ...(options.web ? [`--proxy-server=${options.web}`] : []), ...(options.dark ? ['--force-dark-mode'] : [])],
    env: { ...process.env, HOME: home, PATH: `${mail.folder}${delimiter}${process.env['PATH'] ?? ''}`, ...(display ? { DISPLAY: display.name } : {}) },
  });
  if (options.privately) {
    // Loaded once more, since puppeteer can't say so.
    const session = await browser.target().createCDPSession();
    await session.send('Extensions.loadUnpacked', { path: extensionFolder, enableInIncognito: true });
  }
  let prints = 0;
  const faults = new Faults();
  watchFaults(browser, faults);
  const worker = (): Promise<Target> => browser.waitForTarget(isWorker, { timeout: 10_000 });
  const base = `chrome-extension://${new URL((await worker()).url()).host}/`;
  const extension = await until('the extension to be known', async () => [...(await browser.extensions()).values()][0]);

  let page = (await browser.pages())[0] ?? (await browser.newPage());
  /** A tab that has shown a PDF: the viewer swaps its frames, and the driver may wait for the old ones for ever. */
  let spent = false;
  const back = await blankPage(browser, base, 'chrome');
  await page.bringToFront();

  const popupTarget = (): Target | undefined => browser.targets().find((each) => each.url().startsWith(`${base}pages/popup/popup.html`));
  const closePopup = async (): Promise<void> => {
    const target = popupTarget();
    if (target) await closeTab(() => target.asPage(), () => browser.targets().includes(target));
    await until('the popup to be closed', () => !popupTarget());
  };
  const openPopup = async (tab = page): Promise<Popup> => {
    await tab.bringToFront();
    await closePopup();
    await tab.triggerExtensionAction(extension);
    const target = await until('the popup to open', popupTarget);
    return pagePopup(await target.asPage(), () => browser.targets().includes(target));
  };

  const real = (): Display => {
    if (!display) throw new Error('Chromium has menus, shortcuts and questions only with a screen: open it with { headed: true }');
    return display;
  };

  return {
    kind: 'chrome', base, faults, mail, downloads,
    get page() { return page; },
    async visit(url) {
      if (spent) {
        const former = page;
        page = await browser.newPage();
        await former.close();
      }
      spent = false;
      await show(page, url, 'chrome');
      spent = await page.evaluate('document.contentType === "application/pdf"') as boolean;
    },
    popup: () => openPopup(),
    async privateWindow(url) {
      const known = new Set(browser.targets());
      const close = await openPrivately(back, url);
      const target = await until(`the private window on ${url}`, () => browser.targets().find((each) => !known.has(each) && each.url() === url));
      const tab = await target.asPage();
      await until(`${url} to have loaded`, () => tab.evaluate('document.readyState === "complete"'));
      return { popup: () => openPopup(tab), close };
    },
    async chooseInMenu(target, label, labels) {
      const screen = real();
      await page.bringToFront();
      const index = labels.indexOf(label);
      if (index < 0) throw new Error(`${label} is not among ${labels.join(', ')}`);
      await rightClick(page, target);
      await sleep(500);
      // From below: "Inspect", "View page source" (on a page only), then the extension's own item, which opens to a list when there are several.
      await screen.key(...Array.from({ length: target.on === 'page' ? 3 : 2 }, () => 'Up'));
      if (labels.length > 1) await screen.key('Right', ...Array.from({ length: index }, () => 'Down'));
      await screen.key('Return');
    },
    async press(shortcut) {
      const screen = real();
      await page.bringToFront();
      await screen.key(shortcut.split('+').map((key) => (key.length === 1 ? key.toLowerCase() : key.toLowerCase().replace('command', 'super'))).join('+'));
    },
    async chooseInAddressBar(typed, down) {
      const screen = real();
      await page.bringToFront();
      await screen.key('ctrl+l');
      await sleep(200);
      await screen.xdotool('type', '--delay', '60', typed);
      // The lines are the browser's own and can't be asked whether they are there.
      await sleep(1_500);
      await screen.key(...Array.from({ length: down }, () => 'Down'), 'Return');
    },
    async answerPermission(allow) {
      const screen = real();
      // The question takes no keys in the first moments, so that nobody agrees by a stray press. The focus begins on "Deny".
      await sleep(1_200);
      if (allow) await screen.key('Tab', 'Return');
      else await screen.key('Return');
    },
    async killBackground() {
      // The one that is there now; a message on its way may already have called for the next.
      const running = browser.targets().find(isWorker);
      if (!running) return;
      // A worker that is just starting does not hear the first call.
      for (let calls = 0; calls < 25 && browser.targets().includes(running); calls += 1) {
        await (await running.worker())?.close().catch(() => undefined);
        for (let waits = 0; waits < 20 && browser.targets().includes(running); waits += 1) await sleep(50);
      }
      if (browser.targets().includes(running)) throw new Error('the worker would not end');
    },
    async openOurs(path) {
      const tab = await browser.newPage();
      tab.setDefaultTimeout(PATIENCE);
      await tab.goto(base + path);
      return tab;
    },
    async waitForOurs(path, ms = 10_000) {
      const target = await until(`${path} to open`, () => browser.targets().find((each) => each.type() === 'page' && each.url().startsWith(base + path)), ms);
      const tab = await target.page();
      if (!tab) throw new Error(`${path} is not a tab`);
      tab.setDefaultTimeout(PATIENCE);
      return tab;
    },
    async closeOurs() {
      await closePopup();
      for (const tab of await browser.pages()) if (tab !== page && tab !== back) await closeTab(() => tab, () => browser.targets().includes(tab.target()));
      await page.bringToFront();
    },
    inExtension: (body, ...args) => extensionCall(back, body, args),
    printed: () => takePrinted(downloads, prints += 1),
    pdf: async (tab, path) => { await tab.pdf({ path, preferCSSPageSize: true, printBackground: true }); },
    badge: () => extensionCall(back, `
      const [tab] = await browser.tabs.query({ url: args[0] });
      return browser.action.getBadgeText(tab ? { tabId: tab.id } : {});`, [page.url().replace(/#.*/, '')]),
    notices: () => extensionCall(back, 'return Object.keys(await browser.notifications.getAll()).length', []),
    async assertNoFaults() {
      await sleep(50);
      assertNone(faults);
    },
    async close() {
      try {
        await within('closing Chromium', 5_000, browser.close());
      } catch {
        browser.process()?.kill('SIGKILL');
      }
      await display?.close();
      removeFolder(home);
    },
  };
}

const isWorker = (target: Target): boolean => target.type() === 'service_worker' && target.url().startsWith('chrome-extension:');

export function assertNone(faults: Faults): void {
  const found = faults.take();
  if (found.length === 0) return;
  const lines = new Set(found.map(({ where, text }) => `  ${where}: ${normalSpace(text).slice(0, 400)}`));
  throw new Error(`${found.length} faults in the browser:\n${[...lines].join('\n')}`);
}

/** The id Chromium gives an unpacked extension: the first 128 bits of its path's SHA-256, in the letters a to p. */
function unpackedId(folder: string): string {
  const hex = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

function writePreferences(home: string, downloads: string, extensionFolder: string): void {
  mkdirSync(join(home, 'Default'), { recursive: true });
  const printer = { id: 'Save as PDF', origin: 'local', account: '', capabilities: {} };
  writeFileSync(join(home, 'Default', 'Preferences'), JSON.stringify({
    download: { default_directory: downloads, prompt_for_download: false },
    // Pinned, as the welcome letter advises: a button that is not has to slide out of the puzzle piece first.
    extensions: { pinned_extensions: [unpackedId(extensionFolder)] },
    savefile: { default_directory: downloads },
    printing: { print_preview_sticky_settings: { appState: JSON.stringify({ version: 2, recentDestinations: [printer], selectedDestinationId: printer.id }) } },
  }));
}

/** Listens in every context there is and comes to be: tabs, popups, hidden documents, the worker. */
function watchFaults(browser: Browser, faults: Faults): void {
  const watched = new WeakSet<Target>();
  const watch = async (target: Target): Promise<void> => {
    if (watched.has(target)) return;
    watched.add(target);
    const type: string = target.type();
    if (type === 'service_worker' || type === 'shared_worker') {
      const worker: WebWorker | null = await target.worker();
      if (worker) await listen(worker.client, target, faults);
    } else if (type !== 'browser' && type !== 'tab') {
      await listen(await target.createCDPSession(), target, faults);
    }
  };
  const start = (target: Target): void => {
    // A target may be gone before it can be listened to; then there is nobody to hear.
    watch(target).catch(() => undefined);
  };
  browser.on('targetcreated', start);
  for (const target of browser.targets()) start(target);
}

async function listen(session: CDPSession, target: Target, faults: Faults): Promise<void> {
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, url } }) => {
    faults.add(url ?? target.url(), `${text} ${exception?.description ?? String(exception?.value ?? '')}`);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error' || type === 'assert') faults.add(target.url(), args.map((arg) => arg.description ?? String(arg.value)).join(' '));
  });
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') faults.add(target.url(), `${entry.text} ${entry.url ?? ''}`);
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
}

async function rightClick(page: Page, target: Parameters<Harness['chooseInMenu']>[0]): Promise<void> {
  const { x, y } = await placeOf(page, target);
  await page.mouse.click(x, y, { button: 'right' });
}

/** Middle of what is to be clicked, in CSS pixels of the page; a selection is made first. */
export async function placeOf(page: Page, target: Parameters<Harness['chooseInMenu']>[0]): Promise<{ x: number; y: number }> {
  if (target.on === 'page') return { x: 5, y: 300 };
  const place = await page.$eval(target.selector, (element, select) => {
    element.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.selectNodeContents(element);
    if (select) {
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    }
    const box = (range.getClientRects()[0] ?? element.getBoundingClientRect());
    return { x: box.left + Math.min(box.width / 2, 80), y: box.top + box.height / 2 };
  }, target.on === 'selection');
  return place;
}
