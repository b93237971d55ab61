/** Which articles go along from the library to the page that makes files of them: kept in the tab, since thousands of numbers fit no address. */
const KEY = 'taken-along';

export function takeAlong(ids: readonly number[]): void {
  sessionStorage.setItem(KEY, JSON.stringify(ids));
}

/** The articles chosen in this tab, once: later visits are about all of them. Undefined when none were. */
export function takenAlong(): readonly number[] | undefined {
  const kept = sessionStorage.getItem(KEY);
  if (!kept || location.hash !== '#chosen') return undefined;
  const ids: unknown = JSON.parse(kept);
  return Array.isArray(ids) && ids.length > 0 && ids.every((id) => Number.isSafeInteger(id)) ? ids as number[] : undefined;
}

/** The one article that the page's address names: `?id=N` of the library, or `?draft=ID` of one that was never saved. */
export function namedHere(): { readonly ids?: readonly number[]; readonly draft?: string } {
  const query = new URLSearchParams(location.search);
  const id = Number(query.get('id'));
  const draft = query.get('draft');
  return Number.isSafeInteger(id) && id > 0 ? { ids: [id] } : draft ? { draft } : {};
}
