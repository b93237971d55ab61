import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupOf, leftOutOf } from '../../../src/pages/popup/left-out.ts';

const sourceOf = (name: string): string => readFileSync(`src/article/body/${name}.ts`, 'utf8');
const none = { paragraphs: 1, pictures: 0, embeds: 0, tables: 0 };

/** Rules that are other text on purpose: they say where a line stood, not what it was. */
const ELSE = ['head-blank', 'head-heading', 'head-short', 'mid-code', 'tail-heading', 'tail-short', 'tail-afterword', 'loader', 'player', 'video js', '<canvas>', '<map>', '<template>'];

describe('the words for what was left out', () => {
  it('are there for every rule of trimming', () => {
    const rules = [...new Set(sourceOf('trim').match(/(?<=')(?:head|mid|tail)-[a-z\d-]+(?=')|(?<=')repeat(?=')/g))];
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.filter((rule) => groupOf(rule) === 'leftElse' && !ELSE.includes(rule))).toEqual([]);
  });

  it('are there for every name that a box is known by', () => {
    const source = sourceOf('hints');
    const list = source.slice(source.indexOf('const JUNK = '), source.indexOf('const JUNK_TAGS'));
    const names = [...list.slice(0, list.indexOf('].join')).matchAll(/'([^']+)'/g)].map(([, name]) => name!.replace(/\(\?:([^|)]*)[^)]*\)/g, '$1').replace(/ \?| \?|\?/g, ''));
    const sets = ['JUNK_TAGS', 'JUNK_ROLES'].flatMap((set) => [...new RegExp(`${set}[^[]*\\[([^\\]]*)`).exec(source)![1]!.matchAll(/'([^']+)'/g)].map(([, name]) => (set === 'JUNK_TAGS' ? `<${name}>` : `role ${name}`)));
    expect(names.length + sets.length).toBeGreaterThan(150);
    expect([...names, ...sets].filter((rule) => groupOf(rule) === 'leftElse' && !ELSE.includes(rule))).toEqual([]);
  });

  it.each([
    ['<nav>', 'leftMenus'], ['role banner', 'leftMenus'], ['site header', 'leftMenus'], ['share', 'leftSharing'], ['newsletter', 'leftForms'], ['typing', 'leftForms'], ['<form>', 'leftForms'],
    ['ads', 'leftAds'], ['tail-promotion', 'leftAds'], ['comments', 'leftComments'], ['mid-credit', 'leftRights'], ['tail-legal', 'leftRights'], ['mid-contents-label', 'leftContents'],
    ['head-known', 'leftAbout'], ['mid-stamp', 'leftAbout'], ['itemprop datePublished', 'leftAbout'], ['tail-author', 'leftAbout'], ['mid-label', 'leftLinks'], ['tail-linked', 'leftLinks'], ['card', 'leftLinks'],
    ['cookie', 'leftNotices'], ['role dialog', 'leftNotices'], ['hidden', 'leftHidden'], ['repeat', 'leftRepeated'], ['outside', 'leftElse'],
  ])('put %s where a reader would', (rule, group) => {
    expect(groupOf(rule)).toBe(group);
  });

  it('add up what is alike, most first and other text last', () => {
    expect(leftOutOf({ ...none, leftOut: 40, dropped: { outside: 9, share: 1, social: 1, '<nav>': 3, 'head-short': 1 } })).toEqual([['leftMenus', 3], ['leftSharing', 2], ['leftElse', 10]]);
  });

  it('are none where nobody counted', () => {
    expect(leftOutOf(none)).toEqual([]);
  });
});
