import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { needsLeadPicture } from '../../../src/pages/shared/lead-picture.ts';

const LEAD = 'https://cdn.example/2025/10/harbour-at-dusk-1200x630.jpg?w=1200';
const bodyOf = (html: string) => new JSDOM(`<body>${html}</body>`).window.document.body;
const LONG = `<p>${'At twenty to five the tide has begun to pull the boats round. '.repeat(4)}</p>`;

describe('the lead picture', () => {
  it('is shown above a body without pictures', () => {
    expect(needsLeadPicture(bodyOf(LONG), LEAD)).toBe(true);
  });
  it('is not shown twice, whatever size and kind of file the body has it in', () => {
    expect(needsLeadPicture(bodyOf(`${LONG}<figure><img src="https://cdn.example/2025/10/harbour-at-dusk-300x200.webp"></figure>`), LEAD)).toBe(false);
  });
  it('gives way to a picture the body begins with', () => {
    expect(needsLeadPicture(bodyOf(`<p>Photo: Jon Vik</p><img src="https://cdn.example/other-picture.jpg">${LONG}`), LEAD)).toBe(false);
  });
  it('stands above a body whose first picture comes later and is another', () => {
    expect(needsLeadPicture(bodyOf(`${LONG}<img src="https://cdn.example/other-picture.jpg">`), LEAD)).toBe(true);
  });
  it('does not take two pictures for one because both have a short name', () => {
    expect(needsLeadPicture(bodyOf(`${LONG}<img src="https://a.example/1.jpg">`), 'https://b.example/1.jpg')).toBe(true);
  });
});
