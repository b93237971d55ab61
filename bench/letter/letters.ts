/** Generated letters, and what independent readers make of them. Everything here is counted, nothing is timed. */
import { spawnSync } from 'node:child_process';
import PostalMime from 'postal-mime';
import { checkAddress, asciiAddress } from '../../src/letter/address.ts';
import { textBlocks, type Block } from '../../src/letter/blocks.ts';
import { compose, type Letter, type Person } from '../../src/letter/compose.ts';
import { eml, type EmlPicture } from '../../src/letter/eml.ts';
import { htmlDocument } from '../../src/letter/html.ts';
import { BUDGET, mailto, WEB_MAIL } from '../../src/letter/mailto.ts';
import { MESSENGERS } from '../../src/letter/messages.ts';
import { article, input, SCRIPTS, words } from '../../test/letter/letters.ts';

const NAMES = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[];
const SEED = 'a1b2c3d4e5f6';
const date = new Date('2026-03-01T09:05:00Z');
const from: Person = { name: 'Anna Brandt', email: 'anna@example.org' };

interface Case { readonly letter: Letter; readonly to: readonly Person[]; readonly pictures: readonly EmlPicture[] }

/** Two hundred letters: twelve scripts in many lengths, and the oddities that mail stumbles over. */
export function drafts(): readonly Case[] {
  const odd = ['.', '..\n.\n..', 'From me\nFrom you', '> not a quote', 'w'.repeat(998), 'a '.repeat(500), '=?UTF-8?B?eA==?=', '=20=\n=', `--alternative-${SEED}`, '\t tab', '👩‍👩‍👧‍👦'.repeat(120), '', ' ', 'x'.repeat(5000)];
  const cases: Case[] = [];
  for (let n = 0; cases.length < 198; n++) {
    const script = NAMES[n % NAMES.length]!;
    const [title, sentence] = SCRIPTS[script];
    const size = 1 + Math.floor(n / NAMES.length) * 2;
    const note = odd[n % odd.length]!;
    const about = article({ title: title.repeat(1 + (n % 5)), authors: n % 4 ? [title] : [] });
    const to = n % 9 === 0 ? [] : [{ name: n % 7 === 0 ? '' : title, email: 'marta@example.org' }, { name: 'O"Neil \\ (x), y', email: 'b@xn--mnchen-3ya.example' }];
    cases.push({ letter: compose({ ...input({ article: about, note, myName: n % 3 ? title : '' }), blocks: textBlocks(`${sentence.repeat(size)}\n${note}\n${sentence}`) }, words), to, pictures: [] });
  }
  cases.push({ letter: compose({ ...input(), blocks: textBlocks(Array.from({ length: 1500 }, (_, i) => `${i} ${SCRIPTS.latin[1].repeat(7)}`).join('\n')) }, words), to: [], pictures: [] });
  const pictures = Array.from({ length: 40 }, (_, i): EmlPicture => ({
    src: `https://p.example/${i}.png`, type: 'image/png', name: i % 2 ? `лампа ${i}.png` : `lamp ${i}.png`, bytes: Uint8Array.from({ length: 50 + i * 137 }, (_, j) => (i * 31 + j * 7) % 256),
  }));
  const blocks: Block[] = pictures.map(({ src }, i) => ({ kind: 'picture', src, runs: [{ text: `Lamp ${i}` }] }));
  cases.push({ letter: compose({ ...input(), blocks }, words), to: [{ name: 'Marta', email: 'marta@example.org' }], pictures });
  return cases;
}

const written = ({ letter, to, pictures }: Case): string => eml({ letter, words, from, to, date, seed: SEED, pictures });
const htmlOf = ({ letter, pictures }: Case): string => htmlDocument(letter, (src) => {
  const i = pictures.findIndex((picture) => picture.src === src);
  return i < 0 ? undefined : `cid:picture${i + 1}.${SEED}@passalong.invalid`;
});
/** Half a character becomes the replacement sign in any file. */
const lines = (text: string): string => Buffer.from(text).toString().replace(/\r\n?/g, '\n').trimEnd();

export interface DraftFigures { readonly equal: number; readonly of: number; readonly longestLine: number; readonly pictures: number; readonly bytes: number }

