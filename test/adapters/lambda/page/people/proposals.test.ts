import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { settingsFields } from '../../../../../shared/adapters/lambda/page/forms/settings-form.ts';
import { proposalRoutes } from '../../../../../shared/adapters/lambda/page/routes/proposals.ts';
import { settingsRoutes } from '../../../../../shared/adapters/lambda/page/routes/settings.ts';
import { signInRoutes } from '../../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import type { Role } from '../../../../../shared/domain/people/officer.ts';
import { Ward } from '../../../../../shared/domain/values/ward.ts';
import { aDesk, proofIn, proposing } from '../a-desk.ts';

const ward = Ward.parse('26506');
const page = '/cai-dat/duyet';
const hostile = '<img src=x onerror=alert(1)>"&';

/** An office where Lan leads, and proposed another hotline and more texts for a phone. */
const anOffice = async (others: [login: string, roles: Role[]][]) => {
  const desk = aDesk({ ...signInRoutes, ...settingsRoutes, ...proposalRoutes }, (store) => ({
    settings: store.settings,
    templates: store.templates,
    ...proposing(store),
  }));
  const enter = async (login: string, roles: Role[], office = '26506') => {
    await desk.seat(login, `${login} ${hostile}`, roles, office);
    const browser = desk.browser();
    await browser.signIn(login);
    return browser;
  };
  const lan = await enter('lan@phuong.example.vn', ['leader']);
  const seated = [];
  for (const [login, roles] of others) seated.push(await enter(login, roles));
  const form = proofIn((await lan.get('/cai-dat')).body, '/cai-dat');
  const wanted = { 'duong-day': '0254 3852 101', 'moi-so': '5', 'noi-nhan': 'Trung tâm' };
  const sent = { ...form, ...settingsFields(await desk.store.settings.of(ward)), buoc: 'ghi', ...wanted };
  expect((await lan.post('/cai-dat', sent)).location).toBe('/cai-dat?da=settings-proposed');
  const [proposal] = await desk.store.proposals.open(ward);
  return { ...desk, enter, lan, seated, action: `${page}/${proposal!.id}`, reason: `vi-sao-${proposal!.id}` };
};

type Browser = Awaited<ReturnType<typeof anOffice>>['lan'];
let sent = 0;
/** Sends the form of a proposal, whether the page shows this officer one or not. */
const decide = async (who: Browser, action: string, typed: Record<string, string>) => {
  const { ma = '' } = proofIn((await who.get(page)).body, '/dang-xuat');
  return who.post(action, { ma, lan: `form-${(sent += 1)}`, ...typed });
};
const an = (login: string, role: Role): [string, Role[]] => [`${login}@phuong.example.vn`, [role]];

