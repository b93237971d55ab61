/** The harness for Firefox: WebDriver BiDi for tabs, privileged script for the browser's own windows. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { assertNone, placeOf } from './chromium.ts';
import { openDisplay } from './display.ts';
import { Faults } from './faults.ts';
import { builtExtension, removeFolder, temporaryFolder } from './folders.ts';
import type { Harness, OpenOptions, Popup } from './harness.ts';
import { installMailProgram } from './mail-program.ts';
import { blankPage, closeTab, extensionCall, FILL, normalSpace, openPrivately, PATIENCE, show, SHOWN } from './pages.ts';
import { takePrinted } from './paper.ts';
import { sleep, until, within } from './wait.ts';

const ID = 'passalong@passalong.example';
const UUID = '11111111-2222-4333-8444-555555555555';
const BASE = `moz-extension://${UUID}/`;

export async function openFirefox(options: OpenOptions): Promise<Harness> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('no Firefox on this machine');
  const home = temporaryFolder('firefox');
  const downloads = join(home, 'downloads');
  const profile = join(home, 'profile');
  mkdirSync(downloads);
  mkdirSync(profile);
  const mail = installMailProgram(home);
  writeFileSync(join(profile, 'handlers.json'), JSON.stringify({
    defaultHandlersVersion: {}, mimeTypes: {},
    schemes: { mailto: { action: 2, ask: false, handlers: [{ name: 'Mail program', path: mail.program }] } },
  }));
  const display = options.headed ? await openDisplay() : undefined;
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath, headless: !display, defaultViewport: null, userDataDir: profile,
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1', PATH: `${mail.folder}${delimiter}${process.env['PATH'] ?? ''}`, ...(display ? { DISPLAY: display.name } : {}) },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
      'browser.download.folderList': 2, 'browser.download.dir': downloads,
      'ui.systemUsesDarkTheme': options.dark ? 1 : 0, 'layout.css.prefers-color-scheme.content-override': options.dark ? 0 : 1,
      ...(options.web ? { 'network.proxy.type': 1, 'network.proxy.http': new URL(options.web).hostname, 'network.proxy.http_port': Number(new URL(options.web).port), 'network.proxy.share_proxy_settings': true } : {}),
      // `window.print()` prints at once to a PDF file.
      'print.always_print_silent': true, 'print_printer': 'Mozilla Save to PDF',
      'print.printer_Mozilla_Save_to_PDF.print_to_file': true,
      ...(options.paper ? {
        'print.printer_Mozilla_Save_to_PDF.print_paper_id': '', 'print.printer_Mozilla_Save_to_PDF.print_paper_size_unit': 1,
        'print.printer_Mozilla_Save_to_PDF.print_paper_width': String(options.paper.width), 'print.printer_Mozilla_Save_to_PDF.print_paper_height': String(options.paper.height),
      } : {}),
      'print.printer_Mozilla_Save_to_PDF.print_to_filename': join(downloads, 'printed.pdf'),
    },
  });
  let prints = 0;
  const faults = new Faults();
  // Firefox's own note, when a popup was closed while the browser still worked for it; the work itself is done.
  faults.expect(/Promise (resolved|rejected) after context unloaded/);
  // A tab closed while its faces were still coming: NS_BINDING_ABORTED.
  faults.expect(/downloadable font: download failed .*status=2152398850/);
  const privileged = await privilegedScript(browser);
  await privileged(WATCH_FAULTS);
  await privileged(WATCH_NOTICES);
  if (options.privately) await privileged(ALLOW_PRIVATELY);
  await browser.installExtension(options.extension ?? builtExtension('firefox'));
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const back = await blankPage(browser, BASE, 'firefox');
  await page.bringToFront();

  const takeFaults = async (): Promise<void> => {
    for (const { where, text } of await privileged<{ where: string; text: string }[]>('return window.passalongFaults.splice(0)')) faults.add(where, text);
  };

  return {
    kind: 'firefox', base: BASE, page, faults, mail, downloads,
    visit: (url) => show(page, url, 'firefox'),
    async popup() {
      await page.bringToFront();
      await privileged(CLOSE_POPUP);
      return openPopup(privileged);
    },
    async privateWindow(url) {
      const close = await openPrivately(back, url);
      await until(`${url} to have loaded in a private window`, () => privileged<boolean>(`${IN_PRIVATE} return window?.gBrowser.currentURI.spec === args[0] && !window.gBrowser.selectedTab.hasAttribute('busy')`, url));
      return { popup: () => openPopup((body, ...args) => privileged(`${IN_PRIVATE} ${body}`, ...args)), close };
    },
    async chooseInMenu(target, label) {
      await page.bringToFront();
      const { x, y } = await placeOf(page, target);
      await page.mouse.click(x, y, { button: 'right' });
      await privileged(CHOOSE, label);
    },
    async press(shortcut) {
      await page.bringToFront();
      await privileged(PRESS, shortcut);
    },
    async chooseInAddressBar(typed, down) {
      await page.bringToFront();
      await privileged(ADDRESS_BAR, typed, down);
    },
    answerPermission: (allow) => privileged(ANSWER, allow),
    answerFileWindow: (path) => privileged(ANSWER_FILE_WINDOW, path ?? null),
    async killBackground() {
      await takeFaults();
      await privileged(`await extension.terminateBackground({ ignoreDevToolsAttached: true });
        if (extension.backgroundState !== 'stopped') throw new Error('the background is ' + extension.backgroundState);`);
    },
    async openOurs(path) {
      const tab = await browser.newPage();
      tab.setDefaultTimeout(PATIENCE);
      await tab.goto(BASE + path, { waitUntil: [] });
      await until(`${path} to be loaded`, () => tab.evaluate(`location.href.startsWith(${JSON.stringify(BASE)}) && document.readyState === "complete"`));
      return tab;
    },
    async waitForOurs(path, ms = 10_000) {
      const tab = await until(`a tab with ${path}`, async () => {
        for (const each of await browser.pages()) if (each !== back && (await addressOf(each))?.startsWith(BASE + path)) return each;
        return undefined;
      }, ms);
      await until(`${path} to be loaded`, () => tab.evaluate('document.readyState === "complete"'));
      tab.setDefaultTimeout(PATIENCE);
      return tab;
    },
    async closeOurs() {
      await privileged(CLOSE_POPUP);
      for (const tab of await browser.pages()) if (tab !== page && tab !== back && (await addressOf(tab)) !== undefined) await closeTab(() => tab, () => !tab.isClosed());
      await page.bringToFront();
    },
    inExtension: (body, ...args) => extensionCall(back, body, args),
    printed: () => takePrinted(downloads, prints += 1),
    pdf: async (tab: Page, path) => { await tab.pdf({ path, preferCSSPageSize: true, printBackground: true, waitForFonts: false }); },
    badge: () => privileged<string>(`const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const action = ExtensionParent.apiManager.global.browserActionFor(extension);
      return action.action.getContextData(window.gBrowser.selectedTab).badgeText ?? '';`),
    notices: () => privileged('return window.passalongNotices.length'),
    async assertNoFaults() {
      await sleep(50);
      await takeFaults();
      assertNone(faults);
    },
    async close() {
      try {
        await within('closing Firefox', 6_000, browser.close());
      } catch {
        browser.process()?.kill('SIGKILL');
      }
      await display?.close();
      removeFolder(home);
    },
  };
}

/** Where a tab is now, asked of the page itself: the protocol does not tell of a tab that an extension sends to its own page. Undefined when it is gone. */
async function addressOf(tab: Page): Promise<string | undefined> {
  try {
    return await within('the address of a tab', 2_000, tab.evaluate('location.href') as Promise<string>);
  } catch {
    // Puppeteer keeps tabs of such a kind in its list after they were closed.
    return undefined;
  }
}