/** The letters as drafts, read by postal-mime. */
export async function readDrafts(cases: readonly Case[]): Promise<DraftFigures> {
  let equal = 0;
  let longestLine = 0;
  let pictures = 0;
  let bytes = 0;
  for (const one of cases) {
    const raw = written(one);
    bytes += raw.length;
    for (const line of raw.split('\r\n')) longestLine = Math.max(longestLine, Buffer.byteLength(line));
    const mail = await PostalMime.parse(raw);
    const people = (mail.to ?? []).map(({ name, address }) => `${name}|${address}`).join();
    pictures += mail.attachments.filter(({ content }, i) => Buffer.from(content as ArrayBuffer).equals(Buffer.from(one.pictures[i]?.bytes ?? []))).length;
    if (mail.subject === one.letter.subject && people === one.to.map(({ name, email }) => `${name}|${email}`).join() && lines(mail.html ?? '') === lines(htmlOf(one)) && mail.attachments.length === one.pictures.length) equal++;
  }
  return { equal, of: cases.length, longestLine, pictures, bytes };
}

const PYTHON = `
import sys, json, email, email.policy
policy = email.policy.EmailPolicy(raise_on_defect=True)
equal = 0
for case in json.load(sys.stdin):
    try:
        message = email.message_from_bytes(case['raw'].encode('ascii'), policy=policy)
        defects = [d for part in message.walk() for d in part.defects] + [d for h in message.values() for d in h.defects]
        html = message.get_body(('html',)).get_content().replace('\\r\\n', '\\n').rstrip()
        to = [a.addr_spec for a in message['to'].addresses] if message['to'] else []
        pictures = [p.get_content().hex() for p in message.walk() if p.get_content_maintype() == 'image']
        equal += not defects and message['subject'] == case['subject'] and html == case['html'].rstrip() and to == case['to'] and pictures == case['pictures']
    except Exception as error:
        print(type(error).__name__, error, case['subject'][:40], file=sys.stderr)
print(equal)
`;

/** The same by Python's `email` under its strict policy; undefined where there is no python3. */
export function readByPython(cases: readonly Case[]): { readonly equal: number; readonly said: string } | undefined {
  if (spawnSync('python3', ['-c', 'import email.policy']).status !== 0) return undefined;
  const given = cases.map((one) => ({ raw: written(one), subject: one.letter.subject, html: lines(htmlOf(one)), to: one.to.map(({ email }) => email), pictures: one.pictures.map(({ bytes }) => Buffer.from(bytes).toString('hex')) }));
  const run = spawnSync('python3', ['-c', PYTHON], { input: JSON.stringify(given), encoding: 'utf8', maxBuffer: 64e6 });
  return { equal: Number(run.stdout.trim() || 0), said: run.stderr.slice(0, 300) };
}

export interface MailFigures { readonly letters: number; readonly overBudget: number; readonly broken: number; readonly wrong: number; readonly linkLate: number; readonly plainOverBudget: number }

/** Five hundred letters and more as `mailto:`; the peer is what the same letter takes when it is only encoded. */
export function mailLinks(): MailFigures {
  const found = { letters: 0, overBudget: 0, broken: 0, wrong: 0, linkLate: 0, plainOverBudget: 0 };
  for (const script of NAMES) for (let n = 0; n < 42; n++) {
    const [title, sentence] = SCRIPTS[script];
    const text = Array.from({ length: 1 + (n % 14) }, (_, i) => sentence.repeat(1 + ((n + i) % 5)).trim()).join('\n');
    const letter = compose(input({ article: article({ title }), text, note: n % 2 ? sentence : '', travels: n % 3 ? 'article' : 'summary' }), words);
    const fit = mailto(['marta@example.org', 'b@bücher.example'], letter, words);
    const plain = `mailto:marta@example.org?subject=${encodeURIComponent(letter.subject)}&body=${encodeURIComponent([...letter.hello, ...letter.head, ...letter.body].map((block) => block.runs.map((run) => run.text).join('')).join('\r\n\r\n'))}`;
    found.letters++;
    if (plain.length > BUDGET) found.plainOverBudget++;
    if (!fit.ok) { found.wrong++; continue; }
    if (fit.href.length > BUDGET) found.overBudget++;
    if (/%(?![0-9A-F]{2})/.test(fit.href) || !URL.canParse(fit.href)) { found.broken++; continue; }
    const body = new URL(fit.href).searchParams.get('body') ?? '';
    if (body.includes('\ufffd')) found.broken++;
    const at = body.indexOf('https://news.example/lamps');
    const first = letter.body[0]?.runs[0]?.text.slice(0, 10) ?? '';
    if (at < 0 || (first && body.indexOf(first, body.indexOf('· · ·')) > 0 && body.indexOf(first, body.indexOf('· · ·') + 1) < at && !title.includes(first))) found.linkLate++;
    const intended = letter.body.map((block) => block.runs.map((run) => run.text).join('')).join('\r\n\r\n');
    const carried = body.slice(at).split('\r\n\r\n').slice(1).filter((part) => !part.startsWith('[cut ')).join('\r\n\r\n');
    if (!intended.startsWith(carried) || (!fit.cut && intended !== carried)) found.wrong++;
  }
  return found;
}

