import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { textBlocks, type Block } from '../../src/letter/blocks.ts';
import { compose, type Letter, type Person } from '../../src/letter/compose.ts';
import { eml, rfcDate, type EmlPicture } from '../../src/letter/eml.ts';
import { htmlDocument } from '../../src/letter/html.ts';
import { plainText } from '../../src/letter/plain-text.ts';
import { article, input, SCRIPTS, words } from './letters.ts';

const date = new Date('2026-03-01T09:05:00Z');
const anna: Person = { name: 'Anna Brandt', email: 'anna@example.org' };
const file = (letter: Letter, to: readonly Person[], pictures: readonly EmlPicture[] = [], from = anna): string =>
  eml({ letter, words, from, to, date, seed: 'a1b2c3d4e5f6', pictures });

/** Undoes format=flowed as RFC 3676 4.4 tells readers to. */
function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let open = false;
  let depth = '';
  for (const raw of text.replace(/\r\n$/, '').split('\r\n')) {
    const quote = /^>*/.exec(raw)![0];
    const line = raw.slice(quote.length).replace(/^ /, '');
    const goesOn = line.endsWith(' ') && line !== '-- ';
    const body = goesOn && deleteSpace ? line.slice(0, -1) : line;
    if (open && quote === depth) out[out.length - 1] += body;
    else out.push((quote ? `${quote} ` : '') + body);
    open = goesOn;
    depth = quote;
  }
  return out.join('\n');
}

function assertLines(raw: string): void {
  expect(raw).not.toMatch(/[^\r]\n|\r[^\n]/);
  for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(78);
}

async function roundTrip(letter: Letter, to: readonly Person[], pictures: readonly EmlPicture[] = []): Promise<void> {
  const raw = file(letter, to, pictures);
  assertLines(raw);
  const mail = await PostalMime.parse(raw);
  expect(mail.subject).toBe(letter.subject);
  expect(mail.from).toMatchObject({ name: 'Anna Brandt', address: 'anna@example.org' });
  expect((mail.to ?? []).map(({ name, address }) => ({ name, email: address }))).toEqual(to.map((p) => ({ name: p.name.trim(), email: p.email })));
  expect(mail.headers.filter(({ key }) => key === 'x-unsent')).toEqual([expect.objectContaining({ value: '1' })]);
  expect(new Date(mail.date!).getTime()).toBe(date.getTime());
  expect(mail.headers.map(({ key }) => key).sort()).toEqual(['content-type', 'date', 'from', 'mime-version', 'subject', ...(to.length ? ['to'] : []), 'x-unsent']);
  const html = htmlDocument(letter, (src) => { const i = pictures.findIndex((p) => p.src === src); return i < 0 ? undefined : `cid:picture${i + 1}.a1b2c3d4e5f6@passalong.invalid`; });
  expect(mail.html?.replace(/\r\n/g, '\n').trimEnd()).toBe(html.trimEnd());
  expect(mail.attachments.map((a) => Buffer.from(a.content as ArrayBuffer).toString('hex'))).toEqual(pictures.map((p) => Buffer.from(p.bytes).toString('hex')));
}

/** The text part as it stands in the file, decoded but still flowed. */
function flowedPart(raw: string): { text: string; deleteSpace: boolean } {
  const [, head = '', body = ''] = /Content-Type: text\/plain;([\s\S]*?)\r\n\r\n([\s\S]*?)\r\n--alternative-/.exec(raw) ?? [];
  const text = head.includes('base64')
    ? Buffer.from(body, 'base64').toString('utf8')
    : Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8');
  return { text, deleteSpace: head.includes('delsp=yes') };
}

