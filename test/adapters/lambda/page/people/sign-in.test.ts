import { describe, expect, it } from 'vitest';
import { pageAnswer } from '../../../../../shared/adapters/lambda/page/frame/answers.ts';
import { acts, type DeskPorts, reads } from '../../../../../shared/adapters/lambda/page/frame/desk-route.ts';
import { field, postForm } from '../../../../../shared/adapters/lambda/page/frame/form.ts';
import { html } from '../../../../../shared/adapters/lambda/page/frame/html.ts';
import { deskPage } from '../../../../../shared/adapters/lambda/page/frame/layout.ts';
import { placeToGo, signInRoutes } from '../../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import type { Route } from '../../../../../shared/adapters/lambda/http/http.ts';
import { actsAtMost } from '../../../../../shared/domain/people/session.ts';
import { hours, minutes } from '../../../../../shared/domain/values/instant.ts';
import { aDesk, proofIn } from '../a-desk.ts';

/** A page with a form, and what was done through it. */
const aPageWithAForm = () => {
  const done: string[] = [];
  /** What happens to whoever acts, before anything is done. */
  let first = async (): Promise<void> => {};
  const form: Record<string, Route<DeskPorts>> = {
    'GET /viec': reads('read-work', async (ports: DeskPorts, { at }) =>
      pageAnswer(
        deskPage(at, {
          title: 'Việc hôm nay',
          body: postForm(at, { action: '/viec', form: ports.newId() }, field({ name: 'ghi', label: 'Ghi' })),
        }),
      ),
    ),
    'POST /viec': acts(
      'call',
      async (_ports, { officer }, { ghi = '' }) => {
        await first();
        if (ghi === '') return { said: 'not-done', again: pageAnswer(html`<p>Ghi gì đó.</p>`) };
        done.push(`${officer.name}: ${ghi}`);
        return { said: 'reached', words: ghi };
      },
      () => '/viec',
    ),
    'POST /gap': () => first().then(() => pageAnswer(html``)),
    'GET /gap': () => first().then(() => pageAnswer(html``)),
    'POST /ky': acts(
      'release-letter',
      async () => ({ said: 'reached' }),
      () => '/viec',
    ),
  };
  const desk = aDesk({ ...signInRoutes, ...form });
  return { ...desk, done, before: (act: () => Promise<void>) => void (first = act) };
};

const busy = Object.assign(new Error('busy'), { name: 'ProvisionedThroughputExceededException' });

const hoa = 'hoa@phuong.example.vn';
const signedIn = async () => {
  const desk = aPageWithAForm();
  await desk.seat(hoa, 'Trần Thị Hoa', ['clerk']);
  const browser = desk.browser();
  await browser.signIn(hoa);
  return { ...desk, browser };
};

