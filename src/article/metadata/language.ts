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

/** Scripts that all but name their language. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'], [/[\uac00-\ud7af]/g, 'ko'], [/[\u4e00-\u9fff]/g, 'zh'], [/[\u0590-\u05ff]/g, 'he'], [/[\u0600-\u06ff]/g, 'ar'], [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0370-\u03ff]/g, 'el'], [/[\u0400-\u04ff]/g, 'ru'], [/[\u0900-\u097f]/g, 'hi'], [/[\u0980-\u09ff]/g, 'bn'], [/[\u10a0-\u10ff]/g, 'ka'], [/[\u0530-\u058f]/g, 'hy'], [/[\u0b80-\u0bff]/g, 'ta'], [/[\u0c00-\u0c7f]/g, 'te'],
];
/** Languages written in a script that `SCRIPTS` names by its most common one. */
const SAME_SCRIPT: Readonly<Record<string, RegExp>> = { ru: /^(?:ru|uk|bg|sr|mk|be|kk|ky|mn|tg|tt|uz|bs|az|ro)/, ar: /^(?:ar|fa|ur|ps|ckb|ku|sd|ug|az)/, he: /^(?:he|iw|yi)/, zh: /^(?:zh|ja|yue|ko)/, hi: /^(?:hi|mr|ne|sa)/, bn: /^(?:bn|as)/ };

export function findLanguage(page: PreparedPage, head: HeadFacts, survey: Survey): Language {
  const root = page.doc.documentElement;
  const candidates: (readonly [string | null | undefined, string, number])[] = [
    [root?.getAttribute('lang') ?? root?.getAttribute('xml:lang'), 'html-lang', 0.9],
    [page.doc.body?.getAttribute('lang'), 'html-lang', 0.85],
    [textValue(listOf(head.articles[0]?.['inLanguage'])[0]), 'json-ld', 0.85],
    [head.meta('content-language')[0], 'meta', 0.7], [head.meta('og:locale')[0], 'meta:og', 0.6], [head.meta('dc.language')[0] ?? head.meta('language')[0], 'meta', 0.6],
  ];
  const sample = survey.lines.filter(({ length }) => length > 30).slice(0, 60).map(({ text }) => text).join(' ').slice(0, 6_000);
  const written = scriptOf(sample);
  let choice: Choice<string> | undefined;
  for (const [raw, source, prior] of candidates) {
    const tag = tagOf(raw ?? '');
    // A template's lang="en" over a page in another script is a mistake.
    if (!tag || (written && !(SAME_SCRIPT[written] ?? new RegExp(`^${written}`)).test(tag))) continue;
    choice = { value: tag, provenance: proof(source, prior) };
    break;
  }
  if (!choice && written) choice = { value: written, provenance: proof('script', 0.6) };
  const declared = (root?.getAttribute('dir') ?? page.doc.body?.getAttribute('dir') ?? '').toLowerCase();
  const rtl = written === 'ar' || written === 'he' || (declared === 'rtl' && !written && /^(?:ar|fa|he|ur|iw|ps|yi|ug|sd|ckb|dv)\b/.test(choice?.value ?? 'ar'));
  return { dir: rtl ? 'rtl' : 'ltr', ...(choice ? { language: choice } : {}) };
}

/** The language of the script that most letters are in, undefined for Latin. */
function scriptOf(sample: string): string | undefined {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return undefined;
  const share = (pattern: RegExp): number => (sample.match(pattern)?.length ?? 0) / letters;
  for (const [pattern, language] of SCRIPTS) if (share(pattern) > (language === 'ja' ? 0.1 : 0.5)) return language;
  return undefined;
}

function tagOf(raw: string): string | undefined {
  const tag = raw.trim().split(/[,;\s]/)[0]?.replace(/_/g, '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return undefined;
  const [language = '', ...rest] = tag.split('-');
  return [language.toLowerCase() === 'iw' ? 'he' : language.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part.length === 4 ? part[0]?.toUpperCase() + part.slice(1).toLowerCase() : part))].join('-');
}
