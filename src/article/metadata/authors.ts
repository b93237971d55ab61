/** Who wrote it. Every source names a set of people; the set with the most support wins. */
import { listOf, resolve, typesOf } from '../json-ld.ts';
import type { PreparedPage } from '../prepared-page.ts';
import { fold, squash, wordKey } from './folding.ts';
import { unescapeText, type HeadFacts } from './head-facts.ts';
import type { Layout } from './layout.ts';
import { piecesOf, textOf, type Line, type Mark, type Survey } from './page-survey.ts';
import * as REGION from './region.ts';
import { afterBy, isGroup, OTHER_ROLE, peopleIn, peopleInPieces, personKey } from './person-name.ts';
import type { SiteName } from './site.ts';
import { findDates } from './visible-dates.ts';
import { proof, together, type Choice } from './vote.ts';

export interface Authors {
  readonly authors?: Choice<readonly string[]>;
  /** Whose text it is, when a byline names a paper beside a person. */
  readonly publication?: Choice<string>;
  /** Lines that were read as bylines. */
  readonly lines: readonly string[];
}

interface NameSet { names: string[]; source: string; prior: number }

export function findAuthors(page: PreparedPage, head: HeadFacts, survey: Survey, layout: Layout, site: SiteName, title: string): Authors {
  const sets: NameSet[] = [...fromJsonLd(page, head), ...fromMeta(head), ...fromMarks(survey, layout)];
  const bylines = fromLines(survey, layout);
  let publication: Choice<string> | undefined;
  let people = bylines;
  if (bylines.length > 1) {
    // Old pages say "By The Paper" and then "By Jane Doe": the lone word or the group is whose text it is.
    const groups = bylines.filter(({ names }) => names.length === 1 && (isGroup(names[0] ?? '') || !/\s/.test(names[0] ?? '')));
    const persons = bylines.filter((line) => !groups.includes(line));
    if (groups.length && persons.length) {
      people = persons;
      if (!site.isSite(groups[0]?.names[0] ?? '')) publication = { value: groups[0]?.names[0] ?? '', provenance: proof('byline-line', 0.8) };
    }
  }
  if (people.length) {
    const names = unique(people.flatMap((line) => line.names));
    if (names.length <= 8) sets.push({ names, source: 'byline-line', prior: Math.max(...people.map(({ prior }) => prior)) });
  }
  const chosen = choose(sets.map((set) => weighed(set, site, ` ${wordKey(title)} `)).filter((set) => set.names.length > 0 && set.prior > 0));
  return { lines: bylines.map(({ text }) => text), ...(chosen ? { authors: chosen } : {}), ...(publication ? { publication } : {}) };
}

function fromJsonLd(page: PreparedPage, head: HeadFacts): readonly NameSet[] {
  const sets: NameSet[] = [];
  for (const node of [...head.articles.slice(0, 3), ...(head.articles.length ? [] : head.webPages.slice(0, 2))]) {
    for (const key of ['author', 'creator'] as const) {
      const persons: string[] = [];
      const groups: string[] = [];
      for (const value of listOf(node[key])) {
        const who = resolve(value, page.jsonLd);
        const names = who ? listOf(who['name']).flatMap((name) => (typeof name === 'string' ? [name] : [])) : typeof value === 'string' ? [value] : [];
        const group = who !== undefined && typesOf(who).some((type) => /Organi[sz]ation|Corporation|Group/.test(type));
        for (const name of names) {
          const people = /^https?:/.test(name) ? [] : peopleIn(unescapeText(name), false);
          // "Morgan & Weir" is one firm.
          if (group && people.length) groups.push(squash(unescapeText(name)).split(/ [|–-] /)[0] ?? '');
          else persons.push(...people);
        }
      }
      if (persons.length) sets.push({ names: unique(persons), source: 'json-ld', prior: 0.8 });
      else if (groups.length) sets.push({ names: unique(groups), source: 'json-ld', prior: 0.45 });
    }
  }
  return sets;
}

/** Meta keys that name authors, with how often they are right. */
const META: Readonly<Record<string, number>> = { author: 0.58, 'article:author': 0.5, 'parsely-author': 0.8, 'sailthru.author': 0.8, byl: 0.85, 'dc.creator': 0.6, 'dcterms.creator': 0.6 };