describe('signing in', () => {
  it('leads an officer whom an office knows to where they wanted to go', async () => {
    const desk = aPageWithAForm();
    await desk.seat(hoa, 'Trần Thị Hoa', ['clerk']);
    const browser = desk.browser();
    expect((await browser.get('/viec')).location).toBe('/dang-nhap?ve=%2Fviec');
    expect((await browser.signIn(hoa, '/viec?tiep=2')).location).toBe('/viec?tiep=2');
    expect((await browser.get('/viec')).body).toContain('Trần Thị Hoa');
  });

  it('sets cookies that no script reads, no other host gets and no plain line carries', async () => {
    const { browser } = await signedIn();
    expect([...browser.jar.keys()]).toEqual(['__Host-phien']);
  });

  it('refuses somebody whom the provider knows and no office does', async () => {
    const desk = aPageWithAForm();
    const answer = await desk.browser().signIn('la@noi-khac.example.vn');
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('chưa được phường nào ghi');
  });

  it.each([
    ['a state of somebody else', 'state=other&code=hoa@phuong.example.vn'],
    ['no state', 'code=hoa@phuong.example.vn'],
    ['no code', 'state=random-1'],
    ['an error of the provider', 'state=random-1&error=access_denied'],
  ])('refuses %s', async (_, said) => {
    const desk = aPageWithAForm();
    await desk.seat(hoa, 'Trần Thị Hoa', ['clerk']);
    const browser = desk.browser();
    await browser.get('/dang-nhap/bat-dau');
    expect((await browser.get(`/dang-nhap/xong?${said}`)).status).toBe(400);
    expect((await browser.get('/viec')).status).toBe(303);
  });

  it('refuses a code in a browser that did not ask for it', async () => {
    const desk = aPageWithAForm();
    await desk.seat(hoa, 'Trần Thị Hoa', ['clerk']);
    await desk.browser().get('/dang-nhap/bat-dau');
    expect((await desk.browser().get(`/dang-nhap/xong?state=random-1&code=${hoa}`)).status).toBe(400);
  });

  it('refuses a ticket that somebody changed, and one that is too old', async () => {
    const desk = aPageWithAForm();
    await desk.seat(hoa, 'Trần Thị Hoa', ['clerk']);
    const browser = desk.browser();
    browser.jar.set('__Host-vao', 'W10');
    expect((await browser.get(`/dang-nhap/xong?state=random-1&code=${hoa}`)).status).toBe(400);
    await browser.get('/dang-nhap/bat-dau');
    desk.pass(minutes(11));
    expect((await browser.get(`/dang-nhap/xong?state=random-4&code=${hoa}`)).status).toBe(400);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/dang-xuat',
    'javascript:1',
    '/a\nb',
    undefined,
  ])('goes back to the worklist and not to %j', (asked) => {
    expect(placeToGo(asked)).toBe('/viec');
  });
});

describe('a session', () => {
  it('is over after half an hour without work, and after twelve hours with it', async () => {
    const { browser, pass } = await signedIn();
    pass(minutes(29));
    expect((await browser.get('/viec')).status).toBe(200);
    pass(minutes(29));
    expect((await browser.get('/viec')).status).toBe(200);
    pass(minutes(31));
    expect((await browser.get('/viec')).status).toBe(303);
    await browser.signIn(hoa);
    for (let passed = 0; passed < hours(12); passed += minutes(20)) {
      expect((await browser.get('/viec')).status).toBe(200);
      pass(minutes(20));
    }
    expect((await browser.get('/viec')).status).toBe(303);
  });

  it('is over at once when its officer is taken off or changed', async () => {
    const { browser, seat, takeOff, store } = await signedIn();
    const [officer] = await store.officers.of('26506' as never);
    await seat(hoa, 'Trần Thị Hoa', ['leader']);
    expect((await browser.get('/viec')).status).toBe(303);
    await browser.signIn(hoa);
    expect((await browser.get('/viec')).status).toBe(200);
    await takeOff(officer!.ward, officer!.id, { name: 'anh Nam' });
    expect((await browser.get('/viec')).status).toBe(303);
    expect((await browser.signIn(hoa)).status).toBe(403);
  });

  it('is over for good after signing out, also for whoever kept the cookie', async () => {
    const { browser } = await signedIn();
    const kept = new Map(browser.jar);
    const page = (await browser.get('/viec')).body;
    expect((await browser.post('/dang-xuat', proofIn(page, '/dang-xuat'))).location).toBe('/dang-nhap');
    for (const [name, value] of kept) browser.jar.set(name, value);
    expect((await browser.get('/viec')).status).toBe(303);
  });

  it('does not end because another site says so', async () => {
    const { browser } = await signedIn();
    expect((await browser.post('/dang-xuat', {})).status).toBe(403);
    expect((await browser.get('/viec')).status).toBe(200);
  });

  it('that is over keeps what was typed, and gives it back to the same officer alone', async () => {
    const { browser, done, pass, seat } = await signedIn();
    const page = (await browser.get('/viec')).body;
    pass(hours(1));
    const closed = await browser.post('/viec', { ...proofIn(page, '/viec'), ghi: 'Bà Út <hẹn> chiều' });
    expect([closed.status, done]).toEqual([401, []]);
    await seat('nam@phuong.example.vn', 'Nguyễn Văn Nam', ['leader']);
    expect((await browser.signIn('nam@phuong.example.vn')).location).toBe('/viec');
  });

  it('that is over lets what was typed be sent after signing in again', async () => {
    const { browser, done, pass } = await signedIn();
    const page = (await browser.get('/viec')).body;
    pass(hours(1));
    await browser.post('/viec', { ...proofIn(page, '/viec'), ghi: 'Bà Út <hẹn> chiều' });
    expect((await browser.signIn(hoa)).location).toBe('/dang-nhap/tiep');
    const again = (await browser.get('/dang-nhap/tiep')).body;
    expect(again).toContain('value="Bà Út &lt;hẹn&gt; chiều"');
    await browser.post('/viec', { ...proofIn(again, '/viec'), ghi: 'Bà Út <hẹn> chiều' });
    expect(done).toEqual(['Trần Thị Hoa: Bà Út <hẹn> chiều']);
    expect((await browser.get('/dang-nhap/tiep')).location).toBe('/viec');
  });
});

