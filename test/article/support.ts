/** Small pages in our own words, and what comes out of them. Needs the jsdom environment. */
import { extract, type ExtractOptions } from '../../src/article/extract.ts';
import { parseInert } from '../../src/article/inert.ts';
import type { Article } from '../../src/article/article.ts';

export const ADDRESS = 'https://paper.example/town/the-mill';

/** Three paragraphs of prose in a language, long enough to be an article. */
export const PROSE: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The old mill above the town had not turned for forty years, and nobody could remember who had last carried flour down the hill.',
    'Then, one spring, a carpenter from the next valley bought it, cleared the channel, and let the water in again, slowly, so that the wood could swell.',
    'On the first evening the whole town came to listen, because the sound of the wheel was something that even the oldest of them had only been told about.',
  ],
  de: [
    'Die alte Mühle über der Stadt hatte sich vierzig Jahre nicht gedreht, und niemand wusste mehr, wer zuletzt Mehl den Berg hinuntergetragen hatte.',
    'Dann kaufte sie ein Zimmermann aus dem Nachbartal, räumte den Graben frei und ließ das Wasser wieder ein, langsam, damit das Holz quellen konnte.',
    'Am ersten Abend kam die ganze Stadt, um zuzuhören, denn das Geräusch des Rades kannten selbst die Ältesten nur aus Erzählungen.',
  ],
  fr: [
    'Le vieux moulin au-dessus de la ville ne tournait plus depuis quarante ans, et personne ne savait qui avait descendu la dernière farine.',
    'Puis, un printemps, un charpentier de la vallée voisine l’acheta, dégagea le canal et laissa revenir l’eau, lentement, pour que le bois gonfle.',
    'Le premier soir, toute la ville vint écouter, car le bruit de la roue, même les plus vieux ne le connaissaient que par des récits.',
  ],
  es: [
    'El viejo molino sobre el pueblo llevaba cuarenta años sin girar, y nadie recordaba quién había bajado la última harina por la cuesta.',
    'Entonces, una primavera, un carpintero del valle vecino lo compró, limpió el canal y dejó entrar el agua, despacio, para que la madera se hinchara.',
    'La primera noche vino todo el pueblo a escuchar, porque el ruido de la rueda era algo que hasta los más viejos solo conocían de oídas.',
  ],
  ru: [
    'Старая мельница над городом не вертелась сорок лет, и никто уже не помнил, кто последним нёс с неё муку вниз по склону.',
    'Потом, весной, её купил плотник из соседней долины, расчистил канал и снова пустил воду, медленно, чтобы дерево успело набухнуть.',
    'В первый вечер послушать пришёл весь город, потому что шум колеса даже самые старые знали только по рассказам.',
  ],
  az: [
    'Şəhərin üstündəki köhnə dəyirman qırx il idi ki, fırlanmırdı və ən son unu yoxuşdan aşağı kimin apardığını heç kim xatırlamırdı.',
    'Sonra, bir yaz günü, qonşu vadidən gəlmiş dülgər onu aldı, arxı təmizlədi və suyu yenidən, yavaş-yavaş buraxdı ki, ağac şişsin.',
    'İlk axşam bütün şəhər dinləməyə gəldi, çünki təkərin səsini ən qocalar belə yalnız nağıllardan bilirdi.',
  ],
  ar: [
    'لم تدر الطاحونة القديمة فوق البلدة منذ أربعين عاما، ولم يعد أحد يذكر من حمل آخر كيس من الدقيق نزولا على المنحدر.',
    'ثم اشتراها في الربيع نجار من الوادي المجاور، ونظف القناة، وأعاد إليها الماء ببطء، حتى يتشرب الخشب ويتمدد.',
    'وفي المساء الأول جاءت البلدة كلها لتستمع، لأن صوت الدولاب كان شيئا لا يعرفه حتى أكبرهم سنا إلا من الحكايات.',
  ],
  ja: [
    '町の上にある古い水車小屋は四十年ものあいだ回っておらず、最後に粉を担いで坂を下りたのが誰だったのか、もう誰も覚えていなかった。',
    'ある春、隣の谷から来た大工がそれを買い取り、水路を掃除して、木がふくらむように、ゆっくりと水を入れ直した。',
    '最初の晩には町じゅうの人が音を聞きに来た。水車の音は、いちばん年を取った人でさえ話でしか知らないものだったからである。',
  ],
  zh: [
    '镇子上方的老磨坊已经四十年没有转动过了，谁也记不起最后一个把面粉背下山坡的人是谁。',
    '后来有一年春天，邻近山谷里的一个木匠买下了它，清理了水渠，又把水慢慢放进来，好让木头胀开。',
    '第一天晚上，全镇的人都来听，因为水轮的声音，连最老的人也只是从故事里听说过。',
  ],
};

export const paragraphs = (language = 'en'): string => (PROSE[language] ?? []).map((text) => `<p>${text}</p>`).join('\n');

/** A page around a piece of body HTML, with the furniture every page has. */
export function page(body: string, { title = 'The mill turns again', language = 'en', head = '' } = {}): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>
    <nav><ul><li><a href="/">Home</a><li><a href="/town">Town</a><li><a href="/sport">Sport</a></ul></nav>
    <main><h1>${title}</h1>${body}</main>
    <footer><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></footer></body></html>`;
}

/** Extracts, and fails the test with the reason when there is no article. */
export function articleOf(html: string, url = ADDRESS, options: ExtractOptions = {}): Article {
  const result = extract(parseInert(html), url, options);
  if (!result.ok) throw new Error(`no article: ${result.reason}`);
  return result.article;
}

export const linesOf = (html: string, url = ADDRESS): readonly string[] => articleOf(html, url).text.split('\n');
