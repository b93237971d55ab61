// @vitest-environment jsdom
/** One small page a rule: what a page may say, in many languages, and what is read from it. */
import { describe, expect, it } from 'vitest';
import { metadataOf, PROSE } from './page-of.ts';

const page = (above: string, { head = '', lang = 'en', title = 'The mill turns again', below = '' } = {}): string =>
  `<html lang="${lang}"><head>${head}</head><body><h1>${title}</h1>${above}${PROSE}${below}</body></html>`;
const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('authors', () => {
  const lines: readonly (readonly [string, string, readonly string[]])[] = [
    ['en', '<p>By Odile Marsh</p>', ['Odile Marsh']],
    ['en', '<p>By Odile Marsh and Tom Weir</p>', ['Odile Marsh', 'Tom Weir']],
    ['en', '<p>Written by<br>Odile Marsh</p>', ['Odile Marsh']],
    ['en', '<p>By Odile Marsh | Updated 3 May 2021 | 5 min read</p>', ['Odile Marsh']],
    ['en', '<p>Words and pictures by Odile Marsh</p>', ['Odile Marsh']],
    ['en', '<div class="byline"><span>By</span> <a href="/people/om">Odile Marsh</a> <span>Chief Gardening Correspondent</span> <time datetime="2021-05-03">3 May</time></div>', ['Odile Marsh']],
    ['en', '<span class="author">Odile Marsh, MD</span>', ['Odile Marsh']],
    ['en', '<p>By Dana Reed</p><p>Edited by <a href="/author/kim">Kim Stone</a></p>', ['Dana Reed']],
    ['en', '<div class="author-avatar"><img src="o.jpg" alt="Odile Marsh’s avatar"></div>', ['Odile Marsh']],
    ['en', '<p class="author-links"><a href="/author/odile/">View all posts by Odile Marsh</a></p>', ['Odile Marsh']],
    ['en', '<p>Author information</p>', []],
    ['en', '<div class="byline"><span>By</span> <a rel="author" href="/author/nina">Nina Marsh</a></div>', ['Nina Marsh']],
    ['en', '<div class="article-author"><span>Written by</span> <b>Dan Weir</b></div>', ['Dan Weir']],
    ['en', '<div>Written by<br>Dana Reed</div><div>Researched by<br>Kim Stone</div>', ['Dana Reed']],
    ['en', '<span class="author">Odile Marsh Headshot</span>', ['Odile Marsh']],
    ['de', '<span class="author">Anna Groß, Online-Redaktion</span>', ['Anna Groß']],
    ['en', '<div class="author-topic">Mill Turns</div><div class="byline">Odile Marsh</div>', ['Odile Marsh']],
    ['en', '<div class="author">Odile Marsh</div><div class="author">Expert Verified</div>', ['Odile Marsh']],
    ['de', '<p>Von Jörg Weiß</p>', ['Jörg Weiß']],
    ['de', '<p>Ein Beitrag von Anna Groß und Jan Behr</p>', ['Anna Groß', 'Jan Behr']],
    ['fr', '<p>Par Élodie Marchais, publié le 3 mai 2021</p>', ['Élodie Marchais']],
    ['es', '<p>Por Inés Molina</p>', ['Inés Molina']],
    ['it', '<p>A cura di Piero Conti</p>', ['Piero Conti']],
    ['nl', '<p>Door Joost van der Berg</p>', ['Joost van der Berg']],
    ['sv', '<p>Text av Åsa Lind</p>', ['Åsa Lind']],
    ['pl', '<p>Autor: Ewa Młyńska</p>', ['Ewa Młyńska']],
    ['ru', '<p>Автор: Ольга Мельник</p>', ['Ольга Мельник']],
    ['tr', '<p>Yazan: Ayşe Yılmaz</p>', ['Ayşe Yılmaz']],
    ['az', '<p>Müəllif: Leyla Quliyeva</p>', ['Leyla Quliyeva']],
    ['id', '<p>Oleh: Budi Santoso</p>', ['Budi Santoso']],
    ['zh', '<p>作者：李小明</p>', ['李小明']],
    ['el', '<p>Γράφει η Μαρία Μύλου</p>', ['Μαρία Μύλου']],
    ['el', '<p>Από τη Μαρία Μύλου</p>', ['Μαρία Μύλου']],
    ['en', '<p>Posted by Odile Marsh on 3 May 2021</p>', ['Odile Marsh']],
    ['en', '<p>Posted on 3 May 2021 at 10:15 am by Odile Marsh</p>', ['Odile Marsh']],
    ['en', '<div class="author">Tom Martin 5 minute read</div>', ['Tom Martin']],
    ['sr', '<p>Аутор: Ана Петровић</p>', ['Ана Петровић']],
    ['be', '<p>Аўтар: Алесь Мельнік</p>', ['Алесь Мельнік']],
    ['hy', '<p>Հեղինակ՝ Անի Պետրոսյան</p>', ['Անի Պետրոսյան']],
    ['ko', '<p>김민수 기자</p>', ['김민수']],
    ['ja', '<p>文・山田太郎</p>', ['山田太郎']],
    ['ja', '<p>山田太郎 記者</p>', ['山田太郎']],
    ['zh-TW', '<p>記者李小明／台北報導</p>', ['李小明']],
    ['sq', '<p>Nga Arta Hoxha</p>', ['Arta Hoxha']],
    ['ca', '<p>Per Marta Puig</p>', ['Marta Puig']],
    ['eu', '<p>Egilea: Ane Etxeberria</p>', ['Ane Etxeberria']],
    ['sw', '<p>Mwandishi: Juma Hassan</p>', ['Juma Hassan']],
    ['ur', '<p>تحریر: عائشہ خان</p>', ['عائشہ خان']],
    ['en', '<span class="author">Odile Marsh, Director of Mills, Millers Club</span>', ['Odile Marsh']],
  ];
  for (const [lang, html, people] of lines) it(`${lang}: ${html.replace(/<[^>]+>/g, ' ').trim()}`, () => expect(metadataOf(page(html, { lang })).authors).toEqual(people));

  it('follows @id references through a graph', () => {
    const head = ld({ '@graph': [{ '@type': 'Article', headline: 'The mill turns again', author: { '@id': '#p' } }, { '@type': 'Person', '@id': '#p', name: 'Odile Marsh' }] });
    expect(metadataOf(page('', { head })).authors).toEqual(['Odile Marsh']);
  });

  it('takes the full name where one source has only the first', () => {
    expect(metadataOf(page('<p>By <a rel="author" href="/author/odile">Odile</a></p>', { head: '<meta name="author" content="Odile Marsh">' })).authors).toEqual(['Odile Marsh']);
  });

  it('believes what the reader sees over the account that typed it in', () => {
    const head = `${ld({ '@type': 'Article', headline: 'The mill turns again', author: { '@type': 'Person', name: 'KatW' } })}<meta name="author" content="KatW">`;
    expect(metadataOf(page('<p>by <a class="author-link" href="/authors/odile-marsh/">Odile Marsh</a></p>', { head })).authors).toEqual(['Odile Marsh']);
  });

  for (const nobody of ['admin', 'Administrator', 'Posted on', 'Reuters', 'AFP', 'Read more', 'webmaster', 'Contributor', 'View all posts', 'Quelle', 'Stand', 'Donnerstag']) {
    it(`“${nobody}” is nobody`, () => expect(metadataOf(page(`<span class="author">${nobody}</span>`, { head: `<meta name="author" content="${nobody}">` })).authors).toEqual([]));
  }

  it('leaves out commenters and writers of other articles', () => {
    const below = '<div class="comments"><p>Posted by Rob Hill</p></div><aside class="related"><a href="/author/una-pike">Una Pike</a></aside>';
    expect(metadataOf(page('', { below })).authors).toEqual([]);
  });

  it('puts family names last on scholarly pages', () => {
    expect(metadataOf(page('', { head: '<meta name="citation_author" content="Marsh, Odile"><meta name="citation_author" content="Weir, Tom">' })).authors).toEqual(['Odile Marsh', 'Tom Weir']);
  });
});

