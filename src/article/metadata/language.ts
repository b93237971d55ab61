/** What language the text is in, and which way it runs. */
import { listOf } from '../json-ld.ts';
import type { PreparedPage } from '../prepared-page.ts';
import { textValue, type HeadFacts } from './head-facts.ts';
import type { Survey } from './page-survey.ts';
import { proof, type Choice } from './vote.ts';

export interface Language {
  readonly language?: Choice<string>;
  readonly dir: 'ltr' | 'rtl';
}

/** Scripts that all but name their language (ISO 15924); kana before the characters that Japanese shares with Chinese. */
const SCRIPTS = 'Hira Hang Hani Hebr Arab Thai Grek Cyrl Deva Beng Geor Armn Taml Telu Gujr Knda Mlym Guru Ethi Khmr Laoo Mymr Sinh'.split(' ');
/** What `Intl` calls the mixtures of East Asia. */
const MIXTURES: Readonly<Record<string, string>> = { Hira: 'Jpan', Hang: 'Kore', Hani: 'HansHantJpanKore' };
const RIGHT_TO_LEFT = /Arab|Hebr|Thaa|Syrc/;

export function findLanguage(page: PreparedPage, head: HeadFacts, survey: Survey): Language {
  const root = page.doc.documentElement;
  const candidates: (readonly [string | null | undefined, string, number])[] = [
    [root?.getAttribute('lang') ?? root?.getAttribute('xml:lang'), 'html-lang', 0.9],
    [page.doc.body?.getAttribute('lang'), 'html-lang', 0.85],
    [textValue(listOf(head.articles[0]?.['inLanguage'])[0]), 'json-ld', 0.85],
    [head.meta('content-language')[0], 'meta', 0.7], [head.meta('og:locale')[0], 'meta:og', 0.6], [head.meta('dc.language')[0] ?? head.meta('language')[0], 'meta', 0.6],
  ];
  const written = scriptOf(survey.lines.filter(({ length }) => length > 30).slice(0, 60).map(({ text }) => text).join(' ').slice(0, 3_000));
  let choice: Choice<string> | undefined;
  for (const [raw, source, prior] of candidates) {
    const tag = tagOf(raw ?? '');
    // A template's lang="en" over a page in another script is a mistake; some languages are written in two.
    if (!tag || (written && !(MIXTURES[written] ?? written).includes(usualScript(tag)) && !/^(?:az|bs|ku|pa|ro|sr|uz)/.test(tag))) continue;
    choice = { value: tag, provenance: proof(source, prior) };
    break;
  }
  if (!choice && written) choice = { value: new Intl.Locale(`und-${written}`).maximize().language, provenance: proof('script', 0.6) };
  const declared = (root?.getAttribute('dir') ?? page.doc.body?.getAttribute('dir') ?? '').toLowerCase() === 'rtl';
  const rtl = RIGHT_TO_LEFT.test(written ?? (declared ? usualScript(choice?.value ?? 'ar') : ''));
  return { dir: rtl ? 'rtl' : 'ltr', ...(choice ? { language: choice } : {}) };
}

/** The script that most letters are in, undefined for Latin. */
function scriptOf(sample: string): string | undefined {
  if (!/[\u0370-\u1fff\u2c00-\uffff]/.test(sample)) return undefined;
  const count = (pattern: string): number => sample.length - sample.replace(new RegExp(pattern, 'gu'), '').length;
  const letters = count('\\p{L}');
  if (letters < 20 || count('[a-z]') > letters * 0.6) return undefined;
  return SCRIPTS.find((script) => count(`\\p{sc=${script}}`) > letters * (script === 'Hira' ? 0.1 : 0.5));
}

/** `Cyrl` for `ru`, `Hant` for `zh-TW`: what the language is written in unless it says otherwise. */
function usualScript(tag: string): string {
  return new Intl.Locale(tag).maximize().script ?? '';
}

function tagOf(raw: string): string | undefined {
  const tag = raw.trim().split(/[,;\s]/)[0]?.replace(/_/g, '-') ?? '';
  try {
    return /^[a-z]{2,3}(?:-\w{2,8}){0,3}$/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    // It has the shape of a tag and is none (`de-ch-at`): the page's next word on it counts.
    return undefined;
  }
}
