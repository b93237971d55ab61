import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiAddress, checkAddress } from '../../src/letter/address.ts';
import { textBlocks } from '../../src/letter/blocks.ts';
import { compose, type Letter, type Travels } from '../../src/letter/compose.ts';
import { BUDGET, encode, mailto, WEB_MAIL } from '../../src/letter/mailto.ts';
import { article, input, SCRIPTS, words } from './letters.ts';

/** What a mail program reads from the address (RFC 6068), taken apart by hand and not by the code under test. */
function readMailto(href: string): { to: string[]; fields: [string, string][]; subject: string; body: string } {
  expect(href).toMatch(/^mailto:[\x21-\x7e]*$/);
  expect(href.replace(/%[0-9A-F]{2}/g, '')).not.toContain('%');
  const [people = '', query = ''] = href.slice('mailto:'.length).split('?');
  const fields = query.split('&').map((field) => field.split('=').map(decodeURIComponent) as [string, string]);
  const of = (name: string): string => fields.find(([key]) => key === name)?.[1] ?? '';
  return { to: people.split(',').filter(Boolean).map(decodeURIComponent), fields, subject: of('subject'), body: of('body') };
}

const paragraphs = (script: keyof typeof SCRIPTS, count: number, sentences: number): string =>
  Array.from({ length: count }, () => SCRIPTS[script][1].repeat(sentences).trim()).join('\n');

function letterIn(script: keyof typeof SCRIPTS, count: number, travels: Travels = 'article', note = 'Hi!'): Letter {
  const about = article({ title: SCRIPTS[script][0], dir: script === 'arabic' || script === 'hebrew' ? 'rtl' : 'ltr' });
  return compose({ ...input({ article: about, note, travels }), blocks: textBlocks(paragraphs(script, count, 4)) }, words);
}