function fromMeta(head: HeadFacts): readonly NameSet[] {
  const sets: NameSet[] = [];
  for (const [key, prior] of Object.entries(META)) {
    const names = head.meta(key).filter((value) => !/^(?:https?:)?\/\/|^@|\.(?:com|net|org|de)\//.test(value)).flatMap((value) => peopleIn(unescapeText(value), false));
    if (names.length) sets.push({ names: unique(names), source: 'meta', prior });
  }
  // Scholarly pages: one element a person, often family name first (Highwire Press tags).
  const cited = head.meta('citation_author').map((name) => name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1')).flatMap((name) => peopleIn(name, false));
  if (cited.length) sets.push({ names: unique(cited), source: 'meta:citation', prior: 0.9 });
  if (/by|von|p[ao]r|da|door|aut|авт/i.test(head.meta('twitter:label1')[0] ?? '')) {
    const names = peopleIn(unescapeText(head.meta('twitter:data1')[0] ?? ''), false);
    if (names.length) sets.push({ names: [...names], source: 'meta:twitter', prior: 0.62 });
  }
  return sets;
}

/** 1 about the headline, 0.75 right after the text or in the author's box, 0 in comments and teasers. */
function nearness(at: number, region: number, layout: Layout): number {
  const outside = region & ~layout.own;
  if (outside & (REGION.COMMENTS | REGION.HIDDEN)) return 0;
  if (outside & REGION.BIOGRAPHY) return at >= layout.headline - 6 ? 0.7 : 0.3;
  if (outside & (REGION.NAVIGATION | REGION.FOOTER | REGION.ASIDE | REGION.CAPTION)) return at >= layout.headline - 3 && at <= layout.zone ? (outside & REGION.NAVIGATION ? 0.35 : 0.6) : 0.08;
  if (at >= layout.headline - 6 && at <= layout.zone) return at < layout.headline ? 0.85 : 1;
  if (at > layout.start && at <= layout.end + 12) return 0.55;
  return 0.1;
}

function fromMarks(survey: Survey, layout: Layout): readonly NameSet[] {
  const kinds = new Map<string, { near: number; names: string[]; prior: number }>();
  for (const mark of survey.people) {
    const near = nearness(mark.at, mark.region, layout);
    if (near < 0.3) continue;
    // A card that links to another article names its writer too.
    if (isOtherRole(survey, mark) || /bookmark|embed|auth\S*(?:job|role)/.test(mark.hint)) continue;
    const kind = kindOf(mark);
    const names = namesOf(mark, kind.source);
    if (!names.length) continue;
    const known = kinds.get(kind.source);
    // The sets at the best place count; a name in the box under the text doesn't add to those under the headline.
    if (!known || near > known.near + 0.05) kinds.set(kind.source, { near, names: [...names], prior: kind.prior });
    else if (near > known.near - 0.05) known.names.push(...names);
  }
  return [...kinds].map(([source, { near, names, prior }]) => ({ names: unique(names), source, prior: prior * near }));
}

/** Somebody else's work is said in the mark's own line, or on the line before a bare name. */
function isOtherRole(survey: Survey, { element, at }: Mark): boolean {
  const [line, before] = [survey.lines[at], survey.lines[at - 1]];
  if (line && line.length < 120 && OTHER_ROLE.test(fold(line.text))) return true;
  return before !== undefined && before.length < 30 && OTHER_ROLE.test(fold(before.text)) && !element.firstElementChild;
}

function kindOf({ element, hint }: Mark): { source: string; prior: number } {
  if (/\bauthor\b/i.test(element.getAttribute('rel') ?? '')) return { source: 'rel-author', prior: 0.88 };
  if (element.hasAttribute('itemprop')) return { source: 'microdata', prior: 0.83 };
  if (element.tagName === 'A' && !/author|byline/.test(hint)) return { source: 'author-link', prior: 0.82 };
  if (/author/.test(hint)) return { source: 'author-class', prior: 0.82 };
  return { source: 'byline-class', prior: 0.7 };
}

function namesOf({ element, hint }: Mark, source: string): readonly string[] {
  if (source === 'microdata') {
    const inner = element.querySelector('[itemprop~="name"]');
    const named = inner ? inner.getAttribute('content') ?? textOf(inner, 120) : element.getAttribute('content');
    if (named) return peopleIn(named, false);
  }
  const pieces = piecesOf(element, 200);
  const length = pieces.reduce((sum, piece) => sum + piece.length + 1, 0);
  if (!pieces.length && /author/.test(hint)) return peopleIn(element.querySelector('img[alt]')?.getAttribute('alt') ?? '', true);
  if (!pieces.length || (element.tagName === 'A' && length > 80)) return [];
  if (pieces.length === 1) return length > 150 ? [] : peopleIn(pieces[0] ?? '', length > 60 || (source === 'byline-class' && !afterBy(pieces[0] ?? '')));
  return peopleInPieces(pieces.slice(0, 12), source !== 'rel-author' && source !== 'author-link' && source !== 'microdata');
}

interface Byline extends NameSet { text: string; late: boolean }

/** Lines about the headline and at the end of the text that begin with "By" in some language. */
function fromLines(survey: Survey, layout: Layout): readonly Byline[] {
  const out: Byline[] = [];
  const from = Math.max(0, layout.headline - 4);
  const to = Math.min(survey.lines.length - 1, layout.end + 6);
  for (let i = from; i <= to && out.length < 6; i++) {
    if (i > layout.zone && i < layout.end - 2) continue;
    const line = survey.lines[i] as Line;
    if (line.length > 200 || (line.region & ~layout.own & ((i <= layout.zone && i > layout.headline ? REGION.ELSEWHERE & ~(REGION.ASIDE | REGION.FOOTER) : REGION.ELSEWHERE) | REGION.CAPTION)) || i === layout.headline) continue;
    const late = i > layout.zone;
    // Under the first running text a second byline is that of something it speaks of.
    if (i > layout.start && out.length) break;
    // "Written by" on a line of its own: the name is the next.
    const next = survey.lines[i + 1];
    if (line.length < 25 && next && next.length < 60 && afterBy(`${line.text} X`)?.rest === 'X' && afterBy(`${line.text} X`)?.strong) {
      const names = peopleInPieces(next.runs.map(({ text }) => text), true);
      if (names.length) out.push({ names: [...names], source: 'byline-line', prior: late ? 0.5 : 0.8, late, text: next.text });
    }
    // "Posted on 3 May 2021 at 10:15 by Jane Doe".
    const by = afterBy(line.text) ?? afterBy(line.text.slice(findDates(line.text)[0]?.end ?? line.length).replace(/^(?: at)?[\d:., ]*(?:[ap]m)?/, ''));
    if (!by || (late && !by.strong)) continue;
    if (late && out.some(({ late: other }) => !other)) break;
    // A short line says nothing but its byline: a lone word or a handle is believed there.
    const strict = !(by.strong && by.rest.split(' ').length <= 3 && line.length < 45);
    const names = line.runs.length > 1 ? peopleInPieces(line.runs.map(({ text }) => text), true) : peopleIn(by.rest, strict);
    if (names.length) out.push({ names: [...names], source: 'byline-line', prior: (by.strong ? 0.88 : 0.62) * (late ? 0.6 : 1), late, text: line.text });
  }
  return out;
}

/** A site that signs with its own name has hardly named an author; a group is believed less than a person. */
function weighed(set: NameSet, site: SiteName, title: string): NameSet {
  const named = set.names.filter((name) => !site.isSite(name));
  // A desk beside a person is where the person works.
  const persons = named.filter((name) => !/\b(?:redaktion|team|staff|desk)\b/i.test(name));
  const people = persons.length ? persons : named;
  // Signed with the site's own name: somebody's own site, or nobody in particular.
  if (!people.length) return { ...set, prior: set.prior * (peopleIn(set.names[0] ?? '', true).length && !isGroup(set.names[0] ?? '') ? 0.5 : 0.25) };
  const group = people.every(isGroup);
  // What the headline says is rather its subject.
  const subject = set.source !== 'json-ld' && people.every((name) => title.includes(` ${wordKey(name)} `));
  return { ...set, names: people, prior: set.prior * (group ? 0.6 : 1) * (subject ? 0.3 : 1) };
}

function choose(sets: readonly NameSet[]): Choice<readonly string[]> | undefined {
  let best: { set: NameSet; score: number } | undefined;
  for (const set of sets) {
    // What the machine reads mostly comes from one field of the publishing system, what the reader sees from another.
    const family = (machine: boolean): number => together(sets.filter(({ source }) => /^(?:json-ld|meta)/.test(source) === machine).map((other) => other.prior * agreement(set.names, other.names)));
    const score = family(true) + 1.1 * family(false);
    if (!best || score > best.score + 1e-9) best = { set, score };
  }
  if (!best || best.score < 0.1) return undefined;
  return { value: best.set.names.map((name) => bestForm(name, sets)), provenance: proof(best.set.source, Math.min(best.score, 0.4 + best.score * 0.3)) };
}

/** 1 for the same people; less the more of them differ. */
function agreement(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((name) => b.some((other) => samePerson(name, other))).length;
  if (common === a.length && common === b.length) return 1;
  return 0.7 * (common / (a.length + b.length - common));
}

function samePerson(a: string, b: string): boolean {
  const [x, y] = [personKey(a), personKey(b)];
  // "Todd" in one place and "Todd Bates" in another.
  return x === y || x.startsWith(`${y} `) || y.startsWith(`${x} `);
}

/** The spelling that most sources use; capitals throughout only when all do. */
function bestForm(name: string, sets: readonly NameSet[]): string {
  const forms = new Map<string, number>();
  const alone = !name.includes(' ');
  for (const { names, prior } of sets) for (const other of names) {
    if (alone ? !samePerson(other, name) : personKey(other) !== personKey(name)) continue;
    forms.set(other, (forms.get(other) ?? 0) + prior * (/\p{Lu}\S*\p{Ll}/u.test(other) ? 1 : 0.1) * (alone && other.includes(' ') ? 3 : 1));
  }
  return [...forms].sort((a, b) => b[1] - a[1])[0]?.[0] ?? name;
}

/** Each person once, by the fullest name. */
function unique(names: readonly string[]): string[] {
  return names.filter((name, i) => names.findIndex((other) => personKey(other) === personKey(name)) === i && !names.some((other) => personKey(other).startsWith(`${personKey(name)} `)));
}

