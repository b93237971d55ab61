/** Which colour each tag has, for whoever draws one. */
import type { Tag, TagColour } from '../../library/library.ts';

let colours: ReadonlyMap<string, TagColour> = new Map();

/** Takes the tags as they are now. @returns words that differ whenever a colour does */
export function knowTags(tags: readonly Tag[]): string {
  const pairs = tags.flatMap(({ name, colour }): [string, TagColour][] => (colour ? [[name, colour]] : []));
  colours = new Map(pairs);
  return pairs.flat().join(' ');
}

export function tagColour(name: string): TagColour | undefined {
  return colours.get(name);
}
