/**
 * From an element that a person pointed at to where its like stands on other pages of the site: several selectors, each
 * naming this element alone on this page, the one most likely to last first. `article/chosen.ts` obeys them.
 */
import type { Locator } from '../article/chosen.ts';
import { steadyBeginning, worthOfName } from './steady-names.ts';

/** More selectors than this add nothing. */
const MOST = 6;
/** Ancestors looked at for something to hold on to. */
const HIGH = 8;
/** Attributes by which pages say what an element is, for search engines, for tests of their own, for readers' aids. */
const SAYING = ['itemprop', 'property', 'role', 'data-testid', 'data-test-id', 'data-test', 'data-qa', 'data-component', 'data-module', 'data-role', 'data-block', 'rel'] as const;

/** Where an element stands, word for word: for this very page. */
export function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) steps.unshift(stepOf(at));
  return steps.join(' > ');
}

function stepOf(element: Element): string {
  const name = element.localName;
  const all = element.parentElement?.children ?? [];
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return `:nth-child(${[...all].indexOf(element) + 1})`;
  const same = [...all].filter((other) => other.localName === name);
  return same.length > 1 ? `${name}:nth-of-type(${same.indexOf(element) + 1})` : name;
}

/**
 * @param element in a copy of the page as the pipeline reads it (`prepare`)
 * @param words what this page is about, lower case: names made of them are this page's alone
 * @returns nothing when nothing about the element is likely to last
 */
export function locatorOf(element: Element, words: ReadonlySet<string> = new Set()): Locator {
  const doc = element.ownerDocument;
  const isAlone = (selector: string): boolean => {
    const found = doc.querySelectorAll(selector);
    return found.length === 1 && found[0] === element;
  };
  const out: string[] = [];
  const take = (selectors: Iterable<string>, most: number): void => {
    let taken = 0;
    for (const selector of selectors) {
      if (out.length >= MOST || taken >= most) return;
      if (out.includes(selector) || !isAlone(selector)) continue;
      out.push(selector);
      taken += 1;
    }
  };
  const own = namesOf(element, words);
  const anchors = anchorsOf(element, words);
  take(own, 2);
  take(pairsOf(own), 1);
  take(within(anchors, own), 1);
  take([element.localName], 1);
  take(within(anchors, [element.localName]), 1);
  take(shapesOf(element, anchors), 1);
  take(waysDown(element, anchors), 1);
  // The bare way from the top leads elsewhere as soon as anything is put in: only where there is nothing else, and never far.
  if (!out.length) take([pathOf(element)].filter((path) => path.split('>').length <= 7), 1);
  return out;
}

/** Selectors by the element's own names, the most telling first. They need not name it alone. */
function namesOf(element: Element, words: ReadonlySet<string>): readonly string[] {
  const { localName: tag } = element;
  if (!/^[a-z][a-z0-9-]*$/.test(tag)) return [];
  const found: (readonly [selector: string, worth: number])[] = [];
  const add = (selector: string, worth: number): void => { if (worth > 0) found.push([selector, worth]); };
  // The pipeline's copy has no ids on controls and forms.
  if (element.id && !/^(?:form|button|input|select|textarea|fieldset|object|embed)$/.test(tag)) {
    add(`#${element.id}`, worthOfName(element.id, words) * 2);
    const start = steadyBeginning(element.id);
    if (start) add(`${tag}[id^="${start}"]`, worthOfName(start.replace(/[-_]+$/, ''), words));
  }
  for (const attribute of SAYING) {
    const value = element.getAttribute(attribute) ?? '';
    const [word = ''] = value.trim().split(/\s+/);
    if (/^[\w:-]{2,60}$/.test(word)) add(`${tag}[${attribute}~="${word}"]`, worthOfName(word.replaceAll(':', '-'), words) * 1.8);
  }
  for (const name of element.classList) {
    add(`${tag}.${name}`, worthOfName(name, words));
    const start = steadyBeginning(name);
    if (start) add(`${tag}[class*="${start}"]`, worthOfName(start.replace(/[-_]+$/, ''), words) * 0.8);
  }
  return found.toSorted((a, b) => b[1] - a[1]).map(([selector]) => selector).slice(0, 6);
}

/** Two class names together: `div.text.long`. */
function pairsOf(own: readonly string[]): readonly string[] {
  const classes = own.filter((selector) => /^[a-z0-9-]+\.[\w-]+$/.test(selector));
  return classes.flatMap((first, n) => classes.slice(n + 1).map((second) => first + second.slice(second.indexOf('.'))));
}

/** What holds the element and has a name of its own: selectors that name one element alone, nearest first. */
function anchorsOf(element: Element, words: ReadonlySet<string>): readonly (readonly [Element, string])[] {
  const out: (readonly [Element, string])[] = [];
  let up = element.parentElement;
  for (let high = 0; up && up.localName !== 'html' && high < HIGH; high += 1) {
    const doc = up.ownerDocument;
    const holder = up;
    const names = [...namesOf(holder, words), ...(/^(?:main|article|body)$/.test(holder.localName) ? [holder.localName] : [])];
    const name = names.find((selector) => doc.querySelectorAll(selector).length === 1);
    if (name) out.push([holder, name]);
    up = up.parentElement;
  }
  return out;
}

function within(anchors: readonly (readonly [Element, string])[], selectors: readonly string[]): readonly string[] {
  return anchors.flatMap(([, anchor]) => selectors.map((selector) => `${anchor} ${selector}`));
}

/** By what stands in it: the one that has several paragraphs of its own. */
function shapesOf(element: Element, anchors: readonly (readonly [Element, string])[]): readonly string[] {
  if ([...element.children].filter(({ localName }) => localName === 'p').length < 3) return [];
  const shape = `${element.localName}:has(> p ~ p ~ p)`;
  return [...within(anchors, [shape]), shape];
}

/** Step by step from the nearest holder with a name: a few steps only. */
function waysDown(element: Element, anchors: readonly (readonly [Element, string])[]): readonly string[] {
  return anchors.filter(([, anchor]) => anchor !== 'body').flatMap(([holder, anchor]) => {
    const steps: string[] = [];
    for (let at: Element | null = element; at && at !== holder; at = at.parentElement) steps.unshift(stepOf(at));
    return steps.length <= 4 ? [`${anchor} > ${steps.join(' > ')}`] : [];
  });
}
