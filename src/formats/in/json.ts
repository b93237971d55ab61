/** JSON read so that a file which was cut off still gives what stands before the cut. */

/** One item of a list: read, or what is left of it. */
export type JsonItem = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly rest: string };

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as JsonObject : undefined;
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Any value; undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * The items of every list that stands under a name (of the outermost list when the name is empty), out of JSON that may
 * be damaged: each item is read for itself.
 */
export function* salvage(text: string, name: string): Generator<JsonItem> {
  const opening = name ? new RegExp(`"${name}"\\s*:\\s*\\[`, 'g') : /^\s*\[/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    let at = opening.lastIndex;
    for (;;) {
      at = skip(text, at, /[\s,]*/y);
      if (at >= text.length || text[at] === ']') break;
      const end = endOfItem(text, at);
      // A brace too many is no item, and nobody gets past it by reading it again.
      if (end === at) {
        at += 1;
        continue;
      }
      const item = text.slice(at, end);
      const value = parseJson(item);
      yield value === undefined ? { ok: false, rest: item } : { ok: true, value };
      at = end;
    }
    opening.lastIndex = at;
  }
}

function skip(text: string, at: number, what: RegExp): number {
  what.lastIndex = at;
  return what.test(text) ? what.lastIndex : at;
}

/** Where the value that begins here ends: at a comma or bracket of its own depth, outside of quotation marks. */
function endOfItem(text: string, start: number): number {
  const marks = /["[\]{},]/g;
  marks.lastIndex = start;
  let depth = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    if (match[0] === '"') {
      const end = endOfString(text, marks.lastIndex);
      if (end === undefined) return text.length;
      marks.lastIndex = end;
    } else if (match[0] === '{' || match[0] === '[') depth += 1;
    else if (depth === 0) return match.index;
    else if (match[0] !== ',') {
      depth -= 1;
      if (depth === 0) return marks.lastIndex;
    }
  }
  return text.length;
}

/** Where a string ends whose first character stands here, its quotation mark included; step by step, since a saved picture is one string of many megabytes. */
function endOfString(text: string, start: number): number | undefined {
  const signs = /["\\]/g;
  signs.lastIndex = start;
  for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
    if (sign[0] === '"') return signs.lastIndex;
    signs.lastIndex += 1;
  }
  return undefined;
}
