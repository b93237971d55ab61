/** Standfirsts and first paragraphs often stand in a box of their own between the headline and the body. */
import type { Block } from './blocks.ts';
import type { Candidate } from './candidates.ts';
import { hintsOf } from './hints.ts';
import { isCredit, isPromotion, isStamp } from './phrases.ts';

/** More blocks than this between headline and body, and it is no opening but a page in between. */
const NEAR = 30;
/** Names that junk has, and openings have too. */
const ALSO_OPENING = /^(?:teasers?|meta|metadata|banner|site header|page header|captions?|promo|hidden|post info|article info|summary|widget)$/;

/** The candidate with the opening added when it lies outside of what was kept. */
export function withOpening(candidate: Candidate, root: Element, blocks: readonly Block[], headline: Element | undefined): Candidate {
  const body = blocks.findIndex((block) => candidate.kept.has(block.element));
  const start = headline ? blocks.findIndex((block) => block.element === headline || headline.contains(block.element)) : -1;
  if (body < 0 || start < 0 || start >= body || body - start > NEAR) return candidate;
  const opening = blocks.slice(start + 1, body).filter((block) => isOpening(block, root));
  if (!opening.length || opening.length > 4) return candidate;
  const kept = new Set(candidate.kept);
  for (const { element } of opening) {
    for (let up: Element | null = element; up && up !== root; up = up.parentElement) kept.add(up);
    for (const inner of element.querySelectorAll('*')) kept.add(inner);
  }
  return { ...candidate, kept };
}

function isOpening({ element, text, linked }: Block, root: Element): boolean {
  if (text.length < 60 || linked > text.length * 0.3 || !/[.!?…。！？؟।:]["'”»’)]*$/u.test(text)) return false;
  if (isCredit(text) || isPromotion(text) || isStamp(text) || element.closest('nav, aside, figure, form, footer, li, table, button, select, label')) return false;
  for (let up: Element | null = element; up && up !== root; up = up.parentElement) {
    const { junk } = hintsOf(up);
    if (junk && !ALSO_OPENING.test(junk)) return false;
  }
  return true;
}
