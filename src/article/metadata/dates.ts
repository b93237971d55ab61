/** When it was published and when changed: what every source says of it. */
import type { PreparedPage } from '../prepared-page.ts';
import { isoDay } from './calendars.ts';
import { chooseDates, type DateCandidate } from './date-choice.ts';
import { textValue, type HeadFacts } from './head-facts.ts';
import { parseStamp } from './iso-date.ts';
import type { Layout } from './layout.ts';
import { monthOf } from './month-names.ts';
import { textOf, type Line, type Mark, type Survey } from './page-survey.ts';
import * as REGION from './region.ts';
import { findDates, roleSaid, type DateHabits } from './visible-dates.ts';
import { afterBy } from './person-name.ts';
import type { Choice } from './vote.ts';

export interface Dates {
  readonly published?: Choice<string>;
  readonly modified?: Choice<string>;
  /** Lines that were read as the article's date line. */
  readonly lines: readonly string[];
}

export function findDatesOf(page: PreparedPage, head: HeadFacts, survey: Survey, layout: Layout, language: string): Dates {
  const habits: DateHabits = { language, monthFirst: monthFirst(language, survey, page.url) };
  const candidates: DateCandidate[] = [];
  const add = (raw: string | undefined, source: string, prior: number, role: DateCandidate['role'] = 'published', visible = false): void => {
    const value = raw && parseStamp(raw, habits);
    if (value) candidates.push({ value, source, prior, role, visible });
  };
  for (const node of head.articles.slice(0, 3)) {
    add(textValue(node['datePublished']), 'json-ld', 0.92);
    add(textValue(node['dateCreated']), 'json-ld', 0.5);
    add(textValue(node['dateModified']), 'json-ld', 0.9, 'modified');
  }
  for (const node of head.webPages.slice(0, 3)) {
    add(textValue(node['datePublished']), 'json-ld', head.articles.length ? 0.6 : 0.8);
    add(textValue(node['dateModified']), 'json-ld', 0.6, 'modified');
  }
  for (const key of head.keys) {
    const rule = metaRule(key);
    if (rule) for (const content of head.meta(key).slice(0, 2)) add(content, 'meta', rule.prior, rule.role);
  }
  const fromAddress = addressDate(page.url);
  if (fromAddress) candidates.push({ value: fromAddress.value, source: 'address', prior: fromAddress.prior, role: 'published', visible: false });
  for (const mark of survey.moments) addMark(mark, survey, layout, habits, candidates);
  const lines = addLines(survey, layout, habits, candidates);

  return { lines, ...chooseDates(candidates) };
}

/** Which meta keys hold dates: names differ by publisher and generator, the words in them hardly do. */
function metaRule(key: string): { prior: number; role: 'published' | 'modified' } | undefined {
  if (/modif|update|revis|last-?mod|lastedit/.test(key)) return { prior: /^article:|^og:/.test(key) ? 0.85 : 0.7, role: 'modified' };
  if (/expir|event|start|end|review|valid|birth|copyright|site|build|crawl/.test(key)) return undefined;
  if (/publi|issued|pub-?date|pubtime|posted|parsely|sailthru|citation/.test(key) && /date|time|issued|publish/.test(key)) return { prior: 0.925, role: 'published' };
  if (/^(?:dc\.|dcterms\.)?(?:date|created)|(?:article|release|display)_?date/.test(key)) return { prior: 0.7, role: 'published' };
  return undefined;
}

/** The day in an address: `/2021/02/26/`, `/2021-02-26-slug`, `/20210226`, `/2021/feb/26/`. */
export function addressDate(url: string): { value: string; prior: number } | undefined {
  const path = URL.parse(url)?.pathname ?? '';
  const full = /(?:^|[^\d])((?:19|20)\d{2})([-/_.])(\d{1,2}|[a-z]{3,9})\2(\d{1,2})(?!\d)/i.exec(path);
  if (full) {
    const month = /\d/.test(full[3] ?? '') ? Number(full[3]) : monthOf((full[3] ?? '').toLowerCase());
    const value = isoDay(Number(full[1]), month, Number(full[4]));
    if (value) return { value, prior: 0.9 };
  }
  const reversed = /(?:^|[^\d])([0-3]?\d)[-_.]([01]?\d)[-_.]((?:19|20)\d{2})(?!\d)/.exec(path);
  const turned = reversed && isoDay(Number(reversed[3]), Number(reversed[2]), Number(reversed[1]));
  if (turned) return { value: turned, prior: 0.6 };
  const packed = /(?:^|[^\d])(20[0-3]\d)([01]\d)([0-3]\d)(?!\d{3})/.exec(path);
  const day = packed && isoDay(Number(packed[1]), Number(packed[2]), Number(packed[3]));
  if (day) return { value: day, prior: 0.7 };
  return undefined;
}

