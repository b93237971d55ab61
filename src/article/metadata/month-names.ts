/**
 * Month names: long, short and inflected. European and Turkic ones from a table of folded stems (from Unicode CLDR),
 * because Chromium lacks a dozen of these locales and pages often declare the wrong language; those of scripts that
 * tell their language by themselves from `Intl`, once a page needs them.
 */
import { fold } from './folding.ts';

/** January to December. A stem ending in `.` is a whole word; others are the beginning of one. The longest stem wins. */
const MONTHS = [
  'ene gen ian jaa jan led oca sau sij sty tam urt xan yan ιαν сту січ янв яну јан қаң հնվ. հունվ იან',
  'feb fev hel lut ots peb shk sub uno vas vee vel φεβ ақп лют феб фев փետ փտվ. თებ',
  'bre kov maa mac mae mar. marc mare mars mart marz mrt. ozu μαρ бер мар нау сак մար մրտ. მარ',
  'abr api apr avr bal dub huh kwi nis pri tra απρ апр кві кра сәу ապր აპრ',
  'geg kve mag mai maj may mei. svi tou μαι маи. мам мая. мај. тра մայ մյս. მაი',
  'bir cerven cervn cvn. cze eka giu haz hun iun iyn. iyun juin jun juun kes lip. lipa lipn qer xun ιουν июн мау чер чэр юни. јун հնս. հունի ივნ',
  'cervenc cervene cvc. hei hul iul iyl. iyul juil jul juul kor lie lipc lipi lug srp. srpa srpnj tem uzt xul ιουλ июл лип ліп шіл юли. јул հլս. հուլ ივლ',
  'abu ag. ago agu aou aug avg avq elo gus kol rugp sie srpe srpna αυγ авг жні сер там օգո օգս. აგვ',
  'eyl ira rugs ruj sen sep set sht syy sze wrz zar σεπ вер сен сеп қыр սեպ სექ',
  'eki lok oct okt ott out paz rij spa tet urr οκτ жов кас окт қаз հոկ ოქტ',
  'aza kas lap lis. listop marr nen nob noi nov noy stu νοε лис ліс нов ное ноя қар նոյ ნოე',
  'abe ara dec dek des det dez dhj dic dis gru jou pro δεκ гру дек дец жел сне դեկ დეკ',
];

/** Scripts, and the locales whose month names are written in them. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u0600-\u06ff]/, 'ar ar-LB ar-DZ ar-MA fa ur'], [/[\u0590-\u05ff]/, 'he'], [/[\u0900-\u097f]/, 'hi mr ne'], [/[\u0980-\u09ff]/, 'bn'], [/[\u0b80-\u0bff]/, 'ta'],
  [/[\u0c00-\u0c7f]/, 'te'], [/[\u0a80-\u0aff]/, 'gu'], [/[\u0c80-\u0cff]/, 'kn'], [/[\u0d00-\u0d7f]/, 'ml'], [/[\u0e00-\u0e7f]/, 'th'], [/[\u1200-\u137f]/, 'am'],
];

const tables = new Map<string, ReadonlyMap<string, number>>();
function table(name: string, make: () => Iterable<readonly [string, number]>): ReadonlyMap<string, number> {
  const known = tables.get(name) ?? new Map(make());
  tables.set(name, known);
  return known;
}

const bare = (word: string): string => word.replace(/^d['’]|[.'’׳״"\s\u093c\u0970\u200c]/g, '').replace(/\u09c0/g, 'ি');

/** The names that `Intl` gives to the months of some locales, folded, without dots and spaces. */
function* namesOf(locales: string, calendar = 'gregory'): Iterable<readonly [string, number]> {
  for (const locale of locales.split(' ')) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}-nu-latn`, { month, timeZone: 'UTC' });
      // The Persian year begins on the 20th or 21st of March.
      for (let n = 0; n < 12; n++) yield [bare(fold(format.format(Date.UTC(2021, n + (calendar === 'gregory' ? 0 : 3), 10)))), n + 1];
    }
  }
}

/**
 * The month a word names, 1 to 12, or 0.
 *
 * @param word folded, as it stands in the text: `febr.`, `fevral`, `בפברואר`, `ก.พ.`
 * @param language BCP 47; it matters for the one name that two languages give to different months (listopad)
 */
export function monthOf(word: string, language = ''): number {
  const name = bare(word);
  if (name.length < 2 || name.length > 18) return 0;
  if (name.startsWith('listopad')) return /^(?:hr|bs)/.test(language) ? 10 : 11;
  const script = name.charCodeAt(0) < 0x590 ? undefined : SCRIPTS.find(([letters]) => letters.test(name))?.[1];
  if (script) {
    const months = table(script, () => namesOf(script));
    return months.get(name) ?? (/^[בו]/.test(name) ? months.get(name.slice(1)) : undefined) ?? 0;
  }
  const stems = table('', () => MONTHS.flatMap((row, month) => row.split(' ').map((stem) => [stem, month + 1] as const)));
  const exact = stems.get(`${name}.`);
  if (exact) return exact;
  for (let length = name.length; length >= 2; length--) {
    const month = stems.get(name.slice(0, length));
    if (month) return month;
  }
  return 0;
}

/** The month of the Persian solar calendar a word names, 1 (Farvardin) to 12, or 0. */
export function persianMonthOf(word: string): number {
  return /^[\u0600-\u06ff]/.test(word) ? table('persian', () => namesOf('fa', 'persian')).get(bare(word)) ?? 0 : 0;
}
