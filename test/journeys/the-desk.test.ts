import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBaoTin } from '../../infra/local/bao-tin.ts';
import { arrangeOffice, type People, seatOfficers } from '../../infra/local/sample-day/load-day.ts';
import { people } from '../../infra/local/simulators/people/people.ts';
import { root, type System } from '../../infra/local/system.ts';
import { until } from './actors/a-ward-office.ts';

let system: System;
let machines: People;
const refused: string[] = [];

beforeAll(async () => {
  system = await startBaoTin();
  system.onLine((line) => {
    if (line.is === 'text' && line.text.startsWith('refused:')) refused.push(`${line.function} ${line.text}`);
  });
  await seatOfficers({ url: system.url, root, ward: '26506' });
  machines = await arrangeOffice({ url: system.url, root, ward: '26506' } as never);
}, 120_000);
afterAll(() => system.stop());

/** A browser: it keeps cookies and goes where it is told. */
const aBrowser = () => {
  const jar = new Map<string, string>();
  const ask = async (target: string, fields?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(new URL(target, system.url), {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  /** Signs in as one of the people of this machine, through the page that asks who one is today. */
  const signIn = async (login: string): Promise<Response> => {
    const begun = await ask('/dang-nhap/bat-dau?ve=/viec');
    const provider = begun.headers.get('location')!;
    const name = /name="ask" value="([^"]+)"/.exec(await (await fetch(provider)).text())![1]!;
    const chosen = await fetch(new URL('/authorize', provider), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ask: name, ai: login }),
    });
    return ask(chosen.headers.get('location')!);
  };
  return { ask, signIn };
};

/** A form of a page as it stands, with what is hidden in it. */
const formIn = (page: string, action: string): Record<string, string> => {
  const form = page.split('<form').find((one) => one.includes(`action="${action}"`))!;
  const inputs = form.split('</form')[0]!.matchAll(/<input[^>]*>/g);
  return Object.fromEntries(
    [...inputs].flatMap(([input]) => {
      const [, name] = /\sname="([^"]*)"/.exec(input) ?? [];
      const isOff = /type="(?:checkbox|radio)"/.test(input) && !/\schecked\b/.test(input);
      return name === undefined || isOff ? [] : [[name, /\svalue="([^"]*)"/.exec(input)?.[1] ?? '']];
    }),
  );
};

const tokenOf = async ({ clientId, clientSecret }: People['ward']): Promise<string | undefined> => {
  const token = await fetch(new URL('/oauth/token', system.url), {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: bearer } = (await token.json()) as { access_token?: string };
  return bearer;
};

/** A status from the office's own system, in the words of the API. */
const report = async (event: object): Promise<void> => {
  const bearer = await tokenOf(machines.ward);
  const answer = await fetch(new URL('/v1/status-events', system.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ events: [event] }),
  });
  expect(await answer.json()).toMatchObject({ results: [{ outcome: 'accepted' }] });
};

const journeyLists = ['cho-dia-chi', 'can-xem', 'dang-moi', 'cho-giao', 'dang-di', 'quay-ve'];

const [clerk, leader, operator] = people;

