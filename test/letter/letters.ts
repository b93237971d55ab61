/** Letters to test with: words as the page fills them in, texts in many scripts. */
import type { Article } from '../../src/article/article.ts';
import type { LetterInput, LetterWords, Cut } from '../../src/letter/compose.ts';
import { textBlocks } from '../../src/letter/blocks.ts';

export const words: LetterWords = {
  greeting: (names) => (names.length ? `Dear ${names.join(' and ')},` : 'Hello,'),
  intro: 'I thought you might like this.',
  subject: (title) => `For you: ${title}`,
  list: (names) => names.join(' and '),
  date: (iso) => iso.slice(0, 10),
  cut: (cut: Cut) => (cut.kind === 'after' || cut.kind === 'in' ? `[cut ${cut.kind} ${cut.paragraph} of ${cut.of}]` : `[cut ${cut.kind}]`),
  links: 'Links:',
  picture: (caption) => `[Picture: ${caption}]`,
};

/** One sentence each in twelve scripts, with a title. Written for these tests. */
export const SCRIPTS = {
  latin: ['Le vieux port s’éveille', 'À cinq heures moins vingt, Élise prend la clé de cuivre près de la porte. '],
  cyrillic: ['Старая гавань просыпается', 'Без двадцати пять Марина берёт медный ключ с гвоздя у двери. '],
  greek: ['Το παλιό λιμάνι ξυπνά', 'Στις πέντε παρά είκοσι η Μαρία παίρνει το κλειδί από το καρφί. '],
  arabic: ['المرفأ القديم يستيقظ', 'في الخامسة إلا ثلثا تأخذ مريم المفتاح من المسمار. '],
  hebrew: ['הנמל הישן מתעורר', 'בעשרים לחמש מרים לוקחת את המפתח מן המסמר. '],
  devanagari: ['पुराना बंदरगाह जागता है', 'पौने पाँच बजे मीरा दरवाज़े के पास से चाबी उठाती है। '],
  thai: ['ท่าเรือเก่าตื่นขึ้น', 'เวลาห้าโมงเช้ามาลีหยิบกุญแจจากตะปูข้างประตู '],
  japanese: ['古い港が目を覚ます', '五時二十分前、真理は戸口の釘から真鍮の鍵を取る。'],
  chinese: ['老港口醒来了', '差二十分五点，玛丽从门边的钉子上取下铜钥匙。'],
  korean: ['오래된 항구가 깨어난다', '다섯 시 이십 분 전에 마리는 문 옆 못에서 열쇠를 집는다. '],
  armenian: ['Հին նավահանգիստը արթնանում է', 'Հինգից քսան պակաս Մարիամը վերցնում է բանալին։ '],
  emoji: ['Harbour 👩‍👩‍👧‍👦 wakes 🏳️‍🌈', 'The lamp 💡 is lit 👍🏽 by hand. '],
} as const;

export function article(over: Partial<Article> = {}): Article {
  return {
    url: 'https://news.example/lamps?id=7&lang=en', sourceUrl: 'https://news.example/lamps?id=7&lang=en', title: 'The lamps of the harbour', authors: ['Ines Calder', 'Tom Reyes'],
    publication: 'The Courier', published: '2025-10-14T09:30', dir: 'ltr', language: 'en', excerpt: '', html: '', text: '', wordCount: 10, feeds: [],
    kept: { paragraphs: 0, pictures: 0, embeds: 0, tables: 0 }, provenance: {}, ...over,
  };
}

export function input(over: Partial<LetterInput> & { text?: string } = {}): LetterInput {
  const about = over.article ?? article();
  return {
    page: { url: about.url, title: about.title }, article: about, blocks: textBlocks(over.text ?? 'One. Two.\nThree.'), note: 'Read the end!', myName: 'Anna',
    friends: [{ name: 'Marta', email: 'marta@example.org' }], travels: 'article', ...over,
  };
}
