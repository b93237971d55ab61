// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { linesOf, page, paragraphs, PROSE } from '../support.ts';

/** The same three paragraphs come out, whatever stands around them. */
function expectClean(language: string, before: string, after: string, inside = ''): void {
  const [first = '', ...rest] = PROSE[language] ?? [];
  const body = `${before}<p>${first}</p>${inside}${rest.map((text) => `<p>${text}</p>`).join('')}${after}`;
  expect(linesOf(page(`<div>${body}</div>`, { language }))).toEqual(PROSE[language]);
}

describe('before the first paragraph', () => {
  it.each([
    ['en', 'By Ada Lovelace'], ['en', 'Written by Ada Lovelace and Grace Hopper'], ['en', 'Published on 26 February 2021'], ['en', 'Last updated: May 3, 2024'],
    ['en', '5 min read'], ['en', '1,204 views'], ['en', 'Share this article'], ['en', 'Advertisement'], ['en', 'Listen to this article'],
    ['de', 'Von Ada Lovelace'], ['de', 'Lesezeit: 4 Minuten'], ['de', 'Anzeige'], ['de', 'Aktualisiert am 26.02.2021'], ['de', 'Teilen'],
    ['fr', 'Par Ada Lovelace'], ['fr', 'Publié le 26 février 2021'], ['fr', '3 minutes de lecture'], ['fr', 'Partager'],
    ['es', 'Por Ada Lovelace'], ['es', 'Publicado el 26 de febrero de 2021'], ['es', 'Compartir'],
    ['ru', 'Автор: Ада Лавлейс'], ['ru', 'Опубликовано 26 февраля 2021'], ['ru', '551 просмотров'], ['ru', 'Реклама'],
    ['az', 'Müəllif: Ada Lavleys'], ['az', 'Baxış: 551'],
    ['ar', 'بقلم آدا لوفلايس'], ['ja', '文・山田花子'], ['zh', '发布时间：2021年2月26日'],
    ['en', 'Medically reviewed by Ada Lovelace'], ['en', 'By Ada Lovelace, Science Editor'], ['en', 'By Ada Lovelace in London'], ['nl', 'Door Ada Lovelace'], ['it', 'di Ada Lovelace'], ['en', 'By The Paper Staff'],
  ])('%s: “%s” is no text', (language, line) => expectClean(PROSE[language] ? language : 'en', `<p>${line}</p>`, ''));

  it.each([
    ['en', 'By morning the wheel was turning.'], ['en', 'From here one sees the sea.'], ['de', 'Von dort aus sieht man das Meer.'], ['fr', 'Par un matin de mai, elle revint.'], ['es', 'Por la mañana no quedaba nadie.'],
  ])('%s: “%s” names nobody, and stays', (language, own) => {
    expect(linesOf(page(`<div><p>${own}</p>${paragraphs(language)}</div>`, { language }))).toContain(own);
  });
});

