/**
 * Entry injected into a page when a person wants to pick a part of it themselves ("this is not the right text"). Draws in a
 * closed tree of its own, changes nothing of the page, and is gone without a trace when the person is done.
 */
import type { PickerWorld } from './browser/picking.ts';
import { startSession, type Session } from './picker/session.ts';
import { placesOf } from './picker/places-of-words.ts';
import type { Places } from './article/chosen.ts';

interface World extends PickerWorld {
  passalongSession?: Session | undefined;
}

/**
 * Called by the bundle's last line; `scripting.executeScript` hands the value to the caller: the places where typed words
 * stand when it was asked for those, else nothing.
 */
export function start(): Places | undefined {
  const world = globalThis as World;
  const { passalongPickSetup: setup, passalongFind: wording } = world;
  world.passalongPickSetup = world.passalongFind = undefined;
  if (wording) return placesOf(document, location.href, wording);
  // Asked for again while it is open: begun anew, as it was asked for now.
  world.passalongSession?.leave();
  if (setup) world.passalongSession = startSession(document, setup, (picked) => { world.passalongPicked = picked; });
  return undefined;
}
