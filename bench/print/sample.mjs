/** Ways to set the paper that a person can choose, drawn at random: the same seed draws the same ones. */
import { printArticles } from './articles.mjs';
import { withSeed } from './seed.mjs';

const CHOICES = {
  paper: ['A4', 'Letter', 'A5', 'Legal'], printSize: [9, 10, 11, 12, 13, 14, 16, 18], printColumns: [1, 2], printMargins: ['narrow', 'normal', 'wide'],
  printFace: ['book', 'plain', 'easy'], printLead: ['tight', 'normal', 'loose'], printPictures: ['all', 'main', 'none'],
  printLinks: ['text', 'underlined', 'listed'], saveInk: [false, true], printHead: [true, false], printCode: [true, false],
};
/** Those that say something new at every setting, and are not so long that nothing else is drawn. Chinese is printed by the first setting, which says what a collection of faces loses. */
const SLUGS = ['lamplighters', 'pictures', 'tables', 'code', 'lists', 'footnotes', 'quotes', 'arabic', 'russian', 'mixed', 'bold-lines', 'wrapped'];
/** Highlights in an article whose notes are printed. */
const MARKS = 5;

/**
 * @param count how many are drawn
 * @param seed a whole number
 * @returns articles with the settings that each is printed with, those on the same paper one after another; `marks` are highlights with notes, when there are any
 */
export function sample(count, seed) {
  const roll = withSeed(seed);
  const articles = printArticles();
  const drawn = Array.from({ length: count }, (_, n) => {
    const settings = drawSettings(roll);
    const slug = SLUGS[(n + roll(2)) % SLUGS.length];
    const { article } = articles.find((each) => each.slug === slug);
    const hasNotes = roll(3) === 0;
    return { slug, article, settings: { ...settings, printNotes: hasNotes }, marks: hasNotes ? marksIn(article, roll, n) : [] };
  });
  return drawn.toSorted((a, b) => CHOICES.paper.indexOf(a.settings.paper) - CHOICES.paper.indexOf(b.settings.paper));
}

/** A choice of everything that can be chosen. */
export function drawSettings(roll) {
  return Object.fromEntries(Object.entries(CHOICES).map(([key, values]) => [key, values[roll(values.length)]]));
}

function marksIn(article, roll, draw) {
  const blocks = article.text.split('\n').filter((line) => line.length > 120);
  return Array.from({ length: Math.min(MARKS, blocks.length) }, (_, n) => ({ id: `draw-${draw}-${n}`, exact: blocks[roll(blocks.length)].slice(0, 60), note: `A note, the ${n + 1}th of those that were put beside this text.` }));
}