describe('inside', () => {
  it.each([
    ['en', '<p>Read more: <a href="/other">How a wheel is made</a></p>'], ['en', '<p><b>Related:</b> <a href="/other">How a wheel is made</a></p>'],
    ['en', '<p>If you’re already a subscriber, log in.</p>'], ['en', '<p>To continue reading, take out a subscription.</p>'], ['en', '<p>We may earn a commission if you buy something through links on this page.</p>'],
    ['de', '<p>Wenn Sie über diese Links kaufen, erhalten wir eine kleine Provision.</p>'], ['en', '<p>Contains affiliate links. Our reviewers choose what they like.</p>'],
    ['en', '<p>Loading…</p>'], ['en', '<p>Loading comments, please wait...</p>'], ['en', '<p>Click to enlarge.</p>'], ['en', '<p>Click to share on a network (opens in new window)</p>'], ['en', '<p>Click here to read the rest.</p>'],
    ['en', '<p>Share your thoughts in the comments below!</p>'], ['en', '<p>Share your story with us.</p>'], ['en', '<p>Share this with your friends.</p>'], ['en', '<p>Receive the latest news in your inbox every morning.</p>'], ['en', '<p>Receive our weekly newsletter.</p>'],
    ['en', '<p>Jump to recipe</p>'], ['en', '<p>Jump to: the mill, the wheel, the town</p>'], ['en', '<p>Skip to main content</p>'], ['en', '<p>Support our journalism with a small sum each month.</p>'], ['en', '<p>Support us from one pound.</p>'], ['en', '<p>Support independent local news.</p>'],
    ['en', '<p>To watch this video please enable JavaScript.</p>'], ['en', '<p>Print recipe</p>'], ['en', '<p>Want more stories like this one?</p>'], ['en', '<p>Want to know more?</p>'], ['en', '<p>Annons</p>'], ['en', '<p>A version of this article appears in print on May 4 on page 14.</p>'], ['en', '<p>Follow the town desk on <a href="https://f.example">one network</a> and <a href="https://x.example">the other one</a>.</p>'],
    ['en', '<p>Ακολουθήστε μας στα νέα</p>'], ['en', '<p>Δείτε επίσης: <a href="/x">Πώς φτιάχνεται ένας τροχός</a></p>'], ['en', '<p>Citește și: <a href="/x">Cum se face o roată de moară</a></p>'], ['ja', '<p>この記事は有料記事です。</p>'], ['en', '<p>이 기사는 사회 섹션으로 분류했습니다.</p>'],
    ['en', '<p>By signing up you agree to our terms.</p>'], ['en', '<p>Like us on Facebook and never miss a story.</p>'], ['en', '<p>Dela på Facebook</p>'], ['de', '<p>Zurück zur Übersicht</p>'],
    ['en', '<p>Sign up for our newsletter.</p>'], ['en', '<p>Photo: Ada Lovelace/Getty Images</p>'], ['en', '<p>Image credit: Ada Lovelace</p>'],
    ['en', '<div class="related-posts"><h3>Wheels of the valley</h3><p>Twelve of them still turn.</p></div>'], ['en', '<aside><p>Our shop sells flour, bread and postcards of the mill.</p></aside>'],
    ['en', '<div>Never miss a story. <form><input type="email" placeholder="Your address"><button>Send</button></form></div>'],
    ['de', '<p>Lesen Sie auch: <a href="/x">Wie ein Rad entsteht</a></p>'], ['de', '<p>Foto: Ada Lovelace</p>'], ['de', '<p>Folgen Sie uns auf allen Kanälen</p>'], ['de', '<p>Mehr zum Thema: <a href="/x">Mühlen im Tal</a></p>'],
    ['fr', '<p>À lire aussi : <a href="/x">Comment naît une roue</a></p>'], ['fr', '<p>Crédit photo : Ada Lovelace</p>'], ['fr', '<p>Abonnez-vous à notre lettre</p>'],
    ['es', '<p>Lee también: <a href="/x">Cómo nace una rueda</a></p>'], ['es', '<p>Suscríbete a nuestro boletín</p>'],
    ['ru', '<p>Читайте также: <a href="/x">Как делают колесо</a></p>'], ['ru', '<p>Фото: Ада Лавлейс</p>'], ['ru', '<p>Подписывайтесь на наш канал</p>'],
    ['ar', '<p>اقرأ أيضا: <a href="/x">كيف يصنع الدولاب</a></p>'], ['zh', '<p>相关阅读：<a href="/x">水轮是怎样做成的</a></p>'], ['ja', '<p>関連記事：<a href="/x">水車のできるまで</a></p>'],
  ])('%s: %s goes', (language, html) => expectClean(language, '', '', html));

  it('keeps what only looks like it', () => {
    const own = 'Read more slowly, the miller used to tell his children, and you will hear the wheel between the lines of every book.';
    expect(linesOf(page(`<div>${paragraphs()}<p>${own}</p>${paragraphs('de')}</div>`))).toContain(own);
  });

  it.each([
    'If you’re already using a stone of your own, skip this step.', 'If you’re seeing this crack, stop the wheel.', 'Already a member of the guild, she was asked to teach.',
    'For the latest of the three bells the town has paid twice.', 'To see the whole of the wall, one has to cross the river.', 'To read the full moon like that takes years.',
    'Loading the carts took the whole of a morning, and by noon the road was dry again.', 'Click to choose the stone that you want to set, then press the lever twice.',
    'Share your bread with whoever asks, the old miller used to say, and it will last the winter.', 'Share your photos of the wheel only with those who ask for them.', 'Receive the guests standing, the rule of the house says, and seat the oldest first.', 'Receive our thanks, the letter ended.',
    'Jump to the end of the century, and the mill is a heap of stones with a birch in it.', 'Skip to the year 1911, and there are three of them.', 'Support our troops, somebody had painted on the wall of the barn.', 'Support us or leave us alone, the men on the bridge shouted.',
    'By signing the lease, the town has bound itself for thirty years.', 'By entering through the cellar, the water spared the hall.', 'Want more softness? Shake them before you hang them up.', 'Like me, she had never heard the wheel before.', 'Don’t miss the cellar, where the oldest of the stones still lies in its bed.',
    'Our purchases of grain will end in spring, the European Commission said.', 'The US Trade Commission looked into the purchase of the mill.', 'We found links between the bank and a commission of the county.',
  ])('“%s” is told, and stays', (own) => {
    expect(linesOf(page(`<div>${paragraphs()}<p>${own}</p>${paragraphs('de')}</div>`))).toContain(own);
  });

  it.each([
    ['es', 'Del otro lado del río vive el último que supo picar la piedra.'], ['de', 'Zurück blieb ein Haus ohne Dach, und niemand wollte es haben.'], ['de', 'Anzeige erstattet hat bis heute keiner der Nachbarn, die davon wussten.'], ['de', 'Werbung für das Mehl hat hier noch niemand gemacht.'],
  ])('%s: “%s” stays too', (language, own) => {
    expect(linesOf(page(`<div>${paragraphs(language)}<p>${own}</p>${paragraphs('fr')}</div>`, { language }))).toContain(own);
  });

  it.each([
    ['el', 'Ακολουθήστε τις οδηγίες του κατασκευαστή, και ο τροχός θα γυρίζει χρόνια.'], ['ko', '이 기사는 마을 사람들의 마음을 움직였고, 방앗간은 다시 문을 열었다.'],
  ])('%s: “%s” only begins like what is asked of a reader', (language, own) => {
    expect(linesOf(page(`<div>${paragraphs()}<p>${own}</p>${paragraphs('fr')}</div>`, { language }))).toContain(own);
  });

  it('a heading within a link to its own place stays', () => {
    const text = linesOf(page(`<div>${paragraphs()}<a href="#wheel"><h2 id="wheel">The wheel itself</h2></a>${paragraphs('de')}</div>`));
    expect(text).toContain('The wheel itself');
  });

  it('says the same thing once', () => {
    expect(linesOf(page(`<div><div class="desk">${paragraphs()}</div><div class="phone">${paragraphs()}</div></div>`))).toEqual(PROSE['en']);
  });
});

