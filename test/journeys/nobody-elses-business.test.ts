import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { between, diceOf, oneOf } from '../../infra/local/simulators/dice.ts';
import {
  aWardOffice,
  dayAt,
  itemsOf,
  ledgerOf,
  tanHong,
  vungTau,
  type WardOffice,
  whenAllIsSaid,
} from './actors/a-ward-office.ts';

const wards = [vungTau, tanHong] as const;
type Ward = (typeof wards)[number];

/** Both wards have a dossier of each number, but the last ones belong to one of them alone. */
const dossiers = 24;
const onlyOf: Record<Ward, (number: number) => boolean> = {
  [vungTau]: (number) => number < 18,
  [tanHong]: (number) => number < 12 || number >= 18,
};
const codeOf = (number: number) => `H29.26-260302-${String(number).padStart(4, '0')}`;
const phoneOf = (number: number) => `0912 555 ${String(number % 5).padStart(3, '0')}`;

/** What must be seen nowhere: planted in good and in bad requests, as people and systems write it. */
const planted = {
  names: ['Nguyễn Thị Kim Canary', 'NGUYEN THI KIM CANARY', 'Trần Văn Hoàng Yến'.normalize('NFD')],
  phones: ['0987 654 321', '(+84) 987-654-321', '84987.654.321', '0987654321 / 0254 3852 101'],
  address: '17/3 đường Chim Hoàng Yến',
  reason: 'Thiếu giấy chứng sinh của bé Yến Phụng',
  child: 'Nguyễn Yến Phụng',
};
const canary =
  /canary|ho\u00e0ng y\u1ebfn|yen phung|y\u1ebfn ph\u1ee5ng|ch\u1ee9ng sinh|987.{0,2}654.{0,2}321/i;
const seesCanary = (text: string): boolean => canary.test(text) || canary.test(text.normalize('NFC'));

let office: WardOffice;
let today: string;
const tokens = {} as Record<Ward, string>;
beforeAll(async () => {
  office = await aWardOffice();
  today = dayAt(office.clockOffset);
  await Promise.all(
    wards.map(async (ward) => {
      tokens[ward] = await office.token(await office.credentials('--ward', ward));
    }),
  );
});
afterAll(() => office.stop());

type Asked = { method?: string; headers?: Record<string, string>; body?: string };
const ask = (ward: Ward, path: string, { headers, ...init }: Asked = {}) =>
  fetch(office.system.url + path, {
    ...init,
    headers: { authorization: `Bearer ${tokens[ward]}`, ...headers },
  });
const hand = (ward: Ward, body: string, type = 'application/json') =>
  ask(ward, '/v1/status-events', { method: 'POST', headers: { 'content-type': type }, body });

const anEvent = (number: number, differs: Record<string, unknown> = {}) => ({
  eventId: `e-${number}`,
  dossierCode: codeOf(number),
  status: 'completed',
  occurredAt: `${today}T16:00:00+07:00`,
  applicant: { phone: phoneOf(number) },
  ...differs,
});

