/** The four verbs and the mark, drawn for Passalong. */
import { drawing, type IconNode } from './dom.ts';

const BOOK: IconNode = [
  ['path', { class: 'fill', d: 'M14 8C11.400 6 8 5.400 4 5.700v14.600c4-.3 7.400.3 10 2.300 2.600-2 6-2.600 10-2.300V5.700C20 5.400 16.600 6 14 8Z' }],
  ['path', { d: 'M14 8v14.600M7.200 10.200c1.500 0 2.800.2 4 .8M7.200 14c1.500 0 2.800.2 4 .8M16.800 11c1.200-.6 2.500-.8 4-.8M16.800 14.800c1.200-.6 2.500-.8 4-.8' }],
];
const PRINTER: IconNode = [
  ['path', { d: 'M8 10V4h12v6' }],
  ['rect', { class: 'fill', x: 3.5, y: 10, width: 21, height: 10.5, rx: 1.5 }],
  ['path', { class: 'paper', d: 'M7.500 16h13v8.500h-13Z' }],
  ['path', { d: 'M10.500 19h7M10.500 21.700h4.500' }],
];
const ENVELOPE: IconNode = [
  ['path', { d: 'M7 13V4h14v9M10 7.500h8M10 10.500h5' }],
  ['path', { class: 'fill', d: 'm3.500 11.500 10.500 6.700 10.500-6.700V22a1.500 1.500 0 0 1-1.500 1.500H5A1.500 1.500 0 0 1 3.500 22Z' }],
];
const DRAWER: IconNode = [
  ['path', { d: 'M8 13V4.500h9l3 3V13' }],
  ['path', { class: 'fill', d: 'M4 13h20v9a1.500 1.500 0 0 1-1.500 1.500h-17A1.500 1.500 0 0 1 4 22Z' }],
  ['path', { d: 'M10.500 16.800h7v2.700h-7Z' }],
];
const DRAWER_DONE: IconNode = [DRAWER[0]!, DRAWER[1]!, ['path', { d: 'm10.500 18 2.500 2.500 5-5', 'stroke-width': 2 }]];
const MARK: IconNode = [
  ['path', { fill: '#fff', stroke: '#288B9B', 'stroke-width': 2.4, 'stroke-linejoin': 'round', d: 'M9.200 20V1.400h8.400l7.400 7.400V19' }],
  ['path', { fill: 'none', stroke: '#288B9B', 'stroke-width': 2, 'stroke-linejoin': 'round', 'stroke-linecap': 'round', d: 'M17.400 1.800V9h7.200M13 8.400h1.400M13 12.200h8M13 15.800h8' }],
  ['path', { fill: '#288B9B', d: 'M0 20.400h3.900V32H1.200A1.200 1.200 0 0 1 0 30.800ZM6 21.600h5.200c2.300 0 3.600 2.100 5.800 2.100h4.700c1.300 0 2.100.9 2 1.900l5.300-3.600a1.900 1.900 0 0 1 2.300 3L24.500 30.800c-.5.4-1.100.7-1.800.7H6Z' }],
];

const VERBS = { read: BOOK, print: PRINTER, share: ENVELOPE, save: DRAWER, saved: DRAWER_DONE } as const;
export type Verb = keyof typeof VERBS;

export function verbIcon(verb: Verb): SVGElement {
  return drawing(VERBS[verb], 'verb-icon', 28);
}

/** The product's mark. */
export function mark(): SVGElement {
  return drawing(MARK, 'mark', 32);
}