describe('dates', () => {
  const seen: readonly (readonly [string, string, string])[] = [
    ['en', '<p>Published 3 May 2021</p>', '2021-05-03'], ['en-US', '<p>03/04/2021</p>', '2021-03-04'], ['en-GB', '<p>03/04/2021</p>', '2021-04-03'], ['de', '<p>Stand der Dinge, 3. Mai 2021, 17:05 Uhr</p>', '2021-05-03T17:05'],
    ['fr', '<p>Publié le 3 mai 2021 à 17h05</p>', '2021-05-03T17:05'], ['ru', '<p>3 мая 2021, 17:05</p>', '2021-05-03T17:05'], ['ar', '<p>٣ مايو ٢٠٢١</p>', '2021-05-03'],
    ['ja', '<p>2021年5月3日 17時05分</p>', '2021-05-03T17:05'], ['th', '<p>3 พฤษภาคม 2564</p>', '2021-05-03'], ['fa', '<p>۱۳ اردیبهشت ۱۴۰۰</p>', '2021-05-03'],
  ];
  for (const [lang, html, iso] of seen) it(`${lang}: ${html}`, () => expect(metadataOf(page(html, { lang })).published).toBe(iso));

  it('keeps the zone and drops the seconds of a stamp, and invents no time', () => {
    expect(metadataOf(page('', { head: '<meta property="article:published_time" content="2021-05-03T17:05:09+02:00">' })).published).toBe('2021-05-03T17:05+02:00');
    expect(metadataOf(page('', { head: '<meta name="date" content="2021-05-03">' })).published).toBe('2021-05-03');
  });

  it('lets the day that the reader sees beat a UTC stamp of the day before', () => {
    const head = ld({ '@type': 'NewsArticle', headline: 'The mill turns again', datePublished: '2021-05-02T22:30:00Z' });
    expect(metadataOf(page('<p>3 May 2021</p>', { head, lang: 'en-GB' })).published?.slice(0, 10)).toBe('2021-05-03');
  });

  it('settles 03/04/2021 by another source', () => {
    expect(metadataOf(page('<p>03/04/2021</p>', { lang: 'en-US' }), 'https://example.org/2021/04/03/mill').published?.slice(0, 10)).toBe('2021-04-03');
  });

  it('by what the head says, or by the country of the address', () => {
    for (const key of ['article:published_time', 'article:modified_time']) {
      expect(metadataOf(page('<p>03/04/2021</p>', { lang: 'en-US', head: `<meta property="${key}" content="2021-04-03">` })).published, key).toBe('2021-04-03');
    }
    expect(metadataOf(page('<p>03/04/2021</p>'), 'https://www.lantern.co.uk/mill').published).toBe('2021-04-03');
  });

  it('takes no day out of a short paragraph under the headline', () => {
    expect(metadataOf(page('<p>The town fair opens on 7 May 2024 at the hall and lasts for three days, as it has for more than two hundred years in this town.</p>')).published).toBeUndefined();
  });

  it('reads an instant as a number, the title of an old abbreviation', () => {
    expect(metadataOf(page('', { head: ld({ '@type': 'Article', headline: 'The mill turns again', datePublished: 1620036000000 }) })).published).toBe('2021-05-03T10:00Z');
    expect(metadataOf(page('<abbr class="published" title="2021-05-03T10:00:00+02:00">last spring</abbr>')).published).toBe('2021-05-03T10:00+02:00');
  });

  it('and by another date of the page with a 13 in it', () => {
    expect(metadataOf(page('<p>03/04/2021</p>', { lang: 'en', below: '<aside><p>Fair on 25/12/2021</p></aside>' })).published).toBe('2021-04-03');
  });

  it('believes the day that is printed over another that only machines see, however often they are told', () => {
    const head = `${ld({ '@type': 'Article', headline: 'The mill turns again', datePublished: '2021-06-20' })}<meta property="article:published_time" content="2021-06-20"><meta name="date" content="2021-06-20">`;
    expect(metadataOf(page('<p>3 May 2021</p>', { head, lang: 'en-GB' })).published).toBe('2021-05-03');
  });

  it('finds the day a text opens with, between bars, in a list under the headline and under the word “Published”', () => {
    const long = 'the old mill has turned again for the first time in forty years, and the whole town came to see it on a bright morning. '.repeat(4);
    expect(metadataOf(page(`<p>Ardmore, (3.5.2021). ${long}</p>`, { lang: 'de' })).published).toBe('2021-05-03');
    expect(metadataOf(page(`<p>${long} On 3 May 2021 it had begun.</p>`)).published).toBeUndefined();
    expect(metadataOf(page('<p>26 | 01 | 2022</p>', { lang: 'de' })).published).toBe('2022-01-26');
    expect(metadataOf(page('<ul class="nav meta"><li>3 May 2021</li><li>1479 views</li></ul>')).published).toBe('2021-05-03');
    expect(metadataOf(page('', { below: '<aside><h4>Published</h4><time datetime="2021-05-03">3 May 2021</time></aside>' })).published).toBe('2021-05-03');
    expect(metadataOf(page('', { below: '<aside><h4>Next fair</h4><time datetime="2021-05-03">3 May 2021</time></aside>' })).published).toBeUndefined();
  });

  it('reads the day of a change as that', () => {
    const found = metadataOf(page('<p>Published 3 May 2021</p><p>Updated 9 May 2021</p>'));
    expect([found.published, found.modified]).toEqual(['2021-05-03', '2021-05-09']);
    expect(metadataOf(page('<p>Zuletzt aktualisiert: 9. Mai 2021</p>', { lang: 'de' }))).toMatchObject({ modified: '2021-05-09' });
    expect(metadataOf(page('<p>Last updated: <time datetime="2021-05-09">9 May 2021</time></p>')).published).toBeUndefined();
  });

  it('reads a short line that says what its day is, wherever it stands under the headline, and a change in the footer', () => {
    const bulk = Array.from({ length: 40 }, (_, i) => `<p>Mill number ${i}</p>`).join('');
    expect(metadataOf(page('', { below: `${bulk}<div>Posted on 3 May 2021</div>` })).published).toBe('2021-05-03');
    expect(metadataOf(page('', { below: `${bulk}<div>3 May 2021</div>` })).published).toBeUndefined();
    expect(metadataOf(page('', { below: `${bulk}<footer>Diese Seite wurde zuletzt am 3. Mai 2021 geändert</footer>`, lang: 'de' })).modified).toBe('2021-05-03');
  });

  it('finds the day that a later paragraph opens with', () => {
    const lead = `<p>${'The old mill above the town has turned again after forty years, and everybody came to see it. '.repeat(2)}</p>`;
    expect(metadataOf(page(`${lead.repeat(4)}<p>27.1.2022 - ${'Die Mühle dreht sich wieder, und die ganze Stadt ist gekommen, um ihr zuzusehen. '.repeat(4)}</p>`, { lang: 'de' })).published).toBe('2022-01-27');
  });

  it('takes the day that is printed for that of the change when the structured data alone tells the two', () => {
    const head = ld({ '@type': 'Article', headline: 'The mill turns again', datePublished: '2019-05-03', dateModified: '2021-05-09' });
    expect(metadataOf(page('<p class="date">9 May 2021</p>', { head }))).toMatchObject({ published: '2019-05-03', modified: '2021-05-09' });
  });

  it('lets no wrapper that is named for its menu, nor a streamed part that its script would show, hide the article', () => {
    for (const wrap of ['class="outer--nav"', 'hidden id="S:2"']) {
      expect(metadataOf(`<html lang="en"><body><div ${wrap}><h1>The mill turns again</h1><p>3 May 2021</p>${PROSE}</div></body></html>`), wrap).toMatchObject({ title: 'The mill turns again', published: '2021-05-03' });
    }
  });

  it('reads the day in the article’s own footer and beside a credit', () => {
    expect(metadataOf(`<html lang="en"><body><article><h1>The mill turns again</h1>${PROSE}<div class="article-template-footer"><time datetime="2021-05-03">3 May 2021</time></div></article></body></html>`).published).toBe('2021-05-03');
    expect(metadataOf(page(`${PROSE}<div class="date-and-credit">3 May 2021. <i>Updated: 7 May 2021</i></div>${PROSE}`))).toMatchObject({ published: '2021-05-03', modified: '2021-05-07' });
  });

  it('takes no clock, copyright year, comment or teaser for it', () => {
    const html = `<header class="site-header">Sunday 4 July 2027 09:15</header>${page('', { below: '<div class="comments">Rob, 5 May 2021</div><div class="related"><a href="/x">Bridge to be painted green after a vote</a> 6 May 2021</div><footer>© 2 January 2024 Lantern</footer>' })}`;
    expect(metadataOf(html).published).toBeUndefined();
  });

  it('reads the address', () => {
    expect(metadataOf(page(''), 'https://example.org/2021/05/03/mill').published).toBe('2021-05-03');
    expect(metadataOf(page(''), 'https://example.org/2021/may/03/mill').published).toBe('2021-05-03');
    expect(metadataOf(page(''), 'https://example.org/story/20219999').published).toBeUndefined();
  });
});

