/** From the words of a byline to the names of people. */
import { fold, squash, wordKey } from './folding.ts';
import { monthOf } from './month-names.ts';

/** "By" and its kin at the start of a line, folded: those that can hardly mean anything else, and those that need a colon or a person after them. */
const STRONG_BY = "by|(?:post |article )?authors?|writer|reporter|(?:geschrieben|verfasst|veroffentlicht|erstellt|gepostet|eingestellt|(?:ein )?(?:beitrag|artikel)|text) von|autor(?:in|:in|\\*in|en)|verfasser|(?:ecrit|publie|poste|propos recueillis) par|auteure?s?|(?:escrito|publicado) por|autora|scritto da|pubblicato da|a cura di|testo di|autore|geschreven door|skr[ie]ve[tn] a[vf]|text av|forfatter|kirjoittaja|kirjoittanut|hofundur|przez|(?:napi?[sc]\\S+)|opracowal|autori|avtor|pregatit de|scris de|publicat de|szerzo|irta|а[ву]т[оа]р[ыи]?(?: текста| статьи)?|текст|написала?|пише|απο(?: τ(?:ον|ην?))?|γραφει(?: [οη])?|συντακτης|yazan|yazar|muellif|muəllif|autorius|autors|oleh|penulis|ditulis oleh|tac gia|بقلم|كتبت?|الكاتب|نویسنده|به قلم|מאת|כתבה?|द्वारा|लेखक|লেখক|โดย|ผู้เขียน|作者|撰文|记者|記者|執筆|작성자|기자|ავტორი|հեղինակ|egilea|idazlea|mwandishi|imeandikwa na|تحریر|escrit per|shkruar nga";
const WEAK_BY = 'von|autor|par|por|di|da|de|door|a[vf]|od|от|του|της|words|text[eo]?|tekst[iy]?|about|bericht|redaktion|redaccion|haber|bai|theo|ni|nga|per|از|文|글';
const BY = new RegExp(`^[\\s\\-–—•|(✍️]*(?:(${STRONG_BY})|${WEAK_BY})(\\s*[:：/／|・՝]\\s*|\\s+(?:-\\s)?)(?=\\S)`, 'u');

/** East Asian papers put the reporter's trade behind the name, or before it and the town behind. */
const SIGNED = /^(?:記者)?(\p{L}{2,4}(?: \p{L}{1,3})?)(?: ?(?:기자|記者|记者)|[／/].{2,4}(?:報導|报道))$/u;

