import { describe, expect, it } from 'vitest';
import { personRoutes } from '../../../../../shared/adapters/lambda/page/routes/persons.ts';
import { signInRoutes } from '../../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import type { Role } from '../../../../../shared/domain/people/officer.ts';
import type { Ward } from '../../../../../shared/domain/values/ward.ts';
import { anOfficeAsked, vungTauWard } from '../../../../support/builders/rights.ts';
import { aDesk, proofIn } from '../a-desk.ts';

const typed = {
  'dien-thoai': '0912 345 678',
  'ho-so': '',
  so: 'YC-12',
  'ly-do': 'bà Hoa xin xem',
  viec: 'export',
};

const atDesk = async (role: Role) => {
  const office = anOfficeAsked();
  const desk = aDesk({ ...signInRoutes, ...personRoutes }, () => ({
    personRequests: (ward: Ward) => office.requests.of(ward),
    askAboutPerson: office.asAsked,
    linkToExport: office.link,
  }));
  await desk.seat('tam@phuong.example.vn', 'Lê Văn Tám', [role]);
  const browser = desk.browser();
  await browser.signIn('tam@phuong.example.vn');
  office.pass('2026-03-02T02:00:00.000Z');
  const send = async (more: Record<string, string> = {}) =>
    browser.post('/quyen', { ...proofIn((await browser.get('/quyen')).body, '/quyen'), ...typed, ...more });
  return { office, desk, browser, send };
};

describe('a leader at the desk', () => {
  it('writes down that a citizen wants to see their data, and fetches the paper when it is there', async () => {
    const { office, desk, browser, send } = await atDesk('leader');
    const sent = await send();
    expect(sent.location).toBe('/quyen?da=person-asked');
    expect((await browser.get('/quyen')).body).toContain('đang làm');
    await office.answer();
    const { body } = await browser.get('/quyen');
    expect(body).toContain('đã trả lời');
    const file = /href="(\/quyen\/[^"]+du-lieu\.pdf)"/.exec(body)![1]!;
    expect((await browser.get(file)).location).toContain('memory://');
    const { deeds } = await desk.store.audit.of(vungTauWard, undefined);
    expect(deeds.map(({ what }) => what)).toContain('person-export-read');
    expect(JSON.stringify(body)).not.toContain('0912');
  });

  it('erases nobody without having said that it cannot be taken back', async () => {
    const { office, send } = await atDesk('leader');
    const refused = await send({ viec: 'erase' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('không lấy lại được');
    expect(await office.requests.waiting()).toEqual([]);
    expect((await send({ viec: 'erase', chac: 'co' })).status).toBe(303);
    expect(await office.requests.waiting()).toMatchObject([{ what: 'erase', by: 'Lê Văn Tám' }]);
  });

  it.each([
    ['a landline', { 'dien-thoai': '0254 3852 101' }, 'id="dien-thoai-loi"'],
    ['both at once', { 'ho-so': 'H29.26-260302-0001' }, 'id="dien-thoai-loi"'],
    ['no number of the request', { so: ' ' }, 'id="so-loi"'],
    ['a day that has not come', { ngay: '2999-01-01' }, 'id="ngay-loi"'],
    ['what is no day', { ngay: '31/02/2026' }, 'id="ngay-loi"'],
  ])('reads beside the field what is wrong with %s, and what was typed stays', async (_what, more, said) => {
    const { send } = await atDesk('leader');
    const { status, body } = await send(more);
    expect(status).toBe(422);
    expect(body).toContain(said);
    expect(body).toContain('bà Hoa xin xem');
  });

  it('finds nothing under the request of nobody', async () => {
    const { browser } = await atDesk('leader');
    for (const path of ['/quyen/none/du-lieu.pdf', '/quyen/none/passwd'])
      expect((await browser.get(path)).status).toBe(404);
  });
});

describe.each(['clerk', 'operator'] as const)('somebody who is %s alone', (role) => {
  it('neither sees nor asks anything of a citizen’s data as a whole', async () => {
    const { office, browser, send } = await atDesk(role);
    expect((await browser.get('/quyen')).status).toBe(403);
    expect((await browser.get('/viec')).body).not.toContain('/quyen');
    await send();
    expect(await office.requests.waiting()).toEqual([]);
  });
});
