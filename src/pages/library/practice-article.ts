/** An article to try Passalong on before having found one. */
import type { Article } from '../../article/article.ts';

const PARAGRAPHS = [
  'My grandmother kept a biscuit tin for the newspaper. When a piece pleased her she cut it out, wrote the date on it in pencil, and laid it in the tin. Some went further: a recipe to her sister, a garden column to the neighbour, a review of a concert to me, folded into a letter with two lines of her own.',
  'She never called it a collection. It was a way of reading. A piece you may have to cut out is a piece you read with more care, and a piece you have sent to somebody is one you will talk about.',
  'A page on a screen is harder to keep. It moves while you read it, and it may be gone next year: addresses change, magazines close, a story slips behind a wall. Printing it gives you six sheets of menus. Sending the address gives your friend the menus.',
  'So here is the tin again. Make the letters larger until your eyes are at ease. Print the piece and see what comes out of the machine. Send it to someone with two lines of your own. Or put it away, and find it again by any word in it.',
] as const;
const QUOTE = 'Do not tell me that you read it. Tell me who you gave it to.';

/** A short piece that has a bit of everything: a heading, a quotation, a list. Its address is one that can't exist. */
export const PRACTICE_ARTICLE: Article = {
  url: 'https://passalong.example/the-biscuit-tin',
  sourceUrl: 'https://passalong.example/the-biscuit-tin',
  title: 'The biscuit tin, or how to keep a piece of writing',
  standfirst: 'A practice article. Read it, print it, send it, put it away: nothing can go wrong.',
  authors: ['The makers of Passalong'],
  publication: 'Passalong',
  language: 'en',
  dir: 'ltr',
  excerpt: PARAGRAPHS[0],
  html: `<p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p><blockquote><p>${QUOTE}</p></blockquote><h2>What became of the scissors</h2><p>${PARAGRAPHS[2]}</p>`
    + '<p>Four things were good about the tin:</p><ul><li>It held the piece and nothing else.</li><li>It was hers, and it stayed in the house.</li>'
    + `<li>It could be opened in ten years.</li><li>What was in it could be given away.</li></ul><h2>Your turn</h2><p>${PARAGRAPHS[3]}</p>`,
  text: [PARAGRAPHS[0], PARAGRAPHS[1], QUOTE, 'What became of the scissors', PARAGRAPHS[2], 'Four things were good about the tin:', 'It held the piece and nothing else.',
    'It was hers, and it stayed in the house.', 'It could be opened in ten years.', 'What was in it could be given away.', 'Your turn', PARAGRAPHS[3]].join('\n'),
  wordCount: 262,
  feeds: [],
  kept: { paragraphs: 6, pictures: 0, embeds: 0, tables: 0 },
  provenance: {},
};
