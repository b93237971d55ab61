/**
 * Dates as people write them, in the languages and calendars of newspapers. Text in, days out; no clock: a date
 * without a year is no date, and neither is "yesterday".
 */
import { fromHebrew, fromPersian, isoDay } from './calendars.ts';
import { asciiDigits, fold } from './folding.ts';
import { monthOf, persianMonthOf } from './month-names.ts';

export interface VisibleDate {
  /** `2021-02`, `2021-02-26`, `2021-02-26T13:15` or `2021-02-26T13:15+04:00`: what is written, no more. */
  readonly iso: string;
  /** The other reading of a day like 03/04/2021. */
  readonly otherwise?: string;
  /** What the words before it say it is. */
  readonly role?: 'published' | 'modified' | 'other';
  /** Share of the text that is not the date itself: characters outside dates and times. */
  readonly start: number;
  readonly end: number;
}

export interface DateHabits {
  readonly language?: string | undefined;
  /** 03/04/2021 is the third of April (false) or the fourth of March (true). */
  readonly monthFirst?: boolean;
}

interface Match { start: number; end: number; day: string; otherwise?: string | undefined }

const YEAR_FIRST = /(?<![\d.,/:-])(\d{4})\s?(?:[-./年년]|оны)\s?(\d{1,2})(?:\s?[-./月월]|(?:-?р)? сарын)\s?(\d{1,2})(?!\d)(?:\s?[日일])?/g;
const YEAR_LAST = /(?<![\d.,/:-])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d:/-]|[.,]\d)/g;
const ERA = /(令和|平成|昭和|民國|民国)\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g;
const ERA_START: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };
const NUMBERED_MONTH = /(\d{1,2})\s+thang\s+(\d{1,2})(?:,|\s+nam|\s)\s*(\d{4})(?!\d)/g;
const HEBREW = /(?<![א-ת])([א-ת]{1,2}[״"'׳]?[א-ת]?[׳']?)\s+[בל]?([א-ת]{2,7}(?:\s[אב][׳']?(?![א-ת]))?),?\s+(ה?['׳]?ת[א-ת]{1,3}["״][א-ת])/g;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}.'’׳\u0970\u200c]*/gu;

/** Words that may stand between the parts of one date. */
const BETWEEN = String.raw`(?:[\s,.\-–/'’]|(?:del?|di|of|de[nr]|dne|the|[dmra]|gada|nam|ngay|eko|ko|al|il|год[уа]?|[гр]|року|жыл[ығі]*|yili?|سنة|عام|[พค]\.?ศ\.?)(?=[\s.,\d]|$))`;
const DAY_SUFFIX = String.raw`(?:st|nd|rd|th|er|ere|eme|º|ª|°|\.|,|-?(?:го|е|ое|шы|ші|ci|cu|inci)|-?[ae]n?|日|일)?`;
const LEFT = new RegExp(String.raw`(?<![\d:/.])(?:(\d{4})${BETWEEN}{1,6})?(\d{1,4})${DAY_SUFFIX}${BETWEEN}{0,5}$`);
const RIGHT = new RegExp(String.raw`^${BETWEEN}{0,5}(\d{1,4})(?![\d:])${DAY_SUFFIX}(?:${BETWEEN}{0,5}(\d{4})(?!\d))?`);

const MODIFIED = /updat|modif|revis|edited|reviewed|a[ck]?tuali[sz]|geander|bearbeitet|mis a jour|aggiorn|обновл|изменен|оновл|bijgewerkt|gewijzigd|o?p?[pu]p?pdater|andrad|paivite|frissit|guncel|yenilen|更新|수정|تحديث|به ?روز|עודכן|अपडेट|ενημερ|cap nhat|diperbarui|อัปเดต/;
const PUBLISHED = /publi[sck]|post(?:e| [dt])|written|created|erstellt|erschienen|veroffentl|ecrit|pubbl|geplaatst|objav|opublik|dodano|vydan|zverejn|опублик|размещ|udgivet|julkais|kozzet|megjelen|yayin|derc|[发發][布表]|投稿|公[開开]|등록|입력|작성|게시|نشر|פורסם|प्रकाशित|δημοσι|terbit|เผยแพร่/;
const OTHER = /deadline|due\b|expir|valid|until|verfugbar|closes|gultig|copyright|©|\(c\)|joined|regist(?:ered|riert)|inscrit|born|geboren|founded|since\b|seit\b|depuis\b/;