describe('after the last paragraph', () => {
  it.each([
    ['en', '<h3>Related articles</h3><ul><li><a href="/1">Wheels of the valley</a><li><a href="/2">Bread of the hills</a></ul>'],
    ['en', '<h3>You may also like</h3><div><a href="/1">Wheels of the valley, and the people who keep them</a></div>'],
    ['en', '<h4>Leave a comment</h4><p>I was there too, and it was a fine evening for everybody who came.</p>'],
    ['en', '<h4>About the author</h4><p>She lives by the river, and writes about old crafts and those who keep them alive.</p>'],
    ['en', '<p>© 2021 The Paper. All rights reserved.</p>'], ['en', '<p>Tags: <a href="/t/1">mills</a>, <a href="/t/2">water</a></p>'],
    ['en', '<p>Connect with us. Get latest news and updates.</p>'], ['en', '<h3><a href="/1">Wheels of the valley</a></h3><p>Twelve of them still turn.</p><h3><a href="/2">Bread of the hills</a></h3><p>It keeps a week.</p>'],
    ['de', '<h3>Weitere Artikel</h3><ul><li><a href="/1">Räder im Tal</a><li><a href="/2">Brot der Berge</a></ul>'], ['de', '<h3>Kommentare</h3><p>Ich war auch dabei, und es war für alle ein schöner Abend am Bach.</p>'], ['de', '<h3>Über den Autor</h3><p>Er lebt am Fluss und schreibt über altes Handwerk und die, die es erhalten.</p>'],
    ['fr', '<h3>Sur le même sujet</h3><ul><li><a href="/1">Les roues de la vallée</a></ul>'], ['fr', '<h3>Laisser un commentaire</h3><p>J’y étais aussi, et ce fut une belle soirée pour tout le monde.</p>'],
    ['es', '<h3>Artículos relacionados</h3><ul><li><a href="/1">Ruedas del valle</a></ul>'], ['ru', '<h3>Читайте также</h3><ul><li><a href="/1">Колёса долины</a></ul>'], ['ru', '<h3>Комментарии</h3><p>Я тоже там был, и это был прекрасный вечер для всех, кто пришёл.</p>'],
    ['az', '<h3>Digər xəbərlər</h3><ul><li><a href="/1">Vadinin təkərləri</a></ul>'], ['ar', '<h3>مواضيع ذات صلة</h3><ul><li><a href="/1">دواليب الوادي</a></ul>'], ['zh', '<h3>相关新闻</h3><ul><li><a href="/1">山谷里的水轮</a></ul>'], ['ja', '<h3>関連記事</h3><ul><li><a href="/1">谷の水車</a></ul>'],
  ])('%s: %s goes', (language, html) => expectClean(language, '', html));

  it('a last section of the article stays', () => {
    const text = linesOf(page(`<div>${paragraphs()}<h2>More than a mill</h2><p>It is a school as well now: every autumn six young people learn here how to set a stone and how to dress it.</p></div>`));
    expect(text.slice(-2)[0]).toBe('More than a mill');
  });

  it.each([
    ['en', 'You may freeze what is left for up to three months.'], ['en', 'Read the last page aloud, and you will hear the wheel in it.'], ['en', 'More about the man than that is not known.'], ['es', 'Lo más difícil, dice, fue encontrar la madera.'], ['en', 'Popular with children of the town ever since, it is open on Sundays.'],
  ])('%s: a last line that only begins like a way on stays: “%s”', (language, own) => {
    expect(linesOf(page(`<div>${paragraphs(language)}<p>${own}</p></div>`, { language })).at(-1)).toBe(own);
  });

  it('a last line that only begins like a way on stays', () => {
    const own = 'Puedes ver la rueda desde el puente hasta el fin del verano.';
    expect(linesOf(page(`<div>${paragraphs('es')}<p>${own}</p></div>`, { language: 'es' })).at(-1)).toBe(own);
  });
});
