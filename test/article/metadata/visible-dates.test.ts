import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/article/metadata/visible-dates.ts';

/** As printed, and what it says: one day in the languages and forms of newspapers. */
const FORMS: readonly (readonly [string, string])[] = [
  ['26 February 2021 [13:15] - THE PAPER', '2021-02-26T13:15'], ['February 26, 2021', '2021-02-26'], ['Feb. 26th, 2021 at 1:15 pm EST', '2021-02-26T13:15-05:00'],
  ['26th of February 2021', '2021-02-26'], ['Fri, Feb 26 2021, 13:15 GMT', '2021-02-26T13:15Z'], ['13:15, 26 February 2021', '2021-02-26T13:15'], ['13:15 26.02.2021', '2021-02-26T13:15'],
  ['2021-02-26 13:15:22 +0400', '2021-02-26T13:15+04:00'], ['26-Feb-2021', '2021-02-26'], ['26/Feb/21', '2021-02-26'], ["26 Feb '21", '2021-02-26'], ['February 2021', '2021-02'],
  ['20 January, 2015 - 10:00', '2015-01-20T10:00'], ['5 May 2021 – 7:30 PM', '2021-05-05T19:30'], ['12 May 2021, 12:05 am', '2021-05-12T00:05'],
  ['26.02.2021', '2021-02-26'], ['26.02.21', '2021-02-26'], ['26. Februar 2021, 13:15 Uhr', '2021-02-26T13:15'], ['Am 3. März 2021 von Max', '2021-03-03'], ['12. Jänner 2021', '2021-01-12'],
  ['26 février 2021 à 13h15', '2021-02-26T13:15'], ['1er mars 2021', '2021-03-01'], ['26 de febrero de 2021', '2021-02-26'], ['26 de fevereiro de 2021 às 13h15', '2021-02-26T13:15'],
  ['26 febbraio 2021 ore 13:15', '2021-02-26T13:15'], ['26 februari 2021 om 13:15', '2021-02-26T13:15'], ['26 febrer de 2021', '2021-02-26'], ['26 d’abril del 2021', '2021-04-26'], ['2021eko otsailaren 26a', '2021-02-26'],
  ['26. februar 2021', '2021-02-26'], ['26. helmikuuta 2021 klo 13.15', '2021-02-26T13:15'], ['26.2.2021 13.15', '2021-02-26T13:15'], ['26. veebruar 2021', '2021-02-26'],
  ['2021. gada 26. februāris', '2021-02-26'], ['2021 m. vasario 26 d.', '2021-02-26'], ['26 lutego 2021', '2021-02-26'], ['26. února 2021', '2021-02-26'], ['26. 2. 2021', '2021-02-26'],
  ['26. ožujka 2021', '2021-03-26'], ['2021. február 26., péntek 13:15', '2021-02-26T13:15'], ['26 shkurt 2021', '2021-02-26'], ['26 Φεβρουαρίου 2021', '2021-02-26'],
  ['26 февраля 2021 г. в 13:15', '2021-02-26T13:15'], ['26 лютого 2021, 13:15', '2021-02-26T13:15'], ['26 листопада 2021', '2021-11-26'], ['2021 жылғы 26 ақпан', '2021-02-26'],
  ['26 Şubat 2021 Cuma 13:15', '2021-02-26T13:15'], ['26 ŞUBAT 2021', '2021-02-26'], ['26 fevral 2021', '2021-02-26'], ['26 փետրվարի, 2021', '2021-02-26'], ['26 თებერვალი, 2021', '2021-02-26'],
  ['٢٦ فبراير ٢٠٢١', '2021-02-26'], ['26 شباط/فبراير 2021', '2021-02-26'], ['26 كانون الثاني 2021', '2021-01-26'], ['۸ اسفند ۱۳۹۹', '2021-02-26'], ['۱۳۹۹/۱۲/۰۸', '2021-02-26'],
  ['26 בפברואר 2021', '2021-02-26'], ['י״ד באדר תשפ״א', '2021-02-26'], ['26 फ़रवरी 2021', '2021-02-26'], ['26 फ़र॰ 2021', '2021-02-26'], ['২৬ ফেব্রুয়ারী, ২০২১', '2021-02-26'], ['26 Feb 98', '1998-02-26'], ['২৬ ফেব্রুয়ারি ২০২১', '2021-02-26'],
  ['26 กุมภาพันธ์ 2564', '2021-02-26'], ['26 ก.พ. 2564 เวลา 13:15 น.', '2021-02-26T13:15'], ['ngày 26 tháng 2 năm 2021', '2021-02-26'], ['26 Februari 2021', '2021-02-26'], ['26 Pebrero 2021', '2021-02-26'],
  ['2021年2月26日 13:15', '2021-02-26T13:15'], ['2021年2月26日 下午1:15', '2021-02-26T13:15'], ['令和3年2月26日', '2021-02-26'], ['2021년 2월 26일 오후 1:15', '2021-02-26T13:15'], ['2021. 2. 26. 13:15', '2021-02-26T13:15'],
  ['2021 оны 2-р сарын 26', '2021-02-26'],
];

describe('dates as people write them', () => {
  for (const [text, iso] of FORMS) it(text, () => expect(findDates(text).map((date) => date.iso).join(' ')).toBe(iso));

  it('invents no year and reads no version, address or telephone number as a day', () => {
    for (const text of ['26 February', 'yesterday at 13:15', 'version 10.2.21.4', '192.168.1.20', 'Call 020 12 34 56', '31.02.2021', '1/2 cup', 'ISBN 978-3-16-148410-0']) expect(findDates(text), text).toEqual([]);
  });

  it('gives both readings of 03/04/2021, the likelier one first', () => {
    expect(findDates('03/04/2021')[0]).toMatchObject({ iso: '2021-04-03', otherwise: '2021-03-04' });
    expect(findDates('03/04/2021', { monthFirst: true })[0]).toMatchObject({ iso: '2021-03-04', otherwise: '2021-04-03' });
    expect(findDates('13/04/2021', { monthFirst: true })[0]).toMatchObject({ iso: '2021-04-13' });
  });

  it('calls listopad October in Croatian and November elsewhere', () => {
    expect(findDates('5. listopada 2021', { language: 'hr' })[0]?.iso).toBe('2021-10-05');
    expect(findDates('5 listopada 2021', { language: 'pl' })[0]?.iso).toBe('2021-11-05');
  });

  it('tells the day of a change from the day of publishing by the words before it', () => {
    const roles = (text: string) => findDates(text).map(({ role }) => role);
    expect(roles('Published 1 May 2021, updated 3 May 2021')).toEqual(['published', 'modified']);
    expect(roles('Veröffentlicht am 1. Mai 2021 | Aktualisiert am 3. Mai 2021')).toEqual(['published', 'modified']);
    expect(roles('Опубликовано 1 мая 2021, обновлено 3 мая 2021')).toEqual(['published', 'modified']);
    expect(roles('© 1 May 2021')).toEqual(['other']);
  });
});
