/** A person's name in the parts that citations want. A name of one word, or one in a script that puts the family first, stays whole. */

export interface PersonParts {
  readonly family: string;
  readonly given?: string;
  /** Such as "Jr.": stands behind the name and is none. */
  readonly suffix?: string;
}

const PARTICLES = /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|bin|ibn|al|el|zu|zum|zur|af|av)$/i;

const SUFFIX = /^(?:jr|sr|ii|iii|iv|esq|m\.?d|ph\.?d)\.?$/i;
/** An office, a firm, several people in one: cut in parts, a list of names would be read as others. */
const NOT_ONE = /,|\s(?:and|&)\s/i;

export function personParts(name: string): PersonParts {
  const words = name.trim().split(/\s+/);
  if (words.length > 2 && SUFFIX.test(words.at(-1)!)) {
    const parts = personParts(words.slice(0, -1).join(' ').replace(/,$/, ''));
    if (parts.given) return { ...parts, suffix: [parts.suffix, words.at(-1)].filter(Boolean).join(' ') };
  }
  if (words.length < 2 || NOT_ONE.test(name) || /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name)) return { family: words.join(' ') };
  let from = words.length - 1;
  while (from > 1 && PARTICLES.test(words[from - 1]!)) from -= 1;
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') };
}

/** Year, month and day of an ISO date, as far as it has them. */
export function dateParts(iso: string | undefined): readonly number[] {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? '');
  return match ? match.slice(1).filter(Boolean).map(Number) : [];
}
