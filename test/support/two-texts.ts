/** Pages of one site on which the longer text is not the one a person came for; made of one template, with class names thrown together anew on each. */

export interface TwoTexts {
  readonly title: string;
  readonly author: string;
  /** As written on the page. */
  readonly day: string;
  /** Paragraphs of what the person came for. */
  readonly notice: readonly string[];
  /** What a build makes of class names: another word on each page. */
  readonly hash: string;
  /** Something put in before, which moves everything along. */
  readonly before?: string;
  /** More at the end of the page, such as a script. */
  readonly after?: string;
}

const ESSAY = Array.from({ length: 9 }, (_, n) => `In the ${['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'][n]} week the orchard keeper walked the rows again, counted the bent branches, wrote the sum on the shed door, and told nobody, because the sum was never the same and the trees, she said, were entitled to their moods.`);

/** A parish page: a long standing essay in the middle, and the week's short notice beside it. */
export function twoTexts({ title, author, day, notice, hash, before = '', after = '' }: TwoTexts): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - Parish Sheet</title>
<style>body{font:16px/1.5 sans-serif;margin:0} .row{display:flex;gap:24px;padding:16px} .sc-${hash}{flex:1;padding:8px} .sc-x${hash}{flex:1;padding:8px}</style></head>
<body><header class="top-${hash}"><a href="/">Parish Sheet</a> <a href="/a">Choir</a> <a href="/b">Bells</a></header>${before}
<div class="row"><div class="sc-${hash} essay_body__${hash}"><h2>The orchard, as every year</h2>${ESSAY.map((text) => `<p>${text}</p>`).join('')}</div>
<div class="sc-x${hash}" data-component="week-notice"><div class="jss${hash.length}9${hash}"><h3 class="hl-${hash}">${title}</h3><div class="who"><span>${author}</span> <i>${day}</i></div>
<div class="t-${hash}">${notice.map((text) => `<p>${text}</p>`).join('')}</div></div></div></div>
<footer>Parish Sheet, printed on Thursdays</footer>${after}</body></html>`;
}

export const FERRY: TwoTexts = {
  title: 'The small ferry goes at six again', author: 'Wilma Teague', day: '4 May 2026', hash: '1x7Gh2',
  notice: [
    'From Monday the small ferry leaves the north steps at six in the morning, as it did before the engine was taken out, and comes back whenever Mr Pascoe has finished his tea.',
    'Bring small coins. The tin has no bottom any more, and Mr Pascoe holds his hand under it, which he says is steadier than most banks.',
    'Dogs travel free if they have been introduced. Bicycles lie down. Pianos are to be discussed beforehand, after what happened in March.',
  ],
};

export const BELLS: TwoTexts = {
  title: 'Two bells are silent until the frost', author: 'Osric Vane', day: '11 May 2026', hash: 'q9Zk0vB',
  before: '<div class="promo-strip"><p>Have you seen the new tea towels? They are on the table by the door, and they are not getting any newer.</p></div>',
  notice: [
    'The third bell and the fifth are being kept still while the frame is mended, so weddings this month will sound a little thoughtful, and late people will have to look at a clock.',
    'Anybody who owns a long ladder, and is not fond of it, is asked to leave it by the vestry. It may come back shorter, as the frame is being measured by eye.',
    'Practice is on Thursday as ever, with spoons on saucers. The neighbours have agreed to this and have asked us to put it in writing that they were consulted.',
  ],
};
