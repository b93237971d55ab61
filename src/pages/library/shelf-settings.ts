/** The settings as this page has them: what is changed here holds at once, and is kept. */
import { changeSettings, DEFAULTS, type Settings } from '../../browser/settings.ts';

let settings: Settings = DEFAULTS;

export const shelfSettings = (): Settings => settings;

export function takeSettings(given: Settings): void {
  settings = given;
}

/** Not waited for: settings that can't be kept must not keep anybody from the library. */
export function changeShelfSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  void changeSettings(change);
}
