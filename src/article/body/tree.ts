/** A tree's elements in the page's order, numbered, so that questions about what lies inside what are questions about numbers. */

export interface Tree {
  /** Elements in the page's order; the root is number 0. */
  readonly all: readonly Element[];
  readonly parent: readonly number[];
  /** The number after the last element inside element n: n holds m when `n <= m && m < end[n]`. */
  readonly end: Int32Array;
  readonly numberOf: (element: Element) => number | undefined;
}

export function treeOf(root: Element, elements: readonly Element[]): Tree {
  const all = [root, ...elements];
  const index = new Map<Element, number>(all.map((element, n) => [element, n]));
  const parent = all.map((element) => (element === root ? -1 : (index.get(element.parentElement as Element) ?? 0)));
  const end = new Int32Array(all.length);
  for (let n = all.length - 1; n >= 0; n -= 1) {
    end[n] = Math.max(end[n] as number, n + 1);
    const up = parent[n] as number;
    if (up >= 0) end[up] = Math.max(end[up] as number, end[n] as number);
  }
  return { all, parent, end, numberOf: (element) => index.get(element) };
}

/** Adds every element's value to all that hold it. In place, in one pass. */
export function sumUp(values: Float64Array, { parent }: Tree): Float64Array {
  for (let n = values.length - 1; n > 0; n -= 1) {
    const up = parent[n] as number;
    values[up] = (values[up] as number) + (values[n] as number);
  }
  return values;
}
