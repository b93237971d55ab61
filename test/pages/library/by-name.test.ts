import '../../support/extension-page.ts';
/** The order of names: as people count and as the language has it, not as the machine stores them. */
import { expect, it } from 'vitest';
import { mostFirst, nameOrder } from '../../../src/pages/library/by-name.ts';

const inOrder = (language: string, ...names: string[]) => names.toSorted(nameOrder(language));

it('counts numbers by their worth, wherever they stand in a name', () => {
  expect(inOrder('en', 'tag 10', 'tag 2', 'tag 1', '2 cups', '10 cups')).toEqual(['2 cups', '10 cups', 'tag 1', 'tag 2', 'tag 10']);
});

it('puts capital letters and marks where the alphabet has them', () => {
  expect(inOrder('en', 'Zebra', 'élan', 'apple', 'Elm')).toEqual(['apple', 'élan', 'Elm', 'Zebra']);
  expect(inOrder('sv', 'ärta', 'zebra', 'arm')).toEqual(['arm', 'zebra', 'ärta']);
  expect(inOrder('de', 'ärmel', 'zebra', 'arm')).toEqual(['arm', 'ärmel', 'zebra']);
});

it('puts those with most articles first, and the others as people count', () => {
  const named = [{ name: 'site10.example', count: 1 }, { name: 'site2.example', count: 1 }, { name: 'zebra.example', count: 3 }];
  expect(named.toSorted(mostFirst).map(({ name }) => name)).toEqual(['zebra.example', 'site2.example', 'site10.example']);
});
