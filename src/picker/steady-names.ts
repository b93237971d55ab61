/** Which ids and class names will still be there tomorrow, and which were thrown together by a build or tell of this one page. */

/** Names of what an element is, in the languages pages are written in: they tell more than names of how it looks. */
const TELLING = /articl|artik|story|body|content|text|post|entry|main|prose|news|copy|title|head|author|byline|auteur|autor|date|time|publish|inhalt|corps|cuerpo|contenido|conteudo|conteúdo|beitrag|haber|yazi|statya|material/i;
/** Names of how an element is just now. */
const PASSING = /^(?:is|has|js|no|not)[-_]|(?:^|[-_])(?:active|open|opened|closed|loaded|loading|visible|hidden|hover|focus|selected|current|ready|show|sticky|fixed|animated?|visited|first|last|odd|even)$/i;

/** How much a name tells: 0 when it says nothing that lasts. */
export function worthOfName(name: string, ofThisPage: ReadonlySet<string>): number {
  if (!isSteady(name)) return 0;
  const parts = partsOf(name);
  if (parts.some((part) => ofThisPage.has(part) && !TELLING.test(part))) return 0;
  return (TELLING.test(name) ? 20 : 0) + Math.min(10, name.length);
}

/** True for a name that a person gave to a kind of element. */
export function isSteady(name: string): boolean {
  if (!/^[a-z][\w-]{1,59}$/i.test(name) || PASSING.test(name) || /\d{3}/.test(name)) return false;
  const parts = partsOf(name);
  const letters = parts.filter((part) => /[a-z]/.test(part));
  if (!letters.length || letters.some((part) => isJumbled(part))) return false;
  // `bdVaJa`, `kWtCsz`: capitals thrown in every second letter.
  return letters.join('').length / letters.length >= 2.5;
}

/** The lasting beginning of a name with a jumbled end (`Article_body__x7Gh2`, `post-20931`), with its last mark, or undefined. */
export function steadyBeginning(name: string): string | undefined {
  if (isSteady(name) || !/^[a-z][\w-]{4,}$/i.test(name)) return undefined;
  for (const { index, 0: mark } of [...name.matchAll(/[-_]+/g)].toReversed()) {
    const start = name.slice(0, index);
    if (start.length >= 4 && index + mark.length < name.length && isSteady(start)) return start + mark;
  }
  return undefined;
}

function partsOf(name: string): readonly string[] {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().split(/[-_]+/).filter(Boolean);
}

/** Letters and figures mixed, no vowel among many, or consonants in a heap: nobody's word. */
function isJumbled(part: string): boolean {
  if (/\d/.test(part) && !/^[a-z]{2,}\d{1,2}$|^h[1-6]$/.test(part)) return true;
  if (part.length >= 5 && !/[aeiouy]/.test(part)) return true;
  return /[^aeiouy\d]{5}/.test(part.replace(/[lr]/g, ''));
}