/** How much a place on the page counts: 1 about the headline, less at the end of the text, nothing among teasers. */
function nearness(at: number, region: number, layout: Layout): number {
  const outside = region & ~layout.own;
  // A box or a footer between headline and text is the article's own; those elsewhere are not.
  if (outside & REGION.ELSEWHERE && !(outside & REGION.ELSEWHERE & ~(REGION.ASIDE | REGION.FOOTER)) && at >= layout.headline - 2 && at <= layout.zone) return 0.65;
  // A list of facts right under the headline may call itself a "nav".
  if (outside & REGION.ELSEWHERE && !(outside & (REGION.COMMENTS | REGION.HIDDEN)) && at > layout.headline && at <= layout.headline + 3) return 0.6;
  if (outside & REGION.ELSEWHERE) return 0;
  if (outside & REGION.CAPTION) return at > layout.headline && at <= layout.headline + 4 ? 0.55 : 0;
  const about = at >= layout.headline - 5 && at <= layout.zone;
  const factor = about ? (at < layout.headline ? 0.75 : 1) : at >= layout.end && at <= layout.end + 10 ? 0.6 : at > layout.start && at < layout.end ? 0.25 : at > layout.end ? 0.1 : 0.15;
  return outside & REGION.HEADER ? factor * 0.35 : outside & REGION.BIOGRAPHY ? factor * (about ? 0.7 : 0.35) : factor;
}

function addMark(mark: Mark, survey: Survey, layout: Layout, habits: DateHabits, out: DateCandidate[]): void {
  const { element } = mark;
  const elsewhere = mark.region & ~layout.own & REGION.ELSEWHERE;
  const before = survey.lines[mark.at - 1];
  let near = nearness(mark.at, mark.region, layout);
  // Wherever it stands, a date under the word "Published" is that.
  if (near < 0.35 && ((!elsewhere && /publish/.test(mark.hint)) || (before && before.length < 30 && !(mark.region & REGION.COMMENTS) && /^(?:TIME|P|SPAN|DIV)$/.test(element.tagName) && labelOf(before.text) === 'published'))) near = 0.35;
  const property = (element.getAttribute('itemprop') ?? element.getAttribute('property') ?? '').toLowerCase();
  const structured = /date|published|modified/.test(property);
  if (near < 0.1 || (near < 0.3 && !structured && element.tagName !== 'TIME')) return;
  const text = textOf(element, 160);
  const spoken = text.length < 150 ? findDates(text, habits) : [];
  const hint = `${mark.hint} ${property}`;
  const changed = /modif|updat|revis|aktualis/.test(hint);
  if (spoken.some(({ role }) => role === 'other')) return;
  // The word that says what the date is may stand before the element, in its line or on the line before.
  const around = survey.lines[mark.at];
  const said = around && around.length < 300 ? findDates(around.text, habits).find(({ iso }) => iso === spoken[0]?.iso)?.role : undefined;
  const labelled = spoken[0]?.role ?? said ?? (spoken.length === 1 && before && before.length < 30 && around && around.length < 60 ? labelOf(before.text) : undefined);
  const role = labelled === 'modified' || (labelled === undefined && changed && !/publish/.test(hint)) ? 'modified' : 'published';
  const stamp = element.getAttribute('datetime') ?? (structured ? element.getAttribute('content') : null) ?? (/^(?:TIME|ABBR)$/.test(element.tagName) || structured ? element.getAttribute('title') : null);
  const isTime = /^(?:TIME|ABBR)$/.test(element.tagName) || structured || element.hasAttribute('datetime');
  const prior = structured ? 0.93 : element.tagName === 'TIME' ? 0.88 : 0.8;
  const value = stamp ? parseStamp(stamp, habits) : undefined;
  const shown = spoken.length === 1 ? spoken[0] : undefined;
  const apart = value && shown && shown.iso.length >= 10 && shown.iso.slice(0, 10) !== value.slice(0, 10);
  if (apart && near > 0.6) out.push({ value: shown.iso, source: 'time-element', prior: prior * near, role, visible: true, otherwise: shown.otherwise });
  if (value && isTime) out.push({ value, source: structured ? 'microdata' : 'time-element', prior: prior * near * (apart ? 0.8 : 1), role, visible: shown !== undefined && !apart && near > 0.6 });
  else if (spoken.length === 1 && spoken[0] && (isTime || /date|time|publish|posted|created|datum|fecha/.test(mark.hint))) {
    out.push({ value: spoken[0].iso, source: isTime ? 'time-element' : 'date-class', prior: prior * near * (spoken[0].iso.length < 10 ? 0.3 : 1), role, visible: near > 0.6, otherwise: spoken[0].otherwise });
  }
}

