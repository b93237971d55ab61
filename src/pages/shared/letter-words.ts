/** The words of a letter and of its form's questions, from the locale. */
import type { AddressFault } from '../../letter/address.ts';
import type { Cut, LetterWords, Travels } from '../../letter/compose.ts';
import { t, uiLanguage, type MessageKey } from '../../browser/i18n.ts';
import { dateWords, nameList } from './date-words.ts';

/** What a letter says in the interface's language. */
export function letterWords(language = uiLanguage()): LetterWords {
  return {
    greeting: (names) => (names.length > 0 ? t('letterDear', nameList(names, language)) : t('letterHello')),
    intro: t('letterIntro'),
    subject: (title) => t('letterSubject', title),
    list: (names) => nameList(names, language),
    // The day is enough in a letter.
    date: (iso) => dateWords(iso.slice(0, 10), language, 'short'),
    cut: (cut) => cutSentence(cut, { after: 'letterSaysCutAfter', in: 'letterSaysCutIn', text: 'letterSaysCutText', note: 'letterSaysCutNote' }),
    links: t('letterLinks'),
    picture: (caption) => (caption ? t('letterPicture', caption) : t('letterPictureBare')),
  };
}

/** What the meter says about a cut. */
export function meterCut(cut: Cut): string {
  return cutSentence(cut, { after: 'letterCutAfter', in: 'letterCutIn', text: 'letterCutText', note: 'letterCutNote' });
}

function cutSentence(cut: Cut, keys: Readonly<Record<Cut['kind'], MessageKey>>): string {
  return cut.kind === 'after' || cut.kind === 'in' ? t(keys[cut.kind], cut.paragraph, cut.of) : t(keys[cut.kind]);
}

const QUESTIONS: Readonly<Record<AddressFault, MessageKey>> = {
  empty: 'letterAskEmail', noAt: 'letterAskNoAt', twoAt: 'letterAskTwoAt', space: 'letterAskSpace', noName: 'letterAskNoName',
  noDomain: 'letterAskNoDomain', noDot: 'letterAskNoDot', dots: 'letterAskDots', character: 'letterAskCharacter',
  domain: 'letterAskDomain', tooLong: 'letterAskTooLong',
};

/** The question that stands under an address that can't be one. */
export function addressQuestion(fault: AddressFault, at: string): string {
  return fault === 'character' && !at ? t('letterAskHidden') : t(QUESTIONS[fault], at);
}

export const TRAVELS: Readonly<Record<Travels, MessageKey>> = {
  link: 'letterTravelsLink', summary: 'letterTravelsSummary', quote: 'letterTravelsQuote', article: 'letterTravelsArticle',
};
