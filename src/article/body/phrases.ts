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
  '(?:(?:connect|(?:keep|stay) in touch) with|follow|join|find) (?:us|our)', '(?:like|follow|find) (?:us|me) on', '(?:please )?(?:subscribe|sign(?:ing)? up (?:for|to|here|now|today|below))', '(?:get|receive) (?:the|our|your) (?:\\w+ )?(?:latest|newsletters?|app|daily|free|best)', "(?:never|don['’]t) miss (?:out|our|an?)", 'stay (?:up to date|updated|informed|connected)', 'want (?:to (?:read|learn|know|get) )?more(?= (?:\\w+ )?(?:from|like|on|about)|\\P{L}*$)', 'for the latest (?:news|updates?|stories|headlines|from|on)', 'to (?:view|watch|read|continue|see) (?:reading|(?:the|this) (?:(?:full|rest of (?:the|this)|whole|entire) )?(?:article|story|video))', 'if you.re (?:already )?a (?:subscriber|member)(?=,)', '(?:are you )?already a (?:subscriber|member)(?= ?[?!:]| (?:log|sign))', 'enter your e-?mail', 'by (?:signing|subscribing|submitting|clicking|entering|registering)(?=.* (?:you|our) )', 'support (?:our|us|independent|quality)(?= .*(?:journalism|news|work)| (?:from|by|with|on|at) |\\P{L}*$)', '(?:log|sign) in', 'request (?:a|your) (?:free )?(?:demo|quote|consultation)', 'contact us', 'share (?:this|on|via|with|your \\w+ (?:with us|in the comments|below))', 'click (?:here|to (?:enlarge|share|subscribe))', 'advertisement', 'back to (?:top|blog|home|all)',
  'folg(?:[et] uns|en sie)', '(?:unseren |den |zum )?newsletter (?:abonnieren|bestellen|anmelden|anmeldung)', 'jetzt (?:abonnieren|anmelden|newsletter|registrieren|bestellen|testen)', 'abonnieren sie', 'melden sie sich',
  'ακολου\\S+ μας', '(?:suivez|abonnez|inscrivez)[- ][nv]ous', 'recevez', 's[ií]gu[ae]nos', 'suscr[ií]b[ea]te', 'reg[ií]strate', 'assine', 'inscreva-se', 'seguici', 'iscriviti', 'volg ons', 'abonneer',
  'подпи(?:сывайтесь|шитесь|саться)', 'підпишіться', 'obserwuj', 'zapisz się', 'abone ol', 'تابعونا', 'اشترك', 'شارك',
  // Labels: more than a few words behind one, or a full stop, and it is a sentence that begins so.
  '(?:sponsored|loading|(?:skip|jump|click) to|(?:artikel )?(?:drucken|teilen|merken|versenden)|anzeige|werbung|annons|(?:print|pin) recipe|nach oben|zurück|partager|publicité|publicidad|comparti[rl]|condividi|поделиться|реклама|udostępnij|reklama|paylaş|dela?)(?=[^.]{0,35}(?:\\.\\.\\.)?$)',
].join('|'));
const PROMOTION_UNSPACED = /^(?:关注我们|扫码|分享到|分享至|責任編輯|责任编辑|フォロー|シェア|広告|구독|이 기사.+섹션|この記事は(?:有料|会員)|무단 ?전재|ⓒ|\[광고\])/u;

