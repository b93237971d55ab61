/** The order names stand in for a person: by the alphabet of the interface's language, and numbers by their worth, so that "tag 2" comes before "tag 10". */
import { uiLanguage } from '../../browser/i18n.ts';

/** Compares two names by the rules of a language. */
export function nameOrder(language: string): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return compare;
}

let ours: ReturnType<typeof nameOrder> | undefined;

/** Compares two names in the language of the interface. */
export function byName(a: string, b: string): number {
  ours ??= nameOrder(uiLanguage());
  return ours(a, b);
}

/** Compares two things by how many articles they have, most first, and else by their names. */
export function mostFirst(a: { readonly name: string; readonly count: number }, b: { readonly name: string; readonly count: number }): number {
  return b.count - a.count || byName(a.name, b.name);
}