describe('at the desk of one machine', () => {
  it('a stranger is shown how to sign in', async () => {
    const answer = await aBrowser().ask('/viec');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/dang-nhap?ve=%2Fviec']);
  });

  it.each([clerk, leader])('$called signs in and finds every page', async ({ login, name }) => {
    const { ask, signIn } = aBrowser();
    expect((await signIn(login)).headers.get('location')).toBe('/viec');
    for (const page of ['/viec', '/goi', '/ho-so', '/thu']) {
      const answer = await ask(page);
      expect([page, answer.status]).toEqual([page, 200]);
      expect(await answer.text()).toContain(name);
    }
    expect((await ask('/ho-so/H29.26-261201-0001')).status).toBe(404);
    expect((await ask('/thu/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('a leader sees who works here and what was done, a clerk does not', async () => {
    const [hoa, nam] = [aBrowser(), aBrowser()];
    await Promise.all([hoa.signIn(clerk.login), nam.signIn(leader.login)]);
    const listed = await (await nam.ask('/can-bo')).text();
    expect(listed).toContain(clerk.name);
    expect((await nam.ask('/nhat-ky')).status).toBe(200);
    expect([(await hoa.ask('/can-bo')).status, (await hoa.ask('/nhat-ky')).status]).toEqual([403, 403]);
  });

  it('a leader makes a machine’s secret, which opens the door until it is taken back', async () => {
    const { ask, signIn } = aBrowser();
    await signIn(leader.login);
    const listed = await (await ask('/cai-dat/may')).text();
    expect(listed).toContain(machines.ward.clientId);
    const made = await ask('/cai-dat/may', { ...formIn(listed, '/cai-dat/may'), 'quyen-ward:read': 'co' });
    const [id, secret] = [...(await made.text()).matchAll(/<code>([^<]+)</g)].map(([, word]) => word!);
    expect(await tokenOf({ clientId: id!, clientSecret: secret! })).toBeDefined();
    const action = `/cai-dat/may/${id}`;
    const page = await (await ask('/cai-dat/may')).text();
    expect(page).toContain('Vào lần cuối');
    const taken = await ask(action, { ...formIn(page, action), lam: 'thu' });
    expect(taken.headers.get('location')).toBe('/cai-dat/may?da=client-revoked');
    expect(await tokenOf({ clientId: id!, clientSecret: secret! })).toBeUndefined();
  });

  it('a leader tries a hotline before it is kept, and nobody else changes it', async () => {
    const [hoa, nam] = [aBrowser(), aBrowser()];
    await Promise.all([hoa.signIn(clerk.login), nam.signIn(leader.login)]);
    const typed = { 'duong-day': '0254 385 2404' };
    const settings = await (await nam.ask('/cai-dat')).text();
    const tried = await nam.ask('/cai-dat', { ...formIn(settings, '/cai-dat'), ...typed, buoc: 'xem' });
    expect(tried.status).toBe(200);
    const shown = await tried.text();
    expect(shown).toContain('chưa ghi gì');
    const kept = await nam.ask('/cai-dat', { ...formIn(shown, '/cai-dat'), ...typed, buoc: 'ghi' });
    expect(kept.headers.get('location')).toBe('/cai-dat?da=settings-proposed');
    const before = formIn(await (await nam.ask('/cai-dat')).text(), '/cai-dat');
    expect(before['duong-day']).not.toBe(typed['duong-day']);
    const truc = aBrowser();
    await truc.signIn(operator.login);
    const waiting = await (await truc.ask('/cai-dat/duyet')).text();
    const [path] = /\/cai-dat\/duyet\/[^"?]+/.exec(waiting)!;
    const approved = await truc.ask(path, { ...formIn(waiting, path), lam: 'duyet' });
    expect(approved.headers.get('location')).toBe('/cai-dat/duyet?da=proposal-approved');
    expect(formIn(await (await nam.ask('/cai-dat')).text(), '/cai-dat')).toMatchObject(typed);
    expect((await nam.ask('/cai-dat/cau-chu')).status).toBe(200);
    const page = await (await hoa.ask('/viec')).text();
    const refusal = await hoa.ask('/cai-dat', { ...formIn(page, '/dang-xuat'), ...typed, buoc: 'ghi' });
    expect(refusal.status).toBe(403);
  });

  it('a clerk sees where the papers of the office are', async () => {
    const { ask, signIn } = aBrowser();
    await signIn(clerk.login);
    for (const list of journeyLists) expect((await ask(`/buu-gui?xem=${list}`)).status).toBe(200);
    expect((await ask('/hanh-trinh/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('a clerk puts a dossier right, and all that hangs on it', async () => {
    const code = 'H29.26-261201-0077';
    await report({
      eventId: 'desk-1',
      dossierCode: code,
      procedureCode: '1.001193',
      status: 'completed',
      occurredAt: new Date().toISOString(),
      applicant: { name: 'Lê Văn Tám', phone: '0912 345 678' },
      returnMethod: 'post',
    });
    const { ask, signIn } = aBrowser();
    await signIn(clerk.login);
    const page = `/ho-so/${code}`;
    const sent = async (path: string, typed: Record<string, string>) => {
      const shown = await (await ask(page)).text();
      const answer = await ask(`${page}/${path}`, { ...formIn(shown, `${page}/${path}`), ...typed });
      return answer.headers.get('location') ?? answer.status;
    };
    await until('the status decided', async () => (await ask(page)).status === 200);
    await until('a text', async () => (await (await ask(page)).text()).includes(`${page}/tin`));
    expect(await sent('sua', { 'dien-thoai': '0912345679', 'ly-do': 'gõ nhầm' })).toMatch('da=corrected');
    const born = { loai: 'birth', ten: 'Lê Thị Mai', ngay: '20/11/2026' };
    expect(await sent('su-kien', born)).toMatch('da=event-added');
    expect(await sent('tin', { lam: 'resend', 'vi-sao': 'bà con hỏi' })).toMatch(/da=/);
    const journeys = await (await ask('/buu-gui?xem=cho-dia-chi')).text();
    const [journey] = /\/hanh-trinh\/[^"?]+/.exec(journeys)!;
    const form = formIn(await (await ask(journey)).text(), journey);
    const cancelled = await ask(journey, { ...form, 'ly-do-huy': 'bà con đến lấy', buoc: 'huy' });
    expect(cancelled.status).toBeLessThan(500);
    expect(await sent('huy-buoc', { buoc: 'desk-1', 'ly-do-rut': 'nhầm hồ sơ' })).toMatch('da=voided');
  });

  it('a clerk sees the figures of the office, and takes a list home', async () => {
    const { ask, signIn } = aBrowser();
    await signIn(clerk.login);
    // Counted from the table's stream, a moment after it happened.
    const counted = await until('figures', async () => {
      const page = await (await ask('/bao-cao/tin-nhan')).text();
      return /có số từ ngày/.test(page) ? page : undefined;
    });
    expect(counted).toMatch(/<b>\d+<\/b\s*><span class="s">tháng trước/);
    expect(await (await ask('/bao-cao')).text()).toContain('Biểu II.06a (tham khảo)');
    for (const list of ['ds-viec', 'ds-goi', 'ds-qua-han', 'ds-thu', 'ds-buu-gui', 'ds-tien', 'dung-hen']) {
      const file = await ask(`/bao-cao/${list}/tep?dang=xlsx`);
      expect([list, file.status, file.headers.get('content-disposition')?.slice(0, 10)]).toEqual([
        list,
        200,
        'attachment',
      ]);
    }
  });

  it('a clerk’s form is done once, and who signs out is out', async () => {
    const { ask, signIn } = aBrowser();
    await signIn(clerk.login);
    const page = await (await ask('/ho-so')).text();
    const token = /action="\/dang-xuat"[\s\S]*?name="ma"\s+value="([^"]+)"/.exec(page)![1]!;
    const fields = { ma: token, lan: 'form-1', tin: 'no-such-call', ket: 'reached' };
    expect((await ask('/goi', fields)).headers.get('location')).toBe('/goi?da=not-here');
    expect((await ask('/goi', fields)).headers.get('location')).toBe('/goi?da=sent-before');
    expect((await ask('/dang-xuat', { ma: token })).headers.get('location')).toBe('/dang-nhap');
    expect((await ask('/viec')).status).toBe(303);
  });

  it('signing in for somebody else’s browser gets nobody in', async () => {
    const victim = aBrowser();
    await victim.ask('/dang-nhap/bat-dau');
    expect((await victim.ask('/dang-nhap/xong?code=stolen&state=forged')).status).toBe(400);
    expect((await victim.ask('/viec')).status).toBe(303);
  });

  it('no function asked for what its role may not do', () => {
    expect(refused).toEqual([]);
  });
});
