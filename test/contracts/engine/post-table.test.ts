import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { decisionStores } from '../../../shared/adapters/dynamodb/decision/decision-stores.ts';
import { dynamoChoices } from '../../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoWorklist } from '../../../shared/adapters/dynamodb/notification/worklist.ts';
import { dynamoArrangements } from '../../../shared/adapters/dynamodb/post/arrangements.ts';
import { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import { memoryEvidenceFiles } from '../../../shared/adapters/memory/post/evidence.ts';
import { dynamoStatusEvents } from '../../../shared/adapters/dynamodb/dossier/status-events.ts';
import { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import { days, type Instant, plus } from '../../../shared/domain/values/instant.ts';
import type { E164 } from '../../../shared/domain/phone/read-phone.ts';
import { baoTin } from '../../../shared/domain/post/tracking/carriers/bao-tin.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';
import { claiming } from '../../../shared/domain/post/job/lease.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { notifyOfJob } from '../../../shared/flows/post/telling/notify-of-job.ts';
import { claimJobs } from '../../../shared/flows/post/partner/claim-jobs.ts';
import { cancelJob } from '../../../shared/flows/post/returns/cancel-job.ts';
import { recordTracking } from '../../../shared/flows/post/tracking/record-tracking.ts';
import { countCalls } from '../../support/counting/count-calls.ts';
import { watchPost } from '../../../shared/flows/post/tracking/watch-post.ts';
import { allItems, aTable, aVault, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import {
  aClaim,
  aClock,
  aJob,
  anAcceptedJob,
  aPartner,
  aScan,
  at,
  aWardsPost,
  jobNumber,
  ward,
} from '../../support/builders/post.ts';

const opened = async (start: Instant, ...jobs: DispatchJob[]) => {
  const client = emulatedDynamoDB();
  const table = await aTable(client);
  const clock = aClock(start);
  const post = openPost(client, table, aVault, clock);
  await dynamoArrangements(client, table, clock).savePartner(aPartner({ holdDays: 10 }));
  for (const job of jobs) await post.jobs.create(job);
  const rung: string[] = [];
  const ports = {
    ...post,
    ...decisionStores(client, table, aVault),
    ...dynamoChoices(client, table, clock),
    events: dynamoStatusEvents(client, table, aVault),
    doorbell: { ring: async (all: readonly { id: string }[]) => void rung.push(...all.map(({ id }) => id)) },
    files: memoryEvidenceFiles(),
    calendars: nationalCalendars,
  };
  return { client, table, clock, ports, rung, items: () => allItems(client, table) };
};

/** DynamoDB does as it is told, but the next answer does not arrive; the SDK then asks again by itself. */
const loseNextAnswer = (client: DynamoDBClient): void => {
  let asked = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      asked += 1;
      const result = await next(args);
      if (asked === 1) throw Object.assign(new Error('the answer was lost'), { name: 'TimeoutError' });
      return result;
    },
    { step: 'deserialize', name: 'loseNextAnswer', priority: 'low' },
  );
};

const aDelivery = (ports: Awaited<ReturnType<typeof opened>>['ports'], job: DispatchJob) =>
  recordTracking(ports)('vnpost', aScan('delivered', at('14:00'), { jobId: job.jobId }), baoTin);

describe('dispatch jobs in the table', () => {
  it('show nobody’s name, phone or address', async () => {
    const job = anAcceptedJob();
    const { ports, clock, items } = await opened(at('13:00'), job);
    clock.set(at('14:01'));
    const scan = aScan('held-for-pickup', at('14:00'), {
      jobId: job.jobId,
      location: { text: 'Bưu cục Lấp Vò' },
    });
    expect(await recordTracking(ports)('vnpost', scan, baoTin)).toMatchObject({ outcome: 'APPLIED' });
    expect(JSON.stringify(await items())).not.toMatch(/Hằng|912.?345.?678|Nguyễn Huệ|Khóm 2|Lấp Vò/);
  });

  it('stay as long as work is left, and may go a year after the journey', async () => {
    const job = anAcceptedJob();
    const { ports, clock, items } = await opened(at('13:00'), job);
    const expiry = async () => (await items()).find(({ sk }) => sk?.S === 'JOB')?.['expiresAt'];
    expect(await expiry()).toBeUndefined();
    clock.set(at('14:01'));
    await aDelivery(ports, job);
    expect(await expiry()).toBeDefined();
  });

  it('forget their citizen thirty days after the journey', async () => {
    const job = anAcceptedJob();
    const { ports, clock } = await opened(at('13:00'), job);
    clock.set(at('14:01'));
    await aDelivery(ports, job);
    const find = async () => (await ports.jobs.find({ partner: 'vnpost' }, job.jobId))!;
    await notifyOfJob(ports)(await find());
    const photo = { contentType: 'image/jpeg', sha256: 'a'.repeat(64), bytes: 1, at: at('14:00') } as const;
    ports.files.send({ ...photo, jobId: job.jobId, evidenceId: 'ev_1' });
    clock.set(plus(at('14:00'), days(30)));
    await watchPost(ports)(() => true);
    expect([...(await ports.files.uploaded(job.jobId))]).toEqual(['ev_1']);
    expect((await find()).recipient.name).toBe('Nguyễn Thị Hằng');
    clock.set(plus(at('14:02'), days(30)));
    await watchPost(ports)(() => true);
    expect([...(await ports.files.uploaded(job.jobId))]).toEqual([]);
    const { recipient, pickup } = await find();
    expect(recipient).toMatchObject({ name: '', address: { communeCode: '29926', line1: '' } });
    expect(recipient.phone).toBeUndefined();
    expect(pickup.name).toBe('UBND phường Vũng Tàu');
  });

  it('forget also whose journey was cancelled before it began', async () => {
    const { ports, clock } = await opened(at('13:00'), aJob());
    await cancelJob(ports)(aJob().ward, aJob().jobId, 'came by herself');
    clock.set(plus(at('13:01'), days(30)));
    await watchPost(ports)(() => true);
    expect((await ports.jobs.find({ partner: 'vnpost' }, aJob().jobId))?.recipient.name).toBe('');
  });

  it('are leased once when the answer to a claim is lost', async () => {
    const { client, ports } = await opened(at('09:30'), aJob());
    loseNextAnswer(client);
    const made = await ports.jobs.step(
      { partner: 'vnpost' },
      aJob().jobId,
      claiming(at('09:30'), aClaim('claim-1')),
    );
    expect(made).toMatchObject({ is: 'moved', before: { revision: 1 }, job: { leaseEpoch: 1, attempt: 1 } });
  });
});

describe('word of a delivery', () => {
  it('is brought once, and closes the dossier once, however often the doorbell rings', async () => {
    const job = anAcceptedJob();
    const { ports, clock, rung, items } = await opened(at('13:00'), job);
    clock.set(at('14:01'));
    await aDelivery(ports, job);
    const delivered = (await ports.jobs.find({ partner: 'vnpost' }, job.jobId))!;
    expect(await notifyOfJob(ports)(delivered)).toMatchObject({ outcome: 'told', dossierIs: 'returned' });
    const again = await notifyOfJob(ports)(delivered);
    expect([again.outcome, again.dossierIs]).toEqual(['told-before', undefined]);
    expect(rung).toHaveLength(1);
    const closing = (await items()).filter(({ kind }) => kind?.S === 'status-event');
    expect(closing).toHaveLength(1);
  });

  it('is not brought for a letter that went by itself: it is not the result, and closes no dossier', async () => {
    const job = anAcceptedJob({ letter: 'a-letter-with-a-keyed-hash' });
    const { ports, clock, rung, items } = await opened(at('13:00'), job);
    clock.set(at('14:01'));
    await aDelivery(ports, job);
    const delivered = (await ports.jobs.find({ partner: 'vnpost' }, job.jobId))!;
    expect(delivered).toMatchObject({ state: 'delivered', letter: job.letter });
    const brought = await notifyOfJob(ports)(delivered);
    expect([brought.outcome, brought.dossierIs]).toEqual(['not-worth-telling', undefined]);
    expect(rung).toEqual([]);
    expect((await items()).filter(({ kind }) => kind?.S === 'status-event')).toEqual([]);
  });

  it('is found by the clock when its doorbell was lost', async () => {
    const job = anAcceptedJob();
    const { ports, clock } = await opened(at('13:00'), job);
    clock.set(at('14:01'));
    await aDelivery(ports, job);
    expect((await watchPost(ports)(() => true)).brought).toEqual([]); // it may still be on its way
    clock.set(at('14:04'));
    expect((await watchPost(ports)(() => true)).brought).toMatchObject([
      { outcome: 'told', dossierIs: 'returned' },
    ]);
    expect((await watchPost(ports)(() => true)).brought).toEqual([]);
  });
});

describe('word to a landline', () => {
  const { recipient } = anAcceptedJob();
  const job = anAcceptedJob({ recipient: { ...recipient, phone: '0254 3852 101' } });
  const onItsWay = async () => {
    const { client, table, ports, clock, rung } = await opened(at('13:00'), job);
    const desk = dynamoWorklist(client, table, aVault);
    const calls = async () => {
      const { items } = await desk.list(ward as Ward, 'call-list', { now: clock() });
      return items.map(({ to, text }) => [to, text.split(': ').at(-1)]);
    };
    clock.set(at('14:01'));
    await recordTracking(ports)(
      'vnpost',
      aScan('out-for-delivery', at('14:00'), { jobId: job.jobId }),
      baoTin,
    );
    const found = async () => (await ports.jobs.find({ partner: 'vnpost' }, job.jobId))!;
    expect(await notifyOfJob(ports)(await found())).toMatchObject({ outcome: 'told' });
    expect(await calls()).toEqual([
      ['02543852101', expect.stringContaining('nhân viên bưu điện mang kết quả')],
    ]);
    return { ports, clock, rung, calls, found };
  };

  it('is on the call list as the words to read out, until the papers are there', async () => {
    const { ports, clock, rung, calls, found } = await onItsWay();
    clock.set(at('15:01'));
    const { cod } = job;
    await recordTracking(ports)(
      'vnpost',
      aScan('delivered', at('15:00'), { jobId: job.jobId, cod: { collected: cod.due } }),
      baoTin,
    );
    await notifyOfJob(ports)(await found());
    await notifyOfJob(ports)(await found());
    expect(await calls()).toEqual([['02543852101', expect.stringContaining('đã giao kết quả')]]);
    expect(rung).toEqual([]);
  });

  it('is taken off the list when the papers are lost, of which nobody is told', async () => {
    const { ports, clock, calls } = await onItsWay();
    clock.set(at('15:01'));
    await recordTracking(ports)('vnpost', aScan('lost', at('15:00'), { jobId: job.jobId }), baoTin);
    clock.set(at('15:04'));
    expect((await watchPost(ports)(() => true)).brought).toMatchObject([{ outcome: 'not-worth-telling' }]);
    expect(await calls()).toEqual([]);
  });
});

describe('a text about a journey', () => {
  it('counts in the day of its phone and ward, together with the notification', async () => {
    const job = anAcceptedJob();
    const { ports, clock } = await opened(at('13:00'), job);
    clock.set(at('14:01'));
    await aDelivery(ports, job);
    const delivered = (await ports.jobs.find({ partner: 'vnpost' }, job.jobId))!;
    await notifyOfJob(ports)(delivered);
    await notifyOfJob(ports)(delivered);
    const day = { since: '2026-03-02', used: 1 };
    expect(await ports.phones.find([{ ward: ward as Ward, phone: '+84912345678' as E164 }])).toMatchObject([
      { card: { day } },
    ]);
    expect(await ports.budgets.of([ward as Ward])).toMatchObject([{ spent: { 'ward-day': day } }]);
  });
});

describe('a claim for one ward', () => {
  it('costs as many calls among a thousand offers as among a hundred', async () => {
    const asked = async (offers: number) => {
      const jobs = Array.from({ length: offers }, (_, n) =>
        jobNumber(n + 1, { ward: String(10_000 + (n % (offers / 10))) }),
      );
      const { ports, client, clock } = await opened(at('09:00'));
      await Promise.all(jobs.map((job) => ports.jobs.create(job)));
      clock.set(at('10:00'));
      const count = countCalls(client);
      const wanted = { ...aClaim('claim-0001', 5), filter: { wards: ['10007'] } };
      expect(await claimJobs(ports)('vnpost', wanted)).toMatchObject({ answer: { jobs: { length: 5 } } });
      return count.calls;
    };
    const among = await asked(100);
    expect(await asked(1000)).toEqual(among);
    expect(among['QueryCommand']).toBe(11);
  });
});

describe('what waits too long', () => {
  it('is counted for the people on duty and never offered again by itself', async () => {
    const [unclaimed, accepted] = [
      aJob(),
      anAcceptedJob({ jobId: 'accepted', dossierCode: 'H29.26-260302-0002' }),
    ];
    const { ports, clock } = await opened(at('09:00'), unclaimed, accepted);
    expect((await watchPost(ports)(() => true)).overdue).toEqual([]);
    clock.set(at('10:30', 4));
    const timers = (await watchPost(ports)(() => true)).overdue.map(({ timer }) => timer);
    expect(timers.toSorted()).toEqual(['not-handed-over', 'unclaimed']);
    expect(await ports.jobs.find({ partner: 'vnpost' }, 'accepted')).toMatchObject({ state: 'accepted' });
  });

  it('is found with as many calls in a country of wards as in one', async () => {
    const late = Array.from({ length: 100 }, (_, n) =>
      jobNumber(n + 1, { ward: String(10_000 + n), partner: n % 2 === 0 ? 'vnpost' : `ward-${10_000 + n}` }),
    );
    const asked = async (wards: number) => {
      const { ports, client, table, clock } = await opened(at('09:00'), ...late);
      const { savePost } = dynamoArrangements(client, table, clock);
      await Promise.all(
        Array.from({ length: wards }, (_, n) => savePost(aWardsPost({ ward: String(20_000 + n) }))),
      );
      clock.set(at('10:30', 4));
      const count = countCalls(client);
      const { overdue } = await watchPost(ports)(() => true);
      expect(overdue.map(({ timer }) => timer)).toEqual(late.map(() => 'unclaimed'));
      return count.total();
    };
    const inOne = await asked(1);
    expect(await asked(300)).toBe(inOne);
    expect(inOne).toBeLessThanOrEqual(110);
  });

  it('is not read on a Sunday because of Friday’s papers', async () => {
    const { ports, client, clock } = await opened(at('09:00', 4), aJob({ changedAt: at('09:00', 4) }));
    clock.set(at('10:30', 6));
    const count = countCalls(client);
    expect((await watchPost(ports)(() => true)).overdue).toEqual([]);
    expect(count.calls['BatchGetItemCommand'] ?? 0).toBe(1); // the silence of its partner alone
  });

  it('is recalled to the citizen once, while the post office keeps it', async () => {
    const held = anAcceptedJob({
      state: 'held-for-pickup',
      changedAt: at('10:00'),
      reached: { 'held-for-pickup': at('10:00') },
    });
    const { ports, clock, rung } = await opened(at('10:00'), held);
    clock.set(at('10:30', 4));
    expect(await watchPost(ports)(() => true)).toMatchObject({ reminded: 1 });
    expect(await watchPost(ports)(() => true)).toMatchObject({ reminded: 0 });
    expect(rung).toHaveLength(1);
  });
});