type Privileged = <T = void>(body: string, ...args: readonly unknown[]) => Promise<T>;

interface BidiConnection { send(method: string, params: object): Promise<{ result: unknown }> }
interface TreeResult { readonly contexts: readonly { readonly context: string }[] }
type CallResult = { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } } | { readonly type: 'success'; readonly result: { readonly value: string } };

/** Answers a way to run an async function body in the browser's own window. `args`, `sleep`, `extension` (ours, once installed) are given. */
async function privilegedScript(browser: Browser): Promise<Privileged> {
  // Puppeteer keeps its connection to itself, but it alone speaks to the browser's own scope.
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as TreeResult;
  const context = tree.contexts[0]?.context;
  if (!context) throw new Error('Firefox shows no window of its own');
  return async <T>(body: string, ...args: readonly unknown[]): Promise<T> => {
    const functionDeclaration = `async (given) => {
      const args = JSON.parse(given);
      const { setTimeout } = ChromeUtils.importESModule('resource://gre/modules/Timer.sys.mjs');
      const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      const extension = WebExtensionPolicy.getByID('${ID}')?.extension;
      return JSON.stringify((await (async () => { ${body} })()) ?? null);
    }`;
    const answer = (await within('privileged script', 30_000, connection.send('script.callFunction', {
      functionDeclaration, awaitPromise: true, target: { context }, arguments: [{ type: 'string', value: JSON.stringify(args) }],
    }))).result as CallResult;
    if (answer.type === 'exception') throw new Error(`in Firefox's window: ${answer.exceptionDetails.text}`);
    return JSON.parse(answer.result.value) as T;
  };
}