/** What ends the name in a byline: a date, a reading time, a handle, what was done when. */
const TAIL = /\s*(?:[|•·∙●►→｜]|\s[–—-]{1,2}\s|\s\/{1,2}\s|[([{<]|\b(?:published|posted|updated|created|modified|reviewed|checked|edited|photos?|images?|illustrat\w*|min(?:ute)?s?|read(?:ing)?\stime|(?:on|at|am|vom?|le|el|il|den|vor)\s+(?:\d+|\p{L}{3,9}\.?\s\d+)|in\s+[A-Z]\w+|für\s|for\s|from\s|on behalf|with\s|is\s|was\s|via\s|comments?|share|veröffentlicht|aktualisiert|publi(?:é|cado)|pubblicato|fotos?)\b|(?<![\p{L}\p{N}_.-])\d|\s@|^@|https?:).*$/iu;
const AND = 'and|und|et|y|e|og|och|ja|ve|və|en|и|та|و|i|és|și|ir|dan|và';
const SPLIT = new RegExp(`\\s*(?:[,;，、;]|\\s[&+]\\s|/|\\s(?:${AND}|with)\\s)\\s*`, 'iu');
const DEGREES = /,?\s(?:ph\.?\s?d|m\.?d|mba|r\.?n|esq)\.?(?=$|[\s,)])/giu;
const TITLES = /^(?:dr\.?\s?(?:med\.?|phil\.?)?|prof\.?|professor|mrs?\.?|ms\.?|herr|frau)\s+(?=\p{L}{2,}\s+\p{L})/iu;
const ROLE_END = /\b(?:editor|writer|reporter|correspondent|journalist|founder|manager|director|expert|specialist|analyst|officer|president|c[etm]o|photographer|consultant|columnist|author|(?:chef)?redakteur(?:in)?|r[ée]dact(?:eur|rice)|journaliste)(?:\sof\s.*)?$/iu;
const PARTICLE = /^(?:(?!on|in|at|to|by|for|is|it|was)['’]?\p{Ll}{1,3}['’]?|dell[ao]|degli|bint)$/u;

/** "Edited by", "Photos:", "Reviewed by" before a name: somebody else's work. */
export const OTHER_ROLE = /^(?:edited|researched|(?:\w+ )?(?:reviewed|checked|approved|tested|verified)|photo|images?|illustrat|translat|foto|bilder?|ubersetz|traduit|video|podcast|produced|updated by|next|previous|(?:sponsor|power|present|own|inspir|follow|support|host|mad|develop|design)ed? )/i;

/** Texts that stand where an author stands and are none. */
const NOBODY = /^(?:\p{L}|(?:no|the|by|about the)? ?(?:authors?|autor)|(?:super|web) ?(?:user|master)|admin\w{0,12}|test|guest|unknown|undefined|null|none|posted|tm|mon|tue|wed|thu|fri|sat|sun|by|editor|redakteur|anonym(?:ous)?|home|blog|profile?|(?:share|follow|read|learn|see|view|find|more|all|click|sign|weitere|alle|mehr|artikel|my)(?: .*)?|log ?(?:in|out)?|search|copy|paste|e ?mail|twitter|facebook|linkedin|instagram|youtube|threads|mastodon|bluesky|github|rss|(?:staff|contributing|noc|community)? ?(?:writer|contributor|admin|staff)|team|icon .*|who|and|human|information|cited|research|development|privacy|medium|tiktok|.*(?:editorial (?:process|polic\w+|guidelines|standards)|privacy policy|disclosure)|full bio|(?:veroffentlich|publish)\w*|(?:last )?updated|last|written|datum|verified expert|expert verified|articles?|vo[nr]|stand|quelle|source|auteur|publiziert|\p{L}{3,7}(?:tag|woch|day))$/u;
/** News agencies: the text's source, not its writer. */
const AGENCY = /^(?:reuters|a[fp]p?|(?:the )?associated press|dpa|apa|efe|ansa|pti|xinhua|тасс|interfax|bloomberg|agenturen)$/;

/** Lower case, no marks, degrees, titles or punctuation: two spellings of one person are equal. */
export function personKey(name: string): string {
  return wordKey(name.replace(TITLES, '').replace(DEGREES, ' '));
}

/** True for a group rather than a person: a desk, a team, a paper. */
export function isGroup(name: string): boolean {
  return /\b(?:team|staff|desk|editors?|editorial|redaktion|redacci[oó]n|rédaction|редакция|news|press|media|times|post|blog|group|gmbh|inc|institute|association|university)\b|[編编]輯?[集辑]?部|편집부/iu.test(name);
}

/** What a line says after its "By", or undefined when it has none. `strong` when the wording can hardly mean anything else. */
export function afterBy(text: string): { rest: string; strong: boolean } | undefined {
  // "Recipe by", "Words and pictures by", "Interview: ".
  const what = /^(?:(?:(?:a|blog|guest)\s)?\p{L}{3,12}(?:\s(?:and|&)\s\p{L}{3,12})?\sby:?\s+|(?:interview|recipe|rezept|reportage|kommentar|analyse|opinion)\s*:\s*)(?=\p{Lu})/iu.exec(text);
  if (what && !OTHER_ROLE.test(text)) return { rest: text.slice(what[0].length).trim(), strong: true };
  const signed = SIGNED.exec(text)?.[1];
  if (signed) return { rest: signed, strong: true };
  const folded = fold(text);
  const match = BY.exec(folded);
  if (!match) return undefined;
  return { rest: text.slice(match[0].length).trim(), strong: folded.length === text.length && (match[1] !== undefined || /[:：]/.test(match[2] ?? '')) };
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
  rest = rest.replace(/\b[\w.+-]+@[\w-]+\.[\w.]+/g, ' ');
  rest = rest.replace(DEGREES, ' ');
  const tail = TAIL.exec(rest);
  let body = tail ? rest.slice(0, tail.index).trim() : rest.trim();
  // "Jane Doe Dec 3": the month goes with its day; "Jane Marsh" keeps her name.
  if (tail && /^\s*\d/.test(tail[0])) body = body.replace(/(?:^|\s*[,|–—-]\s*|(?<=\S\s+\S+)\s+)(\p{L}{3,12})\.?,?$/u, (whole, word: string) => (monthOf(fold(word)) ? '' : whole));
  body ||= strict ? '' : rest;
  const names: string[] = [];
  let role = false;
  for (const part of body.split(SPLIT)) {
    const name = cleanName(part);
    // Letters after a name are its owner's diplomas.
    if (!name || ((names.length || role) && /^[A-Z][A-Za-z]?[A-Z.-]{1,6}(?:\s\d+)?$/.test(name))) continue;
    if (!isPlausible(name, strict)) {
      // "Jane Doe, Shipping Expert": what follows the first name that is no name is a role.
      if (names.length) break;
      if (strict) return [];
      continue;
    }
    if (ROLE_END.test(name)) {
      if (names.length) break;
      role = true;
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
  name = name.replace(/\s+(?:by|on|am|in)$/i, '').replace(/^(?:\w+ ){0,2}(?:avatar|photo|picture|profile|headshot|bild|foto|articles|posts|more) (?:of|for|by|from|von)\s+/i, '').replace(/(?:[’']s)?\s+(?:avatar|profile|photo|headshot|image|기자|記者|记者)$|[’']s$/i, '').replace(TITLES, (title) => (/^(?:dr|prof)/i.test(title) ? title : ''));
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

const CONNECTOR = new RegExp(`^[\\s,;/&、·]*(?:${AND})?[\\s,;/&]*$`, 'iu');
const LEADING_CONNECTOR = new RegExp(`^\\s*(?:[,;/&、]|(?:${AND})\\s)\\s*`, 'iu');
const TRAILING_CONNECTOR = new RegExp(`(?:[,;/&、]|\\s(?:${AND}))\\s*$`, 'iu');

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
    const found = peopleIn(names.length ? piece.replace(LEADING_CONNECTOR, '') : piece, strict && !(by >= 0 && !names.length));
    if (!found.length && (names.length || ++missed > 3)) break;
    for (const name of found) if (!names.some((other) => personKey(other) === personKey(name) || personKey(other).startsWith(`${personKey(name)} `)) && !(names.length && /^[A-Z.-]{2,6}$/.test(name))) names.push(name);
    tied = TRAILING_CONNECTOR.test(piece);
  }
  return names;
}
