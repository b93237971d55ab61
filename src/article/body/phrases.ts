/**
 * Sentences that pages put around articles, in the languages they are written in. Second line after structure: each
 * only counts for a short block, and only where `trim.ts` says. Never a site's name, never a page's own wording.
 */

// The lists are joined where they stand, so that the build folds each into one string.
/** Matches a text that begins with one of the phrases. `\b` knows only Latin letters, hence the look-ahead. */
const begins = (phrases: string): RegExp => new RegExp(`^[\\s»«>→▶•*#\\p{So}-]*(?:${phrases})(?![\\p{L}\\p{N}])`, 'iu');
/** Matches a text that is one of the phrases and nothing else but punctuation and numbers. */
const is = (phrases: string): RegExp => new RegExp(`^[\\P{L}]*(?:${phrases})[\\P{L}]*$`, 'iu');

/** Asks to follow, subscribe, sign up, download, support. */
export const PROMOTION = begins([
  '(?:connect|stay in touch|keep in touch|follow|join|find|like) (?:with )?(?:us|me|our)', '(?:please )?sign(?:ing)? up (?:for|to|here|now|today|below)', '(?:please )?subscribe', 'get (?:the|our|your) (?:latest|newsletter|app|daily|free|best)', 'download (?:the|our|your) ', 'never miss', "don['’]t miss", 'stay (?:up to date|updated|informed|connected|in the know)', 'want (?:more|to (?:read|learn|know|get) more)', 'receive (?:the|our)', 'enter your e-?mail', 'by (?:signing|subscribing|submitting|clicking|entering|registering)', 'support (?:our|us|independent|quality)', '(?:log|sign) in', 'start your (?:free )?trial', 'request (?:a|your) (?:free )?(?:demo|quote|consultation)', 'contact us', 'share (?:this|on|via|your|with)', 'click (?:here|to)', 'advertisement', 'sponsored', 'continue reading below', 'loading', 'skip to', 'back to (?:top|blog|home|all)', 'jump to',
  '(?:folge|folgt) uns', 'folgen sie', '(?:unseren |den |zum )?newsletter (?:abonnieren|bestellen|anmelden|anmeldung)', 'jetzt (?:abonnieren|anmelden|newsletter|registrieren|bestellen|testen)', 'abonnieren sie', 'melden sie sich', 'teilen', 'artikel (?:drucken|teilen|merken|versenden)', 'anzeige', 'werbung', 'nach oben', 'zurück', 'drucken',
  'suivez(?:-| )nous', 'abonnez(?:-| )vous', 'inscrivez(?:-| )vous', 'recevez', 'partager', 'publicité', 'imprimer', 's[ií]gu[ae]nos', 'suscr[ií]b(?:e|a)te', 'comparte', 'compartir', 'publicidad', 'reg[ií]strate', 'siga(?:-| )nos', 'assine', 'inscreva-se', 'compartilhe', 'seguici', 'iscriviti', 'condividi', 'pubblicità', 'volg ons', 'abonneer', 'meld je aan', 'deel dit', 'advertentie',
  'подписывайтесь', 'подпишитесь', 'подписаться', 'поделиться', 'следите за', 'присоединяйтесь', 'реклама', 'підписуйтесь', 'підпишіться', 'obserwuj', 'zapisz się', 'udostępnij', 'reklama', 'sledujte nás', 'sdílet', 'bizi', 'abone ol', 'paylaş', 'reklam', 'følg oss', 'följ oss', 'del', 'dela', 'tilaa', 'jaa', 'تابعونا', 'اشترك', 'شارك', 'إعلان',
].join('|'));
const PROMOTION_UNSPACED = /^(?:关注我们|扫码|分享到|分享至|責任編輯|责任编辑|フォロー|シェア|広告|구독|무단 ?전재|ⓒ|\[광고\])/u;