describe('a choice that reaches every citizen', () => {
  it('does not count when it is proposed; what concerns nobody but the counter does at once', async () => {
    const { store } = await anOffice([]);
    expect(await store.settings.of(ward)).toMatchObject({
      returnPlace: 'Trung tam',
      limits: { messagesPerPhonePerDay: 6 },
    });
    expect(await store.settings.of(ward)).not.toHaveProperty('hotline');
  });

  it('is shown old and new side by side, with who proposed it, every name as text', async () => {
    const { seated } = await anOffice([an('nam', 'leader')]);
    const { status, body } = await seated[0]!.get(page);
    expect(status).toBe(200);
    expect(body).toMatch(/Đường dây hỏi<\/th>\s*<td>không có<\/td>\s*<td><b>0254 3852 101<\/b>/);
    expect(body).toMatch(/một số điện thoại<\/th>\s*<td>6<\/td>\s*<td><b>5<\/b>/);
    expect(body).toContain('lan@phuong.example.vn &lt;img');
    expect(body).not.toContain('<img');
    expect(gzipSync(body).length).toBeLessThan(30_000);
  });

  it('counts once another leader approved it, and the audit says who', async () => {
    const { seated, action, store } = await anOffice([an('nam', 'leader')]);
    expect((await decide(seated[0]!, action, { lam: 'duyet' })).location).toBe(
      `${page}?da=proposal-approved`,
    );
    expect(await store.settings.of(ward)).toMatchObject({
      hotline: '0254 3852 101',
      limits: { messagesPerPhonePerDay: 5 },
      returnPlace: 'Trung tam',
    });
    const { deeds } = await store.audit.of(ward, undefined);
    expect(deeds[0]).toMatchObject({ what: 'decide-proposal', outcome: 'proposal-approved' });
    expect(deeds[0]!.words).toContain('Đường dây hỏi: không có → 0254 3852 101');
    const { body } = await seated[0]!.get(page);
    expect(body).toContain('Không có gì chờ duyệt');
    expect(body).toContain('đã duyệt');
  });

  it('is never approved by whoever proposed it, even with a form of their own', async () => {
    const { lan, action, store } = await anOffice([an('nam', 'leader')]);
    const before = await store.settings.of(ward);
    expect((await lan.get(page)).body).not.toContain('value="duyet"');
    expect((await decide(lan, action, { lam: 'duyet' })).location).toBe(`${page}?da=own-proposal`);
    expect(await store.settings.of(ward)).toEqual(before);
  });

  it('is taken back by whoever proposed it, and by nobody else', async () => {
    const { lan, seated, action, store } = await anOffice([an('nam', 'leader')]);
    expect((await decide(seated[0]!, action, { lam: 'rut' })).location).toBe(`${page}?da=proposal-not-yours`);
    expect((await decide(lan, action, { lam: 'rut' })).location).toBe(`${page}?da=proposal-withdrawn`);
    expect((await decide(seated[0]!, action, { lam: 'duyet' })).location).toBe(`${page}?da=conflict`);
    expect(await store.settings.of(ward)).not.toHaveProperty('hotline');
  });

  it('is refused with a reason alone; without one nothing is done and the field says so', async () => {
    const { seated, action, reason, store } = await anOffice([an('nam', 'leader')]);
    const answer = await decide(seated[0]!, action, { lam: 'khong', [reason]: ' ' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`id="${reason}-loi"`);
    expect(await store.proposals.open(ward)).toHaveLength(1);
    const refused = await decide(seated[0]!, action, { lam: 'khong', [reason]: hostile });
    expect(refused.location).toBe(`${page}?da=proposal-refused`);
    expect((await seated[0]!.get(page)).body).toContain('&lt;img src=x');
  });

  it.each([
    ['the operator, where the office has no other leader', [an('truc', 'operator')], 'proposal-approved'],
    ['no operator, where it has one', [an('truc', 'operator'), an('nam', 'leader')], 'proposal-not-yours'],
  ] as const)('is decided by %s', async (_, others, said) => {
    const { seated, action } = await anOffice([...others]);
    expect((await decide(seated[0]!, action, { lam: 'duyet' })).location).toBe(`${page}?da=${said}`);
  });

  it('is read by a clerk, who decides nothing', async () => {
    const { seated, action } = await anOffice([an('hoa', 'clerk')]);
    expect((await seated[0]!.get(page)).status).toBe(200);
    expect((await decide(seated[0]!, action, { lam: 'duyet' })).status).toBe(403);
  });

  it('of another office is not there', async () => {
    const { enter, action, store } = await anOffice([]);
    const far = await enter('xa@noi-khac.example.vn', ['leader'], '26734');
    const shown = (await far.get(page)).body;
    expect(shown).not.toContain('0254 3852 101');
    const proof = proofIn(shown, '/dang-xuat');
    expect((await far.post(action, { ...proof, lan: 'form', lam: 'duyet' })).status).toBe(404);
    expect(await store.proposals.open(ward)).toHaveLength(1);
  });

  it('does not undo what was chosen otherwise since', async () => {
    const { seated, action, store } = await anOffice([an('nam', 'leader')]);
    const now = await store.settings.of(ward);
    await store.settings.save({ ...now, hotline: '1900 1234' });
    expect((await decide(seated[0]!, action, { lam: 'duyet' })).location).toBe(
      `${page}?da=proposal-outdated`,
    );
    expect((await store.settings.of(ward)).hotline).toBe('1900 1234');
  });

  it('says what will appear there while there is nothing', async () => {
    const { lan, action } = await anOffice([]);
    await decide(lan, action, { lam: 'rut' });
    expect((await lan.get(page)).body).toContain('đề nghị của họ hiện ở đây');
  });
});