/** Heads a list of other articles. */
const OTHERS = begins([
  'related', 'more (?:stories|from|on|about|like|news|posts|articles|in|great|to read|reading|you)', '(?:you|readers) (?:might|may|will|also)', 'read (?:more|next|also|this next|the full|our full|on)', '(?:also|now|next|up|continue|keep|further|what to) (?:read|reading|browsing|next|see)', '(?:see|view) (?:also|all|more|our)', 'recommended(?: (?:for you|reading|articles?|stories|posts|links|videos?))', '(?:recent|latest|similar|other|previous|next) (?:posts?|articles?|news|story|stories|from|resources)', '(?:most )?(?:popular|read|viewed|shared|trending)', 'check out (?:next|our|these|more|some)', 'learn more', 'follow', "don['’]t miss",
  'mehr (?:zum thema|zu|von|aus|über|dazu|lesen|artikel|nachrichten)', 'weitere (?:artikel|beiträge|themen|nachrichten|meldungen|informationen|infos)', 'das (?:thema )?könnte', 'auch (?:interessant|lesen)', 'schon gelesen', 'weiterlesen', 'lesen sie', 'siehe auch', 'ähnliche', 'verwandte', 'zum thema', 'meistgelesen', 'neueste', 'vorheriger', 'nächster',
  '[àa] (?:lire|voir|découvrir)', 'lire (?:aussi|la suite|également|plus)', 'sur le même', 'les plus lus', 'dans la même', 'en savoir plus',
  '(?:te|le) pueden? interesar', 'puedes? ver(?=:)', '(?:lee|lea|ver|vea|leer|mira|mire|leia|veja|saiba) (?:también|más|además|também|mais)', '(?:(?:artículos|noticias|notas|contenidos|artigos) )?relacionad[oa]s', 'm[áa]i?s (?:noticias|información|sobre|en|leídas|lidas|notícias)', 'lo más',
  'leggi (?:anche|tutto)', 'articoli correlati', 'lees (?:ook|meer|verder)', 'l[eæä]s (?:også|även|också|mer)', 'relater(?:t|[ae]de)',
  '(?:czytaj|zobacz) (?:też|także|również|więcej|dalej)', 'polecamy', 'powiązane', 'související', 'διαβάστε', 'δείτε (?:όλες|ακόμη|επίσης)', 'cite[sș]te', 'ilgili', 'digər xəbərlər',
  'читайте (?:также|ещё|еще|далее|також)', 'по теме', 'похожие', 'другие новости', 'смотрите также', 'اقرأ', 'مواضيع', 'ذات صلة', 'اخبار مرتبط', 'קראו גם', 'baca juga', 'xem thêm', 'อ่านเพิ่มเติม',
].join('|'));
const OTHERS_UNSPACED = /^(?:相关(?:阅读|新闻|文章|链接)|推荐阅读|延伸阅读|相關(?:新聞|文章)|更多(?:新闻|文章)|热门|関連(?:記事|ニュース|リンク)|あわせて読みたい|おすすめ|人気記事|最新記事|관련 ?(?:기사|뉴스)|많이 본|인기)/u;

/** Heads what readers, not the author, have written, or the box about the author. */
const AFTERWORD = is([
  '(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response)', '(?:comments?|responses?|replies|thoughts on .*|reader comments|join the (?:conversation|discussion))', 'about (?:the )?(?:author|writer|contributor|expert)s?', '(?:about|contact)(?: us)?', 'author', 'meet the (?:author|team)', 'written by', 'filed under', 'tag(?:s|ged)?', 'categories', 'topics', 'share(?: this(?: article| post| story)?)?', 'newsletter', 'disclaimer', 'disclosure',
  '(?:(?:schreibe?|hinterlasse) (?:einen|eine|deinen|ihren) )?(?:kommentar(?:er?)?|antwort)(?: (?:schreiben|verfassen|hinterlassen))?', 'über (?:den|die|das) autor(?:in|en)?', 'schlagw[oö]rter?', 'kategorien', 'diesen (?:artikel|beitrag) teilen', 'kontakt', 'impressum',
  '(?:(?:laisser|laissez|ajouter|poster) (?:un|votre) )?commentaires?', 'réagir', 'mots[- ]clés', 'partager', '(?:(?:deja|dejar|escribe|deixe) (?:un|tu|seu) )?coment[aá]rios?', 'sobre (?:el|la|o|a) autor[a]?', 'commenti', 'reacties', 'komentarze', 'yorumlar', '(?:оставить |добавить )?комментари[ий]', 'об авторе', 'теги', 'تعليقات', 'コメント', '评论', '댓글',
].join('|'));

/** Says who owns the text, or what may not be done with it. */
const LEGAL = /^\W*(?:©|\(c\)|copyright|all rights reserved|alle rechte|tous droits|todos los derechos|todos os direitos|tutti i diritti|все права|всі права|tüm hakları|bütün hüquqlar|جميع الحقوق|版权所有|無断転載|무단전재|this material may not be|a version of this article|privacy policy|terms of (?:use|service)|cookie policy)/iu;

