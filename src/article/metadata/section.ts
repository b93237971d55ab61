/** The part of the paper: from the breadcrumbs, the mark-up, or what the head says. */
import { listOf, resolve, typesOf, type JsonLdNode } from '../json-ld.ts';
import type { PreparedPage } from '../prepared-page.ts';
import { squash, wordKey } from './folding.ts';
import { textValue, unescapeText, type HeadFacts } from './head-facts.ts';
import type { Layout } from './layout.ts';
import { textOf, type Survey } from './page-survey.ts';
import type { SiteName } from './site.ts';
import { elect, type Candidate, type Choice } from './vote.ts';

/** Steps that are no part of the paper. Those that lead to the front page are known by where they lead. */
const HOME = /^(?:home ?page|home|index|main|blog|news|archive)$/;

export function findSection(page: PreparedPage, head: HeadFacts, survey: Survey, layout: Layout, site: SiteName, title: string): Choice<string> | undefined {
  const titleKey = wordKey(title);
  const candidates: Candidate<string>[] = [];
  const usable = (raw: string): string | undefined => {
    const name = squash(unescapeText(raw)).replace(/^[\s>/»|:›·-]+|[\s>/»|:›·-]+$/g, '');
    const key = wordKey(name);
    return key && name.length <= 60 && key !== titleKey && !HOME.test(key) && !site.isSite(name) && !/^\d+$/.test(key) && !/^https?:/.test(name) ? name : undefined;
  };
  const add = (raw: string | undefined, source: string, prior: number): void => {
    const value = raw === undefined ? undefined : usable(raw);
    if (value) candidates.push({ value, source, prior });
  };
  for (const node of head.articles.slice(0, 2)) add(textValue(node['articleSection']), 'json-ld', 0.75);
  for (const key of ['article:section', 'parsely-section', 'section', 'category', 'articlesection']) add(head.meta(key)[0]?.split(/[,;|]/)[0], 'meta', key === 'article:section' ? 0.75 : 0.6);
  // "category tag" is how the commonest of publishing systems marks the links to its sections.
  const link = page.doc.querySelector('a[rel~="category" i]');
  if (link) add(textOf(link, 60), 'tag-link', 0.4);
  for (const trail of [...listTrails(page.jsonLd), ...visibleTrails(survey, layout)]) {
    const steps = trail.steps.filter(({ href }) => !isFront(href, page.url)).map(({ name }) => usable(name)).filter((step) => step !== undefined);
    const section = steps.at(-1);
    if (section !== undefined) candidates.push({ value: section, source: trail.source, prior: trail.prior });
  }
  return elect(candidates, wordKey);
}

interface Trail { readonly steps: readonly { readonly name: string; readonly href: string }[]; readonly source: string; readonly prior: number }

/** The site's front page, or that of one of its languages. */
function isFront(href: string, url: string): boolean {
  return href !== '' && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w+)?$/i.test(URL.parse(href, url)?.pathname ?? '');
}

function listTrails(nodes: readonly JsonLdNode[]): readonly Trail[] {
  return nodes.filter((node) => typesOf(node).includes('BreadcrumbList')).slice(0, 3).map((node) => ({
    source: 'breadcrumb', prior: 0.7,
    steps: listOf(node['itemListElement']).flatMap((item) => {
      const step = resolve(item, nodes);
      const target = resolve(step?.['item'] ?? null, nodes);
      return step ? [{ name: textValue(step['name']) ?? textValue(target?.['name']) ?? '', href: textValue(target?.['@id'] ?? step['item']) ?? '' }] : [];
    }),
  }));
}

/** Breadcrumbs by their mark-up, or a line of short links with separators right above the headline. */
function visibleTrails(survey: Survey, layout: Layout): readonly Trail[] {
  const trails: Trail[] = [];
  for (const { element, at } of survey.crumbs) {
    if (at > layout.headline + 6) continue;
    const links = element.querySelectorAll('a[href]');
    if (links.length === 0 || links.length > 8) continue;
    trails.push({ steps: [...links].map((link) => ({ name: textOf(link, 80), href: link.getAttribute('href') ?? '' })), source: 'breadcrumb', prior: 0.75 });
  }
  for (let i = Math.max(0, layout.headline - 6); i < layout.headline; i++) {
    const line = survey.lines[i];
    if (!line || line.length > 160 || !/[/>»›|]|::/.test(line.text) || line.linked < line.length * 0.3) continue;
    const steps = line.runs.flatMap(({ text, element }) => { const link = element.closest('a'); return link ? [{ name: text, href: link.getAttribute('href') ?? '' }] : []; });
    if (steps.length && steps.length <= 6 && steps.some(({ name }) => name.length > 1)) trails.push({ steps, source: 'breadcrumb', prior: 0.6 });
  }
  return trails;
}