describe('a mail link', () => {
  it('carries a short letter whole', () => {
    const fit = mailto(['marta@example.org'], compose(input(), words), words);
    if (!fit.ok) throw new Error(fit.stopped);
    expect(fit.cut).toBeUndefined();
    expect(fit.whole).toBe(fit.href.length);
    const { to, subject, body } = readMailto(fit.href);
    expect(to).toEqual(['marta@example.org']);
    expect(subject).toBe('For you: The lamps of the harbour');
    expect(body).toBe([
      'Dear Marta,', '', 'Read the end!', '', 'Anna', '', '· · ·', '', 'The lamps of the harbour', 'Ines Calder and Tom Reyes · The Courier · 2025-10-14',
      'https://news.example/lamps?id=7&lang=en', '', 'One. Two.', '', 'Three.',
    ].join('\r\n'));
  });

  it('keeps the budget in every script, breaks no character, has the link above the text, and says where it was cut', () => {
    let letters = 0;
    for (const script of Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[]) {
      for (let count = 1; count <= 43; count++) {
        const letter = letterIn(script, count);
        const fit = mailto(['marta@example.org', 'josé@münchen.example'], letter, words);
        if (!fit.ok) throw new Error(`${script} ${count}: ${fit.stopped}`);
        letters++;
        expect(fit.href.length).toBeLessThanOrEqual(BUDGET);
        const { to, body } = readMailto(fit.href);
        expect(to).toEqual(['marta@example.org', 'josé@xn--mnchen-3ya.example']);
        expect(body).not.toMatch(/\ufffd|\p{Surrogate}/u);
        const link = body.indexOf('https://news.example/lamps?id=7&lang=en');
        expect(link).toBeGreaterThan(0);
        const text = body.slice(link).split('\r\n\r\n').slice(1);
        if (!fit.cut) {
          expect(text.join('\n')).toBe(paragraphs(script, count, 4));
          continue;
        }
        expect(fit.whole).toBeGreaterThan(BUDGET);
        expect(text.at(-1)).toBe(words.cut(fit.cut));
        // What is there is the article's beginning, whole sentences only.
        const kept = text.slice(0, -1);
        const all = paragraphs(script, count, 4).split('\n');
        for (const [i, piece] of kept.slice(0, -1).entries()) expect(piece).toBe(all[i]);
        if (kept.length > 0) expect(all[kept.length - 1]).toContain(kept.at(-1)!);
        if (fit.cut.kind === 'after') expect(kept).toHaveLength(fit.cut.paragraph);
        if (fit.cut.kind === 'in') {
          expect(kept).toHaveLength(fit.cut.paragraph);
          const sentence = SCRIPTS[script][1].trim();
          if (script !== 'thai') expect(kept.at(-1)!.endsWith(sentence)).toBe(true);
        }
        if (fit.cut.kind === 'text') expect(kept).toHaveLength(0);
      }
    }
    expect(letters).toBe(516);
  });

  it('says the true encoded length of what does not fit', () => {
    const letter = letterIn('cyrillic', 9);
    const small = mailto(['a@example.org'], letter, words);
    const large = mailto(['a@example.org'], letter, words, 1_000_000);
    expect(small.whole).toBe(large.ok && large.href.length);
  });

  it('never leaves a heading as its last line', () => {
    const long = 'A sentence of some length, to fill the letter. '.repeat(6).trim();
    const blocks = Array.from({ length: 12 }, (_, i) => [{ kind: 'heading' as const, runs: [{ text: `Part ${i}` }] }, { kind: 'paragraph' as const, runs: [{ text: long }] }]).flat();
    for (let budget = 700; budget < 2400; budget += 40) {
      const fit = mailto(['a@example.org'], compose({ ...input(), blocks }, words), words, budget);
      const lines = fit.ok ? readMailto(fit.href).body.split('\r\n\r\n') : [];
      expect(lines.at(-2)).not.toMatch(/^Part/);
    }
  });

  it('shortens a note that is too long, and keeps the link', () => {
    const fit = mailto(['a@example.org'], letterIn('japanese', 3, 'article', 'とても長い手紙です。'.repeat(60)), words);
    if (!fit.ok) throw new Error(fit.stopped);
    expect(fit.cut).toEqual({ kind: 'note' });
    expect(fit.href.length).toBeLessThanOrEqual(BUDGET);
    expect(readMailto(fit.href).body).toContain('https://news.example/lamps?id=7&lang=en');
  });

  it('gives up, with the reason, when the address or the people alone are too long', () => {
    const far = article({ url: `https://news.example/${'x'.repeat(3000)}` });
    expect(mailto(['a@example.org'], compose(input({ article: far }), words), words)).toMatchObject({ ok: false, stopped: 'link' });
    const many = Array.from({ length: 120 }, (_, i) => `friend-number-${i}@example.org`);
    expect(mailto(many, compose(input(), words), words)).toMatchObject({ ok: false, stopped: 'people' });
  });

  it('gains no header and no recipient from anything typed or read', () => {
    const nasty = fc.constantFrom('\r\nBcc: evil@example.net', '\n\nbcc: x', '?bcc=evil@example.net', '&bcc=evil@example.net', '%0d%0aBcc:%20evil@example.net', '\u2028Bcc: x', '\0', '#', '"', '",', ',evil@example.net', '+', '\ud800', '\udc00 ', '=', ';cc=x');
    const text = fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, text, text, text, text, text, (title, note, me, friend, body, local) => {
      const about = article({ title: title || 'x', authors: [title] });
      const letter = compose({ ...input({ article: about, note, myName: me, friends: [{ name: friend, email: '' }] }), blocks: textBlocks(body) }, words);
      const check = checkAddress(`${local}@example.org`);
      const to = check.ok ? [check.address] : [];
      for (const budget of [BUDGET, 600, 100_000]) {
        const fit = mailto(to, letter, words, budget);
        if (!fit.ok) continue;
        expect(fit.href.length).toBeLessThanOrEqual(budget);
        const read = readMailto(fit.href);
        expect(read.fields.map(([name]) => name)).toEqual(['subject', 'body']);
        expect(read.to).toEqual(to.map(asciiAddress));
        expect(read.subject).not.toMatch(/[\r\n\0\u2028\u2029\u0085]/);
        expect(URL.parse(fit.href)?.href).toBe(fit.href);
      }
    }), { numRuns: 400 });
  });

  it('writes line breaks as CRLF and half characters as the replacement sign', () => {
    expect(encode('a\nb\r\nc\rd')).toBe('a%0D%0Ab%0D%0Ac%0D%0Ad');
    expect(encode('\ud83d')).toBe('%EF%BF%BD');
    expect(encode('😀')).toBe('%F0%9F%98%80');
  });
});

describe('web mail', () => {
  it.each(Object.entries(WEB_MAIL))('%s gets the same letter in the same room', (_name, form) => {
    const fit = mailto(['marta@example.org', 'b@example.org'], letterIn('chinese', 20), words, BUDGET, form);
    if (!fit.ok) throw new Error(fit.stopped);
    expect(fit.href.length).toBeLessThanOrEqual(BUDGET);
    const url = new URL(fit.href);
    expect(url.protocol).toBe('https:');
    expect(url.searchParams.get('to')).toBe('marta@example.org,b@example.org');
    expect(url.searchParams.get('body')).toContain('https://news.example/lamps?id=7&lang=en');
    expect(url.searchParams.get('body')).toContain(words.cut(fit.cut!));
  });
});
