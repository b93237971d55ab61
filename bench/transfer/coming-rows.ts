/** What the readers of other services' files give, and how many entries a plain look at the same file counts. */
import Papa from 'papaparse';
import { recognise } from '../../src/formats/in/recognise.ts';

export { installDom } from './corpus-articles.ts';

export interface RowCount { readonly kept: number; readonly reported: number }

/** @param maybe answers undefined instead of throwing when the file is not known any more */
export function rowsOf(name: string, text: string, maybe = false): RowCount | undefined {
  const known = recognise(name, text);
  if (known.kind !== 'rows') {
    if (maybe) return undefined;
    throw new Error(`${name} was taken for ${known.kind}`);
  }
  const all = [...known.format.read(text)];
  const kept = all.filter(({ ok }) => ok).length;
  return { kept, reported: all.length - kept };
}

/** Entries by the shape of the file alone: lines of a table, links of a page, objects of a list. */
export function entriesIn(name: string, text: string): number {
  if (name.endsWith('.csv')) return Math.max(0, Papa.parse<readonly string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' }).data.length - 1);
  if (name.endsWith('.html')) return (text.match(/<a\s[^>]*href=[^>]*>/gi) ?? []).length;
  try {
    const data: unknown = JSON.parse(text);
    const list = Array.isArray(data) ? data : Object.values(data as object).find((value) => Array.isArray(value)) as readonly unknown[] | undefined;
    return list?.length ?? 0;
  } catch {
    // Cut off: the objects that are whole still count.
    return wholeObjects(text);
  }
}

/** Whole objects directly in the first list of a JSON text that may be cut off. */
function wholeObjects(text: string): number {
  let depth = 0;
  let list: number | undefined;
  let count = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '[' || sign === '{') {
      depth += 1;
      if (sign === '[') list ??= depth;
    } else if (sign === ']' || sign === '}') {
      depth -= 1;
      if (sign === '}' && depth === list) count += 1;
      if (sign === ']' && list !== undefined && depth < list) return count;
    }
  }
  return count;
}