/** What was found with the same habits before: a page's lines are asked for more than once. */
const found = new WeakMap<DateHabits, Map<string, readonly VisibleDate[]>>();

/** Every date in a text of one line, in order. The text should be short: a few hundred characters. */
export function findDates(text: string, habits: DateHabits = {}): readonly VisibleDate[] {
  const known = found.get(habits) ?? new Map<string, readonly VisibleDate[]>();
  found.set(habits, known);
  const dates = known.get(text) ?? readDates(text, habits);
  known.set(text, dates);
  return dates;
}

/** What words around a date say it is: `Published on`, `zuletzt geändert`. */
export const roleSaid = (words: string): VisibleDate['role'] => roleOf(fold(words));

function readDates(text: string, habits: DateHabits): readonly VisibleDate[] {
  if (!/\p{Nd}/u.test(text) && !/ת[א-ת]{1,3}["״]/.test(text)) return [];
  const source = fold(asciiDigits(text)).replace(/(كانون|تشرين) ال/g, '$1ال');
  const matches = numeric(source, habits);
  for (const match of worded(source, habits.language ?? '')) if (!matches.some((other) => match.start < other.end && other.start < match.end)) matches.push(match);
  matches.sort((a, b) => a.start - b.start);
  let from = 0;
  return matches.map((match) => {
    const before = source.slice(Math.max(from, match.start - 60), match.start);
    const time = timeAfter(source.slice(match.end, match.end + 48)) ?? (match.day.length === 10 ? timeBefore(before) : undefined);
    from = match.end;
    const role = roleOf(before) ?? (matches.length === 1 ? roleOf(source.slice(match.end, match.end + 40)) : undefined);
    return {
      iso: match.day.length === 10 && time ? match.day + time : match.day,
      ...(match.otherwise ? { otherwise: match.otherwise } : {}),
      ...(role ? { role } : {}),
      start: match.start, end: match.end,
    };
  });
}

function roleOf(words: string): VisibleDate['role'] {
  const at = (pattern: RegExp): number => words.search(pattern);
  if (at(OTHER) >= 0) return 'other';
  const modified = at(MODIFIED);
  if (modified >= 0 && modified >= at(PUBLISHED)) return 'modified';
  return at(PUBLISHED) >= 0 ? 'published' : modified >= 0 ? 'modified' : undefined;
}

function numeric(source: string, { language = '', monthFirst = false }: DateHabits): Match[] {
  const out: Match[] = [];
  const add = (match: RegExpMatchArray, day: string | undefined, otherwise?: string): void => {
    const start = match.index ?? 0;
    if (day && !out.some((other) => start < other.end && other.start < start + match[0].length)) out.push({ start, end: start + match[0].length, day, otherwise });
  };
  for (const match of source.matchAll(ERA)) add(match, isoDay((ERA_START[match[1] ?? ''] ?? 0) + (match[2] === '元' ? 1 : Number(match[2])), Number(match[3]), Number(match[4])));
  for (const match of source.matchAll(YEAR_FIRST)) add(match, dayOf(Number(match[1]), Number(match[2]), Number(match[3]), language));
  for (const match of source.matchAll(NUMBERED_MONTH)) add(match, dayOf(Number(match[3]), Number(match[2]), Number(match[1]), language));
  for (const match of source.matchAll(YEAR_LAST)) {
    const [a, b] = [Number(match[1]), Number(match[3])];
    const year = match[4]?.length === 2 ? shortYear(Number(match[4])) : Number(match[4]);
    const european = dayOf(year, b, a, language);
    const american = dayOf(year, a, b, language);
    // Who writes the month first writes it with slashes; a dot hardly ever means it, and only when it must.
    if (match[2] === '.' && !european) continue;
    const first = monthFirst && match[2] === '/' ? american ?? european : european ?? american;
    const second = first === american ? european : american;
    add(match, first, second && second !== first ? second : undefined);
  }
  if (/[״"]/.test(source)) for (const match of source.matchAll(HEBREW)) add(match, fromHebrew(match[1] ?? '', match[2] ?? '', match[3] ?? ''));
  return out;
}

/** Two digits are a year from 1970 to 2069. */
function shortYear(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

/** The day in the calendar that the year belongs to: Persian 1300s and 1400s, Buddhist 2450s on, else Gregorian. */
function dayOf(year: number, month: number, day: number, language: string): string | undefined {
  if (year >= 1300 && year < 1500) return fromPersian(year, month, day);
  const gregorian = year > 2440 && year < 2660 ? year - 543 : language.startsWith('th') && year > 24 && year < 100 ? year + 1957 : year;
  return gregorian >= 1800 && gregorian < 2200 ? isoDay(gregorian, month, day) : undefined;
}

function worded(source: string, language: string): readonly Match[] {
  const out: Match[] = [];
  for (const match of source.matchAll(WORD)) {
    const word = match[0];
    const start = match.index;
    const end = start + word.length;
    // A month has its day or its year beside it.
    if (!/\d/.test(source.slice(Math.max(0, start - 14), start) + source.slice(end, end + 14))) continue;
    const persian = persianMonthOf(word);
    const month = persian || monthOf(word, language);
    if (!month || (out.at(-1)?.end ?? 0) > start) continue;
    const left = LEFT.exec(source.slice(Math.max(0, start - 28), start));
    // Two names for one month, as Arabic papers print them: شباط/فبراير.
    const twin = /^\s?[/(]\s?([\p{L}\p{M}]+)\)?/u.exec(source.slice(end, end + 24));
    const after = end + (twin && monthOf(twin[1] ?? '', language) === month ? twin[0].length : 0);
    const right = RIGHT.exec(source.slice(after, after + 28));
    const found = arrange(left, right, persian > 0, month, language);
    if (found) out.push({ start: start - (found.usesLeft ? left?.[0].length ?? 0 : 0), end: after + found.usesRight, day: found.day });
  }
  return out;
}

/** Which of the numbers around a month's name are its day and its year. */
function arrange(left: RegExpExecArray | null, right: RegExpExecArray | null, persian: boolean, month: number, language: string): { day: string; usesLeft: boolean; usesRight: number } | undefined {
  const l = left?.[2] ?? '';
  const r = right?.[1] ?? '';
  const isYear = (digits: string): boolean => digits.length === 4;
  const isDay = (digits: string): boolean => digits.length > 0 && digits.length < 3 && Number(digits) >= 1 && Number(digits) <= 32;
  const rightEnd = right?.[0].length ?? 0;
  const day = (year: string, number: string): string | undefined => {
    const y = Number(year);
    return persian ? (y > 1200 && y < 1600 ? fromPersian(y, month, Number(number)) : undefined) : dayOf(y, month, Number(number), language);
  };
  const give = (value: string | undefined, usesLeft: boolean, usesRight: number) => (value ? { day: value, usesLeft, usesRight } : undefined);
  if (isDay(l) && isYear(r)) return give(day(r, l), true, rightEnd);
  if (isDay(r) && right?.[2]) return give(day(right[2], r), false, rightEnd);
  if (isYear(l) && isDay(r)) return give(day(l, r), true, rightEnd);
  if (isDay(l) && left?.[1]) return give(day(left[1], l), true, 0);
  if (isDay(l) && r.length < 3 && (Number(r) > 31 || /['’]\d/.test(right?.[0] ?? '') || (r.length === 2 && Number(r) >= 10 && !/[.:]\s?\d/.test(right?.[0] ?? '') && !persian))) {
    return give(day(String(language.startsWith('th') ? Number(r) + 2500 : shortYear(Number(r))), l), true, rightEnd);
  }
  if (isYear(r) && !persian && !isDay(l)) {
    const whole = dayOf(Number(r), month, 1, language);
    return give(whole?.slice(0, 7), false, rightEnd);
  }
  return undefined;
}

const MERIDIEM = String.raw`(上午|下午|午前|午後|오전|오후|am|pm|a\.\s?m\.?|p\.\s?m\.?|π\.?μ\.?|μ\.?μ\.?|ص|م|öo|de\.|du\.)`;
const ZONES: Readonly<Record<string, string>> = { utc: '+0', gmt: '+0', cet: '+1', mez: '+1', cest: '+2', mesz: '+2', est: '-5', edt: '-4', cdt: '-5', mst: '-7', pst: '-8', pdt: '-7', msk: '+3', мск: '+3', jst: '+9', kst: '+9', wib: '+7' };
const CLOCK = String.raw`(?:${MERIDIEM}\s?)?(\d{1,2})\s?([:h.：時点시])\s?(\d{2})(?!\d)(?::\d{2})?(?:\s?분|分)?(?:\s?${MERIDIEM}(?![\p{L}]))?(?:\s?(?:uhr|hrs?|h)(?![\p{L}]))?(?:\s?\(?(z|${Object.keys(ZONES).join('|')})(?![\p{L}]))?(?:\s?([+\-−]\d{1,2})(?::?(\d{2}))?(?![\d/.]))?`;
const AFTER = new RegExp(String.raw`^(?!\s?[-–—]\s?\d{1,2}\s\p{L})([^\d]{0,14}?)${CLOCK}`, 'u');
const BEFORE = new RegExp(String.raw`(?<![\d.,:])${CLOCK}[^\d\p{L}]{0,4}(?:[\p{L}]{1,12}[^\d\p{L}]{1,3}){0,2}$`, 'u');

function timeAfter(rest: string): string | undefined {
  const match = AFTER.exec(rest);
  return match ? clock(match.slice(2), match[1] ?? '', rest.slice(match[0].length)) : undefined;
}
function timeBefore(text: string): string | undefined {
  const match = BEFORE.exec(text);
  return match && match[3] !== '.' ? clock(match.slice(1), '', '') : undefined;
}

/** `T13:15`, with the zone when one is written. A dot between hour and minute needs a word or a lone position to be a time. */
function clock(parts: readonly (string | undefined)[], lead: string, rest: string): string | undefined {
  const [early, hourText, mark, minute, late, zone, offsetHour, offsetMinute] = parts;
  if (mark === '.' && (/\p{L}{6,}/u.test(lead) || /^[.,]\d|^\s?[%€$£]/.test(rest))) return undefined;
  if (/[;]|\d/.test(lead) || /\b(?:for|until|to|bis)\b/.test(lead)) return undefined;
  let hour = Number(hourText);
  const half = (early ?? late ?? '').replace(/[.\s]/g, '');
  if (/^(?:pm|下午|午後|오후|μμ|م|du)$/.test(half) && hour < 12) hour += 12;
  if (/^(?:am|上午|午前|오전|πμ|ص|de)$/.test(half) && hour === 12) hour = 0;
  if (hour > 23 || Number(minute) > 59) return undefined;
  const ahead = (offsetHour ?? ZONES[zone ?? ''] ?? '').replace('−', '-').replace(/^([+-])(\d)$/, '$10$2');
  const offset = !ahead && !zone ? '' : Number(ahead) ? `${ahead}:${offsetMinute ?? '00'}` : 'Z';
  return `T${String(hour).padStart(2, '0')}:${minute}${offset}`;
}
