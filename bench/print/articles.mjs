/**
 * Articles of our own to print: made from a few dozen sentences by a fixed rule, so that every run prints the same.
 * They are hard on purpose: long, many headings, pictures of all shapes, wide and long tables, code, lists in lists, and
 * several writing systems.
 */
import { deflateSync } from 'node:zlib';
import { withSeed } from './seed.mjs';

const ENGLISH = [
  'The ferry left before the bread was out of the oven, and nobody on the quay thought that strange.',
  'In the winter of the long frost the millers carried their flour across the ice on sledges made from doors.',
  'A map drawn by a gardener shows every apple tree and only two of the streets.',
  'She had counted the steps of the lighthouse so often that her knees knew the number.',
  'What the clerk wrote down was not what the farmer had said, but it was what both of them remembered afterwards.',
  'The old bridge hums when the wind comes from the north, a low note that the choir uses to tune itself.',
  'Between the two world fairs the town had three newspapers, eleven bakers and one honest weighing scale.',
  'Salt, rope and lamp oil were sold in the same shop, and it smelled of all three until the day it closed.',
  'Nobody could say who had planted the walnut; everybody could say who had fallen out of it.',
  'The engineer measured the tide for a year before she drew a single line, and then she drew it in pencil.',
  'It is a modest building, lower than its own chimney, with a door that opens outwards because of the snow.',
  'They kept the ledger in verse for one month, on a bet, and the accounts balanced to the penny.',
];
const ARABIC = [
  'غادرت العبّارة الميناء قبل أن يخرج الخبز من الفرن، ولم يستغرب أحد على الرصيف ذلك.',
  'في شتاء الصقيع الطويل حمل الطحّانون دقيقهم فوق الجليد على زلاجات صنعوها من الأبواب.',
  'تُظهر خريطة رسمها بستاني كل شجرة تفاح في القرية وشارعين فقط من شوارعها.',
  'عدّت درجات المنارة مرات كثيرة حتى صارت ركبتاها تعرفان العدد.',
  'الجسر القديم يهمهم حين تهبّ الريح من الشمال، نغمة خفيضة يضبط عليها المنشدون أصواتهم.',
];
const CHINESE = [
  '面包还没有出炉，渡船就已经离开了码头，岸上没有人觉得奇怪。',
  '在那个漫长的霜冻冬天，磨坊主们用门板做成雪橇，把面粉运过冰面。',
  '园丁画的地图上标着村里的每一棵苹果树，街道却只画了两条。',
  '她数过灯塔的台阶太多次，连膝盖都记得那个数字。',
  '北风吹来的时候，古桥会发出低沉的声音，合唱团就用它来定音。',
];
const JAPANESE = [
  'パンがまだ窯から出ないうちに、渡し船は岸を離れていた。',
  '長い霜の冬、粉屋たちは戸板で作った橇に粉をのせ、<ruby>凍<rt>こお</rt></ruby>った入り江を渡ったという。',
  '庭師の描いた地図には、村じゅうの林檎の木が残らず記されているのに、道は2本しかない。',
  '灯台の段をあまり何度も数えたので、<ruby>膝<rt>ひざ</rt></ruby>のほうが先に数を覚えてしまった。',
  '「北風の日には橋が鳴る。」',
  'その低い音に合わせて、合唱団は<ruby>調律<rt>ちょうりつ</rt></ruby>をするのである。',
  '縄と塩と灯油を同じ店で売っていたから、店は閉まる日まで三つの匂いがしていた。',
  '技師は1年のあいだ潮を測り、それからようやく鉛筆で線を1本引いた。1907年の春のことである。',
  '雪のために扉は外へ開く。煙突より低い、つつましい建物だった。',
  '帳面はひと月だけ歌で書かれ、それでも勘定は12円と狂わなかった!!',
];
const RUSSIAN = [
  'Паром ушёл раньше, чем хлеб вынули из печи, и никто на пристани этому не удивился.',
  'В зиму долгих морозов мельники возили муку по льду на санях, сделанных из дверей.',
  'На карте, нарисованной садовником, есть каждая яблоня и только две улицы.',
  'Она столько раз считала ступени маяка, что число помнили её колени.',
];

const paragraph = (pool, roll, least, most) => Array.from({ length: least + roll(most - least + 1) }, () => pool[roll(pool.length)]).join(pool === CHINESE || pool === JAPANESE ? '' : ' ');
const withLink = (text, n) => text.replace(/(\S+ \S+ \S+)/, (words) => `<a href="https://archive.example/${n}">${words}</a>`);