/**
 * Uncaught errors and rejections reach the browser's console service from every process; `console.error` is kept a process
 * each, so a small script goes into all of them. Kept are those from our own pages and from pages on loopback.
 */
const WATCH_FAULTS = `
  window.passalongFaults = [];
  const ours = (where) => /^(moz-extension:\\/\\/${UUID}|https?:\\/\\/(127\\.0\\.0\\.1|localhost)|debugger eval code)/.test(where ?? '');
  Services.console.registerListener({ observe(message) {
    if (!(message instanceof Ci.nsIScriptError)) return;
    if (message.flags & (Ci.nsIScriptError.warningFlag | Ci.nsIScriptError.infoFlag)) return;
    if (ours(message.sourceName) || message.errorMessage.includes('${UUID}')) window.passalongFaults.push({ where: message.sourceName, text: message.errorMessage });
  } });
  Services.ppmm.addMessageListener('passalong:fault', ({ data }) => { if (data.addon === '${ID}' || ours(data.where)) window.passalongFaults.push(data); });
  Services.ppmm.loadProcessScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(\`
    const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
    const system = Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal);
    storage.addLogEventListener((event) => {
      const { level, filename, addonId, arguments: said } = event.wrappedJSObject ?? event;
      if (level === 'error' || level === 'assert') sendAsyncMessage('passalong:fault', { where: String(filename), addon: addonId, text: Array.from(said ?? [], String).join(' ') });
    }, system);
  \`), true);`;

/** Without a desktop there is nobody to show a notice, and Firefox drops it at once: here a service stands in that keeps them. */
const WATCH_NOTICES = `
  window.passalongNotices = [];
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert: (alert) => { window.passalongNotices.push({ title: alert.title, text: alert.text }); },
    closeAlert: () => undefined,
  };
  const factory = { createInstance: (iid) => service.QueryInterface(iid), QueryInterface: ChromeUtils.generateQI(['nsIFactory']) };
  Components.manager.QueryInterface(Ci.nsIComponentRegistrar).registerFactory(Services.uuid.generateUUID(), 'notices', '@mozilla.org/alerts-service;1', factory);`;

/** The system's window for files is none of the browser's: here a stand-in answers in its place, as in the browser's own tests. */
const ANSWER_FILE_WINDOW = `
  window.passalongFileWindow = { path: args[0] };
  if (window.passalongPicker) return;
  window.passalongPicker = {
    createInstance: (iid) => ({
      QueryInterface: ChromeUtils.generateQI(['nsIFilePicker']),
      init() {}, appendFilters() {}, appendFilter() {}, defaultString: '', defaultExtension: '', filterIndex: 0, displayDirectory: null,
      get file() { const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile); file.initWithPath(window.passalongFileWindow.path); return file; },
      open(callback) { Services.tm.dispatchToMainThread(() => callback.done(window.passalongFileWindow.path ? Ci.nsIFilePicker.returnOK : Ci.nsIFilePicker.returnCancel)); },
    }).QueryInterface(iid),
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
  };
  Components.manager.QueryInterface(Ci.nsIComponentRegistrar).registerFactory(Services.uuid.generateUUID(), 'files', '@mozilla.org/filepicker;1', window.passalongPicker);`;

const ALLOW_PRIVATELY = `
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions.add('${ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });`;

/** What follows runs in the private window. */
const IN_PRIVATE = `
  const { PrivateBrowsingUtils } = ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs');
  const window = [...Services.wm.getEnumerator('navigator:browser')].find((each) => PrivateBrowsingUtils.isWindowPrivate(each));
  const document = window?.document;`;

/** Right-click menu: our item stands alone or in a menu of ours. */
const CHOOSE = `
  const menu = document.getElementById('contentAreaContextMenu');
  for (let i = 0; i < 100 && menu.state !== 'open'; i++) await sleep(50);
  const item = [...menu.querySelectorAll('menuitem')].find((each) => each.label === args[0]);
  if (!item) throw new Error('no item ' + args[0] + ' among ' + [...menu.querySelectorAll('menuitem')].filter((each) => !each.hidden).map((each) => each.label).join(' | '));
  const within = item.parentElement;
  if (within !== menu) {
    within.parentElement.openMenu(true);
    for (let i = 0; i < 60 && within.state !== 'open'; i++) await sleep(50);
  }
  within.activateItem(item);`;

/** Real key events through the text input processor, the way the browser's own tests type. */
const PRESS = `
  const KEYS = { Ctrl: ['Control', 'ControlLeft', 17], Alt: ['Alt', 'AltLeft', 18], Shift: ['Shift', 'ShiftLeft', 16] };
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  processor.beginInputTransactionForTests(window);
  const chord = args[0].split('+').map((name) => KEYS[name] ?? [args[0].includes('Shift') ? name : name.toLowerCase(), (/\\d/.test(name) ? 'Digit' : 'Key') + name, name.charCodeAt(0)]);
  const events = chord.map(([key, code, keyCode]) => new window.KeyboardEvent('', { key, code, keyCode }));
  for (const event of events) processor.keydown(event);
  for (const event of events.reverse()) processor.keyup(event);`;

