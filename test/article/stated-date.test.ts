import { describe, expect, it } from 'vitest';
import { statedDate } from '../../src/article/stated-date.ts';

const published = '2025-05-03';
const modified = '2025-05-05';
const sure = { source: 'visible', confidence: 0.95 };

describe('the date an article is spoken of by', () => {
  it('is the day of publication', () => {
    expect(statedDate({ published, modified, provenance: { published: sure, modified: sure } })).toEqual({ date: published, isChange: false });
    expect(statedDate({ published, provenance: { published: { source: 'json-ld', confidence: 0.6 } } })).toEqual({ date: published, isChange: false });
  });

  it('is the day of the change where that alone is shown', () => {
    expect(statedDate({ published, modified, provenance: { published: { source: 'json-ld', confidence: 0.6 }, modified: sure } })).toEqual({ date: modified, isChange: true });
    expect(statedDate({ modified, provenance: { modified: { source: 'meta', confidence: 0.5 } } })).toEqual({ date: modified, isChange: true });
  });

  it('is the day of publication where the page bears it out, a person has said it, or the change is no surer', () => {
    expect(statedDate({ published, modified, provenance: { published: { source: 'json-ld', confidence: 0.85 }, modified: sure } })?.date).toBe(published);
    expect(statedDate({ published, modified, provenance: { published: { source: 'person', confidence: 1 }, modified: sure } })?.date).toBe(published);
    expect(statedDate({ published, modified, provenance: { published: { source: 'json-ld', confidence: 0.6 }, modified: { source: 'meta', confidence: 0.7 } } })?.date).toBe(published);
  });

  it('is none where the page tells none', () => {
    expect(statedDate({ provenance: {} })).toBeUndefined();
  });
});
