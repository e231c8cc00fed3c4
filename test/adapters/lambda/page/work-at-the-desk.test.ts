import { describe, expect, it } from 'vitest';
import type {
  DeskNotification,
  NotificationActRequest,
} from '../../../../shared/domain/notification/acts.ts';
import { DeskNotification as DeskNotificationShape } from '../../../../shared/domain/notification/acts.ts';
import { DossierTimeline } from '../../../../shared/domain/api/timeline.ts';
import { causeInWords } from '../../../../shared/adapters/lambda/page/words/causes.ts';
import { workOfNotification } from '../../../../shared/domain/api/worklist.ts';
import { worklists } from '../../../../shared/domain/api/work-by-state.ts';
import { PhoneRefusal } from '../../../../shared/domain/phone/read-phone.ts';
import { smsPurposes } from '../../../../shared/domain/text/texts/all.ts';
import { callRoutes } from '../../../../shared/adapters/lambda/page/routes/calls.ts';
import { dossierRoutes } from '../../../../shared/adapters/lambda/page/routes/dossiers.ts';
import {
  readCorrection,
  readPersonEvent,
} from '../../../../shared/adapters/lambda/page/routes/dossier-acts.ts';
import { signInRoutes } from '../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import { workRoutes } from '../../../../shared/adapters/lambda/page/routes/work.ts';
import { DossierCode } from '../../../../shared/domain/dossier/dossier-code.ts';
import { type SetUpStep, setUpSteps } from '../../../../shared/domain/api/set-up.ts';
import { nineOClock } from '../../../contracts/cost/ward-day.ts';
import { aDesk, proofIn } from './a-desk.ts';

const code = 'H29.26-261201-9007';
const hostile = '<img src=x onerror=alert(1)>"\'&';

const aCall = (given: Partial<DeskNotification> = {}): DeskNotification =>
  DeskNotificationShape.parse({
    id: `26506/${code}/result/call-list`,
    channel: 'call-list',
    state: 'queued',
    to: '025*****707',
    dial: '+842543510707',
    text: `Dạ, tôi gọi từ phường. ${hostile}`,
    parts: 0,
    template: 'ready v1',
    createdAt: nineOClock,
    dueAt: nineOClock,
    attempts: 1,
    dossierCode: code,
    wrote: hostile,
    acts: [{ what: 'call', by: hostile, at: nineOClock, reason: 'no-answer' }],
    ...given,
  });

const aStory = () =>
  DossierTimeline.parse({
    dossierCode: code,
    codeFits: true,
    status: 'completed',
    since: nineOClock,
    dueAt: nineOClock,
    events: [
      { eventId: 'event-1', status: 'completed', occurredAt: nineOClock, silent: 'already-told' },
      {
        eventId: 'event-2',
        status: 'received',
        occurredAt: nineOClock,
        warnings: [{ field: hostile, sentence: hostile }],
      },
    ],
    notifications: [
      { ...aCall(), dossierCode: undefined, dial: undefined },
      {
        ...aCall({ id: 'text-1', channel: 'sms', state: 'undelivered', reason: hostile }),
        dossierCode: undefined,
        dial: undefined,
      },
    ].map(({ dossierCode: _code, dial: _dial, ...told }) => told),
    acts: [{ eventId: 'act:1', what: 'correct', by: hostile, at: nineOClock, reason: hostile }],
    letters: [],
    journeys: [],
    toldWrongly: [`ready-counter to 091*****678: ${hostile}`],
  });

