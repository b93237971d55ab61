/** The reading page on the screen: how soon it stands, and how smoothly it goes. The same figures stand in `bench:print`. */
import { buildAll } from '../build.mjs';
import { openingFigures } from './reading/opening.mjs';

export const title = 'Reading page (from the press on Read in the true popup)';

/** @param args `chrome` or `firefox` asks one browser alone */
export async function measure(args = []) {
  if (!process.env.PASSALONG_DIST) await buildAll({ zips: false });
  const asked = args.filter((arg) => arg === 'chrome' || arg === 'firefox');
  return openingFigures(asked.length ? asked : undefined);
}