describe('titles', () => {
  const titled = (title: string, body: string, head = ''): string => metadataOf(`<html><head><title>${title}</title>${head}</head><body>${body}${PROSE}</body></html>`, 'https://www.lantern.example/a').title;
  it('prefers the headline that the reader saw', () => expect(titled('Mill repair guide 2021: best mills', '<h1>The old mill turns again</h1>', '<meta property="og:title" content="Old mill repair guide">')).toBe('The old mill turns again'));
  it('prefers it where the search engine’s wording shares no word with it', () => {
    expect(titled('Repair guide 2021', '<h1>The old mill turns again</h1>')).toBe('The old mill turns again');
    expect(titled('Repair guide 2021', '<h1>The old mill</h1><h1>The new mill</h1>')).toBe('Repair guide 2021');
  });
  it('takes the site’s name off either end', () => {
    expect(titled('The old mill turns again | Lantern', '')).toBe('The old mill turns again');
    expect(titled('Lantern - The old mill turns again', '')).toBe('The old mill turns again');
    expect(titled('The old mill turns again – The Evening Post', '', '<meta property="og:site_name" content="The Evening Post">')).toBe('The old mill turns again');
  });
  it('takes off the site’s initials, and the end of its address', () => {
    expect(titled('The old mill turns again | EPH', '', '<meta property="og:site_name" content="Evening Post Herald">')).toBe('The old mill turns again');
    expect(metadataOf(`<html><head><title>The old mill turns again | Mill Post</title></head><body>${PROSE}</body></html>`, 'https://www.getmillpost.example/a').title).toBe('The old mill turns again');
  });
  it('believes a lesser heading less than a title that several sources agree on, and a file name not at all', () => {
    expect(titled('Old mill turns again after forty years', '<h2>Forty years of the old mill</h2>', '<meta property="og:title" content="Old mill turns again after forty years">')).toBe('Old mill turns again after forty years');
    expect(titled('mill-story-2018', '<h1>The old mill turns again</h1>')).toBe('The old mill turns again');
    // Taken apart in every way there is, this one would not be done in a lifetime.
    expect(titled(`${'mill_1-'.repeat(60)}now it turns`, '')).toContain('now it turns');
  });
  it('does not take the logo for the headline', () => expect(titled('The old mill turns again | Lantern', '<h1><a href="/">Lantern</a></h1><h2>The old mill turns again</h2>')).toBe('The old mill turns again'));
  it('leaves the kicker and the badge out', () => {
    expect(titled('The old mill turns again | Lantern', '<h1><span class="kicker">Town life</span> The old mill turns again</h1>')).toBe('The old mill turns again');
    expect(titled('Mühle dreht sich wieder | Lantern', '<h1><em>Nach vierzig Jahren</em> <span>Mühle dreht sich wieder</span></h1>')).toBe('Mühle dreht sich wieder');
  });
  it('keeps drop capitals and hyphenated words whole', () => expect(titled('x', '<h1><span>T</span>he old mill&shy;stone</h1>')).toBe('The old millstone'));
});