const opened = async (
  roles: ('clerk' | 'leader' | 'operator')[] = ['clerk'],
  missing: readonly SetUpStep[] = [],
) => {
  const acted: [id: string, act: NotificationActRequest, by: string][] = [];
  const corrected: { ward: string; act: object; who: object }[] = [];
  const desk = aDesk({ ...signInRoutes, ...workRoutes, ...callRoutes, ...dossierRoutes }, () => ({
    openProposals: async () => [],
    setUp: async () => missing,
    worklist: async () => ({
      items: worklists.map((list) => ({ list, dossierCode: code, because: hostile })),
      cursor: 'letters 0 x',
      carriers: [{ carrier: hostile, because: 'x', since: nineOClock }],
    }),
    look: async () => ({ notifications: [aCall(), aCall({ id: 'call-2' })] }),
    actOnNotification: async (_ward: string, id: string, act: NotificationActRequest, by: string) => {
      acted.push([id, act, by]);
      return { is: id === 'gone' ? 'not-found' : 'done' };
    },
    trace: async (ward: string, asked: string) => (ward === '26506' && asked === code ? aStory() : undefined),
    search: async (ward: string, q: string) => {
      if (q.startsWith('0912'))
        return {
          by: 'phone' as const,
          found: [{ dossierCode: code, codeFits: true, status: 'completed' as const, since: nineOClock }],
        };
      return ward === '26506' && DossierCode.safeParse(q).data === code
        ? { by: 'code' as const, code }
        : { by: 'nothing' as const, like: 'other' as const };
    },
    actOnDossier: async (ward: string, _code: string, act: object, who: object) => {
      corrected.push({ ward, act, who });
      return { is: 'done', outcome: 'accepted' };
    },
  }));
  await desk.seat('hoa@phuong.example.vn', hostile, roles);
  const browser = desk.browser();
  await browser.signIn('hoa@phuong.example.vn');
  return { ...desk, browser, acted, corrected };
};

const pages = ['/viec', '/goi', '/ho-so', `/ho-so/${code}`];

