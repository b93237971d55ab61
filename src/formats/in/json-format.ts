/** Formats that are a list of objects in JSON. */
import { arrayOf, objectOf, parseJson, salvage, type JsonObject } from './json.ts';
import type { Format } from './format.ts';
import { refusedRow, type Row, type Rows } from './row.ts';

/**
 * A format whose objects each name a page.
 * @param list finds the objects in a file that is whole
 * @param names the keys under which the lists stand, for a file that is not; `''` is the outermost list
 */
export function jsonFormat(name: string, recognises: Format['recognises'], list: (whole: unknown) => readonly unknown[], names: string, read: (row: number, object: JsonObject) => Row): Format {
  return {
    name,
    recognises,
    *read(text): Rows {
      const whole = parseJson(text);
      let row = 0;
      const one = (value: unknown): Row => {
        row += 1;
        const object = objectOf(value);
        return object ? read(row, object) : refusedRow(row, 'rowDamaged', value);
      };
      if (whole !== undefined) for (const value of list(whole)) yield one(value);
      else for (const item of salvage(text.replace(/^\ufeff/, ''), names)) {
        if (item.ok) yield one(item.value);
        else yield refusedRow((row += 1), 'rowDamaged', item.rest.slice(0, 400));
      }
    },
  };
}

export { arrayOf, objectOf, type JsonObject };
