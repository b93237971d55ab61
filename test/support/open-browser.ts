/** The door to the harness: a browser of either kind with the extension in it. */
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import type { BrowserKind, Harness, OpenOptions } from './harness.ts';

export function openBrowser(kind: BrowserKind, options: OpenOptions = {}): Promise<Harness> {
  return kind === 'chrome' ? openChromium(options) : openFirefox(options);
}