describe('site, section, language, picture, links', () => {
  it('finds the section in breadcrumbs, in any language, without home and headline', () => {
    const crumbs = (home: string, section: string): string => `<nav class="breadcrumb"><a href="/">${home}</a> › <a href="/s">${section}</a> › <a href="/s/a">The mill turns again</a></nav>`;
    for (const [home, section] of [['Home', 'Town Life'], ['Startseite', 'Stadtleben'], ['Accueil', 'Vie locale'], ['Главная', 'Город'], ['首页', '社会'], ['Ana Sayfa', 'Kent']] as const) {
      expect(metadataOf(`${crumbs(home, section)}${page('')}`).section, home).toBe(section);
    }
  });
  it('distrusts a template’s language when the script says otherwise', () => {
    const text = 'Старая мельница снова вертится после сорока лет молчания, и весь город пришёл посмотреть на неё в воскресенье утром.';
    expect(metadataOf(`<html lang="en"><body><h1>Мельница</h1><p>${text}</p><p>${text}</p></body></html>`)).toMatchObject({ language: 'ru', dir: 'ltr' });
    expect(metadataOf(`<html lang="uk"><body><h1>Млин</h1><p>${text}</p></body></html>`).language).toBe('uk');
  });
  it('knows what runs from right to left', () => {
    const text = 'عادت الطاحونة القديمة إلى الدوران بعد أربعين عاما من الصمت وجاءت المدينة كلها لتراها صباح يوم الأحد';
    expect(metadataOf(`<html><body><h1>الطاحونة</h1><p>${text}</p></body></html>`)).toMatchObject({ dir: 'rtl', language: 'ar' });
  });
  it('offers a lead picture that is no logo, made absolute', () => {
    expect(metadataOf(page('', { head: '<meta property="og:image" content="/i/mill.jpg">' })).leadImage).toBe('https://example.org/i/mill.jpg');
    expect(metadataOf(page('', { head: '<meta property="og:image" content="/i/default-logo.png">' })).leadImage).toBeUndefined();
  });
  it('finds the print version by its words, on this site only', () => {
    for (const words of ['Print version', 'Printer-friendly version', 'Druckversion', 'Version imprimable', 'Versión para imprimir', 'Версия для печати', 'Wersja do druku', '打印', 'Çap versiyası', 'طباعة']) {
      expect(metadataOf(page(`<a href="/print/7">${words}</a>`)).printVersion, words).toBe('https://example.org/print/7');
    }
    expect(metadataOf(page('<a href="https://prints.example.com/shop">Print</a><a href="javascript:print()">Print</a><a href="/prints/">Buy our fine art prints of the old town mill today</a>')).printVersion).toBeUndefined();
  });
  it('takes for it neither an imprint nor a shop of prints, but an address that is this article’s with something more', () => {
    const read = (links: string): unknown => metadataOf(page(links), 'https://example.org/mills/old-mill').printVersion;
    expect(read('<a href="/impressum">Impressum</a><a href="/imprint">Imprint</a><a href="/edition">Edición impresa</a><a href="/best-3d-printers">Best 3D printers</a><a href="/fine-print">Buy a print</a>')).toBeUndefined();
    expect(read('<a href="?print=1"><svg></svg></a>')).toBe('https://example.org/mills/old-mill?print=1');
    expect(read('<a href="/mills/old-mill/2">2</a><a href="/tools/old-mill/paper">Für den Druck</a>')).toBe('https://example.org/tools/old-mill/paper');
  });
  it('believes no link of the head that is longer than an address can be', () => {
    const head = `<link rel="canonical" href="https://example.org/${'mill-'.repeat(500)}"><link rel="alternate" type="application/rss+xml" title="News" href="/${'feed'.repeat(600)}">`;
    const read = metadataOf(page('', { head }));
    expect(read.url).toBe('https://example.org/story');
    expect(read.feeds).toEqual([]);
  });
  it('lists feeds but not those of comments', () => {
    const head = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed"><link rel="alternate" type="application/atom+xml" title="Comments" href="/comments/feed">';
    expect(metadataOf(page('', { head })).feeds).toEqual([{ url: 'https://example.org/feed', title: 'News', type: 'rss' }]);
  });
  it('gives the lines of byline and date for the trimmer', () => {
    expect(metadataOf(page('<p>By Odile Marsh</p><p>3 May 2021</p>')).bylineTexts).toEqual(expect.arrayContaining(['By Odile Marsh', '3 May 2021', 'The mill turns again']));
  });
});

