/** Entry injected into a page whose article is in a script that can stand upright: says whether its lines do. */
import { findUpright } from './article/upright.ts';

/** Called by the bundle's last line; `scripting.executeScript` hands the value to the caller. Undefined where lines lie. */
export function way(): 'rl' | 'lr' | undefined {
  // Left in our isolated world by `browser/capture.ts`, where the page cannot reach; it counts once.
  const world = globalThis as { passalongText?: string };
  const text = world.passalongText ?? '';
  delete world.passalongText;
  return findUpright(document, text);
}