const TRICKS = [
  '\r\nBcc: evil@example.net', '\nBcc: evil@example.net', '\rBcc: evil@example.net', '\r\n\r\nBody', '\0', '\u2028Bcc: evil@example.net', '\u2029Bcc: evil@example.net', '\u0085Bcc: evil@example.net', '\u000b', '\u000c',
  '?bcc=evil@example.net', '&bcc=evil@example.net', '%0aBcc:evil@example.net', '%0d%0aBcc:%20evil@example.net', '%250aBcc', '#', '"', '"\r\n', '\\"', ',evil@example.net', ';evil@example.net', '<evil@example.net>', '> <evil@example.net', '=?UTF-8?Q?=0D=0ABcc:_evil@example.net?=',
  '\ud800', '\udc00x', '\u202e', '%', '&body=x', '&to=evil@example.net', '&cc=evil@example.net', `--alternative-${SEED}--`, 'X-Evil: 1', ': ', '(comment)', '\t Bcc: evil@example.net', 'Content-Type: text/html', '<script>', '"><img src=x>', "'",
] as const;

/** Every trick in every field, alone and around a word, in every way out. @returns how many there were, and what got through */
export async function injections(): Promise<{ readonly tries: number; readonly successes: readonly string[] }> {
  const successes: string[] = [];
  let tries = 0;
  const fields = ['title', 'note', 'myName', 'friend', 'author', 'text', 'local', 'url'] as const;
  const headers = ['content-type', 'date', 'from', 'mime-version', 'subject', 'to', 'x-unsent'].join();
  for (const trick of TRICKS) for (const field of fields) for (const text of [trick, `Anna${trick}Bell`]) {
    tries++;
    const put = (name: string, otherwise: string): string => (name === field ? text : otherwise);
    const about = article({ title: put('title', 'Lamps') || 'x', authors: [put('author', 'Ines')], url: field === 'url' ? `https://news.example/${text}` : 'https://news.example/a' });
    const letter = compose({ ...input({ article: about, note: put('note', 'Read!'), myName: put('myName', 'Anna') }), friends: [{ name: put('friend', 'Marta'), email: '' }], blocks: textBlocks(put('text', 'One.')) }, words);
    const check = checkAddress(`${put('local', 'marta')}@example.org`);
    const to = check.ok ? [check.address] : [];
    const bad = (way: string): void => { successes.push(`${way}, ${field}: ${JSON.stringify(text)}`); };
    for (const [way, form] of [['mailto', undefined], ...Object.entries(WEB_MAIL)] as const) {
      const fit = mailto(to, letter, words, 100_000, form);
      if (!fit.ok) continue;
      const url = URL.parse(fit.href);
      const keys = [...(url?.searchParams.keys() ?? [])].filter((key) => !['view', 'fs', 'to', 'su', 'subject', 'body'].includes(key));
      const people = form ? url?.searchParams.get('to') : decodeURIComponent(url?.pathname ?? '');
      // A quotation mark in a query is written either way.
      if (url?.href.replaceAll('%27', "'") !== fit.href || keys.length > 0 || people !== to.map(asciiAddress).join() || /[\r\n\0]/.test(url.searchParams.get(way === 'gmail' ? 'su' : 'subject') ?? '')) bad(way);
    }
    for (const [way, make] of Object.entries(MESSENGERS)) {
      const url = URL.parse(make(letter));
      if (!url || [...url.searchParams.keys()].some((key) => !['text', 'url', 'body'].includes(key)) || !['wa.me', 't.me', 'share.joinmastodon.org', 'bsky.app', ''].includes(url.hostname)) bad(way);
    }
    const raw = eml({ letter, words, from: { name: put('myName', 'Anna'), email: 'anna@example.org' }, to: to.concat('x@example.org').map((email) => ({ name: put('friend', 'Marta'), email })), date, seed: SEED });
    const mail = await PostalMime.parse(raw);
    if (mail.headers.map(({ key }) => key).toSorted().join() !== headers || (mail.to ?? []).map(({ address }) => address).join() !== to.concat('x@example.org').map(asciiAddress).join() || mail.cc || mail.bcc || mail.attachments.length > 0 || lines(mail.html ?? '') !== lines(htmlDocument(letter))) bad('eml');
  }
  return { tries, successes };
}
