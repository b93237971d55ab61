import { describe, expect, it } from 'vitest';
import { dropPictures, getArticle, pictureRoom, picturesOf, putPictures, saveArticle } from '../../src/library/library.ts';
import { articleAt, freshLibrary, value } from './support.ts';

freshLibrary();

const blob = (bytes: number) => new Blob([new Uint8Array(bytes)], { type: 'image/png' });
const save = async (name: string, ...sizes: number[]) => {
  const { id } = value(await saveArticle(articleAt(`https://a.example/${name}`), 1));
  if (sizes.length > 0) value(await putPictures(id, sizes.map((size, n) => ({ url: `https://a.example/${name}-${n}.png`, blob: blob(size) })), 1));
  return id;
};

describe('the room that pictures take', () => {
  it('is added up article by article, the largest first, however many there are', async () => {
    const few = await save('few', 10, 20);
    const many = await save('many', ...Array.from({ length: 300 }, () => 5));
    const more = await save('more', ...Array.from({ length: 300 }, () => 1));
    await save('none');
    expect(value(await pictureRoom())).toEqual([{ id: many, pictures: 300, bytes: 1_500 }, { id: more, pictures: 300, bytes: 300 }, { id: few, pictures: 2, bytes: 30 }]);
    expect(value(await pictureRoom(() => false)).reduce((sum, { pictures }) => sum + pictures, 0)).toBe(400);
  });

  it('is had back, and given again', async () => {
    const id = await save('one', 10, 20);
    const { pictures, linked } = value(await dropPictures(id));
    expect(value(await pictureRoom())).toEqual([]);
    expect(value(await getArticle(id)).saved.pictures).toEqual({ kept: 0, linked: 3 });
    value(await putPictures(id, pictures, linked));
    expect(value(await picturesOf(id)).map(({ blob: each }) => each.size)).toEqual([10, 20]);
    expect(value(await getArticle(id)).saved.pictures).toEqual({ kept: 2, linked: 1 });
    expect(await dropPictures(id + 1)).toEqual({ ok: false, reason: 'gone' });
  });
});
