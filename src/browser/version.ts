/** Which Passalong this is. */
import browser from 'webextension-polyfill';

/** As in the manifest: `1.2.3`. */
export function version(): string {
  return browser.runtime.getManifest().version;
}
