// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metadataOf, PROSE } from './page-of.ts';

const SHARED = join(import.meta.dirname, '../../../../shared/pages');

/** An old page: tables for layout, no meta tags, lists of teasers with dates, a clock in the header. */
const OLD_PAGE = `<title>LANTERN.EX - Old mill turns again after forty years</title>
<table><tr><td colspan=3><a href="/"><img src="l.gif" alt="LANTERN.EX"></a> <span class="now">3 March 2030 [08:10]</span>
<table><tr><td><a href="/view/town/">Town</a></td><td><a href="/view/craft/">Craft &amp; Trade</a></td></tr></table></td></tr>
<tr><td class="left"><b>Most read</b><br><a href="/a">Ferry timetable changes for the winter season</a> 11 June 2019 [10:01]<br><a href="/b">Bridge to be painted green after a vote of the town</a> 12 June 2019 [09:20]<br></td>
<td class="content"><div class="path"><a href="/">LANTERN.EX</a> / <a href="/view/craft/">Craft &amp; Trade</a></div>
<h1 class="title">Old mill turns again after forty years</h1><div class="date">12 June 2019 [17:40] - LANTERN.EX</div>
<div class="text"><b>By Rivernews</b><br><br><hr><b>By Odile Marsh</b><br><br>${PROSE.replace(/<\/?p>/g, '<br><br>')}</div>
<table class="tools"><tr><td><a href="/print/news/craft/77.html"><img src="p.gif" alt=""> Print version</a></td><td>Views: 12</td></tr></table></td>
<td class="right"><b>Latest news</b><br><a href="/d">Choir sings on the market square on Sunday evening</a> 13 June 2019<br></td></tr></table>`;

describe('an old page with nothing but what the reader sees', () => {
  it('tells section, title, day and minute, paper, writer, site and print version', () => {
    expect(metadataOf(OLD_PAGE, 'http://www.lantern.ex/news/craft/77.html')).toMatchObject({
      title: 'Old mill turns again after forty years', section: 'Craft & Trade', published: '2019-06-12T17:40', publication: 'Rivernews',
      authors: ['Odile Marsh'], siteName: 'LANTERN.EX', printVersion: 'http://www.lantern.ex/print/news/craft/77.html',
    });
  });

  it.skipIf(!existsSync(SHARED))('reads the page that the product comes from as its labels say (needs ../shared)', () => {
    const expected = JSON.parse(readFileSync(join(SHARED, 'todayaz.json'), 'utf8')) as Record<string, unknown>;
    expect(metadataOf(readFileSync(join(SHARED, 'todayaz.html'), 'utf8'), String(expected['url']))).toMatchObject({
      title: expected['title'], section: expected['section'], published: expected['publishedTime'], publication: expected['publication'],
      authors: expected['authors'], siteName: expected['siteName'], printVersion: expected['printVersion'],
    });
  });
});
