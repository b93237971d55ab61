/** From the words of a byline to the names of people. */
import { fold, squash, wordKey } from './folding.ts';
import { monthOf } from './month-names.ts';

/** "By" and its kin at the start of a line, with what they may be wrapped in. Folded text. */
const BY_WORDS = [
  'by', 'written by', 'words by', 'posted by', 'story by', 'reported by', 'report by', 'article by', 'published by', 'authored by', 'post by', 'review by', 'a post by', 'author', 'authors', 'post author', 'article author', 'about the author', 'writer', 'words', 'text', 'reporter', 'contributed by', 'guest post by', 'interview by', 'submitted by', 'about',
  'von', 'geschrieben von', 'verfasst von', 'veroffentlicht von', 'erstellt von', 'ein beitrag von', 'ein artikel von', 'beitrag von', 'text von', 'autor', 'autorin', 'autor:in', 'autor*in', 'autoren', 'verfasser', 'interview', 'bericht', 'gepostet von', 'artikel von', 'eingestellt von', 'redaktion',
  'par', 'ecrit par', 'publie par', 'poste par', 'auteur', 'auteure', 'propos recueillis par', 'texte', 'por', 'escrito por', 'publicado por', 'redaccion', 'texto', 'autora', 'di', 'scritto da', 'pubblicato da', 'a cura di', 'da', 'autore', 'testo di', 'door', 'geschreven door', 'tekst', 'auteurs', 'av', 'skrevet av', 'skriven av', 'text av', 'forfatter', 'af', 'skrevet af', 'kirjoittaja', 'teksti', 'kirjoittanut', 'hofundur',
  'przez', 'autor tekstu', 'napisal', 'napisala', 'opracowal', 'od', 'napsal', 'napsala', 'autori', 'pise', 'napisao', 'napisala', 'avtor', 'besedilo', 'piše', 'pregatit de', 'de', 'scris de', 'publicat de', 'szerzo', 'irta', 'автор', 'авторы', 'текст', 'автор текста', 'автор статьи', 'от', 'пише', 'написал', 'написала', 'από', 'του', 'της', 'γραφει', 'γραφει ο', 'γραφει η', 'συντακτης', 'yazan', 'yazar', 'haber', 'muellif', 'muəllif', 'mualif', 'autorius', 'teksts', 'autors',
  'oleh', 'penulis', 'ditulis oleh', 'tac gia', 'bai', 'theo', 'ni', 'nina', 'بقلم', 'كتب', 'كتبت', 'الكاتب', 'نویسنده', 'به قلم', 'گزارش', 'מאת', 'כתב', 'כתבה', 'द्वारा', 'लेखक', 'Written by', 'লেখক', 'โดย', 'เรื่อง', 'ผู้เขียน', '作者', '文', '撰文', '记者', '記者', '責任編輯', '編集', '執筆', '글', '작성자', '기자', 'ავტორი', 'հեղինակ', 'автори',
].map(fold).sort((a, b) => b.length - a.length);
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const BY = new RegExp(`^[\\s\\-–—•|(✍️]*(?:${BY_WORDS.map(escape).join('|')})(?:\\s*[:：/／|]\\s*|\\s+(?:-\\s)?)(?=\\S)`, 'u');
/** Words that need a colon after them, or a capitalised person, to be a byline: they begin ordinary lines too. */
const WEAK_BY = /^(?:di|da|de|od|av|af|par|por|von|от|του|της|text|words|about|interview|bericht|theo|bai|haber|ni|tekst|texte|texto|文|글|door|redaktion|redaccion|report|review by|author|autor|about the author)(?![:：])/;

