import { describe, expect, it } from 'vitest';
import { pageText } from '../../../../../shared/adapters/lambda/page/frame/html.ts';
import { noParcelPage, parcelPage } from '../../../../../shared/adapters/lambda/page/citizen/parcel-page.ts';
import { parcelRoutes } from '../../../../../shared/adapters/lambda/page/citizen/parcel-routes.ts';
import { aWardsPost } from '../../../../support/builders/post.ts';
import { asking } from '../../../../support/routes.ts';
import { parcelCode, wardInParcelCode } from '../../../../../shared/domain/post/paper/parcel-code.ts';

const word = 'k3v9q2_-AbCdEfGhIjKlMnOpQrStUv';
const office = {
  name: 'UBND phường <Vũng Tàu>',
  phone: '0254 385 0000',
  address: { line1: '89 Lý Thường Kiệt' },
};

describe('the code on a label', () => {
  it('says whose papers these are, and nothing of the citizen', () => {
    const code = parcelCode('26506', word);
    expect(code).toBe('26506-k3v9q2_-AbCdEfGhIjKlMn');
    expect(wardInParcelCode(code)).toBe('26506');
  });

  it.each(['', '26506', '26506-short', '2650-k3v9q2_-AbCdEfGhIjKlMn', '26506-k3v9q2_-AbCdEfGhIjKlMn/x'])(
    'is not %j',
    (code) => {
      expect(wardInParcelCode(code)).toBeUndefined();
    },
  );

  it('opens a page that asks to bring the papers back, whatever the office is called', () => {
    const page = pageText(parcelPage(office, parcelCode('26506', word)));
    expect(page).toContain('<h1>UBND phường &lt;Vũng Tàu&gt;</h1>');
    expect(page).toContain(
      'Xin gọi 0254 385 0000 hoặc mang đến UBND phường &lt;Vũng Tàu&gt;, 89 Lý Thường Kiệt.',
    );
    expect(page).toContain('<div lang="en">');
    expect(page).not.toContain('<Vũng');
  });

  it('asks to bring them where the office has no phone', () => {
    const page = pageText(parcelPage({ ...office, phone: undefined }, parcelCode('26506', word)));
    expect(page).toContain('Xin mang đến');
    expect(page).not.toContain('undefined');
  });

  it('that is none is answered with a page, since whoever scanned it stands in the street', () => {
    expect(pageText(noParcelPage())).toContain('đừng mở ra');
  });
});

describe('the page behind a label', () => {
  const open = async (code: string, ...printed: string[]) => {
    const posts = { of: async () => ({ ...aWardsPost(), pickup: { ...aWardsPost().pickup, ...office } }) };
    const codes = { isOurs: async (asked: string) => printed.includes(asked) };
    const route = parcelRoutes['GET /buu-gui/{code}']!;
    return route({ posts, codes } as never, asking('GET /buu-gui/{code}', { path: { code } }));
  };

  it('vouches for a code that we printed', async () => {
    const code = parcelCode('26506', word);
    expect(await open(code, code)).toMatchObject({ status: 200 });
  });

  it('gives nobody the office’s name for a code that was made up, however well', async () => {
    const forged = await open('26506-aaaaaaaaaaaaaaaaaaaaaa', parcelCode('26506', word));
    expect(forged.status).toBe(404);
    expect(JSON.stringify(forged.body)).not.toContain('Vũng Tàu');
  });
});