/** A picture of stripes as a PNG data address. */
export function picture(width, height, tint = 90) {
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) {
    const at = y * (width * 3 + 1) + 1 + x * 3;
    const edge = x < 4 || y < 4 || x >= width - 4 || y >= height - 4;
    raw[at] = edge ? 20 : (tint + (y * 120) / height) & 255;
    raw[at + 1] = edge ? 20 : 120 + ((x * 80) / width);
    raw[at + 2] = edge ? 20 : 170 - ((y * 60) / height);
  }
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return `data:image/png;base64,${Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', size), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]).toString('base64')}`;
}

function crc(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

const figure = (width, height, caption, tint) => `<figure><img src="${picture(width, height, tint)}" width="${width}" height="${height}" alt="Stripes">${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`;
const rows = (count, columns, cell) => Array.from({ length: count }, (_, y) => `<tr>${Array.from({ length: columns }, (__, x) => `<td>${cell(y, x)}</td>`).join('')}</tr>`).join('');
const table = (caption, heads, body) => `<table>${caption ? `<caption>${caption}</caption>` : ''}<thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table>`;
const code = (lines) => `<pre><code>${Array.from({ length: lines }, (_, n) => `${'    '.repeat(n % 4)}lamp[${n}].light(key="brass", minute=${(n * 7) % 60})  # round ${n}`).join('\n')}</code></pre>`;

function article(slug, fields, html) {
  const text = html.replace(/<rt>[^<]*<\/rt>/g, '').replace(/<figcaption>[\s\S]*?<\/figcaption>/g, '').replace(/<\/(p|h\d|li|tr|pre|blockquote|table|ul|ol|figure|caption|dt|dd)>/g, '\n').replace(/<\/t[dh]>/g, ' ').replace(/<[^>]+>/g, '').replace(/\n+/g, '\n').trim();
  const cjk = /^(?:zh|ja)$/.test(fields.language);
  return {
    slug,
    article: {
      url: `https://www.harbour.example/long-read/${slug}`, sourceUrl: `https://www.harbour.example/long-read/${slug}`,
      authors: ['Ines Calder', 'Tom Reyes'], publication: 'The Harbour Courier', siteName: 'The Harbour Courier', section: 'Long read',
      published: '2025-10-14T07:40', language: 'en', dir: 'ltr', excerpt: text.slice(0, 200), feeds: [], provenance: {},
      kept: { paragraphs: 1, pictures: 0, embeds: 0, tables: 0 }, wordCount: cjk ? Math.round(text.length / 1.6) : text.split(/\s+/).length,
      ...fields, html, text,
    },
  };
}

export function printArticles() {
  const all = [];
  const add = (slug, fields, build) => {
    const roll = withSeed(all.length + 7);
    all.push(article(slug, { title: `The book of ${slug}`, ...fields }, build(roll)));
  };
  const essay = (roll, parts, pool = ENGLISH, titles = pool) => Array.from({ length: parts }, (_, n) =>
    `${n ? `<h2>${titles[roll(titles.length)].split(/[,，،]/)[0]}</h2>` : ''}${Array.from({ length: 3 + roll(5) }, (__, m) => `<p>${withLink(paragraph(pool, roll, 1, 8), `${n}-${m}`)}</p>`).join('')}`).join('');

  add('lamplighters', { title: 'The last lamplighters of Sallow Bay keep an old harbour awake', standfirst: 'Three people, eleven lamps and a brass key that opens nothing. How a small town came to refuse the future twice.' },
    (roll) => figure(1200, 700, 'Marit Sollund lights the seventh lamp.', 60) + essay(roll, 5) + `<blockquote><p>${ENGLISH[5]}</p></blockquote>` + essay(roll, 2));
  add('forty-pages', { title: 'A very long essay about a very small place' }, (roll) => essay(roll, 60));
  add('headings', { title: 'Two hundred headings' }, (roll) => Array.from({ length: 200 }, (_, n) => `<h${2 + (n % 3)}>${n + 1}. ${ENGLISH[roll(12)].split(',')[0]}</h${2 + (n % 3)}>${n % 5 === 4 ? '' : `<p>${paragraph(ENGLISH, roll, 1, 5)}</p>`}`).join(''));
  add('pictures', { title: 'Pictures of every shape' }, (roll) => [[1600, 600], [600, 1400], [300, 200], [800, 800], [1200, 900], [2000, 400], [500, 2400], [900, 600], [640, 480], [120, 90]]
    .map(([w, h], n) => `<h2>${ENGLISH[n].split(',')[0]}</h2>${n % 2 ? `<p>${paragraph(ENGLISH, roll, 2, 6)}</p>` : ''}${figure(w, h, n % 3 ? paragraph(ENGLISH, roll, 1, 2) : '', n * 17)}<p>${paragraph(ENGLISH, roll, 3, 7)}</p>`).join(''));
  add('tables', { title: 'Tables long and wide' }, (roll) => essay(roll, 2)
    + `<h2>A long one</h2>${table('Lamps lit, by month and keeper', ['Month', 'Keeper', 'Lamps', 'Remarks'], rows(90, 4, (y, x) => [`Month ${y + 1}`, ['Aske', 'Sollund', 'Vik'][y % 3], String(8 + (y % 4)), y % 7 ? 'none' : ENGLISH[y % 12]][x]))}`
    + `<p>${paragraph(ENGLISH, roll, 3, 6)}</p><h2>A wide one</h2>${table('', Array.from({ length: 16 }, (_, n) => `Column ${n + 1}`), rows(12, 16, (y, x) => `${(y * 37 + x * 91) % 1000}.${x}`))}`
    + `<p>${paragraph(ENGLISH, roll, 4, 8)}</p>${table('', ['Word', 'Meaning'], rows(5, 2, (y, x) => (x ? ENGLISH[y] : 'Donaudampfschifffahrtsgesellschaft')))}` + essay(roll, 2));
  add('code', { title: 'How the lamps were programmed' }, (roll) => [6, 14, 40, 120, 3].map((n) => `<h2>${n} lines</h2><p>${paragraph(ENGLISH, roll, 2, 6)} The call <code>lamp.light()</code> is made once, as in note<sup>2</sup> and H<sub>2</sub>O.</p>${code(n)}<p>${paragraph(ENGLISH, roll, 3, 7)}</p>`).join(''));
  add('lists', { title: 'Lists in lists in lists' }, (roll) => {
    const list = (depth, kind) => `<${kind}>${Array.from({ length: 3 + roll(4) }, () => `<li>${paragraph(ENGLISH, roll, 1, 4)}${depth && roll(2) ? list(depth - 1, kind === 'ul' ? 'ol' : 'ul') : ''}</li>`).join('')}</${kind}>`;
    return Array.from({ length: 5 }, (_, n) => `<h2>Part ${n + 1}</h2><p>${paragraph(ENGLISH, roll, 1, 3)}</p>${list(2, n % 2 ? 'ol' : 'ul')}`).join('') + `<dl>${ENGLISH.map((text, n) => `<dt>Term ${n + 1}</dt><dd>${text} ${text}</dd>`).join('')}</dl>`;
  });
  add('footnotes', { title: 'Everything has a note' }, (roll) => Array.from({ length: 30 }, (_, n) => `<p>${paragraph(ENGLISH, roll, 2, 7)}<sup><a href="#fn${n}" id="ref${n}">${n + 1}</a></sup></p>`).join('') + `<div class="footnotes"><ol>${Array.from({ length: 30 }, (_, n) => `<li id="fn${n}">${ENGLISH[n % 12]} <a href="#ref${n}">back</a></li>`).join('')}</ol></div>`);
  add('quotes', { title: 'Quotes, details and short lines' }, (roll) => Array.from({ length: 24 }, (_, n) => `<p>${paragraph(ENGLISH, roll, 1, 5)}</p>${n % 3 ? '' : `<blockquote><p>${paragraph(ENGLISH, roll, 1, n % 2 ? 14 : 2)}</p></blockquote>`}${n % 8 ? '' : `<details><summary>More of ${n}</summary><p>${paragraph(ENGLISH, roll, 2, 4)}</p></details>`}`).join(''));
  add('arabic', { title: 'آخر موقدي الفوانيس في خليج الصفصاف يُبقون الميناء القديم ساهرًا', standfirst: ARABIC[0], publication: 'بريد الميناء', siteName: 'بريد الميناء', section: 'بيئة', authors: ['إيناس خلدون', 'طارق ريّس'], language: 'ar', dir: 'rtl' },
    (roll) => figure(1200, 700, ARABIC[3], 60) + essay(roll, 8, ARABIC) + table('جدول', ['الشهر', 'العدد'], rows(8, 2, (y, x) => (x ? String(y * 7) : `شهر ${y + 1}`))) + essay(roll, 3, ARABIC));
  add('chinese', { title: '柳湾最后的点灯人，让老港口彻夜不眠', standfirst: CHINESE[1], publication: '港口信使报', siteName: '港口信使报', section: '环境', authors: ['林晓', '周亦'], language: 'zh', dir: 'ltr' }, (roll) => essay(roll, 10, CHINESE));
  add('upright', { title: '柳湾に残る最後の灯守たち', standfirst: '灯は11、鍵は1本。小さな港町が、新しい時代を二度ことわった話。', publication: '港口通信', siteName: '港口通信', section: '読みもの', authors: ['沢村千尋', '真壁 了'], language: 'ja', upright: 'rl' }, (roll) => {
    const lines = (least, most) => `<p>　${paragraph(JAPANESE, roll, least, most)}</p>`;
    const part = (n) => `<h2>${['一　霜', '二　地図', '三　鍵', '四　潮', '五　帳面', '六　橋', '七　灯'][n]}</h2>${Array.from({ length: 6 }, (_, m) => lines(m % 3 ? 2 : 1, m % 3 ? 9 : 2)).join('')}`;
    return lines(4, 6) + part(0) + figure(1200, 700, '七つ目の灯をともす<ruby>灯守<rt>ひもり</rt></ruby>。', 60) + part(1) + `<blockquote><p>${JAPANESE[6]}${JAPANESE[8]}</p></blockquote>` + lines(3, 5)
      + table('灯の数', ['月', '灯守', '灯'], rows(5, 3, (y, x) => [`${y + 1}月`, ['麻生', '戸田', '三輪'][y % 3], String(8 + (y % 4))][x])) + part(2) + part(3)
      + `<ol>${JAPANESE.slice(5, 9).map((each) => `<li>${each}</li>`).join('')}</ol>` + figure(500, 1400, JAPANESE[0], 120) + part(4) + part(5) + `<pre><code>lamp[7].light(key="brass")\nlamp[8].light(key="brass")</code></pre>` + part(6) + lines(5, 9);
  });
  add('russian', { title: 'Последние фонарщики Ивовой бухты', publication: 'Портовый вестник', siteName: 'Портовый вестник', section: 'Среда', authors: ['Инна Калдер'], language: 'ru' }, (roll) => essay(roll, 9, RUSSIAN));
  add('mixed', { title: 'What stands bare beside other things' }, (roll) => Array.from({ length: 6 }, (_, n) => `<h2>${ENGLISH[n].split(',')[0]}</h2>`
    + `<ul>${Array.from({ length: 4 }, () => `<li>${withLink(paragraph(ENGLISH, roll, 1, 7), `entry-${n}`)}<ul><li>${ENGLISH[roll(12)]}</li><li>${paragraph(ENGLISH, roll, 1, 3)}</li></ul></li>`).join('')}</ul>`
    + `<div>${paragraph(ENGLISH, roll, 3, 9)}<p>${paragraph(ENGLISH, roll, 3, 9)}</p>${paragraph(ENGLISH, roll, 2, 8)}</div>`
    + `<p>${paragraph(ENGLISH, roll, 2, 5)} The sum is <math><mfrac><mn>1</mn> <mn>2</mn></mfrac></math> of it. ${paragraph(ENGLISH, roll, 2, 5)}</p>`
    + `<p>${paragraph(ENGLISH, roll, 2, 4)} <img src="${picture(24, 24)}" width="24" height="24" alt="A sign"> ${paragraph(ENGLISH, roll, 2, 6)}</p>`).join(''));
  add('bold-lines', { title: 'Lines in bold type where headings would be' }, (roll) => Array.from({ length: 70 }, (_, n) => `<p><strong>${n + 1}. ${ENGLISH[roll(12)].split(',')[0]}</strong></p>${n % 7 === 3 ? '<p><b>By the keeper of the lamps</b></p>' : ''}`
    + (n % 3 === 2 ? `<p>${ENGLISH[roll(12)].split(',')[0]}:</p><ul>${Array.from({ length: 2 + roll(5) }, () => `<li>${paragraph(ENGLISH, roll, 1, 2)}</li>`).join('')}</ul>` : `<p>${paragraph(ENGLISH, roll, 1, 6)}</p>`)).join(''));
  // As editors on the web write it: every text within something else within its paragraph.
  add('wrapped', { title: 'Paragraphs within paragraphs' }, (roll) => Array.from({ length: 60 }, (_, n) => {
    const text = withLink(paragraph(ENGLISH, roll, 2, 8), `wrapped-${n}`);
    return [`<p><span>${text}</span></p>`, `<p><em>${text}</em></p>`, `<p><strong>${ENGLISH[roll(12)].split(',')[0]}.</strong> <span><span>${text}</span></span></p>`, `<p><a href="https://www.harbour.example/wrapped/whole-${n}">${paragraph(ENGLISH, roll, 2, 6)}</a></p>`][n % 4];
  }).join(''));
  return all;
}
