/** Settings that a page changes and shows at once, while other pages may change them too. */
import { changeSettings, onSettings, type Settings } from '../../browser/settings.ts';

/**
 * @param show draws the settings as they are now, whoever changed them
 * @returns changes some of them: drawn at once, then kept. @throws as `changeSettings` does
 */
export function followSettings(first: Settings, show: (now: Settings, before: Settings) => void): (part: Partial<Settings>) => Promise<void> {
  let now = first;
  let underWay = 0;
  const set = (next: Settings): void => {
    const before = now;
    now = next;
    show(next, before);
  };
  // Word of one's own change but one must not bring back what stood there before the last.
  const follow = (next: Settings): void => { if (underWay === 0 && JSON.stringify(next) !== JSON.stringify(now)) set(next); };
  onSettings(follow);
  return async (part) => {
    set({ ...now, ...part });
    underWay += 1;
    let kept: Settings;
    try {
      kept = await changeSettings(part);
    } finally {
      underWay -= 1;
    }
    // What another page changed meanwhile, of which word was not listened to.
    follow(kept);
  };
}
