/**
 * Month names of some fifty languages, long, short and inflected, as folded stems (from Unicode CLDR).
 * A table and not `Intl`: Chromium lacks a dozen of these locales, and pages often declare the wrong language.
 */
import { fold } from './folding.ts';

/** January to December. A stem ending in `.` is a whole word; others are the beginning of one. The longest stem wins. */
const MONTHS = [
  'ene gen ian jaa jan led oca sau sij sty tam urt xan yan ιαν сту січ янв яну јан қаң հնվ. հունվ ינו جان جنو كانونالث ينا ژان जनव जन॰. জান ஜன. ஜனவ జన. జనవ มกร มค. იან',
  'feb fev hel lut ots peb shk sub uno vas vee vel φεβ ақп лют феб фев փետ փտվ. פבר شبا فبر فرو فور فيف फ़र ফেব பிப ఫిబ กพ. กุม თებ',
  'bre kov maa mac mae mar. marc mare mars mart marz mrt. ozu μαρ бер мар нау сак մար մրտ. מרץ. آذا مار मार মার மார మార มีค. มีน მარ',
  'abr api apr avr bal dub huh kwi nis pri tra απρ апр кві кра сәу ապր אפר آور أبر أفر اپر نيس अप् এপ্ ஏப் ఏప్ เมย. เมษ აპრ',
  'geg kve mag mai maj may mei. svi tou μαι маи. мам мая. мај. тра մայ մյս. מאי. أيا مئی. ماي مه. مهٔ. मई. মে. மே. మే. พค. พฤษ მაი',
  'bir cerven cervn cvn. cze eka giu haz hun iun iyn. iyun juin jun juun kes lip. lipa lipn qer xun ιουν июн мау чер чэр юни. јун հնս. հունի יונ جوا جون. حزي يون ژوئن जून. জুন. ஜூன జూన มิถ มิย. ივნ',
  'cervenc cervene cvc. hei hul iul iyl. iyul juil jul juul kor lie lipc lipi lug srp. srpa srpnj tem uzt xul ιουλ июл лип ліп шіл юли. јул հլս. հուլ יול تمو جول جوي يول ژوئی जुल জুল ஜூல జుల กค. กรก ივლ',
  'abu ag. ago agu aou aug avg avq elo gus kol rugp sie srpe srpna αυγ авг жні сер там օգո օգս. אוג آب. أغس أوت. اوت. اگس غشت. अगस अग॰. আগ. আগস ஆக. ஆகஸ ఆగ. ఆగస สค. สิง აგვ',
  'eyl ira rugs ruj sen sep set sht syy sze wrz zar σεπ вер сен сеп қыр սեպ ספט أيل سبت ستم سپت شتن सित সেপ செப సెప กย. กัน სექ',
  'eki lok oct okt ott out paz rij spa tet urr οκτ жов кас окт қаз հոկ אוק أكت اکت تشرينالأ अक् অক্ அக் అక్ ตค. ตุล ოქტ',
  'aza kas lap lis. listop marr nen nob noi nov noy stu νοε лис ліс нов ное ноя қар նոյ נוב تشرينالث نوا نوف نوم نون नवं नव॰. নভে நவ. நவம నవం พย. พฤศ ნოე',
  'abe ara dec dek des det dez dhj dic dis gru jou pro δεκ гру дек дец жел сне դեկ דצמ دجن دسا دسم ديس كانونالأ दिस ডিস டிச డిస ธค. ธัน დეკ',
];

/** The months of the Persian solar calendar (Farvardin to Esfand), then their Dari names. */
const PERSIAN = ['فروردین حمل', 'اردیبهشت ثور', 'خرداد جوزا', 'تیر سرطان', 'مرداد اسد', 'شهریور سنبله', 'مهر میزان', 'آبان عقرب', 'آذر قوس', 'دی جدی', 'بهمن دلو', 'اسفند حوت'];

let stems: ReadonlyMap<string, number> | undefined;
let persian: ReadonlyMap<string, number> | undefined;

function tableOf(rows: readonly string[], whole: boolean): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, month) => row.split(' ').map((stem) => [whole ? `${fold(stem)}.` : stem, month + 1] as const)));
}

/**
 * The month a word names, 1 to 12, or 0.
 *
 * @param word folded, as it stands in the text: `febr.`, `fevral`, `בפברואר`, `ก.พ.`
 * @param language BCP 47; it matters for the one name that two languages give to different months (listopad)
 */
export function monthOf(word: string, language = ''): number {
  const bare = word.replace(/^d['’]|[.'’׳״"]/g, '');
  if (bare.length < 2 || bare.length > 18) return 0;
  if (bare.startsWith('listopad')) return /^(?:hr|bs)/.test(language) ? 10 : 11;
  stems ??= tableOf(MONTHS, false);
  for (const candidate of /^[בו-]/.test(bare) ? [bare, bare.slice(1)] : [bare]) {
    const exact = stems.get(`${candidate}.`);
    if (exact) return exact;
    for (let length = candidate.length; length >= 2; length--) {
      const month = stems.get(candidate.slice(0, length));
      if (month) return month;
    }
  }
  return 0;
}

/** The month of the Persian solar calendar a word names, 1 to 12, or 0. */
export function persianMonthOf(word: string): number {
  persian ??= tableOf(PERSIAN, true);
  return persian.get(`${word.replace(/\u200c/g, '')}.`) ?? 0;
}
