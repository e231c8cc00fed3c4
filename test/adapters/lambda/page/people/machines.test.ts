import { describe, expect, it } from 'vitest';
import { machineRoutes } from '../../../../../shared/adapters/lambda/page/routes/machines.ts';
import { signInRoutes } from '../../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import { sha256 } from '../../../../../shared/adapters/lambda/sha256.ts';
import type { Role } from '../../../../../shared/domain/people/officer.ts';
import { Ward } from '../../../../../shared/domain/values/ward.ts';
import { issueToken } from '../../../../../shared/flows/office/issue-token.ts';
import {
  createClient,
  listClients,
  revokeClient,
  rotateSecret,
} from '../../../../../shared/flows/office/manage-clients.ts';
import { nineOClock } from '../../../../contracts/cost/ward-day.ts';
import { aDesk, proofIn } from '../a-desk.ts';

const page = '/cai-dat/may';
const both = { 'quyen-ward:read': 'co', 'quyen-ward:write': 'co' };

const anOffice = async (roles: Role[]) => {
  let drawn = 0;
  const id = () => `${(drawn += 1)}`.padStart(8, '0');
  const desk = aDesk({ ...signInRoutes, ...machineRoutes }, (store) => {
    const making = {
      ...store,
      sha256,
      newSecret: () => `secret-${id()}`,
      newId: id,
      clock: () => nineOClock,
    };
    return {
      clientsOf: (ward: Ward) => listClients(store)({ kind: 'ward', ward }),
      makeClient: createClient(making),
      rotate: rotateSecret(making),
      revoke: revokeClient(making),
    };
  });
  const enter = async (login: string, ward = '26506') => {
    await desk.seat(login, 'Nguyễn Văn Nam', roles, ward);
    const browser = desk.browser();
    await browser.signIn(login);
    return browser;
  };
  const nam = await enter('nam@phuong.example.vn');
  const signer = { sign: async () => 'token' };
  const token = (clientId: string, clientSecret: string, scope?: string) =>
    issueToken({ ...desk.store, signer, sha256, clock: () => nineOClock, newId: id, issuer: 'i' })({
      clientId,
      clientSecret,
      ...(scope && { scope }),
    });
  return { ...desk, enter, nam, token };
};
type Office = Awaited<ReturnType<typeof anOffice>>;

const make = async ({ nam }: Office, typed: Record<string, string> = both) =>
  nam.post(page, { ...proofIn((await nam.get(page)).body, page), ...typed });

const shownIn = (body: string): string[] => [...body.matchAll(/<code>([^<]+)</g)].map(([, word]) => word!);

describe('the machines of an office', () => {
  it('are none at first, and the page says what will stand there', async () => {
    const { nam } = await anOffice(['leader']);
    expect((await nam.get(page)).body).toContain('Chưa có máy nào');
  });

  it('get a secret that is shown once and opens the door, for what was chosen and no more', async () => {
    const office = await anOffice(['leader']);
    const made = await make(office, { 'quyen-ward:read': 'co' });
    expect(made.status).toBe(200);
    const [id = '', secret = ''] = shownIn(made.body);
    expect(await office.token(id, secret)).toMatchObject({ ok: true, scope: 'ward:read', expiresIn: 300 });
    expect(await office.token(id, secret, 'ward:write')).toMatchObject({ error: 'invalid_scope' });
    const { body } = await office.nam.get(page);
    expect(body).toContain(id);
    expect(body).toContain('Vào lần cuối');
    expect(body).not.toContain(secret);
    const { deeds } = await office.store.audit.of(Ward.parse('26506'), undefined);
    expect(deeds[0]).toMatchObject({ what: 'manage-clients', outcome: 'client-made', about: id });
    expect(JSON.stringify(deeds)).not.toContain(secret);
  });

  it('are made once, however often the button is pressed', async () => {
    const office = await anOffice(['leader']);
    const form = { ...proofIn((await office.nam.get(page)).body, page), ...both };
    await office.nam.post(page, form);
    expect((await office.nam.post(page, form)).location).toBe(`${page}?da=sent-before`);
    expect(await office.store.clients.of({ kind: 'ward', ward: Ward.parse('26506') })).toHaveLength(1);
  });

  it('keep their old secret while the new one is rolled out, until it changes again', async () => {
    const office = await anOffice(['leader']);
    const [id = '', first = ''] = shownIn((await make(office)).body);
    const action = `${page}/${id}`;
    const change = async () =>
      shownIn(
        (
          await office.nam.post(action, {
            ...proofIn((await office.nam.get(page)).body, action),
            lam: 'doi',
          })
        ).body,
      )[1]!;
    const second = await change();
    for (const secret of [first, second]) expect(await office.token(id, secret)).toMatchObject({ ok: true });
    await change();
    expect(await office.token(id, first)).toMatchObject({ ok: false });
  });

  it('get no token any more once their secret is taken back', async () => {
    const office = await anOffice(['leader']);
    const [id = '', secret = ''] = shownIn((await make(office)).body);
    const action = `${page}/${id}`;
    const form = { ...proofIn((await office.nam.get(page)).body, action), lam: 'thu' };
    expect((await office.nam.post(action, form)).location).toBe(`${page}?da=client-revoked`);
    expect(await office.token(id, secret)).toMatchObject({ ok: false });
    expect((await office.nam.get(page)).body).toContain('đã thu');
  });

  it('are not made without anything that they may do, and the form says so', async () => {
    const answer = await make(await anOffice(['leader']), {});
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('id="quyen-loi"');
  });

  it('hand dossiers over only where an operator let them', async () => {
    const chosen = { ...both, 'quyen-ward:operate': 'co' };
    const led = await anOffice(['leader']);
    const [one = ''] = shownIn((await make(led, chosen)).body);
    expect((await led.store.clients.find(one))?.tenant).not.toHaveProperty('operator');
    const run = await anOffice(['operator']);
    const [id = '', secret = ''] = shownIn((await make(run, chosen)).body);
    expect(await run.token(id, secret)).toMatchObject({ scope: 'ward:write ward:read ward:operate' });
  });

  it('of another office are not there', async () => {
    const office = await anOffice(['leader']);
    const [id = '', secret = ''] = shownIn((await make(office)).body);
    const far = await office.enter('xa@noi-khac.example.vn', '26734');
    const { body } = await far.get(page);
    expect(body).not.toContain(id);
    const { ma = '' } = proofIn(body, '/dang-xuat');
    for (const lam of ['doi', 'thu'])
      expect((await far.post(`${page}/${id}`, { ma, lan: lam, lam })).status).toBe(404);
    expect(await office.token(id, secret)).toMatchObject({ ok: true });
  });

  it('are nobody’s business who is no leader', async () => {
    const { nam } = await anOffice(['clerk']);
    expect((await nam.get(page)).status).toBe(403);
  });
});