/** Heads a list of other articles. */
const OTHERS = begins([
  'related', 'more (?:stories|from|on|about|like|news|posts|articles|in|great|to read|reading|you)', '(?:you|readers) (?:might|may|will|also)', 'read (?:more|next|also|this next|the full|our full|on)', '(?:also|now|next|up|continue|keep|further|what to) (?:read|reading|browsing|next|see)', 'also (?:on|of interest|check)', 'see (?:also|all|more|our)', 'recommended(?: (?:for you|reading|articles?|stories|posts|links|videos?))', 'recent (?:posts|articles|news|stories)', 'latest (?:posts|articles|news|stories|from)', '(?:most )?(?:popular|read|viewed|shared|trending)', 'similar (?:posts|articles|stories|news)', 'other (?:posts|articles|news|stories|resources)', 'previous (?:post|article|story)', 'next (?:post|article|story)', 'view (?:all|more)', 'check out (?:next|our|these|more|some)', 'learn more', 'don[’\']t miss',
  'mehr (?:zum thema|zu|von|aus|über|dazu|lesen|artikel|nachrichten)', 'weitere (?:artikel|beiträge|themen|nachrichten|meldungen|informationen|infos)', 'das könnte', 'auch interessant', 'lesen sie', 'lies auch', 'siehe auch', 'ähnliche', 'verwandte', 'passend dazu', 'zum thema', 'meistgelesen', 'neueste', 'vorheriger', 'nächster', 'weiterlesen',
  '(?:à|a) (?:lire|voir|découvrir)', 'lire (?:aussi|la suite|également|plus)', 'sur le même', 'voir (?:aussi|plus|également)', 'articles? (?:similaires|liés|récents|associés|précédent|suivant)', 'les plus lus', 'dans la même', 'en savoir plus', 
  '(?:te|le) pueden? interesar', 'también te', '(?:lee|lea|ver|leer|mira) (?:también|más|además)', '(?:artículos|noticias|notas|contenidos) relacionad[oa]s', 'relacionad[oa]s', 'más (?:noticias|información|sobre|en|leídas)', 'lo más', 'leia (?:também|mais)', 'veja (?:também|mais)', 'saiba mais', 'mais (?:lidas|notícias)', 'artigos relacionados',
  'leggi (?:anche|tutto)', 'articoli correlati', 'potrebbe interessarti', 'vedi anche', 'ti potrebbe', 'lees (?:ook|meer|verder)', 'gerelateerd', 'meer (?:over|nieuws|van|lezen)', 'les også', 'læs også', 'läs (?:även|också|mer)', 'lue myös', 'relater(?:t|[ae]de)',
  'czytaj (?:też|także|również|więcej|dalej)', 'zobacz (?:też|także|również|więcej)', 'przeczytaj', 'polecamy', 'powiązane', 'čtěte', 'přečtěte', 'související', 'čítajte', 'διαβάστε', 'σχετικά', 'ilgili', 'həmçinin', 'digər xəbərlər',
  'читайте (?:также|ещё|еще|нас|далее)', 'по теме', 'похожие', 'другие (?:новости|материалы)', 'ещё по теме', 'смотрите также', 'материалы по теме', 'рекомендуем', 'популярное', 'читайте також', 'більше новин', 'дивіться також', 'схожі', 'прочетете', 'свързани', 'اقرأ', 'مواضيع', 'مقالات ذات', 'ذات صلة', 'المزيد', 'بیشتر بخوانید', 'مطالب مرتبط', 'اخبار مرتبط', 'עוד', 'כתבות נוספות', 'קראו גם', 'baca juga', 'artikel terkait', 'xem thêm', 'tin liên quan', 'อ่านเพิ่มเติม', 'ข่าวที่เกี่ยวข้อง',
].join('|'));
const OTHERS_UNSPACED = /^(?:相关(?:阅读|新闻|文章|链接)|推荐阅读|延伸阅读|相關(?:新聞|文章)|更多(?:新闻|文章)|热门|関連(?:記事|ニュース|リンク)|あわせて読みたい|おすすめ|人気記事|最新記事|관련 ?(?:기사|뉴스)|많이 본|인기)/u;

/** Heads what readers, not the author, have written, or the box about the author. */
const AFTERWORD = is([
  '(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response)', '(?:comments?|responses?|replies|thoughts on .*|reader comments|join the (?:conversation|discussion))', 'discussion', 'about (?:the )?(?:author|writer|contributor|expert)s?', 'about(?: us)?', 'author', 'meet the (?:author|team)', 'written by', 'posted in', 'filed under', 'tag(?:s|ged)?', 'categories', 'topics', 'share(?: this(?: article| post| story)?)?', 'newsletter', 'contact(?: us)?', 'disclaimer', 'disclosure', 
  '(?:schreibe?|hinterlasse) (?:einen|eine|deinen|ihren) (?:kommentar|antwort)', 'kommentar(?:er?)?', 'kommentar (?:schreiben|verfassen|hinterlassen)', '(?:eine )?antwort (?:schreiben|hinterlassen)', 'über (?:den|die|das) autor(?:in|en)?', 'schlagw[oö]rter?', 'stichworte', 'kategorien', 'diesen (?:artikel|beitrag) teilen', 'kontakt', 'impressum', 
  'commentaires?', '(?:laisser|laissez|ajouter|poster) (?:un|votre) commentaire', 'réagir', "à propos de l['’]auteur", 'mots[- ]clés', 'étiquettes', 'partager', 'coment[aá]rios?', '(?:deja|dejar|escribe) (?:un|tu) comentario', 'sobre (?:el|la|o|a) autor[a]?', 'etiquetas', 'acerca de', 'deixe (?:um|seu) comentário', 'commenti', 'lascia un commento', "(?:l['’]|sull['’])autore", 'reacties', '(?:geef|laat|plaats) een reactie.*', 'over de auteur', 'komentarze', 'dodaj komentarz', 'o autorze', 'komentáře', 'diskuze', 'kommentit', 'yorumlar', 'yorum yap', 'şərhlər', '(?:оставить |добавить )?комментари[ий]', 'обсуждение', 'об авторе', 'теги', 'метки', 'коментарі', 'σχόλια', 'تعليقات', 'اترك تعليقا', 'نظرات', 'תגובות', 'コメント', '评论', '評論', '댓글', 'hozzászólások',
].join('|'));

