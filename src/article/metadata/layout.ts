/** Where the article lies among the page's lines: headline, start and end of the running text. */
import type { Heading, Line, Survey } from './page-survey.ts';
import * as REGION from './region.ts';

export interface Layout {
  /** Line of the headline (0 when no heading carries it). */
  readonly headline: number;
  /** First and last line of running text after it; both are the headline when there is none. */
  readonly start: number;
  readonly end: number;
  /** Last line of what stands around the headline: a standfirst may come before byline and date. */
  readonly zone: number;
  /** Regions the headline itself stands in: a page that is one big "widget" is no less an article. */
  readonly own: number;
}

export function findLayout(survey: Survey, heading: Heading | undefined): Layout {
  const { lines } = survey;
  const own = heading?.region ?? 0;
  const headline = Math.min(heading?.at ?? 0, Math.max(0, lines.length - 1));
  let start = -1;
  let second = -1;
  let end = headline;
  for (let i = headline + (heading ? 1 : 0); i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.region & ~own & REGION.ELSEWHERE) continue;
    if (!isProse(line)) continue;
    if (start < 0) start = i;
    else if (i - end > 40) break;
    else if (second < 0) second = i;
    end = i;
  }
  if (start < 0) start = headline;
  const opening = second - start > 2 ? second : start + 2;
  return { headline, start, end: Math.max(start, end), zone: Math.min(headline + 40, Math.max(opening, headline + 6), end > start ? end : headline + 40), own };
}

/** A line of running text: long, and not made of links. Scripts without spaces say as much in fewer characters. */
export function isProse(line: Line): boolean {
  if (line.linked > line.length * 0.5) return false;
  return line.length >= 120 || (line.length >= 45 && /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(line.text));
}
