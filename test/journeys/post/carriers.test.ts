import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCarrierPartner } from '../../support/builders/carrier-work.ts';
import { aPostOffice, type PostOffice, until, vungTauPost } from '../actors/a-post-office.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await aPostOffice();
  await office.savePartner(aCarrierPartner('ghn'));
  await office.savePartner(aCarrierPartner('vnpost-public-post'));
  await office.savePost({ ...vungTauPost, partners: ['ghn'] });
  await office.savePost({ ...vungTauPost, ward: '29926', partners: ['vnpost'] });
});
afterAll(async () => {
  await office?.stop();
});

const completed = (code: string) => ({
  eventId: `done-${code}`,
  dossierCode: code,
  status: 'completed',
  occurredAt: office.ago(60),
  applicant: { name: 'Nguyễn Thị Hằng', phone: '0912 345 678' },
  returnMethod: 'post',
  deliveryAddress: {
    name: 'Nguyễn Thị Hằng',
    phone: '0912 345 678',
    street: 'Số 12, Nguyễn Huệ',
    commune: '29926',
  },
});

type Line = { what: string; carrier: string; reference: string; number: string; cod: number };

/** The round that the clock makes every two minutes, made now. */
const round = () => office.system.invoke('work-for-partners', {});
const ledger = async (carrier: string): Promise<Line[]> => {
  const answer = await fetch(`${office.system.endpoints.postal}/ledger`);
  return ((await answer.json()) as Line[]).filter((line) => line.carrier === carrier);
};
const scan = async (wish: object): Promise<number> =>
  (await fetch(`${office.system.endpoints.postal}/scans`, { method: 'POST', body: JSON.stringify(wish) }))
    .status;

describe.each([
  [
    'GHN, which calls us',
    'ghn',
    'ward',
    'H29.26-260302-0101',
    [
      ['picked', 'da giao buu dien'],
      ['delivering', 'buu dien mang ket qua'],
      ['delivered', 'Theo buu dien, ket qua ho so'],
    ],
  ],
  [
    'the public post, whose feed we read',
    'vnpost-public-post',
    'otherWard',
    'H30.26-260302-0102',
    [['4', 'Theo buu dien, ket qua ho so']],
  ],
] as const)('the papers of a citizen whose ward sends by %s,', (_who, carrier, ward, code, scans) => {
  let order: Line;

  it('are ordered when the dossier is completed, once', async () => {
    const { json } = await office[ward]('POST', '/v1/status-events', { events: [completed(code)] });
    expect(json.results[0]?.outcome).toBe('accepted');
    order = await until('the order at the carrier', async () => {
      await round();
      return (await ledger(carrier)).find(({ what }) => what === 'order');
    });
    expect(order).toMatchObject({ carrier, cod: 30_000 });
    await round();
    expect((await ledger(carrier)).filter(({ what }) => what === 'order')).toHaveLength(1);
    const { json: jobs } = await office[ward]('GET', '/v1/dispatch-jobs?state=accepted');
    expect(jobs.jobs).toMatchObject([{ dossierCode: code, trackingNumber: order.number }]);
  });

  it('are followed to the citizen’s hands, who hears of it; the dossier is returned', async () => {
    for (const [scanned, words] of scans) {
      expect(await scan({ carrier, reference: order.reference, code: scanned })).toBe(200);
      await until(`word that follows from ${scanned}`, async () => {
        await round();
        return (await office.texts()).some((sms) => sms.includes(words) && sms.includes(code));
      });
    }
    await until('the dossier to be returned', async () => {
      const { json } = await office[ward]('GET', `/v1/dossiers/${code}`);
      return JSON.stringify(json).includes('"returned"');
    });
  });
});

describe('a call at the carriers’ door', () => {
  it('from a stranger finds nothing, and its words are nowhere', async () => {
    for (const path of ['ghn/another-word-that-nobody-guesses', 'dhl/simulated-word-of-one-machine'])
      expect(
        (await fetch(`${office.system.url}/callbacks/post/${path}`, { method: 'POST', body: '{}' })).status,
      ).toBe(404);
  });

  it('is answered as its carrier expects, whatever it says', async () => {
    const answer = await fetch(`${office.system.url}/callbacks/post/ems/simulated-word-of-one-machine`, {
      method: 'POST',
      headers: { 'ems-transaction': 't-1' },
      body: 'no JSON at all',
    });
    expect([answer.status, await answer.json()]).toEqual([200, { code: 'success', transaction: 't-1' }]);
  });
});
