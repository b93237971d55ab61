/** The drawings on the tools of the strip. */
import {
  AArrowDown, AArrowUp, Archive, Ellipsis, ExternalLink, Headphones, Highlighter, LayoutList, Library, Mail, Printer, SunMoon, ALargeSmall,
} from 'lucide';
import { byId, icon, type IconNode } from '../shared/dom.ts';

const DRAWINGS: Readonly<Record<string, readonly [IconNode, 'flip'?]>> = {
  'open-text': [ALargeSmall as IconNode],
  'open-paper': [SunMoon as IconNode],
  'more-paper': [SunMoon as IconNode],
  'open-outline': [LayoutList as IconNode, 'flip'],
  'more-outline': [LayoutList as IconNode, 'flip'],
  'open-listen': [Headphones as IconNode],
  'more-listen': [Headphones as IconNode],
  'open-highlights': [Highlighter as IconNode],
  'more-highlights': [Highlighter as IconNode],
  'original': [ExternalLink as IconNode, 'flip'],
  'more-original': [ExternalLink as IconNode, 'flip'],
  'open-print': [Printer as IconNode],
  'share': [Mail as IconNode],
  'save': [Archive as IconNode],
  'open-more': [Ellipsis as IconNode],
  'more-library': [Library as IconNode],
  'smaller': [AArrowDown as IconNode],
  'larger': [AArrowUp as IconNode],
};

export function drawTools(): void {
  for (const [id, [drawing, flip]] of Object.entries(DRAWINGS)) byId(id).prepend(icon(drawing, flip));
}

export function saveIcon(): SVGElement {
  return icon(Archive as IconNode);
}