/** Says of itself that its links earn money; "you" earn it where that is what the text is about. Capitals count: other "Commissions" belong to states, and "US" is no "us". */
const COMMISSION = /^(?=.*\b(?:[Ww]e|us|[Oo]ur|I|[Ww]ir|uns)\b)(?:(?=.*\b(?:[Ll]inks?|[Pp]urchas\w+)\b).*\b(?:earn|paid|receive|get|make|collect|erhalten|bekommen|verdienen)\b.{0,40}\b(?:commission|Provision)\b|.*\b(?:[Cc]ontain|[Ii]nclud|[Uu]s(?:e|ing))\w*\b.{0,30}\baffiliate link|.*affiliate marketer)/;

/** A line about a picture: who took it. */
const CREDIT = /^[\s([]*(?:(?:(?:main|featured?|header|top|cover|lead|file|stock) )?(?:photo(?:s|graph|graphy)?|image|images|picture|pictures|illustration|graphic|video|screenshot)s?(?: credits?| source| illustration| courtesy| provided)?(?: by|:|：| courtesy| of | via|\s*[©/|])|(?:photo|image) (?:credit|courtesy)|credits?:|courtesy (?:of|photo)|foto(?:s|credit|grafie)?:|foto (?:di|de|von|av)|bild(?:er|quelle|nachweis)?:|©|crédits? ?(?:photo|image)?s? ?:|photo ?:|imagen:|fotó:|fot\.|zdjęcie|фото[ :]|foto © |kuva:|bilde:|写真[:：]|图[:：]|图片来源|사진|写真提供|صورة|تصویر)/iu;

/** Ends in the name of who sells pictures. */
const AGENCY = /^.{0,140}[/|©(:,]\s*(?:via\s+)?(?:Getty(?: Images)?|Shutterstock|iStock(?:photo)?|Unsplash|Pexels|Pixabay|Adobe ?Stock|Alamy(?: Stock Photo)?|Depositphotos|Wikimedia(?: Commons)?|Bloomberg|Reuters|AFP|AP|EPA(?:-EFE)?|dpa|picture[ -]alliance|imago(?: images)?|APA|TASS|ТАСС|РИА Новости)\b.{0,30}$/u;

/** The whole of a block that says when or how long, and nothing else. Only with a number in it. */
const STAMP = /^(?:(?:(?:last |first |originally |article )?(?:updated?|published|posted|modified|reviewed|created|written|date|fact[- ]checked)(?: on| at| by| date| time)?|(?:estimated |approx\. )?(?:reading|read) time|time to read|aktualisiert|veröffentlicht|erstellt|stand|lesezeit|publié|mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|geplaatst|gepubliceerd|opublikowano|опубликовано|обновлено|yayınlanma|güncelleme|أُ?نشر|تحديث|发布时间|更新|公開|入力|수정)(?![\p{L}]).{0,60}|.{0,30}(?<![\d.,])\d+ ?(?:min(?:ute)?s?|minuten?|minutos?|minuti|мин(?:ут[ыа]?)?)\.? ?(?:read(?:ing)?(?: time)?|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|чтения)\.?|[\d.,]+ ?(?:views?|shares?|comments?|likes?|claps?|aufrufe|vues|visitas|просмотр\p{L}*|görüntülenme)|(?:views?|просмотр\p{L}*|baxış\p{L}*|okunma|hits?) ?[:：]? ?[\d.,]+)$/iu;

/** A contents list's heading. */
const CONTENTS = is(['(?:table of )?contents?(?: hide| show)?', 'in this (?:article|post|guide|story|page)', 'on this page', 'jump to(?: section)?', 'quick (?:links|navigation)', 'inhalt(?:sverzeichnis)?(?: anzeigen| verbergen)?', 'sommaire', '[íi]ndice', '(?:tabla de )?contenidos?', 'inhoud(?:sopgave)?', 'spis treści', 'содержание', 'içindekiler', 'المحتويات', '目[录次]', '목차'].join('|'));

export const isPromotion = (text: string): boolean => PROMOTION.test(text) || PROMOTION_UNSPACED.test(text);
export const headsOthers = (text: string): boolean => OTHERS.test(text) || OTHERS_UNSPACED.test(text);
export const headsAfterword = (text: string): boolean => AFTERWORD.test(text);
export const isLegal = (text: string): boolean => LEGAL.test(text) || COMMISSION.test(text);
export const isCredit = (text: string): boolean => CREDIT.test(text) || (AGENCY.test(text) && !/[.!?]$/.test(text));
export const isStamp = (text: string): boolean => /\d/.test(text) && STAMP.test(text);
export const headsContents = (text: string): boolean => CONTENTS.test(text);
