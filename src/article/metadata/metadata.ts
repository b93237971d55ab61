/** What a page says about its article: title, people, dates, places. Candidates with their source, then a vote. */
import type { Article, Provenance, ProvenField } from '../article.ts';
import type { PreparedPage } from '../prepared-page.ts';
import { findAuthors } from './authors.ts';
import { findDatesOf } from './dates.ts';
import { headFacts } from './head-facts.ts';
import { findKeywords, isPaywalled } from './labels.ts';
import { findLanguage } from './language.ts';
import { findLayout } from './layout.ts';
import { findLeadImage } from './lead-image.ts';
import { findCanonical, findFeeds, findLicence, findNextPage, findPrintVersion } from './links.ts';
import { surveyPage, textOf } from './page-survey.ts';
import { findSection } from './section.ts';
import { findSite } from './site.ts';
import { findStandfirst } from './standfirst.ts';
import { findTitle } from './title.ts';
import type { Choice } from './vote.ts';

/** An Article's fields but for its body; `title` is empty when the page has none at all. */
export interface Metadata extends Omit<Article, 'sourceUrl' | 'upright' | 'excerpt' | 'html' | 'text' | 'wordCount' | 'kept'> {
  /** Exact texts (white space collapsed) of the page's byline, date and headline blocks: dropped from the body's ends. */
  readonly bylineTexts: readonly string[];
}

/** Finds them. Never throws on any page; linear in its size. */
export function findMetadata(page: PreparedPage): Metadata {
  const head = headFacts(page);
  const survey = surveyPage(page.doc);
  const site = findSite(page, head);
  const title = findTitle(head, survey, site);
  const layout = findLayout(survey, title.heading);
  const { language, dir } = findLanguage(page, head, survey);
  const dates = findDatesOf(page, head, survey, layout, language?.value ?? '');
  const people = findAuthors(page, head, survey, layout, site, title.value);
  const url = findCanonical(page, head);

  const provenance: Partial<Record<ProvenField, Provenance>> = { title: title.provenance, url: url.provenance };
  const field = <K extends ProvenField, T>(key: K, choice: Choice<T> | undefined): Partial<Record<K, T>> => {
    if (choice === undefined) return {};
    provenance[key] = choice.provenance;
    return { [key]: choice.value } as Partial<Record<K, T>>;
  };
  return {
    title: title.value,
    ...field('standfirst', findStandfirst(head, survey, layout, title.value)),
    authors: field('authors', people.authors).authors ?? [],
    ...field('publication', people.publication),
    ...field('siteName', site.choice),
    ...field('section', findSection(page, head, survey, layout, site, title.value)),
    ...field('published', dates.published),
    ...field('modified', dates.modified),
    ...field('language', language),
    dir,
    ...field('keywords', findKeywords(page, head)),
    ...field('licence', findLicence(page, head)),
    ...field('nextPage', findNextPage(page)),
    ...(isPaywalled(head) ? { paywalled: true } : {}),
    ...field('leadImage', findLeadImage(page, head)),
    url: url.value,
    ...field('printVersion', findPrintVersion(page, head)),
    feeds: findFeeds(page, head),
    provenance,
    bylineTexts: [...new Set([...(title.heading ? [textOf(title.heading.element, 400)] : []), ...people.lines, ...dates.lines])],
  };
}