const ADDRESS_BAR = `
  const bar = window.gURLBar;
  bar.focus();
  bar.search(args[0]);
  for (let i = 0; i < 160; i++) {
    if (bar.view.isOpen && bar.view.visibleRowCount > args[1]) {
      bar.view.selectedRowIndex = args[1];
      bar.handleNavigation({});
      return;
    }
    await sleep(50);
  }
  throw new Error('the address bar shows ' + bar.view.visibleRowCount + ' lines');`;

const ANSWER = `
  for (let i = 0; i < 160; i++) {
    const panel = PopupNotifications.panel;
    const question = panel.firstElementChild;
    if (panel.state === 'open' && question) {
      // The buttons take no press in the first moments, so that nobody agrees by a stray click.
      await sleep(700);
      (args[0] ? question.button : question.secondaryButton).click();
      return;
    }
    await sleep(50);
  }
  throw new Error('the browser asked nothing');`;

const OPEN_POPUP = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  for (let i = 0; i < 200; i++) {
    const popup = document.querySelector('.webextension-popup-browser');
    if (popup?.currentURI?.spec.includes('pages/popup/popup.html') && popup.getBoundingClientRect().width > 10 && popup.closest('panel')?.state === 'open') return;
    await sleep(50);
  }
  throw new Error('the popup did not open');`;

/** Runs a body in the popup's document through a frame script. */
const IN_POPUP = `
  const popup = document.querySelector('.webextension-popup-browser');
  if (!popup) throw new Error('the popup is closed');
  const name = 'passalong:' + Math.random();
  return await new Promise((resolve, reject) => {
    const manager = popup.messageManager;
    manager.addMessageListener(name, function listener({ data }) {
      manager.removeMessageListener(name, listener);
      if ('fault' in data) reject(new Error(data.fault)); else resolve(data.value);
    });
    manager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(\`(async () => {
      let answer;
      try {
        const value = await (async (document, window, Event, getComputedStyle) => { \${args[0]} })(content.document, content, content.Event, content.getComputedStyle.bind(content));
        answer = { value: value === undefined ? null : JSON.parse(JSON.stringify(value)) };
      } catch (fault) { answer = { fault: String(fault) }; }
      sendAsyncMessage(\${JSON.stringify(name)}, answer);
    })()\`), false);
  });`;

const POPUP_PICTURE = `
  const popup = document.querySelector('.webextension-popup-browser');
  const picture = await popup.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas.toDataURL();`;

const CLOSE_POPUP = `
  for (const panel of document.querySelectorAll('panel')) if (panel.state === 'open') panel.hidePopup();
  for (let i = 0; i < 100 && document.querySelector('.webextension-popup-browser'); i++) await sleep(50);`;

async function openPopup(privileged: Privileged): Promise<Popup> {
  await privileged(OPEN_POPUP);
  const evaluate = <T>(body: string): Promise<T> => privileged<T>(IN_POPUP, body);
  await until('the popup to be loaded', () => evaluate('return document.readyState === "complete"'));
  const see = async (selector: string, ms = 8_000): Promise<void> => {
    await until(`${selector} in the popup`, () => evaluate<boolean>(`return (${SHOWN})(${JSON.stringify(selector)})`), ms);
  };
  return {
    evaluate, see,
    async click(selector) {
      await see(selector);
      // A true mouse press in the popup's own process, so that the page sees a person's gesture.
      await evaluate(`const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView({ block: 'center' });
        const box = element.getBoundingClientRect();
        const x = box.left + box.width / 2, y = box.top + box.height / 2;
        window.synthesizeMouseEvent('mousemove', x, y, {}, {});
        window.synthesizeMouseEvent('mousedown', x, y, { button: 0, clickCount: 1 }, {});
        window.synthesizeMouseEvent('mouseup', x, y, { button: 0, clickCount: 1 }, {});`);
    },
    text: async (selector) => normalSpace(await evaluate<string>(`return document.querySelector(${JSON.stringify(selector)}).textContent`)),
    fill: (selector, value) => evaluate(`(${FILL})(${JSON.stringify(selector)}, ${JSON.stringify(value)})`),
    async screenshot(path) {
      await sleep(250);
      writeFileSync(path, Buffer.from((await privileged<string>(POPUP_PICTURE)).split(',')[1] ?? '', 'base64'));
    },
    isOpen: () => privileged<boolean>(`return document.querySelector('.webextension-popup-browser')?.closest('panel')?.state === 'open'`),
    close: () => privileged(CLOSE_POPUP),
  };
}
