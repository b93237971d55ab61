/** When it was published and when changed: a vote by day among what the sources say. */
import { proof, together, type Candidate, type Choice } from './vote.ts';

export interface DateCandidate extends Candidate<string> {
  readonly role: 'published' | 'modified';
  /** Seen by the reader, near the headline. */
  readonly visible: boolean;
  /** The other reading of a day like 03/04/2021. */
  readonly otherwise?: string | undefined;
}

/** Chooses both days; `candidates` is put in order on the way: the list is the caller's to give away. */
export function chooseDates(candidates: DateCandidate[]): { readonly published?: Choice<string>; readonly modified?: Choice<string> } {
  const on = (list: readonly DateCandidate[], day: string): boolean => list.some(({ value }) => value.startsWith(day));
  // 03/04/2021 is the day that another source tells.
  const sure = candidates.filter(({ otherwise }) => !otherwise);
  candidates.forEach((one, i) => {
    if (one.otherwise && on(sure, one.otherwise) && !on(sure, one.value.slice(0, 10))) candidates[i] = { ...one, value: one.otherwise + one.value.slice(10) };
  });
  // The only day that the page shows may be that of its last change, with no word that says so.
  const told = (role: DateCandidate['role']): readonly DateCandidate[] => candidates.filter((one) => one.role === role && !one.visible && isMachine(one.source));
  const issued = told('published');
  if (issued.length && issued.every(({ source }) => source === 'json-ld')) {
    const changed = told('modified');
    candidates.forEach((one, i) => {
      const day = one.value.slice(0, 10);
      if (one.visible && one.role === 'published' && on(changed, day) && !on(issued, day)) candidates[i] = { ...one, role: 'modified' };
    });
  }
  // A system that knows one stamp only tells when the page was last built: any day that is shown beside it counts for more.
  const saved = (one: DateCandidate): boolean => !one.visible && isMachine(one.source) && issued.every(({ value, source }) => value === one.value && source === one.source) && told('modified').some(({ value }) => value === one.value);
  const published = choose(candidates.filter(({ role }) => role === 'published').map((one) => (saved(one) ? { ...one, prior: one.prior * 0.7 } : one)));
  const modified = choose(candidates.filter(({ role }) => role === 'modified'));
  // A day picked up somewhere, or that of the last save, on a page that plainly tells its last change is not its day of publication.
  if (modified && modified.provenance.confidence > 0.83 && (!published || published.provenance.confidence < 0.6)) return { modified };
  const later = modified && (!published || modified.value.slice(0, 10) >= published.value.slice(0, 10)) && modified.value !== published?.value;
  return { ...(published ? { published } : {}), ...(modified && later ? { modified } : {}) };
}

const isMachine = (source: string): boolean => /^(?:json-ld|meta|microdata)$/.test(source);

/** The day with the most support, in the most precise form that a trusted source gives it. */
function choose(candidates: readonly DateCandidate[]): Choice<string> | undefined {
  const days = new Map<string, DateCandidate[]>();
  for (const candidate of candidates) if (candidate.value.length >= 10) days.set(candidate.value.slice(0, 10), [...(days.get(candidate.value.slice(0, 10)) ?? []), candidate]);
  // A stamp with a zone may fall on the reader's next or last day: the day that the page shows is the day.
  for (const [day, group] of days) {
    if (group.some(({ visible }) => visible)) continue;
    for (const neighbour of [shift(day, 1), shift(day, -1)]) {
      const shown = days.get(neighbour);
      // One in another zone than UTC is the publisher's own day: it takes a plainer sight to move that.
      const least = group.some(({ value }) => /T.*[+-](?!00)\d\d:\d\d$/.test(value)) ? 0.6 : 0.4;
      if (!shown?.some(({ visible, prior }) => visible && prior > least) || !(group.every(({ value }) => value.length === 10) || group.some(({ value }) => /T.*(?:Z|[+-]\d\d:\d\d)$/.test(value)))) continue;
      days.set(neighbour, [...shown, ...group.map((candidate) => ({ ...candidate, value: neighbour, prior: candidate.prior * 0.9 }))]);
      days.delete(day);
      break;
    }
  }
  const months = candidates.filter(({ value }) => value.length < 10);
  let best: { group: DateCandidate[]; score: number } | undefined;
  for (const [day, group] of days) {
    const witnesses = new Map<string, number>();
    const machines = new Set(group.filter(({ source, visible }) => !visible && isMachine(source)).map(({ source }) => source));
    for (const { source, prior, visible } of group) {
      // What the machine reads mostly comes from one field of the publishing system; what is printed is found in several
      // ways. Each is one witness, and where they differ the page that the reader sees is right twice as often.
      const machine = !visible && isMachine(source);
      const witness = source === 'address' ? source : String(machine);
      witnesses.set(witness, Math.max(witnesses.get(witness) ?? 0, machine ? prior * (machines.size > 1 ? 0.92 : 0.85) : prior));
    }
    const month = months.some(({ value }) => day.startsWith(value)) ? 0.5 : 0;
    const score = together([...witnesses.values(), month]);
    if (!best || score > best.score) best = { group, score };
  }
  if (!best) {
    const month = months.sort((a, b) => b.prior - a.prior)[0];
    return month && month.source !== 'address' ? { value: month.value, provenance: proof(month.source, month.prior) } : undefined;
  }
  if (best.score < 0.12) return undefined;
  const precision = ({ value, prior }: DateCandidate): number => (value.length > 16 ? 3 : value.length > 10 ? 2.5 : 1) + prior;
  const strongest = best.group.reduce((a, b) => (b.prior > a.prior ? b : a));
  const form = best.group.filter(({ prior }) => prior >= strongest.prior * 0.6).reduce((a, b) => (precision(b) > precision(a) ? b : a));
  return { value: form.value, provenance: proof(strongest.source, best.score) };
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
