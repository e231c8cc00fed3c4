import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPostOffice, type PostOffice, until } from '../actors/a-post-office.ts';
import { tool } from '../actors/a-tool.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await aPostOffice();
});
afterAll(async () => {
  await office?.stop();
});

/** Papers of a completed dossier, accepted by the partner: job and number. */
const accepted = async (code: string): Promise<{ jobId: string; trackingNumber: string }> => {
  const event = {
    eventId: `done-${code}`,
    dossierCode: code,
    status: 'completed',
    occurredAt: office.ago(60),
    applicant: { name: 'Nguyễn Thị Hằng', phone: `0912 345 ${code.slice(-3)}` }, // each within its own cap
    returnMethod: 'post',
    deliveryAddress: { name: 'Nguyễn Thị Hằng', street: 'Số 12, Nguyễn Huệ', commune: '29926' },
  };
  await office.ward('POST', '/v1/status-events', { events: [event] });
  const { jobId, lease } = await until(`a claim that holds ${code}`, async () => {
    const claim = { claimId: `claim-${Math.random()}`, maxJobs: 50, leaseSeconds: 600 };
    const { json } = await office.partner('POST', '/partner/v1/dispatch-jobs/claim', claim);
    return json.jobs.find(({ dossierCode }) => dossierCode === code);
  });
  const taken = await office.partner('POST', `/partner/v1/dispatch-jobs/${jobId}/accept`, {
    leaseEpoch: lease.epoch,
  });
  return { jobId, trackingNumber: taken.json.trackingNumber };
};
const scan = (trackingNumber: string, code: string, more: object = {}) =>
  office.partner('POST', '/partner/v1/tracking-events', {
    events: [{ trackingNumber, code, occurredAt: office.ago(0), ...more }],
  });
const remit = (remittanceId: string, trackingNumber: string) =>
  office.partner('POST', '/partner/v1/cod-remittances', {
    remittanceId,
    total: 30_000,
    lines: [
      {
        trackingNumber,
        kind: 'cod',
        collected: 30_000,
        deductedFee: 0,
        remitted: 30_000,
        occurredAt: office.ago(0),
      },
    ],
  });
const cash = async (who: PostOffice['ward'], path = '/v1/reports/cash') => (await who('GET', path)).json;
/** What an officer types: words without blanks, and then a sentence. */
const officer = (words: string, ...sentence: string[]) =>
  tool([...words.split(' '), ...sentence, '--url', office.system.url], { who: office.officer });

describe('the money of papers that were delivered', () => {
  it('goes from the door to the account, and a person confirms it', async () => {
    const { jobId, trackingNumber } = await accepted('H29.26-260302-0101');
    expect((await cash(office.ward)).total.standing).toMatchObject({ due: { jobs: 1, amount: 30_000 } });
    await scan(trackingNumber, 'delivered', { cod: { collected: 30_000 } });
    expect((await cash(office.ward)).total.standing).toMatchObject({
      due: { jobs: 0 },
      open: { jobs: 1, amount: 30_000 },
    });
    await remit('rem-1', trackingNumber);
    expect((await cash(office.partner, '/partner/v1/reports/cash')).total.cash).toMatchObject({
      collected: 30_000,
      remitted: 30_000,
    });
    expect((await cash(office.otherWard)).total.standing).toMatchObject({ remitted: { jobs: 0 } });
    const { toConfirm } = await cash(office.ward);
    expect(toConfirm).toMatchObject([{ remittanceId: 'rem-1', remitted: 30_000 }]);
    const confirmation = {
      confirmationId: 'rem-1-seen',
      partner: 'vnpost',
      remittanceId: 'rem-1',
      confirmedBy: 'Chị Lan',
    };
    const confirm = (total: number) =>
      office.ward('POST', '/v1/cod-confirmations', { ...confirmation, total });
    expect(await confirm(29_000)).toMatchObject({ status: 409, json: { type: 'total-differs' } });
    const seen = await confirm(30_000);
    expect(seen).toMatchObject({ status: 200, json: { reconciled: [jobId], left: [] } });
    expect((await confirm(30_000)).json).toEqual(seen.json);
    const job = await office.ward('GET', `/v1/dispatch-jobs/${jobId}`);
    expect(job.json.cod.state).toBe('reconciled');
    expect(
      (await office.otherWard('POST', '/v1/cod-confirmations', { ...confirmation, total: 30_000 })).status,
    ).toBe(409);
  });

  it('can be looked at and confirmed from the command line', async () => {
    const { trackingNumber } = await accepted('H29.26-260302-0102');
    await scan(trackingNumber, 'delivered', { cod: { collected: 30_000 } });
    await remit('rem-2', trackingNumber);
    const report = await officer('post cash');
    expect(report.stdout).toContain('to confirm   vnpost rem-2: 1 line(s), 30.000 đ');
    const seen = await officer(
      'post confirm --partner vnpost --remittance rem-2 --total 30000 --by',
      'Chị Lan',
    );
    expect([seen.status, JSON.parse(seen.stdout)]).toEqual([
      0,
      { confirmationId: 'vnpost-rem-2', reconciled: 1, left: [] },
    ]);
  });
});