describe('two wards with the same codes, ids and citizens', () => {
  beforeAll(async () => {
    for (const ward of wards) {
      const events = Array.from({ length: dossiers }, (_, number) => number)
        .filter(onlyOf[ward])
        .map((number) => anEvent(number));
      await hand(ward, JSON.stringify({ events }));
    }
    await whenAllIsSaid(office.system, 36);
  });

  it('never see each other in two hundred calls at random', async () => {
    const dice = diceOf('two wards');
    const other = { [vungTau]: tanHong, [tanHong]: vungTau } as const;
    const foreign: unknown[] = [];
    const seen = { stories: 0, misses: 0, lists: 0 };
    const call = async (ward: Ward, number: number, byPhone: boolean) => {
      if (byPhone) {
        const answer = await ask(ward, `/v1/dossiers?phone=${encodeURIComponent(phoneOf(number))}`);
        const { dossiers: list } = (await answer.json()) as { dossiers: { dossierCode: string }[] };
        const own = Array.from({ length: dossiers }, (_, at) => at)
          .filter((at) => onlyOf[ward](at) && phoneOf(at) === phoneOf(number))
          .map(codeOf);
        seen.lists += 1;
        if (
          list
            .map(({ dossierCode }) => dossierCode)
            .toSorted()
            .join() !== own.join()
        )
          foreign.push({ ward, number, list });
        return;
      }
      const answer = await ask(ward, `/v1/dossiers/${codeOf(number)}`);
      const said = await answer.text();
      seen[answer.ok ? 'stories' : 'misses'] += 1;
      const right = answer.status === (onlyOf[ward](number) ? 200 : 404);
      if (!right || said.includes(other[ward])) foreign.push({ ward, number, said });
    };
    for (let round = 0; round < 20; round += 1)
      await Promise.all(
        Array.from({ length: 10 }, async () =>
          call(oneOf(dice, wards), between(dice, 0, dossiers - 1), dice() < 0.3),
        ),
      );
    expect(foreign).toEqual([]);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  it('another ward’s dossier is answered word for word like one that does not exist', async () => {
    const answers = await Promise.all(
      [codeOf(20), 'H29.26-260302-9999', 'no%20code', '%F0%9F%90%A4'].map(async (code) => {
        const answer = await ask(vungTau, `/v1/dossiers/${code}`);
        return [answer.status, answer.headers.get('content-type'), await answer.text()];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      JSON.stringify({ type: 'not-found', title: 'Không tìm thấy', status: 404 }),
    ]);
  });
});

describe('what citizens entrust to the ward', () => {
  let answers: number[];
  beforeAll(async () => {
    const [name, capitals, other] = planted.names;
    const full = {
      applicant: { name, phone: planted.phones[0] },
      onBehalf: { name: capitals, phone: planted.phones[1] },
      deliveryAddress: { name: other, phone: planted.phones[2], street: planted.address },
      reason: planted.reason,
      personEvent: { kind: 'birth', childName: planted.child, bornOn: '2026-02-20', parents: [name, other] },
    };
    const good = [
      ...planted.phones.map((phone, at) =>
        anEvent(100 + at, { ...full, applicant: { name: planted.names[at % 3], phone } }),
      ),
      anEvent(110, { ...full, status: 'supplement-requested' }),
      anEvent(111, { ...full, status: 'delayed', newDueAt: `${today}T17:00:00+07:00` }),
      anEvent(112, { ...full, applicant: { name, phone: 'gọi chị Canary 0987654321 sau 17h' } }),
    ];
    const bad = [
      anEvent(120, { ...full, fee: planted.names[0] }),
      anEvent(121, { ...full, status: planted.names[0] }),
      anEvent(122, { ...full, eventId: planted.names[0] }),
      anEvent(123, { ...full, [planted.names[1]!]: planted.phones[0] }),
      { ...full, applicant: planted.names[0] },
      planted.names[0],
    ];
    const batch = JSON.stringify({ events: [...good, ...bad] });
    const reused = anEvent(100, { ...full, applicant: { name: planted.child } });
    const requests = [
      await hand(vungTau, batch),
      await hand(vungTau, JSON.stringify({ events: [reused] })),
      await hand(vungTau, batch.slice(0, -40)),
      await hand(vungTau, `{"events": ${planted.names[0]}}`),
      await hand(vungTau, batch, 'text/plain'),
      await hand(vungTau, JSON.stringify({ events: good, [planted.names[1]!]: planted.phones[0] })),
      await ask(vungTau, `/v1/dossiers/${encodeURIComponent(planted.names[0]!)}`),
      await ask(vungTau, `/v1/dossiers?phone=${encodeURIComponent(planted.phones[0]!)}`),
      await ask(vungTau, `/v1/dossiers?phone=${encodeURIComponent(planted.names[0]!)}`),
      await ask(vungTau, `/${encodeURIComponent(planted.names[0]!)}?q=${planted.phones[0]}`),
      await fetch(`${office.system.url}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: planted.names[1]!,
          client_secret: 'x',
        }),
      }),
    ];
    answers = requests.map(({ status }) => status);
    await whenAllIsSaid(office.system, 36 + good.length);
    await office.system.invoke('release-due', {});
  });

  it('comes in good requests and in bad ones', () => {
    expect(answers).toEqual([202, 202, 400, 400, 415, 400, 404, 200, 400, 404, 401]);
  });

  it('reaches the citizen, without anybody’s name in the message', async () => {
    const toCanary = (await ledgerOf(office.system)).filter(({ to }) => to === '+84987654321');
    expect(toCanary.length).toBeGreaterThanOrEqual(5);
    expect(toCanary.filter(({ text }) => seesCanary(text))).toEqual([]);
  });

  it('stands in no line that any function wrote', () => {
    expect(office.lines.length).toBeGreaterThan(100);
    expect(new Set(office.lines.map((line) => line.function)).size).toBeGreaterThanOrEqual(5);
    expect(office.lines.filter((line) => seesCanary(JSON.stringify(line)))).toEqual([]);
  });

  it('lies in the table under seal', async () => {
    const items = await itemsOf(office.system);
    expect(items.length).toBeGreaterThan(50);
    expect(items.filter((item) => seesCanary(JSON.stringify(item)))).toEqual([]);
  });

  it('would have been noticed', () => {
    for (const text of [...planted.names, ...planted.phones, planted.address, planted.reason, planted.child])
      expect([text, seesCanary(text)]).toEqual([text, true]);
  });
});