describe('a draft file', () => {
  it.each(Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[])('comes back equal: %s', async (script) => {
    const [title, sentence] = SCRIPTS[script];
    for (let n = 1; n < 18; n += 4) {
      const about = article({ title: title.repeat(n), authors: [title] });
      const letter = compose({ ...input({ article: about, note: sentence, friends: [{ name: title, email: '' }] }), blocks: textBlocks(`${sentence.repeat(n)}\n${sentence}`) }, words);
      const to = [{ name: title, email: 'marta@example.org' }, { name: '', email: 'b@xn--mnchen-3ya.example' }];
      await roundTrip(letter, to);
      const part = flowedPart(file(letter, to));
      // A line may hold 72 signs of text, the space that says "goes on", and what the stuffing adds.
      for (const line of part.text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
      expect(unflow(part.text, part.deleteSpace)).toBe(plainText(letter, words).split('\n').map((line) => line.trimEnd()).join('\n'));
    }
  });

  it('comes back equal whatever is written in it', async () => {
    const rough = fc.array(fc.oneof(
      fc.constantFrom('.', '..', '\n.\n', 'From me', '\nFrom ', '> ', ' ', '   ', '=20', '=', '=?UTF-8?B?eA==?=', '--alternative-x', '\t', '"', '\\', '<b>', '&amp;', '\r\nBcc: e@v.il', '\0', '\ud83d', 'x'.repeat(998), '字'.repeat(200), '👨‍👩‍👧'),
      fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 8 }).map((parts) => parts.join(''));
    await fc.assert(fc.asyncProperty(rough, rough, rough, async (title, name, text) => {
      const whole = (t: string): string => t.replace(/\p{Surrogate}/gu, '\ufffd').replace(/\0/g, ' ');
      const letter = compose({ ...input({ article: article({ title: whole(title) || 'x' }), note: whole(text) }), blocks: textBlocks(whole(text)) }, words);
      const raw = file(letter, [{ name: whole(name), email: 'marta@example.org' }]);
      const mail = await PostalMime.parse(raw);
      expect(mail.subject?.replace(/\s+/g, ' ').trim()).toBe(letter.subject.replace(/\s+/g, ' ').trim());
      expect(mail.to?.map((p) => p.address)).toEqual(['marta@example.org']);
      expect(mail.bcc ?? mail.cc).toBeUndefined();
      expect(mail.headers.map(({ key }) => key).sort()).toEqual(['content-type', 'date', 'from', 'mime-version', 'subject', 'to', 'x-unsent']);
      expect(mail.html?.replace(/\r\n?/g, '\n').trimEnd()).toBe(htmlDocument(letter).replace(/\r\n?/g, '\n').trimEnd());
      for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
    }), { numRuns: 150 });
  });

  it('carries forty pictures byte for byte, each where it stood', async () => {
    const pictures = Array.from({ length: 40 }, (_, i): EmlPicture => ({
      src: `https://p.example/${i}.png`, type: 'image/png', name: i % 2 ? `лампа ${i}.png` : `lamp ${i}.png`, bytes: Uint8Array.from({ length: 50 + i * 37 }, (_, j) => (i * 31 + j * 7) % 256),
    }));
    const blocks: Block[] = pictures.map(({ src }, i) => ({ kind: 'picture', src, runs: [{ text: `Lamp ${i}` }] }));
    const letter = compose({ ...input(), blocks }, words);
    await roundTrip(letter, [{ name: 'Marta', email: 'marta@example.org' }], pictures);
    const mail = await PostalMime.parse(file(letter, [], pictures));
    expect(mail.attachments.map((a) => a.filename)).toEqual(pictures.map((p) => p.name));
    for (const a of mail.attachments) {
      expect(a.disposition).toBe('inline');
      expect(mail.html).toContain(`src="cid:${a.contentId!.slice(1, -1)}"`);
    }
  });

  it('takes files along, each byte of them, under names of any script', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 13) % 256);
    const files = [{ name: 'Лампы "гавани".html', type: 'text/html', bytes }, { name: 'lamps\r\nBcc: e@v.il.epub', type: 'application/epub+zip\r\nX: y', bytes }];
    const raw = eml({ letter: compose(input(), words), words, from: anna, to: [], date, seed: 'a1b2c3d4e5f6', attachments: files });
    assertLines(raw);
    const mail = await PostalMime.parse(raw);
    expect(mail.attachments.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition])).toEqual([['Лампы "гавани".html', 'text/html', 'attachment'], ['lamps Bcc: e@v.il.epub', 'application/octet-stream', 'attachment']]);
    for (const { content } of mail.attachments) expect(Buffer.from(content as ArrayBuffer).equals(Buffer.from(bytes))).toBe(true);
    expect(mail.bcc).toBeUndefined();
    expect(mail.text).toContain('Read the end!');
  });

  it('carries two megabytes', async () => {
    const letter = compose({ ...input(), blocks: textBlocks(Array.from({ length: 1500 }, (_, i) => `${i} ${SCRIPTS.latin[1].repeat(7)}`).join('\n')) }, words);
    expect(file(letter, []).length).toBeGreaterThan(2_000_000);
    await roundTrip(letter, []);
  });

  it('has no sender line when there is no address, and a name alone is none', async () => {
    const raw = file(compose(input(), words), [], [], { name: 'Anna', email: '' });
    expect(raw).not.toMatch(/^From:/m);
    expect(raw).not.toMatch(/^To:/m);
    expect(await PostalMime.parse(raw)).toMatchObject({ subject: 'For you: The lamps of the harbour' });
  });

  it('is dated as mail is', () => {
    expect(rfcDate(date)).toBe('Sun, 01 Mar 2026 09:05:00 +0000');
  });
});

const python = spawnSync('python3', ['-c', 'import email.policy; print(1)']).status === 0;

describe('a draft file, read by Python', () => {
  it.skipIf(!python)('has no defect under the strict policy and says the same (needs python3)', () => {
    const cases = (Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[]).flatMap((script) => [1, 5, 30].map((n) => {
      const [title, sentence] = SCRIPTS[script];
      const letter = compose({ ...input({ article: article({ title: title.repeat(n) }), note: `${sentence}\n.\n..\nFrom here\n${'w'.repeat(998)}` }), blocks: textBlocks(sentence.repeat(n * 3)) }, words);
      const to = [{ name: title, email: 'marta@example.org' }, { name: 'O"Neil \\ (x), y', email: 'neil@example.org' }];
      return { raw: file(letter, to), subject: letter.subject, names: to.map((p) => p.name), html: htmlDocument(letter) };
    }));
    const program = `
import sys, json, email, email.policy
policy = email.policy.EmailPolicy(raise_on_defect=True)
for case in json.load(sys.stdin):
    message = email.message_from_bytes(case['raw'].encode('ascii'), policy=policy)
    defects = [d for part in message.walk() for d in part.defects] + [d for h in message.values() for d in h.defects]
    assert not defects, defects
    assert message['subject'] == case['subject'], (message['subject'], case['subject'])
    # Python keeps the space between two encoded words of a name, which RFC 2047 6.2 says to drop (true of 3.11): names are compared without spaces.
    assert [a.display_name.replace(' ', '') for a in message['to'].addresses] == [n.replace(' ', '') for n in case['names']], (message['to'].addresses, case['names'])
    assert [a.addr_spec for a in message['to'].addresses] == ['marta@example.org', 'neil@example.org']
    html = message.get_body(('html',)).get_content().replace('\\r\\n', '\\n').rstrip()
    assert html == case['html'].rstrip(), 'html'
    assert message['x-unsent'] == '1'
print('fine')
`;
    const run = spawnSync('python3', ['-c', program], { input: JSON.stringify(cases), encoding: 'utf8', maxBuffer: 64e6 });
    expect(run.stderr).toBe('');
    expect(run.stdout.trim()).toBe('fine');
  });
});
