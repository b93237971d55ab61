/** The standfirst: the line or two between headline and text that say what it is about. Only when the reader sees it. */
import { likeness } from './title.ts';
import { wordKey } from './folding.ts';
import { textValue, unescapeText, type HeadFacts } from './head-facts.ts';
import type { Layout } from './layout.ts';
import type { Survey } from './page-survey.ts';
import * as REGION from './region.ts';
import { proof, type Choice } from './vote.ts';

const HINT = /standfirst|sub-?(?:title|head|headline)|(?:^|[^a-z])(?:dek|deck|lede|lead|intro|teaser-?text|summary|chapo|chapeau|excerpt|sapo|ingress|anriss|vorspann|bajada|entradilla|occhiello|sommario|abstract|kicker-text|tagline|description|perex|zajawka|lid)(?![a-z])/;

export function findStandfirst(head: HeadFacts, survey: Survey, layout: Layout, title: string): Choice<string> | undefined {
  const described = [head.meta('og:description')[0], head.meta('description')[0], head.meta('twitter:description')[0], textValue(head.articles[0]?.['description'])]
    .map((text) => wordKey(unescapeText(text ?? ''))).filter((key) => key.length > 20);
  const titleKey = wordKey(title);
  for (let i = layout.headline + 1; i <= Math.min(layout.start + 1, layout.headline + 14, survey.lines.length - 1); i++) {
    const line = survey.lines[i];
    if (!line || line.length < 30 || line.length > 395 || line.linked > line.length * 0.5 || line.region & ~layout.own & (REGION.ELSEWHERE | REGION.CAPTION | REGION.BIOGRAPHY)) continue;
    const key = wordKey(line.text);
    if (key === titleKey) continue;
    const hinted = HINT.test(hints(line.block)) || /^H[2-4]$/.test(line.block.tagName);
    const echoed = described.some((text) => text === key || text.startsWith(key.slice(0, 100)) || likeness(text, key) > 0.8);
    if (hinted && (echoed || line.length > 50)) return { value: line.text, provenance: proof(echoed ? 'standfirst-described' : 'standfirst-class', echoed ? 0.9 : 0.65) };
    // Without a class, what the head calls the description is still a standfirst when text of another style follows.
    if (echoed && i < layout.start && line.length < 300) return { value: line.text, provenance: proof('description-shown', 0.6) };
    if (i >= layout.start) break;
  }
  return undefined;
}

function hints(element: Element): string {
  const own = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
  const parent = element.parentElement;
  return `${own} ${parent && /^(?:DIV|SECTION|HEADER)$/.test(parent.tagName) && parent.childElementCount <= 2 ? parent.getAttribute('class') ?? '' : ''}`.toLowerCase();
}
