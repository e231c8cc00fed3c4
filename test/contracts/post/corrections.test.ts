import { describe, expect, it } from 'vitest';
import { dynamoChoices } from '../../../shared/adapters/dynamodb/office/choices.ts';
import { decisionStores } from '../../../shared/adapters/dynamodb/decision/decision-stores.ts';
import { dynamoArrangements } from '../../../shared/adapters/dynamodb/post/arrangements.ts';
import { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import { dynamoStatusEvents } from '../../../shared/adapters/dynamodb/dossier/status-events.ts';
import type { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { baoTin } from '../../../shared/domain/post/tracking/carriers/bao-tin.ts';
import type { AcceptedEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { decideNotifications } from '../../../shared/flows/decision/decide-notifications.ts';
import { notifyOfJob } from '../../../shared/flows/post/telling/notify-of-job.ts';
import { correctEnd } from '../../../shared/flows/post/office/correct-end.ts';
import { listQuarantined } from '../../../shared/flows/post/paper/list-quarantined.ts';
import { readChanges } from '../../../shared/flows/post/partner/read-changes.ts';
import { recordTracking } from '../../../shared/flows/post/tracking/record-tracking.ts';
import { traceDossier } from '../../../shared/flows/dossier/trace-dossier.ts';
import { aTable, aVault, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import { aClock, anAcceptedJob, aPartner, aScan, at, aWardsPost, ward } from '../../support/builders/post.ts';

const job = anAcceptedJob({ state: 'handed-over' });
const code = job.dossierCode as DossierCode;

const aPostOffice = async (arranged: Parameters<typeof aWardsPost>[0] = {}) => {
  const client = emulatedDynamoDB();
  const table = await aTable(client);
  const clock = aClock(at('13:00'));
  const post = openPost(client, table, aVault, clock);
  const { savePartner, savePost } = dynamoArrangements(client, table, clock);
  await savePartner(aPartner());
  await savePost(aWardsPost(arranged));
  const stores = decisionStores(client, table, aVault);
  const events = dynamoStatusEvents(client, table, aVault);
  const choices = dynamoChoices(client, table, clock);
  const { settings } = choices;
  const chosen = await settings.of(ward as Ward);
  await settings.save({ ...chosen, office: 'UBND P. Vung Tau', hotline: '02543852101' });
  const ports = {
    ...post,
    ...stores,
    ...choices,
    events,
    doorbell: { ring: async () => {}, waiting: async () => 0 },
  };
  await post.jobs.create(job);
  const decide = decideNotifications({ ...stores, ...choices, doorbell: ports.doorbell, clock });
  /** Decides what has come in since, as the stream would. */
  const settle = async () => {
    const due = await events.overdue(at('23:59', 6), 100);
    await decide(due.events);
  };
  const report = async (event: object) => {
    await events.accept({ ward, dossierCode: code, acceptedAt: clock(), ...event } as AcceptedEvent);
    await settle();
  };
  await report({ eventId: 'w-1', status: 'completed', occurredAt: at('09:00'), returnMethod: 'post' });
  const found = async () => (await post.jobs.find({ ward }, job.jobId))!;
  const word = async () => {
    const brought = await notifyOfJob(ports)(await found());
    await settle();
    return brought;
  };
  const scan = (what: string, time: string, more: object = {}) =>
    recordTracking(ports)('vnpost', aScan(what, at(time), { jobId: job.jobId, ...more }), baoTin);
  const correct = (to: 'delivered' | 'returned' | 'lost', reason = 'the citizen rang us up') =>
    correctEnd(ports)(ward, job.jobId, { to, reason, correctedBy: 'Chị Lan' }, 'desk-1');
  const texts = async () =>
    (await stores.notifications.ofDossier(ward as Ward, code)).map(({ text }) => text);
  const noLetters = { find: async () => [], acts: async () => [] };
  const timeline = async () => (await traceDossier({ ...ports, letters: noLetters })(ward as Ward, code))!;
  return { ports, clock, found, word, scan, correct, texts, timeline };
};

describe('a delivery that never was', () => {
  const lied = async () => {
    const office = await aPostOffice();
    office.clock.set(at('14:01'));
    await office.scan('delivered', '14:00', { cod: { collected: 30_000 } });
    await office.word();
    return office;
  };

  it('is taken back: the citizen hears it once, with what to do, and the dossier is open again', async () => {
    const office = await lied();
    expect((await office.timeline()).status).toBe('returned');
    office.clock.set(at('16:00'));
    expect(await office.correct('returned')).toMatchObject({ is: 'done', job: { state: 'returned' } });
    expect(await office.word()).toMatchObject({ outcome: 'told', dossierIs: 'open-again' });
    expect(await office.word()).toMatchObject({ outcome: 'told-before' });
    expect((await office.texts()).at(-1)).toBe(
      'UBND P. Vung Tau: Xin loi Ong/Ba. Tin nhan truoc ghi da giao la sai: ket qua ho so H29.26-260302-0001 chua den tay Ong/Ba. Xin goi 02543852101 de hen nhan.',
    );
    expect(await office.texts()).toHaveLength(2);
    const { status, events } = await office.timeline();
    expect(status).toBe('completed');
    expect(events.map((event) => [event.status, event.takenBack])).toEqual([
      ['completed', undefined],
      ['returned', true],
    ]);
  });

  it('is written down with who, when and why, and told to the partner', async () => {
    const office = await lied();
    office.clock.set(at('16:00'));
    await office.correct('returned');
    expect((await office.found()).corrections).toEqual([
      {
        at: at('16:00'),
        by: 'Chị Lan',
        client: 'desk-1',
        reason: 'the citizen rang us up',
        from: 'delivered',
        to: 'returned',
      },
    ]);
    office.clock.set(at('16:01'));
    expect((await readChanges(office.ports)('vnpost', undefined, 10)).changes).toMatchObject([
      { kind: 'corrected', jobId: job.jobId },
    ]);
    expect(await office.correct('returned')).toMatchObject({ is: 'already' });
    expect((await office.found()).corrections).toHaveLength(1);
  });

  it('leaves the cash that was said to be taken in dispute', async () => {
    const office = await lied();
    await office.correct('lost');
    expect((await office.found()).cod).toMatchObject({
      state: 'disputed',
      disputedBecause: 'corrected',
      collected: 30_000,
    });
  });

  it('may turn out to be true after all: the dossier closes again, and the citizen hears that too', async () => {
    const office = await lied();
    await office.correct('returned');
    await office.word();
    await office.correct('delivered', 'the neighbour had it');
    expect(await office.word()).toMatchObject({ outcome: 'told', dossierIs: 'returned' });
    expect((await office.timeline()).status).toBe('returned');
    expect(await office.texts()).toHaveLength(3);
  });
});

describe('scans that contradict how a journey ended', () => {
  const contradicted = async () => {
    const office = await aPostOffice();
    office.clock.set(at('14:01'));
    await office.scan('returned', '13:30', { reason: 'refused' });
    await office.scan('delivered', '14:00', { cod: { collected: 30_000 } });
    return office;
  };

  it('can be looked at by their ward and by nobody else', async () => {
    const office = await contradicted();
    expect(await listQuarantined(office.ports)(ward)).toEqual([
      {
        jobId: job.jobId,
        dossierCode: code,
        state: 'returned',
        reported: 'delivered',
        code: 'delivered',
        occurredAt: at('14:00'),
        reportedAt: at('14:01'),
        collected: 30_000,
      },
    ]);
    expect(await listQuarantined(office.ports)('29926')).toEqual([]);
  });

  it('are settled by a correction, and the cash that they told of is booked', async () => {
    const office = await contradicted();
    await office.correct('delivered');
    expect(await listQuarantined(office.ports)(ward)).toEqual([]);
    expect((await office.found()).cod).toMatchObject({ state: 'collected', collected: 30_000 });
    expect(await office.word()).toMatchObject({ outcome: 'told', dossierIs: 'returned' });
  });

  it('are settled by saying that it ended as it stands, which changes nothing else', async () => {
    const office = await contradicted();
    const before = await office.found();
    expect(await office.correct('returned', 'the papers are here')).toMatchObject({ is: 'already' });
    expect(await office.found()).toEqual(before);
    expect(await listQuarantined(office.ports)(ward)).toEqual([]);
    const [scan] = (await office.ports.jobs.events({ ward }, job.jobId)).filter(({ settled }) => settled);
    expect(scan?.settled).toMatchObject({ by: 'Chị Lan', reason: 'the papers are here', end: 'returned' });
  });
});

describe('papers that come back', () => {
  it('are told of once, with whom to ring and until when they are kept', async () => {
    const office = await aPostOffice({ keepsReturnsDays: 30 });
    office.clock.set(at('14:01'));
    await office.scan('returning', '14:00', { reason: 'not-called-for' });
    await office.word();
    await office.scan('returned', '14:00');
    await office.word();
    const told = (await office.texts()).filter((text) => text.includes('chuyen ve'));
    expect(told).toEqual([
      'UBND P. Vung Tau: Buu dien khong giao duoc ket qua ho so H29.26-260302-0001, dang chuyen ve UBND. Xin goi 02543852101 de hen nhan. UBND giu den het ngay 01/04/2026.',
    ]);
  });

  it('promise no day that the ward did not name', async () => {
    const office = await aPostOffice();
    office.clock.set(at('14:01'));
    await office.scan('returning', '14:00', { reason: 'not-called-for' });
    await office.word();
    expect((await office.texts()).at(-1)).toMatch(/dang chuyen ve UBND\. Xin goi 02543852101 de hen nhan\.$/);
  });
});