/** Says who owns the text, or what may not be done with it. */
const LEGAL = /^\W*(?:©|\(c\)|copyright|all rights reserved|alle rechte|tous droits|todos los derechos|todos os direitos|tutti i diritti|все права|всі права|tüm hakları|bütün hüquqlar|جميع الحقوق|版权所有|無断転載|무단전재|this material may not be|privacy policy|terms of (?:use|service)|cookie policy)/iu;

/** A line about a picture: who took it. */
const CREDIT = /^[\s([]*(?:(?:(?:main|featured?|header|top|cover|lead|file|stock) )?(?:photo(?:s|graph|graphy)?|image|images|picture|pictures|illustration|graphic|video|screenshot)s?(?: credits?| source| illustration| courtesy| provided)?(?: by|:|：| courtesy| of | via|\s*[©/|])|(?:photo|image) (?:credit|courtesy)|credits?:|courtesy (?:of|photo)|foto(?:s|credit|grafie)?:|foto (?:di|de|von|av)|bild(?:er|quelle|nachweis)?:|©|crédits? ?(?:photo|image)?s? ?:|photo ?:|imagen:|fotó:|fot\.|zdjęcie|фото[ :]|foto © |kuva:|bilde:|写真[:：]|图[:：]|图片来源|사진|写真提供|صورة|تصویر)/iu;

/** Ends in the name of who sells pictures. */
const AGENCY = /^.{0,140}[/|©(:,]\s*(?:via\s+)?(?:Getty(?: Images)?|Shutterstock|iStock(?:photo)?|Unsplash|Pexels|Pixabay|Adobe ?Stock|Alamy(?: Stock Photo)?|Depositphotos|Wikimedia(?: Commons)?|Bloomberg|Reuters|AFP|AP|EPA(?:-EFE)?|dpa|picture[ -]alliance|imago(?: images)?|APA|TASS|ТАСС|РИА Новости)\b.{0,30}$/u;

/** The whole of a block that says when or how long, and nothing else. Only with a number in it. */
const STAMP = /^(?:(?:(?:last |first |originally |article )?(?:updated?|published|posted|modified|reviewed|created|written|date|fact[- ]checked)(?: on| at| by| date| time)?|(?:estimated |approx\. )?(?:reading|read) time|time to read|aktualisiert|veröffentlicht|erstellt|stand|lesezeit|publié|mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|geplaatst|gepubliceerd|opublikowano|опубликовано|обновлено|yayınlanma|güncelleme|أُ?نشر|تحديث|发布时间|更新|公開|入力|수정)(?![\p{L}]).{0,60}|.{0,30}(?<![\d.,])\d+ ?(?:min(?:ute)?s?|minuten?|minutos?|minuti|мин(?:ут[ыа]?)?)\.? ?(?:read(?:ing)?(?: time)?|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|чтения)\.?|[\d.,]+ ?(?:views?|shares?|comments?|likes?|claps?|aufrufe|vues|visitas|просмотр\p{L}*|görüntülenme)|(?:views?|просмотр\p{L}*|baxış\p{L}*|okunma|hits?) ?[:：]? ?[\d.,]+)$/iu;

/** A contents list's heading. */
const CONTENTS = is(['(?:table of )?contents?(?: hide| show)?', 'in this (?:article|post|guide|story|page)', 'on this page', 'jump to(?: section)?', 'quick (?:links|navigation)', 'inhalt(?:sverzeichnis)?(?: anzeigen| verbergen)?', '(?:auf dieser seite|in diesem artikel)', 'sommaire', 'table des matières', 'índice', '(?:tabla de )?contenidos?', 'sumário', 'indice', 'inhoud(?:sopgave)?', 'spis treści', 'obsah', 'содержание', 'оглавление', 'зміст', 'içindekiler', 'المحتويات', 'فهرست', '目录', '目次', '목차'].join('|'));

export const isPromotion = (text: string): boolean => PROMOTION.test(text) || PROMOTION_UNSPACED.test(text);
export const headsOthers = (text: string): boolean => OTHERS.test(text) || OTHERS_UNSPACED.test(text);
export const headsAfterword = (text: string): boolean => AFTERWORD.test(text);
export const isLegal = (text: string): boolean => LEGAL.test(text);
export const isCredit = (text: string): boolean => CREDIT.test(text) || (AGENCY.test(text) && !/[.!?]$/.test(text));
export const isStamp = (text: string): boolean => /\d/.test(text) && STAMP.test(text);
export const headsContents = (text: string): boolean => CONTENTS.test(text);
