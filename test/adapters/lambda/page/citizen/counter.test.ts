import { describe, expect, it } from 'vitest';
import { counterRoutes } from '../../../../../shared/adapters/lambda/page/citizen/counter-routes.ts';
import { lookUpRoutes } from '../../../../../shared/adapters/lambda/page/citizen/look-up-routes.ts';
import type { Answer, Request } from '../../../../../shared/adapters/lambda/http/http.ts';
import { aCitizensDay, publicUrl } from '../../../../support/builders/citizens.ts';
import { code, vungTau } from '../../../../support/builders/dossiers.ts';

type Asked = {
  path?: Record<string, string>;
  query?: Record<string, string>;
  fields?: Record<string, string>;
  cookies?: string[];
};

/** A request of a browser, as a route sees it. */
const asking = ({ path = {}, query = {}, fields, cookies = [] }: Asked): Request =>
  ({
    path,
    query,
    language: 'vi',
    event: {
      headers: fields ? { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl } : {},
      body: fields && new URLSearchParams(fields).toString(),
      cookies,
      requestContext: { http: { sourceIp: '203.0.113.7' } },
    },
  }) as unknown as Request;

const bodyOf = ({ body }: Answer): string => String(body);
const proofIn = (answer: Answer): string => /name="phieu"\s+value="([^"]+)"/.exec(bodyOf(answer))![1]!;

describe('the tablet at the counter', () => {
  const path = { ward: vungTau };
  const get = counterRoutes['GET /danh-gia/{ward}']!;
  const post = counterRoutes['POST /danh-gia/{ward}']!;

  it('is opened once with the word of the office, asks in five steps, counts each form once, and goes back by itself', async () => {
    const { pages, ratings, clock } = await aCitizensDay();
    const opened = await get(pages, asking({ path, query: { may: pages.counterWord(vungTau) } }));
    expect(opened).toMatchObject({ status: 303, headers: { location: '/danh-gia/26506' } });
    const cookies = [opened.cookies![0]!.split(';')[0]!];
    const asks = await get(pages, asking({ path, cookies }));
    expect(bodyOf(asks)).toContain('Rất hài lòng');
    const fields = { phieu: proofIn(asks), viec: 'danh-gia', muc: '4' };
    for (let twice = 0; twice < 2; twice += 1) {
      const done = await post(pages, asking({ path, cookies, fields }));
      expect(done.headers!['location']).toBe('/danh-gia/26506?da=cam-on');
    }
    expect((await ratings.of(vungTau, clock().slice(0, 7)))[4]).toBe(1);
    const thanks = await get(pages, asking({ path, cookies, query: { da: 'cam-on' } }));
    expect(thanks.headers!['refresh']).toBe('8; url=/danh-gia/26506');
  });

  it.each([
    ['no cookie', []],
    ['a cookie of its own making', ['__Host-quay=aaaaaaaaaaaaaaaa']],
  ])('is shut for a machine with %s', async (_, cookies) => {
    const { pages } = await aCitizensDay();
    expect((await get(pages, asking({ path, cookies }))).status).toBe(403);
    expect((await post(pages, asking({ path, cookies, fields: { muc: '5' } }))).status).toBe(403);
  });

  it('of one office is not that of another', async () => {
    const { pages } = await aCitizensDay();
    const cookies = [`__Host-quay=${pages.counterWord(vungTau)}`];
    expect((await get(pages, asking({ path: { ward: '29926' }, cookies }))).status).toBe(403);
  });
});

describe('what somebody types on the look-up page', () => {
  it.each(['"><script>alert(1)</script>', "' onfocus=x", '</title><b>'])(
    'comes back as text: %s',
    async (typed) => {
      const { pages } = await aCitizensDay();
      const answer = await lookUpRoutes['POST /tra-cuu']!(
        pages,
        asking({ fields: { hs: typed, bi: typed } }),
      );
      expect(answer.status).toBe(404);
      expect(bodyOf(answer)).not.toContain(typed);
      expect(bodyOf(answer)).not.toMatch(/<script|style="/);
    },
  );

  it('is looked at no more for a while after many misses, which one sentence says with the seconds to wait', async () => {
    const { pages, receipt } = await aCitizensDay();
    const look = async (bi: string) =>
      lookUpRoutes['POST /tra-cuu']!(pages, asking({ fields: { hs: code, bi } }));
    for (let miss = 0; miss < 5; miss += 1) expect((await look('AAAA2222')).status).toBe(404);
    const slowed = await look(receipt);
    expect(slowed).toMatchObject({ status: 429, headers: { 'retry-after': '10' } });
    expect(bodyOf(slowed).match(/role="alert">\s*(.*?)\s*<\/p>/s)![1]).toBe(
      'Đã có nhiều lần gõ chưa đúng, xin chờ <b>10 giây</b> rồi bấm lại.',
    );
  });

  it('is never in an address: what is found has a word that says nothing', async () => {
    const { pages, receipt } = await aCitizensDay();
    const answer = await lookUpRoutes['POST /tra-cuu']!(pages, asking({ fields: { hs: code, bi: receipt } }));
    expect(answer.headers!['location']).toMatch(/^\/tra-cuu\/[^?]+$/);
    expect(answer.headers!['location']).not.toContain(receipt);
  });
});
