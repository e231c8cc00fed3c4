import { describe, expect, it } from 'vitest';
import { dynamoArrangements } from '../../../shared/adapters/dynamodb/post/arrangements.ts';
import { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import { dynamoPolls } from '../../../shared/adapters/dynamodb/post/polls.ts';
import { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import { plus, seconds } from '../../../shared/domain/values/instant.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';
import { PostalPartner } from '../../../shared/domain/post/partner/partner.ts';
import { claimJobs } from '../../../shared/flows/post/partner/claim-jobs.ts';
import { waitingEverywhere, waitingInWard } from '../../../shared/flows/post/office/list-waiting-papers.ts';
import { countCalls } from '../../support/counting/count-calls.ts';
import { aTable, aVault, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import {
  aClaim,
  aClock,
  aJob,
  anAcceptedJob,
  aPartner,
  at,
  aWardsPost,
  jobNumber,
  ward,
} from '../../support/builders/post.ts';

const opened = async (...jobs: DispatchJob[]) => {
  const client = emulatedDynamoDB();
  const table = await aTable(client);
  const clock = aClock(at('09:00'));
  const post = openPost(client, table, aVault, clock);
  const { savePartner, savePost } = dynamoArrangements(client, table, clock);
  await savePartner(aPartner({ holdDays: 7 }));
  await savePost(aWardsPost());
  for (const job of jobs) await post.jobs.create(job);
  return { client, table, clock, savePartner, ports: { ...post, calendars: nationalCalendars } };
};

describe('a partner that asks for jobs', () => {
  it('every three seconds for five minutes costs one write more than its claims', async () => {
    const { client, ports, clock } = await opened();
    const claim = claimJobs(ports);
    const ask = async (n: number) => {
      clock.set(plus(at('09:00'), seconds(n)));
      await claim('vnpost', aClaim(`claim-${String(n).padStart(5, '0')}`));
    };
    const count = countCalls(client);
    for (let n = 0; n < 300; n += 3) await ask(n);
    expect(count.calls['PutItemCommand']).toBe(1);
    await ask(300);
    expect(count.calls['PutItemCommand']).toBe(2);
    expect(await ports.polls.newest()).toEqual(new Map([['vnpost', at('09:05')]]));
  });

  it('by several programs is remembered by the newest of them', async () => {
    const { client, table } = await opened();
    const [one, other] = [dynamoPolls(client, table), dynamoPolls(client, table)];
    await one.noted('vnpost', at('09:30'));
    await other.noted('vnpost', at('09:00'));
    expect((await one.newest()).get('vnpost')).toBe(at('09:30'));
  });
});

describe('the list of what waits too long', () => {
  it('names a partner that does not ask, and not one that asked or one that has nothing to fetch', async () => {
    const { ports, clock, savePartner } = await opened(aJob(), jobNumber(2, { partner: 'ghn' }));
    for (const code of ['ghn', 'ems'])
      await savePartner(PostalPartner.parse({ code, name: code, codes: 'bao-tin/1' }));
    clock.set(at('11:30'));
    await claimJobs(ports)('ghn', aClaim('claim-0001'));
    // Half past eleven to half past one is no time of the office's.
    clock.set(at('13:29'));
    expect((await waitingEverywhere(ports)()).silentPartners).toEqual([
      { partner: 'vnpost', offeredSince: at('09:00') },
    ]);
    expect((await waitingInWard(ports)(ward)).silentPartners).toEqual([
      { partner: 'vnpost', offeredSince: at('09:00') },
    ]);
    await claimJobs(ports)('vnpost', aClaim('claim-0002'));
    expect((await waitingEverywhere(ports)()).silentPartners).toEqual([]);
  });

  it('shows a ward every timer of its own papers, and nothing of another ward', async () => {
    const other = jobNumber(9, { ward: '29926' });
    const { visibleAt: _visibleAt, ...second } = jobNumber(2);
    const silentParcel = {
      ...second,
      state: 'in-transit' as const,
      changedAt: at('10:00'),
      trackedAs: `${at('10:00')}#2#x`,
    };
    const kept = anAcceptedJob({
      jobId: '26506_kept_r1_to-citizen_j1',
      state: 'held-for-pickup',
      changedAt: at('10:00'),
      reached: { 'held-for-pickup': at('10:00') },
    });
    const { ports, clock } = await opened(aJob(), silentParcel, kept, other);
    clock.set(plus(at('10:01', 1), seconds(7 * 86_400)));
    const { waiting } = await waitingInWard(ports)(ward);
    expect(waiting.map(({ timer, state }) => `${timer} ${state}`).toSorted()).toEqual([
      'pickup-expiring held-for-pickup', // after the seven days that this partner keeps an item
      'pickup-reminder held-for-pickup',
      'silent in-transit',
      'unclaimed ready',
    ]);
    expect(new Set(waiting.map((paper) => paper.ward))).toEqual(new Set([ward]));
    const all = await waitingEverywhere(ports)();
    expect(all.waiting.map(({ jobId }) => jobId)).toContain(other.jobId);
  });

  it('changes nothing by being looked at', async () => {
    const { ports, clock } = await opened(aJob());
    clock.set(at('10:30', 4));
    await waitingInWard(ports)(ward);
    await waitingEverywhere(ports)();
    expect(await ports.jobs.find({ ward }, aJob().jobId)).toEqual(aJob());
  });
});