/** What ends the name in a byline: a date, a reading time, a handle, what was done when. */
const TAIL = /\s*(?:[|•·∙●►→｜]|\s[–—-]{1,2}\s|\s\/{1,2}\s|[([{<]|\b(?:published|posted|updated|last\s|first published|created|modified|reviewed|medically|fact[- ]checked|edited|photos?|photograph\w*|images?|illustrat\w*|minutes?|mins?|read(?:ing)?\stime|on\s+(?:\d+|\w{3,9}\.?\s\d+)|in\s+[A-Z]\w+|at\s+\d+|am\s+\d+|vom?\s+\d+|le\s+\d+|el\s+\d+|il\s+\d+|den\s+\d+|für\s|for\s|from\s|with\s|is\s|was\s|via\s|views?|comments?|(?:medically |expert |fact[- ])?(?:reviewed|checked|approved)\sby|edited\sby|with\sphotos|share|follow|leave\s|veröffentlicht|aktualisiert|publié|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|fotos?:?\s|quelle|stand|at\s+\p{L}{3,9}\s\d+|vor\s+\d+)\b|(?<![\p{L}\p{N}_.-])\d|\s@|^@|https?:).*$/iu;
const SPLIT = /\s*(?:[,;，、;]|\s[&+]\s|\/|\n|\s(?:and|und|et|y|e|og|och|ja|ve|və|i|a|en|и|та|і|dan|và|és|și|si|ir|un|και|و|with|&amp;|&)\s)\s*/iu;
const DEGREES = /(?:^|[\s,])(?:ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|mba|m\.?p\.?h|r\.?n|r\.?d\.?n?|ldn|l?cpa|esq|dvm|vmd|dacvb|cscs|c\.?f\.?a|c\.?f\.?p|l\.?c\.?s\.?w|b\.?a|m\.?a|m\.?s|ba|ma|lvt|vts|np|dds|pharmd|psyd|edd|jd|j\.d|cn[sm]|rdn|phd|md)\.?(?=$|[\s,)])/giu;
const TITLES = /^(?:dr\.?\s?(?:med\.?|phil\.?|rer\.? ?nat\.?)?|prof\.?|professor|mr\.?|mrs\.?|ms\.?|herr|frau)\s+(?=\p{L}{2,}\s+\p{L})/iu;
const ROLE = /\b(?:editor|writer|reporter|correspondent|journalist|author|contributor|columnist|manager|director|founder|expert|specialist|analyst|officer|president|ceo|cto|cmo|head|chief|senior|staff|team|member|freelance|blogger|producer|photographer|consultant|engineer|developer|professor|researcher|fellow|lead|marketing|redakteur(?:in)?|redaktion|chefredakteur(?:in)?|leiter(?:in)?|autor(?:in)?|korrespondent(?:in)?|volont[aä]r(?:in)?|rédact\w+|journaliste|redactor\w*|redattor\w*|редактор|корреспондент|журналист|special to|guest|coach|therapist|attorney|strategist|associate|assistant|partner|vp|vice)\b/iu;
const ROLE_END = /\b(?:writer|editor|reporter|correspondent|journalist|founder|manager|director|expert|specialist|analyst|officer|president|ceo|cto|cmo|photographer|consultant|coordinator|strategist|grader|columnist|blogger|author|redakteur(?:in)?|redacteur|rédacteur|rédactrice|journaliste|volontär(?:in)?|korrespondent(?:in)?)$/iu;
const PARTICLE = /^(?:de|del|della|di|da|do|dos|das|du|des|von|van|der|den|ten|ter|zu|zum|zur|la|le|el|al|bin|ibn|ben|bint|abu|af|av|y|e|mc|mac|o'|d'|st|san|'t|und|of|the|los|las|dello|degli|vom|op|auf)$/i;

/** Texts that stand where an author stands and are none. */
const NOBODY = /^(?:\p{L}|no author|copy|paste|search|log(?: ?(?:in|out|on))?|my \w+|settings|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|just now|vor|von|artikel von|tm|views?|logo|image|admin\w{0,12}|web ?(?:master|admin|editor)|root|user\d*|test|guest|unknown|undefined|null|none|na|n a|default|site (?:admin|editor)|super ?admin|wp ?admin|posted|post|author|autor|authors|by|editor|moderator|redakteur|super user|superuser|anonymous|anonym|agencies|home|blog|news|contact|about|profile|share|follow|read more|view (?:all )?(?:posts|profile|bio)|all posts|see (?:full )?bio|author (?:page|bio|archive)|sign in|log in|subscribe|comments?|website|email|e mail|twitter|facebook|linkedin|instagram|x|rss|youtube|more|meet the team|our team|editorial (?:policy|process|guidelines)|learn more|the author|this author|full bio|published|updated|written|last updated|date|team|staff|more posts?|more from|our (?:experts|authors|story|people)|medium|mastodon|bluesky|threads|github|pinterest|tiktok|reddit|whatsapp|telegram|substack|patreon|view full.*|see full.*|(?:learn|read|find out) (?:more )?(?:about|our|how).*|editorial (?:policy|policies|guidelines|standards|team policy).*|.*editorial guidelines|.*(?:privacy|affiliate) (?:policy|disclosure)|advertis\w+.*|all articles.*|verified expert|click here|guest (?:post|author|contributor|blogger)|staff writer|contributing writer|article|articles|story|follow us|skip to .*|mehr|weiterlesen|artikel|(?:weitere |alle )?(?:beitrage|artikel)|datum|kommentare?|drucken|teilen|print|email|gastautor\w*|gastbeitrag|autorenprofil|zum profil|profil|kontakt|redaktionelle\w*)$/u;
/** News agencies: the text's source, not its writer. */
const AGENCY = /^(?:reuters|afp|ap|associated press|the associated press|dpa\w*|apa|sda|ansa|efe|lusa|xinhua|tass|тасс|риа новости|ria novosti|interfax|bloomberg|agence france presse|pti|ani|ians|upi|belga|anp|ntb|tt|ritzau|stt|pap|cna|press association|pa media|press release|sid|kna|epd|keystone sda|ots|pr newswire|business wire|globe newswire|globenewswire|europa press|notimex|agencia\w*|agenturen)$/;

/** Lower case, no marks, degrees, titles or punctuation: two spellings of one person are equal. */
export function personKey(name: string): string {
  return wordKey(name.replace(TITLES, '').replace(DEGREES, ' '));
}

/** True for a group rather than a person: a desk, a team, a paper. */
export function isGroup(name: string): boolean {
  return /\b(?:team|staff|desk|editors?|editorial|newsroom|redaktion|redacci[oó]n|rédaction|redazione|redaktionen|toimitus|редакция|bureau|agency|news|press|media|magazine|daily|times|post|blog|group|gmbh|inc|llc|ltd|university|institute|association|verein|webteam|contributors?|community|online|society|foundation|council|department|office|company|network|club|board)\b|編集部|编辑部|편집부/iu.test(name);
}

/** What a line says after its "By", or undefined when it has none. `strong` when the wording can hardly mean anything else. */
export function afterBy(text: string): { rest: string; strong: boolean } | undefined {
  // "Recipe by", "Words and pictures by", "Interview: ".
  const what = /^(?:\p{L}{3,12}(?:\s(?:and|&)\s\p{L}{3,12})?\sby:?\s+|(?:interview|recipe|rezept|reportage|kommentar|analyse|opinion)\s*:\s*)(?=\p{Lu})/iu.exec(text);
  if (what && !/^(?:edited|reviewed|checked|photo\w*|image|illustrat\w*|translated|approved|sponsored|powered|presented|produced|owned|inspired|followed|supported|hosted|made|developed|designed)\b/i.test(text)) return { rest: text.slice(what[0].length).trim(), strong: true };
  const folded = fold(text);
  const match = BY.exec(folded);
  if (!match || folded.length !== text.length) return match ? { rest: text.slice(match[0].length).trim(), strong: false } : undefined;
  const label = match[0].trim();
  return { rest: text.slice(match[0].length).trim(), strong: !WEAK_BY.test(label) };
}

/**
 * The people that a byline names.
 *
 * @param text the byline, or one name, as it stands on the page
 * @param strict for running text: each name must look like one (two words or more, capitals); else a lone word or a
 *   handle is believed, since the mark-up says that it is an author
 */
export function peopleIn(text: string, strict: boolean): readonly string[] {
  let rest = squash(text).slice(0, 300);
  for (let i = 0; i < 3; i++) {
    const by = afterBy(rest);
    if (!by) break;
    rest = by.rest;
  }
  rest = rest.replace(/\b[\w.+-]+@[\w-]+\.[\w.]+/g, ' ').replace(/\s*(?:,|\bon\b|\bam\b)?\s*\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day,?.*$/i, '');
  rest = rest.replace(DEGREES, ' ');
  const tail = TAIL.exec(rest);
  let body = tail ? rest.slice(0, tail.index).trim() : rest.trim();
  // "Jane Doe Dec 3": the month goes with its day.
  if (tail && /^\s*(?:on\s)?\d/.test(tail[0])) body = body.replace(/[\s,|–—-]*(\p{L}{3,12})\.?,?$/u, (whole, word: string) => (monthOf(fold(word)) ? '' : whole));
  body ||= strict ? '' : rest;
  const names: string[] = [];
  for (const part of body.split(SPLIT)) {
    const name = cleanName(part);
    // Letters after a name are its owner's diplomas.
    if (!name || (names.length && /^[A-Z][A-Za-z]?[A-Z.-]{1,6}(?:\s\d+)?$/.test(name))) continue;
    if (!isPlausible(name, strict)) {
      // "Jane Doe, Shipping Expert": what follows the first name that is no name is a role.
      if (names.length) break;
      if (strict) return [];
      continue;
    }
    if (ROLE_END.test(name) || (names.length && ROLE.test(name))) {
      if (names.length) break;
      continue;
    }
    if (!names.some((other) => personKey(other) === personKey(name))) names.push(name);
  }
  return names.slice(0, 20);
}

function cleanName(part: string): string {
  let name = squash(part).replace(/^[\s"'“”‘’`*_\-–—.:,|•/\\()[\]]+|[\s"“”‘`*_\-–—:,|•/\\()[\]<>]+$/g, '');
  const by = afterBy(name);
  if (by?.strong) name = by.rest;
  name = name.replace(/^(?:and|und|et|og|och|by)\s+/i, '').replace(/\s+(?:and|und|et|by|on|am|in)$/i, '').replace(/[’']s (?:blog|avatar|profile|picture|photo)$/i, '').replace(/^(?:avatar (?:of|for)|photo of|picture of|view all posts by|posts by|(?:read )?more (?:posts |articles |about )?(?:by|from)?|articles by|read more (?:about|posts by|from)|published (?:by|in)|written by|bild von|foto von|profile of|profile image of)\s+/i, '').replace(/\s+(?:avatar|profile|photo|profile picture|headshot|기자|記者|记者)$/i, '').replace(TITLES, (title) => (/^(?:dr|prof)/i.test(title) ? title : ''));
  return name.replace(/([^.]\p{L}{2,})\.$/u, '$1').trim();
}

function isPlausible(name: string, strict: boolean): boolean {
  const key = wordKey(name);
  if (!key || NOBODY.test(key) || AGENCY.test(key) || name.length > 60) return false;
  if (/https?:|www\.|[?!=<>{}]|\d{3,}/.test(name) && strict) return false;
  const words = name.split(/\s+/);
  if (words.length > 6 || (words.length <= 3 && /\d/.test(name) && words.some((word) => monthOf(fold(word)) > 0))) return false;
  if (!strict) {
    if (/https?:|[{}<>=!?]/.test(name) || /^\d+$|\d{1,2}[.:/]\d{2}/.test(name)) return false;
    const small = words.filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word)).length;
    // A handle, or a name without capitals at all; a mixture is a phrase.
    return small === 0 || (small === words.length && words.length <= 2) || words.length === 1;
  }
  if (/\d/.test(name)) return false;
  if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(name)) return name.length >= 2 && name.length <= 12;
  if (!/[A-Z\u00c0-\u024f\u0370-\u052f]/i.test(name)) return words.length >= 2 && words.length <= 5;
  const capitals = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  const particles = words.filter((word) => PARTICLE.test(word)).length;
  return words.length <= 5 && capitals >= 1 && capitals + particles >= words.length && (isGroup(name) || !/^(?:the|a|an|our|your|this|how|why|what|my|new|in|on|all)$/i.test(words[0] ?? ''));
}

const CONNECTOR = /^[\s,;/]*(?:and|und|et|y|e|og|och|ja|ve|i|en|и|та|و|,|;|&|\/|、|·)?[\s,;/]*$/iu;
const LEADING_CONNECTOR = /^\s*(?:[,;/&、]|(?:and|und|et|y|e|og|och|ja|ve|en|и|та)\s)\s*/iu;
const TRAILING_CONNECTOR = /(?:[,;/&、]|\s(?:and|und|et|y|e|og|och|ja|ve|en|и|та))\s*$/iu;

/**
 * The people that a byline of several pieces of mark-up names: the first piece that is a name, and those that a comma
 * or an "and" ties to it. Roles, dates and buttons stand in pieces of their own.
 */
export function peopleInPieces(pieces: readonly string[], strict: boolean): readonly string[] {
  const by = pieces.findIndex((piece) => afterBy(piece)?.strong || afterBy(`${piece} X`)?.rest === 'X');
  const names: string[] = [];
  let tied = true;
  let missed = 0;
  for (const piece of by >= 0 ? pieces.slice(by) : pieces) {
    if (CONNECTOR.test(piece)) {
      if (names.length) tied = true;
      continue;
    }
    if (afterBy(`${piece} X`)?.rest === 'X') {
      if (names.length) break;
      continue;
    }
    const joined = LEADING_CONNECTOR.test(piece);
    if (names.length && !tied && !joined) break;
    const found = peopleIn(piece.replace(LEADING_CONNECTOR, ''), strict && !(by >= 0 && !names.length));
    if (!found.length && (names.length || ++missed > 3)) break;
    for (const name of found) if (!names.some((other) => personKey(other) === personKey(name) || personKey(other).startsWith(`${personKey(name)} `)) && !(names.length && /^[A-Z.-]{2,6}$/.test(name))) names.push(name);
    tied = TRAILING_CONNECTOR.test(piece);
  }
  return names;
}