describe('any page', () => {
  it('never throws and makes nothing up', () => {
    for (const html of ['', '<frameset><frame src=a></frameset>', '<p>', '<title></title>', '<svg><title>x</title></svg>', ld({ '@type': 'Article', author: [[[{}]]], headline: { a: 1 } }), '<time datetime="0000-99-99">', '<meta name=author content="">']) {
      expect(metadataOf(html), html).toMatchObject({ authors: [] });
      expect(metadataOf(html).published, html).toBeUndefined();
    }
  });
});

describe('keywords, licence, next page, paywall', () => {
  it('takes the page’s own labels before those for search engines, each once', () => {
    const head = '<meta property="article:tag" content="Mills"><meta property="article:tag" content="mills, Water"><meta name="keywords" content="buy, cheap">';
    expect(metadataOf(page('', { head })).keywords).toEqual(['mills', 'Water']);
    expect(metadataOf(page('', { below: '<a rel="tag" href="/t/m">#Mills</a> <a rel="category tag" href="/t/w">Water</a>' })).keywords).toEqual(['Mills', 'Water']);
    expect(metadataOf(page('', { head: ld({ '@type': 'Article', headline: 'The mill turns again', keywords: ['Mills', 'Water, Craft'] }) })).keywords).toEqual(['Mills', 'Water', 'Craft']);
    expect(metadataOf(page('', { head: '<meta name="keywords" content="水车，面粉、磨坊">', lang: 'zh' })).keywords).toEqual(['水车', '面粉', '磨坊']);
    expect(metadataOf(page(''))).not.toHaveProperty('keywords');
  });

  it('reads the terms of use from a link or the structured data', () => {
    expect(metadataOf(page('', { below: '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY</a>' })).licence).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(metadataOf(page('', { head: ld({ '@type': 'Article', license: '/terms' }) })).licence).toBe('https://example.org/terms');
    expect(metadataOf(page('', { below: '<footer><a href="https://creativecommons.org/licenses/by-sa/4.0/deed.de">CC BY-SA</a></footer>' })).licence).toBe('https://creativecommons.org/licenses/by-sa/4.0/deed.de');
  });

  const pagesOf: readonly (readonly [string, string, string | undefined])[] = [
    ['https://example.org/the-mill-turns', '<a href="/the-mill-turns/2">2</a>', 'https://example.org/the-mill-turns/2'],
    ['https://example.org/the-mill-turns.html', '<a href="the-mill-turns-2.html">Next page</a>', 'https://example.org/the-mill-turns-2.html'],
    ['https://example.org/story?id=77', '<a rel="next" href="?id=77&amp;page=2">›</a>', 'https://example.org/story?id=77&page=2'],
    ['https://example.org/the-mill-turns?seite=2', '<a href="?seite=1">1</a><a href="?seite=3">3</a>', 'https://example.org/the-mill-turns?seite=3'],
    ['https://example.org/the-mill-turns', '<link rel="next" href="/the-bridge-is-painted">', undefined],
    ['https://example.org/the-mill-turns', '<a href="/the-mill-turns/comment-page-2">2</a>', undefined],
    ['https://example.org/the-mill-turns', '<a href="/the-mill-turns-2">The mill turns, part two: how the water came back to the valley</a>', undefined],
    ['https://example.org/2021/05/03', '<a href="/2021/05/04">The day after</a>', undefined],
  ];
  for (const [url, html, next] of pagesOf) it(`${url} goes on at ${next ?? 'no other page'}`, () => expect(metadataOf(page('', { below: html }), url).nextPage).toBe(next));

  it('knows a page that says it is not free to read', () => {
    expect(metadataOf(page('', { head: ld({ '@type': 'NewsArticle', headline: 'The mill turns again', isAccessibleForFree: 'False' }) })).paywalled).toBe(true);
    expect(metadataOf(page('', { head: '<meta property="article:content_tier" content="metered">' })).paywalled).toBe(true);
    expect(metadataOf(page('', { head: ld({ '@type': 'WebPage', isAccessibleForFree: 'http://schema.org/False' }) })).paywalled).toBe(true);
    expect(metadataOf(page('', { head: ld({ '@type': 'NewsArticle', isAccessibleForFree: true }) }))).not.toHaveProperty('paywalled');
  });
});
