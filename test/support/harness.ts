/** What a test can do in a browser, the same for Chromium and Firefox. */
import type { Page } from 'puppeteer-core';
import type { Faults } from './faults.ts';
import type { MailProgram } from './mail-program.ts';

export type BrowserKind = 'chrome' | 'firefox';
export const BROWSERS: readonly BrowserKind[] = ['chrome', 'firefox'];

export interface OpenOptions {
  /** A window on a screen of its own. Tests use it for Chromium, whose right-click menu and shortcuts only exist there. */
  readonly headed?: boolean;
  /** Folder of the unpacked extension, in place of the build. */
  readonly extension?: string;
  /** Address of a server that every name on the web leads to, in place of the web. Loopback stays loopback. */
  readonly web?: string;
  /** Colours the pages are asked to use. */
  readonly dark?: boolean;
  /** The extension may be used in private windows too, as a person allows it in the browser's settings. */
  readonly privately?: boolean;
  /** The paper that lies in Firefox's printer, in millimetres; A4 when not given. Chromium's takes what the page asks for. */
  readonly paper?: { readonly width: number; readonly height: number };
}

/** The true popup, opened by the true action. */
export interface Popup {
  /** Runs an async function body in the popup (`document` and `window` are its own) and answers its value. */
  evaluate<T>(body: string): Promise<T>;
  click(selector: string): Promise<void>;
  /** Shown text of an element, spaces made single. */
  text(selector: string): Promise<string>;
  /** Waits until an element is there and shown. */
  see(selector: string, ms?: number): Promise<void>;
  /** Types into a field, replacing what is there. */
  fill(selector: string, value: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** A private window, on one page. */
export interface PrivateWindow {
  /** Clicks the toolbar button in it. */
  popup(): Promise<Popup>;
  close(): Promise<void>;
}

/** What is right-clicked. */
export type MenuTarget =
  | { readonly on: 'page' }
  | { readonly on: 'link'; readonly selector: string }
  | { readonly on: 'selection'; readonly selector: string };

export interface Harness {
  readonly kind: BrowserKind;
  /** `chrome-extension://…/` or `moz-extension://…/` */
  readonly base: string;
  /** The tab with the web page. Ask for it anew after `visit`: a tab that showed a PDF is replaced by a fresh one. */
  readonly page: Page;
  readonly faults: Faults;
  readonly mail: MailProgram;
  /** Folder that downloads go to without asking. */
  readonly downloads: string;
  /** Shows a web page in the web tab and brings it to the front. */
  visit(url: string): Promise<void>;
  /** Clicks the toolbar button. */
  popup(): Promise<Popup>;
  /** Opens a private window on a page. Needs `{ privately: true }`. */
  privateWindow(url: string): Promise<PrivateWindow>;
  /** Right-clicks for real and chooses the item with this label. `labels` are all items shown there, in order, as the extension made them. */
  chooseInMenu(target: MenuTarget, label: string, labels: readonly string[]): Promise<void>;
  /** Presses a shortcut for real, written as `commands.getAll()` answers it: `Ctrl+Shift+U`. */
  press(shortcut: string): Promise<void>;
  /** Types into the address bar for real, and takes the line that stands so many below the first. */
  chooseInAddressBar(typed: string, down: number): Promise<void>;
  /** Answers the browser's permission question when it appears. */
  answerPermission(allow: boolean): Promise<void>;
  /** Answers the browser's windows that ask where to save a file, from now on: with this path, or with "Cancel" for none. Firefox only. */
  answerFileWindow?(path: string | undefined): Promise<void>;
  /** Ends the background as the browser does, and waits until it is gone. */
  killBackground(): Promise<void>;
  /** Opens a page of ours in a new tab; `path` such as `pages/library/library.html`. */
  openOurs(path: string): Promise<Page>;
  /** Waits for a tab the extension opened itself. `path` is the beginning of what follows `base`. */
  waitForOurs(path: string, ms?: number): Promise<Page>;
  /** Closes every tab but the web tab and the harness' own. */
  closeOurs(): Promise<void>;
  /** Runs an async function body in a page of ours that has the whole extension API as `browser`. */
  inExtension<T>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** Waits for what a page printed with `window.print()` and answers the PDF file. Each print is answered once. */
  printed(): Promise<string>;
  /** Prints a page to a PDF file with the page's own paper, without a person having asked. */
  pdf(page: Page, path: string): Promise<void>;
  /** Text on the toolbar button for the web tab. */
  badge(): Promise<string>;
  /** How many notices of the extension the browser was asked to show and has not taken down. */
  notices(): Promise<number>;
  /** Fails with every fault nobody announced. */
  assertNoFaults(): Promise<void>;
  close(): Promise<void>;
}
