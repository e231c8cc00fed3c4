import { createHash, randomBytes } from 'node:crypto';
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

const completed = (code: string, difference: object = {}) => ({
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
  ...difference,
});

const report = (...events: object[]) => office.ward('POST', '/v1/status-events', { events });

/** Claims until this dossier's job is among the answers. */
const claimed = (code: string, claimId: string) =>
  until(`a claim that holds ${code}`, async () => {
    const { json } = await office.partner('POST', '/partner/v1/dispatch-jobs/claim', {
      claimId: `${claimId}-${Math.random()}`,
      maxJobs: 50,
      leaseSeconds: 600,
    });
    return json.jobs.find(({ dossierCode }) => dossierCode === code);
  });

const scan = (event: object) => office.partner('POST', '/partner/v1/tracking-events', { events: [event] });

describe('the papers of a citizen who wants them brought', () => {
  const code = 'H29.26-260302-0001';
  let jobId = '';
  let number = '';
  let evidenceId = '';

  it('become a job when the dossier is completed, and a partner claims it', async () => {
    const { status, json } = await report(completed(code));
    expect([status, json.results[0]?.outcome]).toEqual([202, 'accepted']);
    const job = await claimed(code, 'claim-of-the-morning');
    expect(job).toMatchObject({
      state: 'leased',
      direction: 'to-citizen',
      lease: { epoch: 1, attempt: 1 },
      pickup: { ward: '26506', name: 'UBND phường Vũng Tàu' },
      recipient: {
        name: 'Nguyễn Thị Hằng',
        phone: '+84912345678',
        address: { provinceCode: '82', communeCode: '29926' },
      },
      fee: { quotedTotal: 30_000 },
      cod: { amount: 30_000, currency: 'VND' },
    });
    jobId = job.jobId;
  });

  it('are accepted under a number of the pool; the same again is the same', async () => {
    const path = `/partner/v1/dispatch-jobs/${jobId}/accept`;
    const first = await office.partner('POST', path, { leaseEpoch: 1 });
    expect(first).toMatchObject({ status: 200, json: { state: 'accepted' } });
    number = first.json.trackingNumber;
    expect(number).toMatch(/^RR\d{9}VN$/);
    const again = await office.partner('POST', path, { leaseEpoch: 1 });
    expect(again).toMatchObject({ status: 200, json: { trackingNumber: number } });
    const late = await office.partner('POST', `/partner/v1/dispatch-jobs/${jobId}/renew`, {
      leaseEpoch: 0,
      leaseSeconds: 600,
    });
    expect(late).toMatchObject({ status: 409, json: { type: 'lease-lost' } });
  });

  it('get a label, and a list that both sides count', async () => {
    const label = await office.partner('GET', `/partner/v1/dispatch-jobs/${jobId}/label?format=zpl`);
    expect(label.status).toBe(200);
    expect(label.text).toContain(number);
    expect(label.text).not.toContain('912345');
    // A printer reads `_5F` as the underscore that a code may have.
    const asRead = label.text.replaceAll(/_([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    const link = /https?:\/\/[^^]+\/buu-gui\/[\w-]+/.exec(asRead)?.[0] ?? 'no link on the label';
    const page = await fetch(link);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Nếu nhặt được, xin đừng mở.');
    expect((await fetch(`${link}x`)).status).toBe(404);
    const paper = await office.ward('GET', `/v1/dispatch-jobs/${jobId}/label?format=pdf-a6`);
    expect([paper.headers.get('content-type'), paper.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
    const opened = await office.ward('POST', '/v1/manifests', { name: '2026-03-02-1', jobIds: [jobId] });
    expect(opened).toMatchObject({ status: 201, json: { state: 'open', partner: 'vnpost' } });
    const { manifestId } = opened.json;
    const sealed = await office.ward('POST', `/v1/manifests/${manifestId}/seal`, {});
    expect(sealed.json).toMatchObject({ manifest: { state: 'sealed', lines: [{ jobId }] }, leftOff: [] });
    const list = await office.partner('GET', `/partner/v1/manifests/${manifestId}/document?format=csv`);
    expect(list.text).toContain('Nguyễn Thị Hằng');
    for (const printed of [
      await office.partner('GET', `/partner/v1/manifests/${manifestId}/document`),
      await office.ward('GET', `/v1/manifests/${manifestId}/document?format=pdf`),
    ]) {
      expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(printed.text.slice(0, 5)).toBe('%PDF-');
    }
    const stranger = await office.otherPartner('GET', `/partner/v1/manifests/${manifestId}/document`);
    expect(stranger.status).toBe(404);
    const count = (countedBy: string) => ({ countedBy, missing: [], extra: [] });
    await office.ward('POST', `/v1/manifests/${manifestId}/confirm-handover`, count('Chị Lan'));
    const over = await office.partner(
      'POST',
      `/partner/v1/manifests/${manifestId}/confirm-handover`,
      count('Anh Bảy'),
    );
    expect(over.json.manifest.state).toBe('handed-over');
  });

  it('are followed by the citizen, once for each step', async () => {
    await until('word of the hand-over', async () =>
      (await office.texts()).some((text) => text.includes('da giao buu dien') && text.includes(number)),
    );
    const event = {
      eventId: 'scan-1',
      trackingNumber: number,
      code: 'out-for-delivery',
      occurredAt: office.ago(0),
    };
    expect((await scan(event)).json.results).toMatchObject([{ outcome: 'APPLIED' }]);
    expect((await scan(event)).json.results).toMatchObject([{ outcome: 'DUPLICATE' }]);
    await until('word that they are out for delivery', async () =>
      (await office.texts()).some((text) => text.includes('buu dien mang ket qua')),
    );
  });

  it('are photographed at the door: another photograph than the announced one is not taken', async () => {
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(2996)]);
    const file = {
      sha256: createHash('sha256').update(photo).digest('hex'),
      contentType: 'image/jpeg',
      bytes: photo.length,
    };
    const path = `dispatch-jobs/${jobId}/evidence`;
    const announced = await office.partner('POST', `/partner/v1/${path}`, file);
    expect(announced.status).toBe(201);
    evidenceId = announced.json.evidenceId;
    const { url, headers } = announced.json.upload;
    const send = async (body: Buffer) => (await fetch(url, { method: 'PUT', headers, body })).status;
    const listed = async () => (await office.ward('GET', `/v1/${path}`)).json.evidence;
    expect(await send(randomBytes(3000))).toBe(400);
    expect(await listed()).toMatchObject([{ evidenceId, state: 'awaited' }]);
    expect(await send(photo)).toBe(200);
    expect(await listed()).toMatchObject([{ evidenceId, state: 'uploaded', bytes: 3000 }]);
    const opened = await office.ward('GET', `/v1/${path}/${evidenceId}`, undefined, {}, 'manual');
    expect(opened.status).toBe(302);
    const seen = await fetch(opened.headers.get('location') ?? '');
    expect(Buffer.from(await seen.arrayBuffer()).equals(photo)).toBe(true);
    for (const stranger of [
      await office.otherWard('GET', `/v1/${path}`),
      await office.otherWard('GET', `/v1/${path}/${evidenceId}`),
      await office.otherPartner('POST', `/partner/v1/${path}`, file),
    ])
      expect(stranger.status).toBe(404);
    const wrong = await office.partner('POST', `/partner/v1/${path}`, { ...file, contentType: 'text/html' });
    expect(wrong).toMatchObject({ status: 400, json: { type: 'validation-failed' } });
  });

  it('end in the citizen’s hands: the dossier is returned, and the cash is settled', async () => {
    const delivered = {
      eventId: 'scan-2',
      jobId,
      code: 'delivered',
      occurredAt: office.ago(0),
      receivedBy: { relation: 'self', idChecked: true },
      cod: { collected: 30_000 },
      evidenceIds: [evidenceId, 'ev_nobodys'],
    };
    expect((await scan(delivered)).json.results).toMatchObject([
      { outcome: 'APPLIED', missingEvidence: [{ evidenceId: 'ev_nobodys', because: 'unknown' }] },
    ]);
    await until('word of the delivery', async () =>
      (await office.texts()).some((text) => text.includes('Theo buu dien, ket qua ho so')),
    );
    await until('the dossier to be returned', async () => {
      const { json } = await office.ward('GET', `/v1/dossiers/${code}`);
      return JSON.stringify(json).includes('"returned"');
    });
    const remittance = {
      remittanceId: 'rem-2026-03-02',
      total: 30_000,
      lines: [
        {
          trackingNumber: number,
          kind: 'cod',
          collected: 30_000,
          deductedFee: 0,
          remitted: 30_000,
          occurredAt: office.ago(0),
        },
      ],
    };
    const settled = await office.partner('POST', '/partner/v1/cod-remittances', remittance);
    expect(settled.json.lines).toEqual([{ trackingNumber: number, outcome: 'MATCHED' }]);
    expect((await office.partner('POST', '/partner/v1/cod-remittances', remittance)).json).toEqual(
      settled.json,
    );
    const told = (await office.texts()).filter((text) => text.includes(code));
    expect(told).toHaveLength(4); // ready by post, handed over, out for delivery, delivered
  });

  it('are the business of this ward and this partner alone', async () => {
    for (const stranger of [
      () => office.otherPartner('GET', `/partner/v1/dispatch-jobs/${jobId}`),
      () => office.otherPartner('POST', `/partner/v1/dispatch-jobs/${jobId}/accept`, { leaseEpoch: 1 }),
      () => office.otherWard('GET', `/v1/dispatch-jobs/${jobId}`),
      () => office.otherWard('POST', `/v1/dispatch-jobs/${jobId}/recall`, { reason: 'mine' }),
    ])
      expect((await stranger()).status).toBe(404);
    expect((await office.ward('GET', `/partner/v1/dispatch-jobs/${jobId}`)).status).toBe(403);
    expect((await office.partner('GET', '/v1/dispatch-jobs')).status).toBe(403);
  });
});

describe('the papers of a citizen with a landline', () => {
  const code = 'H29.26-260302-0010';
  const landline = '0254 3852 101';
  const officer = (...words: string[]) =>
    tool([...words, '--url', office.system.url], { who: office.officer });
  const calls = async () => {
    const { stdout } = await officer('calls', '--json');
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id: string; dial: string; text: string; dossierCode: string })
      .filter(({ dossierCode }) => dossierCode === code);
  };
  let trackingNumber = '';

  it('are followed on the office’s call list, in words to be read out', async () => {
    const to = { name: 'Ông Sáu', street: 'Số 12, Nguyễn Huệ', commune: '29926', phone: landline };
    await report(completed(code, { applicant: { name: 'Ông Sáu', phone: landline }, deliveryAddress: to }));
    const { jobId, lease } = await claimed(code, 'claim-for-a-landline');
    const path = `/partner/v1/dispatch-jobs/${jobId}/accept`;
    ({ trackingNumber } = (await office.partner('POST', path, { leaseEpoch: lease.epoch })).json);
    await scan({ trackingNumber, code: 'out-for-delivery', occurredAt: office.ago(0) });
    const listed = await until('a call about papers on their way', async () => {
      const all = await calls();
      return all.some(({ text }) => text.includes('nhân viên bưu điện mang kết quả')) && all;
    });
    // The news that they would be sent is taken back: nobody has called it out yet.
    expect(listed.map(({ dial }) => dial)).toEqual(['02543852101']);
    expect((await officer('calls')).stdout).toMatch(
      /02543852101 {3}H29\.26-260302-0010\n.*nhân viên bưu điện mang/,
    );
  });

  it('are called out as delivered alone, once they are, and the officer notes the call', async () => {
    const cod = { collected: 30_000 };
    await scan({ trackingNumber, code: 'delivered', occurredAt: office.ago(0), cod });
    const [call] = await until('a call about the delivery and no other', async () => {
      const all = await calls();
      return all.length === 1 && all[0]!.text.includes('đã giao kết quả') && all;
    });
    const noted = await officer('calls', 'note', call!.id, '--outcome', 'reached');
    expect(noted).toMatchObject({ status: 0, stdout: 'delivered\n' });
    expect(await calls()).toEqual([]);
    expect((await office.messages()).filter(({ text }) => text.includes(code))).toEqual([]);
  });
});

describe('the papers of a citizen who cannot come', () => {
  const code = 'H29.26-260302-0007';
  const jobId = `26506_${code}_r1_to-citizen_j1`;

  it('go out with the ward’s own people, and the relative hears of it', async () => {
    await report(
      completed(code, { returnMethod: 'home', onBehalf: { name: 'Chị Mai', phone: '0987 654 321' } }),
    );
    const round = () => office.ward('POST', '/v1/visits', { roundId: `round-${Math.random()}`, maxJobs: 10 });
    const begun = await until('a round that takes the papers along', async () => {
      const { json } = await round();
      return json.taken.includes(jobId) && json;
    });
    expect(begun.hamlets[0]?.visits).toMatchObject([
      { jobId, phone: '+84912345678', relativePhone: '+84987654321', cash: 0 },
    ]);
    for (const [format, type] of [
      ['pdf', 'application/pdf'],
      ['csv', 'text/csv; charset=utf-8'],
      ['json', 'application/json; charset=utf-8'],
    ])
      expect((await office.ward('GET', `/v1/visits?format=${format}`)).headers.get('content-type')).toBe(
        type,
      );
    await until('word to the relative', async () =>
      (await office.messages()).some(
        ({ to, text }) => to === '+84987654321' && text.includes('nhan vien UBND mang ket qua'),
      ),
    );
  });

  it('are handed over at the door, as a clerk says with one request', async () => {
    const path = `/v1/dispatch-jobs/${jobId}/visited`;
    const receivedBy = { relation: 'family', idChecked: true };
    expect(await office.otherWard('POST', path, { result: 'not-met' })).toMatchObject({ status: 404 });
    const told = await office.ward('POST', path, { result: 'delivered', receivedBy });
    expect(told).toMatchObject({ status: 200, json: { outcome: 'APPLIED' } });
    await until('the dossier to be returned', async () => {
      const { json } = await office.ward('GET', `/v1/dossiers/${code}`);
      return JSON.stringify(json).includes('"returned"');
    });
    expect((await office.ward('GET', '/v1/visits')).json.hamlets).toEqual([]);
  });
});

describe('a partner that has no program', () => {
  it('takes papers over by the printed list: open, seal, print, and both counts from the signed page', async () => {
    const asked = {
      dossierCode: 'H29.26-260302-0009',
      partner: 'village',
      citizen: {
        name: 'Ông Chín',
        phone: '0987654321',
        address: {
          provinceCode: '82',
          communeCode: '29926',
          catalogueVersion: '2026-07-25',
          line1: 'Khóm 1',
        },
      },
    };
    const made = await office.ward('POST', '/v1/dispatch-jobs', asked, { 'idempotency-key': 'desk-9' });
    expect(made.json).toMatchObject({ state: 'ready' });
    const begun = await until('the job to be on the list', async () => {
      const answer = await office.ward('POST', '/v1/manifests', { name: 'paper-1', partner: 'village' });
      return answer.status === 201 && answer.json;
    });
    const list = `/v1/manifests/${begun.manifestId}`;
    const sealed = await office.ward('POST', `${list}/seal`, {});
    expect(sealed.json).toMatchObject({ manifest: { lines: [{ jobId: made.json.jobId }] }, leftOff: [] });
    expect((await office.ward('GET', `${list}/document`)).text.slice(0, 5)).toBe('%PDF-');
    const count = (countedBy: string) => ({ countedBy, missing: [], extra: [] });
    const both = { ...count('Chị Lan'), postman: count('Anh Bảy') };
    const over = await office.ward('POST', `${list}/confirm-handover`, both);
    expect(over.json.manifest.state).toBe('handed-over');
  });
});

describe('when something is missing or taken back', () => {
  it('a draft waits for its address, goes on offer, and the partner hears of a cancellation', async () => {
    const code = 'H29.26-260302-0002';
    await report(completed(code, { deliveryAddress: { name: 'Ông Tư', street: 'Ấp 3' } }));
    const jobId = `26506_${code}_r1_to-citizen_j1`;
    const draft = await until('the draft', async () => {
      const { json } = await office.ward('GET', '/v1/dispatch-jobs?state=draft');
      return json.jobs.find((job) => job.jobId === jobId);
    });
    expect(draft.waitsFor).toEqual(['province-unknown', 'commune-unknown']);
    const address = {
      provinceCode: '82',
      communeCode: '29938',
      catalogueVersion: '2026-07-25',
      line1: 'Ấp 3',
    };
    const corrected = await office.ward('POST', `/v1/dispatch-jobs/${jobId}/correct-address`, { address });
    expect(corrected).toMatchObject({ status: 200, json: { state: 'ready' } });

    const { lease } = await claimed(code, 'claim-of-the-noon');
    const taken = await office.ward('POST', `/v1/dispatch-jobs/${jobId}/cancel`, {
      reason: 'came by herself',
    });
    expect(taken).toMatchObject({ status: 200, json: { state: 'cancelled' } });
    const accept = await office.partner('POST', `/partner/v1/dispatch-jobs/${jobId}/accept`, {
      leaseEpoch: lease.epoch,
    });
    expect(accept).toMatchObject({ status: 409, json: { type: 'job-cancelled' } });
    const heard = await until('the change', async () => {
      const { json } = await office.partner('GET', '/partner/v1/changes');
      return json.changes.find((change) => change.jobId === jobId);
    });
    expect(heard).toMatchObject({ kind: 'cancelled' });
  });

  it('an officer asks by hand, once under one key', async () => {
    const body = {
      dossierCode: 'H29.26-260302-0003',
      citizen: {
        name: 'Bà Sáu',
        phone: '0987654321',
        address: {
          provinceCode: '82',
          communeCode: '29926',
          catalogueVersion: '2026-07-25',
          line1: 'Khóm 4',
        },
      },
    };
    const ask = (difference: object = {}) =>
      office.ward('POST', '/v1/dispatch-jobs', { ...body, ...difference }, { 'idempotency-key': 'desk-1' });
    const first = await ask();
    expect(first).toMatchObject({ status: 201, json: { state: 'ready' } });
    expect((await ask()).status).toBe(200);
    expect(await ask({ resultVersion: 2 })).toMatchObject({
      status: 422,
      json: { type: 'idempotency-key-reused' },
    });
    const path = `/v1/dispatch-jobs/${first.json.jobId}`;
    const etag = first.headers.get('etag') ?? '';
    expect((await office.ward('GET', path, undefined, { 'if-none-match': etag })).status).toBe(304);
  });
});