function addLines(survey: Survey, layout: Layout, habits: DateHabits, out: DateCandidate[]): readonly string[] {
  const used: string[] = [];
  for (let i = Math.max(0, layout.headline - 5); i < survey.lines.length; i++) {
    const line = survey.lines[i] as Line;
    if (i === layout.headline && line.length > 30) continue;
    const place = i > layout.end + 10 ? 0 : nearness(i, line.region, layout);
    const long = line.length > 300;
    // "Ardmore, 3 May 2021. The mill" or "3.5.2021 - The mill": a text that opens with its day.
    const opening = long && i <= layout.start + 2 ? place : i > layout.headline && i <= layout.start + 5 && place > 0.2 && OPENING_DAY.test(line.text) ? 0.6 : 0;
    // Running text is full of dates that are its subject; teasers are links with a date.
    const near = Math.max(long ? 0 : place, opening);
    const stated = near < 0.5 && i > layout.headline && isStated(line, layout, habits);
    const counts = near >= 0.5 ? near : stated ? 0.4 : 0;
    if (!counts) continue;
    if (line.linked > 40 && line.linked > line.length * 0.5 && line.runs.some(({ text, element }) => text.length > 30 && element.closest('a'))) continue;
    const found = findDates(long ? line.text.slice(0, stated ? 160 : 60) : line.text, habits).filter(({ start }) => !long || stated || start < 30);
    const previous = survey.lines[i - 1];
    found.forEach((date, order) => {
      const label = date.role ?? (order === 0 && previous && previous.length < 30 && !/\d/.test(previous.text) ? roleSaid(previous.text) : undefined);
      if (label === 'other') return;
      const rest = line.length - (date.end - date.start);
      const own = rest < 25 || stated || (rest < 80 && afterBy(line.text)?.strong) ? 1 : rest < 80 ? 0.9 : date.start < 16 ? 0.6 : date.role ? 0.3 : 0.1;
      const prior = (label === 'published' ? 0.96 : 0.88 * Math.max(0.7, Math.min(1, 1 - (i - layout.headline) * 0.015))) * counts * own * (order > 0 && label !== 'modified' ? 0.7 : 1) * (date.iso.length < 10 ? 0.3 : 1);
      const role = label === 'modified' ? 'modified' : 'published';
      out.push({ value: date.iso, source: 'visible-date', prior, role, visible: counts > 0.6, otherwise: date.otherwise });
      // A sentence that tells of a day is text, however short.
      if (rest < 120 && (rest < 25 || !/(?<! min)[.!?…]\P{L}?$/u.test(line.text))) used.push(line.text);
    });
  }
  return used;
}

const OPENING_DAY = /^\(?\d{1,2}\. ?(?:\d|\p{L}{3})/u;

/** Wherever it stands below the headline, a short line that says "Posted on" or "Last changed" means the page; in a footer only the latter. */
function isStated(line: Line, layout: Layout, habits: DateHabits): boolean {
  if (line.region & ~layout.own & ((REGION.ELSEWHERE & ~REGION.FOOTER) | REGION.CAPTION) || !/\p{Nd}{2}/u.test(line.text)) return false;
  // "This entry was posted on 3 May 2019 and is filed under …", in a block that says what it is.
  if (line.length > (line.length < 800 && line.block.closest('[class*="meta" i]') ? 800 : 80) || !labelOf(line.text)) return false;
  return findDates(line.text, habits).some(({ role }) => role === 'modified' || (role === 'published' && !(line.region & REGION.FOOTER)));
}

const labelOf = (text: string): 'published' | 'modified' | undefined => {
  const role = roleSaid(text);
  return role === 'other' ? undefined : role;
};

/** 03/04/2021: Americans write the month first; a date elsewhere on the page with a 13 in it settles it, or a British address. */
function monthFirst(language: string, survey: Survey, url: string): boolean {
  let first = 0;
  let second = 0;
  for (let i = 0; i < survey.lines.length && i < 3_000; i++) {
    const { text } = survey.lines[i] as Line;
    if (!text.includes('/')) continue;
    const match = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/.exec(text);
    if (match && Number(match[1]) > 12) first++;
    if (match && Number(match[2]) > 12) second++;
  }
  if (first !== second) return second > first;
  return /^en(?:-(?:us|ph|pr|gu)\b|$)|^(?:und)?$|^fil/i.test(language) && !/\.(?:uk|au|nz|ie|in|za)$/.test(URL.parse(url)?.hostname ?? '');
}