describe('every page of the desk', () => {
  it.each(pages)('%s shows hostile names as text', async (path) => {
    const { browser } = await opened();
    const { status, body } = await browser.get(path);
    expect(status).toBe(200);
    expect(body).not.toContain('<img');
    expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it.each(pages)(
    '%s has one title, one h1, one main, a way past the bar, and a label for each field',
    async (path) => {
      const { browser } = await opened();
      const { body } = await browser.get(path);
      for (const one of [/<title>[^<]+ · Báo Tin<\/title>/g, /<h1>/g, /<main id="chinh"/g, /href="#chinh"/g])
        expect(body.match(one)).toHaveLength(1);
      const fields = [...body.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([field]) => field);
      for (const field of fields.filter((one) => !one.includes('type="hidden"'))) {
        const id = /\bid="([^"]+)"/.exec(field)?.[1];
        // A tick stands inside its label.
        const isLabelled =
          id === undefined ? field.includes('type="checkbox"') : body.includes(`for="${id}"`);
        expect({ field, isLabelled }).toEqual({ field, isLabelled: true });
      }
      const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it.each(pages)('%s stays below thirty kilobytes with its sheet', async (path) => {
    const { browser } = await opened();
    expect(Buffer.byteLength((await browser.get(path)).body)).toBeLessThan(30 * 1024);
  });
});

describe('an office that begins', () => {
  it.each(setUpSteps)('is led to %s until it is said, and to nothing that it has said', async (step) => {
    const { body } = await (await opened(['leader'], [step])).browser.get('/viec');
    const card = body.slice(body.indexOf('id="bat-dau"')).split('</section>')[0]!;
    expect([card.match(/Chưa có/g)?.length, card.match(/Xong/g)?.length, card.includes('5/6')]).toEqual([
      1,
      5,
      true,
    ]);
  });

  it('is led nowhere once all is said', async () => {
    expect((await (await opened()).browser.get('/viec')).body).not.toContain('Bắt đầu dùng');
  });
});

describe('a reason on the worklist', () => {
  it('is never a word for programs', () => {
    const phones = PhoneRefusal.options.map((reason) => `phone-unreadable: ${reason}`);
    const texts = smsPurposes.flatMap((purpose) =>
      workOfNotification({
        channel: 'sms',
        state: 'undelivered',
        dossierCode: code as never,
        purpose,
        reason: 'test-number',
        dueAt: nineOClock,
      }).map(({ because }) => because),
    );
    for (const because of [...phones, ...texts])
      expect(causeInWords('undelivered', because)).not.toMatch(/[a-z][_-][a-z]/);
  });
});

describe('a call', () => {
  it.each(['reached', 'no-answer', 'wrong-number'])(
    'that came to %s is written down once, with who rang',
    async (ket) => {
      const { browser, acted } = await opened();
      const proof = proofIn((await browser.get('/goi')).body, '/goi');
      const sent = { ...proof, ket, ghi: ' con gái nghe máy ' };
      expect((await browser.post('/goi', sent)).location).toBe(`/goi?da=${ket}`);
      expect((await browser.post('/goi', sent)).location).toBe('/goi?da=sent-before');
      expect(acted).toEqual([
        [aCall().id, { what: 'call', outcome: ket, note: 'con gái nghe máy' }, hostile],
      ]);
      expect((await browser.get(`/goi?da=${ket}`)).body).toContain('Đã ghi');
    },
  );

  it('without a result, or with too long a note, changes nothing and keeps what was typed in sight', async () => {
    const { browser, acted } = await opened();
    const proof = proofIn((await browser.get('/goi')).body, '/goi');
    const answer = await browser.post('/goi', { ...proof, ghi: 'x'.repeat(300), ket: 'reached' });
    expect([answer.status, acted]).toEqual([422, []]);
    expect(answer.body).toContain('dài quá 200 chữ');
  });

  it('is kept from an operator, who only looks', async () => {
    const { browser, acted } = await opened(['operator']);
    const proof = proofIn((await browser.get('/goi')).body, '/goi');
    expect((await browser.post('/goi', { ...proof, ket: 'reached' })).status).toBe(403);
    expect(acted).toEqual([]);
  });

  it('list that was read is in the audit', async () => {
    const { browser, store } = await opened();
    await browser.get('/goi');
    const { deeds } = await store.audit.of('26506' as never, undefined);
    expect(deeds).toMatchObject([{ what: 'read-calls', about: 'call-list' }]);
  });
});

describe('a dossier', () => {
  it.each([code, 'h29.26–261201–9007', ' H29.26 - 261201 - 9007 '])(
    'is found by its code as %j',
    async (q) => {
      const { browser } = await opened();
      expect((await browser.post('/ho-so', { q })).location).toBe(`/ho-so/${code}`);
    },
  );

  it('is found by a phone that then stands in no address', async () => {
    const { browser } = await opened();
    const { status, body } = await browser.post('/ho-so', { q: '0912 345 678' });
    expect(status).toBe(200);
    expect(body).toContain(`href="/ho-so/${code}"`);
    expect(body).not.toMatch(/(?:href|action)="[^"]*0912/);
  });

  it('of another office is not there, as one that never was', async () => {
    const { browser, seat } = await opened();
    expect((await browser.get('/ho-so/H29.26-261201-0001')).status).toBe(404);
    await seat('xa@noi-khac.example.vn', 'Cán bộ xã', ['leader'], '26734');
    await browser.signIn('xa@noi-khac.example.vn');
    expect((await browser.get(`/ho-so/${code}`)).status).toBe(404);
  });

  it('is put right with a reason, once, by the name of the officer', async () => {
    const { browser, corrected } = await opened();
    const action = `/ho-so/${code}/sua`;
    const proof = proofIn((await browser.get(`/ho-so/${code}`)).body, action);
    const sent = { ...proof, 'dien-thoai': '0912345678', 'ho-ten': '', 'ly-do': 'Người dân báo số mới' };
    expect((await browser.post(action, sent)).location).toBe(`/ho-so/${code}?da=corrected`);
    await browser.post(action, sent);
    expect(corrected).toEqual([
      {
        ward: '26506',
        act: {
          what: 'correct',
          reason: 'Người dân báo số mới',
          facts: { applicant: { phone: '0912345678' } },
        },
        who: { by: hostile, key: proof['lan'] },
      },
    ]);
  });

  it('says that what was told wrongly is settled, and what was done about it', async () => {
    const { browser, corrected } = await opened();
    expect((await browser.get('/viec')).body).toContain(`/ho-so/${code}#da-xong`);
    const action = `/ho-so/${code}/da-xong`;
    const proof = proofIn((await browser.get(`/ho-so/${code}`)).body, action);
    const without = await browser.post(action, { ...proof, 'da-lam': ' ' });
    expect([without.status, corrected]).toEqual([422, []]);
    expect(without.body).toContain('id="da-lam-loi"');
    const again = proofIn(without.body, action);
    const answer = await browser.post(action, { ...again, 'da-lam': 'Đã gọi xin lỗi' });
    expect(answer.location).toBe(`/ho-so/${code}?da=settled`);
    expect(corrected).toMatchObject([{ act: { what: 'settle', reason: 'Đã gọi xin lỗi' } }]);
  });

  it('keeps what was typed beside what is wrong with it', async () => {
    const { browser, corrected } = await opened();
    const action = `/ho-so/${code}/sua`;
    const proof = proofIn((await browser.get(`/ho-so/${code}`)).body, action);
    const answer = await browser.post(action, { ...proof, 'dien-thoai': '09123', 'ly-do': '' });
    expect([answer.status, corrected]).toEqual([422, []]);
    expect(answer.body).toContain('value="09123"');
    expect(answer.body).toContain('id="dien-thoai-loi"');
    expect(answer.body).toContain('id="ly-do-loi"');
  });

  it.each([
    [
      { loai: 'birth', ten: 'Tạ Ngọc Diệp', ngay: '20/11/2026' },
      { kind: 'birth', childName: 'Tạ Ngọc Diệp', bornOn: '2026-11-20' },
    ],
    [
      { loai: 'death', ten: 'Trịnh Văn Khoát', ngay: '1944' },
      { kind: 'death', deceasedName: 'Trịnh Văn Khoát', diedOn: '1944' },
    ],
    [
      { loai: 'marriage', ten: 'Vi Văn Thụ, Lục Thị Én', ngay: '1-3-2026' },
      { kind: 'marriage', spouses: ['Vi Văn Thụ', 'Lục Thị Én'], marriedOn: '2026-03-01' },
    ],
  ])('gets the person event %j', (typed, act) => {
    expect(readPersonEvent(typed)).toEqual({ ok: true, act });
  });

  it.each(['31/11/2026', '', 'hôm qua', '20/13/2026'])('gets no person event on %j', (ngay) => {
    expect(readPersonEvent({ loai: 'birth', ten: 'Tạ Ngọc Diệp', ngay })).toMatchObject({ ok: false });
  });

  it('is not put right by nothing', () => {
    expect(readCorrection({ 'ly-do': 'thử' })).toMatchObject({
      ok: false,
      errors: { 'dien-thoai': expect.any(String) as string },
    });
  });
});

describe('the keys of the worklist', () => {
  it('are one small script of our own, on that page alone, and can be turned off', async () => {
    const { browser } = await opened();
    const { body, headers } = await browser.get('/viec');
    const at = /<script src="(\/kieu\/[a-z0-9]+\.js)" defer>/.exec(body)![1]!;
    expect(headers['content-security-policy']).toMatch(/script-src 'self'$/);
    const script = await browser.get(at);
    expect([script.status, script.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('javascript'),
    ]);
    expect(Buffer.byteLength(script.body)).toBeLessThanOrEqual(1024);
    for (const path of ['/viec?phim=tat', '/goi', '/ho-so']) {
      const other = await browser.get(path);
      expect([
        other.body.includes('<script'),
        other.headers['content-security-policy']!.includes('script-src'),
      ]).toEqual([false, false]);
    }
    expect((await browser.get('/kieu/none-of-ours.js')).status).toBe(404);
  });
});