describe('a delivery that never was', () => {
  it('is corrected by an officer, and the citizen, the dossier and the cash all hear of it', async () => {
    const code = 'H29.26-260302-0103';
    const { jobId, trackingNumber } = await accepted(code);
    await scan(trackingNumber, 'delivered', { cod: { collected: 30_000 } });
    await until(
      'the dossier to be returned',
      async () => (await office.ward('GET', `/v1/dossiers/${code}`)).json.status === 'returned',
    );
    await scan(trackingNumber, 'returned', { reason: 'refused' });
    expect((await office.ward('GET', '/v1/quarantined-scans')).json.scans).toMatchObject([
      { jobId, state: 'delivered', reported: 'returned' },
    ]);
    expect((await office.otherWard('GET', '/v1/quarantined-scans')).json.scans).toEqual([]);
    const shown = await officer('post quarantined');
    expect(JSON.parse(shown.stdout)).toMatchObject({ jobId });

    const strange = { to: 'returned', reason: 'mine', correctedBy: 'x' };
    expect((await office.otherWard('POST', `/v1/dispatch-jobs/${jobId}/correct`, strange)).status).toBe(404);
    const corrected = await officer(
      `post correct ${jobId} --to returned --return-reason refused --by Lan --reason`,
      'the papers are on our table',
    );
    expect([corrected.status, JSON.parse(corrected.stdout)]).toEqual([
      0,
      { jobId, state: 'returned', cod: 'disputed' },
    ]);
    await until('word that it was a mistake', async () =>
      (await office.texts()).some((text) => text.includes(code) && text.includes('da giao la sai')),
    );
    await until(
      'the dossier to be open again',
      async () => (await office.ward('GET', `/v1/dossiers/${code}`)).json.status === 'completed',
    );
    expect((await office.ward('GET', '/v1/quarantined-scans')).json.scans).toEqual([]);

    const received = await office.ward('POST', `/v1/dispatch-jobs/${jobId}/confirm-return`, {});
    expect(received).toMatchObject({ status: 200, json: { state: 'return-received' } });
    const settled = await officer(
      `post settle ${jobId} --received 0 --by Lan --reason`,
      'paid back to the citizen',
    );
    expect(JSON.parse(settled.stdout)).toEqual({ jobId, state: 'return-received', cod: 'reconciled' });
    const again = await office.ward('POST', `/v1/dispatch-jobs/${jobId}/redispatch`, {});
    expect(again).toMatchObject({
      status: 200,
      json: { jobId: jobId.replace('_j1', '_j2'), redispatchOf: jobId, state: 'ready' },
    });
    const told = (await office.texts()).filter((text) => text.includes(code));
    expect(told.filter((text) => text.includes('la sai'))).toHaveLength(1);
  });

  it('and what waits too long is shown, here nothing', async () => {
    const { json } = await office.ward('GET', '/v1/reports/waiting-papers');
    expect(json).toEqual({ waiting: [], silentPartners: [] });
    expect((await officer('post waiting')).stdout).toBe('Nothing waits too long.\n');
  });
});