describe('an act', () => {
  it('is done once, however often its form is sent, and is written down with who did it', async () => {
    const { browser, done, store } = await signedIn();
    const page = (await browser.get('/viec')).body;
    const fields = { ...proofIn(page, '/viec'), ghi: 'đã báo' };
    const answers = [await browser.post('/viec', fields), await browser.post('/viec', fields)];
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, '/viec?da=reached'],
      [303, '/viec?da=sent-before'],
    ]);
    expect(done).toEqual(['Trần Thị Hoa: đã báo']);
    const { deeds } = await store.audit.of('26506' as never, undefined);
    expect(deeds).toMatchObject([{ by: 'Trần Thị Hoa', what: 'call', outcome: 'reached', words: 'đã báo' }]);
  });

  it('that broke off is open again at once, and is done when it is sent again', async () => {
    const { browser, done, before } = await signedIn();
    const fields: Record<string, string> = {
      ...proofIn((await browser.get('/viec')).body, '/viec'),
      ghi: 'đã báo',
    };
    before(() => Promise.reject(busy));
    expect((await browser.post('/viec', fields)).status).toBe(503);
    before(async () => {});
    expect((await browser.post('/viec', fields)).location).toBe('/viec?da=reached');
    expect((await browser.post('/viec', fields)).location).toBe('/viec?da=sent-before');
    expect(done).toEqual(['Trần Thị Hoa: đã báo']);
  });

  it('whose machine died is open again once it could not be running any more', async () => {
    const { browser, done, before, pass } = await signedIn();
    const fields: Record<string, string> = {
      ...proofIn((await browser.get('/viec')).body, '/viec'),
      ghi: 'đã báo',
    };
    before(() => new Promise(() => {}));
    void browser.post('/viec', fields);
    await new Promise((resolve) => setImmediate(resolve));
    before(async () => {});
    const meanwhile = await browser.post('/viec', fields);
    expect([meanwhile.status, done]).toEqual([409, []]);
    expect(meanwhile.body).toContain('value="đã báo"');
    expect(meanwhile.body).toContain(`value="${fields['lan']}"`);
    pass(actsAtMost);
    expect((await browser.post('/viec', fields)).location).toBe('/viec?da=reached');
    expect(done).toEqual(['Trần Thị Hoa: đã báo']);
  });

  it('clicked twice waits for the first click, and says that it is done', async () => {
    const { browser, done, before } = await signedIn();
    const fields: Record<string, string> = {
      ...proofIn((await browser.get('/viec')).body, '/viec'),
      ghi: 'đã báo',
    };
    before(() => new Promise((resolve) => void setTimeout(resolve, 5)));
    const clicks = await Promise.all([browser.post('/viec', fields), browser.post('/viec', fields)]);
    expect(new Set(clicks.map(({ location }) => location))).toEqual(
      new Set(['/viec?da=reached', '/viec?da=sent-before']),
    );
    expect(done).toEqual(['Trần Thị Hoa: đã báo']);
  });

  it('that did nothing because something was missing may be sent from the same page after going back', async () => {
    const { browser, done } = await signedIn();
    const proof = proofIn((await browser.get('/viec')).body, '/viec');
    expect((await browser.post('/viec', { ...proof, ghi: '' })).body).toContain('Ghi gì đó');
    expect((await browser.post('/viec', { ...proof, ghi: 'đã báo' })).location).toBe('/viec?da=reached');
    expect(done).toEqual(['Trần Thị Hoa: đã báo']);
  });

  it('that the table cannot take now is answered with a page, and what was typed is in it', async () => {
    const { browser, before } = await signedIn();
    const fields: Record<string, string> = {
      ...proofIn((await browser.get('/viec')).body, '/viec'),
      ghi: 'Bà Út <hẹn> chiều',
    };
    for (const [error, status] of [
      [busy, 503],
      [new Error('a secret'), 500],
    ] as const) {
      before(() => Promise.reject(error));
      const { body, headers, ...answer } = await browser.post('/viec', fields);
      expect([answer.status, headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
      expect(body).toContain('value="Bà Út &lt;hẹn&gt; chiều"');
      expect(proofIn(body, '/viec')).toMatchObject({ ma: fields['ma'], lan: fields['lan'] });
      expect(body).not.toContain('secret');
    }
  });

  it('sent from another site is not given back by the page of a failure', async () => {
    const { browser, before } = await signedIn();
    before(() => Promise.reject(busy));
    const { body } = await browser.post(
      '/gap',
      { ghi: 'chiêu trò' },
      { headers: { origin: 'https://evil.example' } },
    );
    expect(body).not.toContain('chiêu trò');
  });

  it.each([
    ['without its proof', {}, {}],
    ['with the proof of another session', { ma: 'forged' }, {}],
    ['from another site', undefined, { origin: 'https://evil.example' }],
    ['from another site, as the browser says', undefined, { 'sec-fetch-site': 'cross-site' }],
    ['as something that is no form', undefined, { 'content-type': 'text/plain' }],
  ])('is not done %s', async (_, fields, headers) => {
    const { browser, done } = await signedIn();
    const page = (await browser.get('/viec')).body;
    const sent = { ...proofIn(page, '/viec'), ...fields };
    const proof = fields && Object.keys(fields).length === 0 ? {} : sent;
    expect((await browser.post('/viec', proof, { headers })).status).toBe(403);
    expect(done).toEqual([]);
  });

  it('is refused to a role that may not do it, and the attempt is written down', async () => {
    const { browser, store } = await signedIn();
    const proof = proofIn((await browser.get('/viec')).body, '/viec');
    expect((await browser.post('/ky', proof)).status).toBe(403);
    const { deeds } = await store.audit.of('26506' as never, undefined);
    expect(deeds).toMatchObject([{ what: 'release-letter', outcome: 'not-allowed' }]);
  });
});

describe('every page', () => {
  it('that cannot be shown now is a page too, which says how to ask again', async () => {
    const { browser, before } = await signedIn();
    before(() => Promise.reject(busy));
    const { status, headers, body } = await browser.get('/gap');
    expect([status, headers['content-type'], headers['retry-after']]).toEqual([
      503,
      'text/html; charset=utf-8',
      '5',
    ]);
    expect(body).toContain('Tải lại');
  });

  it('is kept by nobody, framed by nobody else and brings nothing from elsewhere', async () => {
    const { browser } = await signedIn();
    const { headers, body } = await browser.get('/viec');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('no-store');
    expect(body).not.toMatch(/<script|<style| style=| on\w+=|(?:src|href)="https?:/);
  });
});
