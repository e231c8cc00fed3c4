import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { typstPress } from '../../../shared/adapters/pdf/press.ts';
import { compose } from '../../../shared/domain/letter/compose.ts';
import { aBirthLetter, aCondolence, anApology } from '../../support/builders/letters.ts';

const press = typstPress();

describe('the picture of a letter', () => {
  it.each([
    ['a birth', aBirthLetter()],
    ['a death', aCondolence()],
    ['a late result', anApology()],
  ])('of %s shows the page upright, brings nothing from elsewhere and runs nothing', (_, content) => {
    const picture = press.picture(compose(content));
    const svg = gunzipSync(picture).toString();
    const [, width = 0, height = 0] =
      /<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
    expect(height).toBeGreaterThan(width);
    expect(svg).not.toMatch(/<script|<foreignObject|<image|javascript:/i);
    // Each page lies on the paper of the browser's page: one of its own would cover the page before.
    expect(svg).not.toContain('fill="#ffffff"');
    // On a telephone line: a letter is looked at once, but in seconds.
    expect(picture.length).toBeLessThan(150_000);
  });

  it('is the same today and in ten years', () => {
    const sheet = compose(aBirthLetter());
    expect(press.picture(sheet)).toEqual(press.picture(sheet));
  });
});
