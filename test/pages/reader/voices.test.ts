import { describe, expect, it } from 'vitest';
import { languageName, voiceFor, voicesFor, type Voice } from '../../../src/pages/reader/voices.ts';

const voice = (name: string, lang: string, more: Partial<Voice> = {}): Voice => ({ voiceURI: name, name, lang, localService: true, default: false, ...more });

describe('voices', () => {
  const far = voice('Far', 'en-GB', { localService: false });
  const near = voice('Near', 'en_US');
  const own = voice('Own', 'en-GB');
  it('of this computer come before those that send the text away, those of the region before others', () => {
    expect(voicesFor([far, near, own, voice('Deutsch', 'de-DE')], 'en-GB')).toEqual([own, near, far]);
  });
  it('that send the text away are taken only where somebody chose them', () => {
    expect(voiceFor([far], 'en-GB', undefined)).toBeUndefined();
    expect(voiceFor([far, near], 'en-GB', 'Far')).toBe(far);
  });
});

it('a language is called by its name, and one that there is not by what the page called it', () => {
  expect(languageName('pt-BR', 'en')).toBe('Portuguese');
  expect(languageName('abcd', 'en')).toBe('abcd');
});
