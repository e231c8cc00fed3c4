import { describe, expect, it } from 'vitest';
import { days, plus } from '../../../../shared/domain/values/instant.ts';
import { smsFor, smsOnEntry } from '../../../../shared/domain/post/telling/job-texts.ts';
import {
  dispatchMoves,
  type Happening,
  type JobState,
} from '../../../../shared/domain/post/job/dispatch-moves.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import {
  dossierNews,
  postEventId,
  composeJobText,
} from '../../../../shared/domain/post/telling/compose-job-text.ts';
import { aWard } from '../../../support/builders/dossiers.ts';
import { takeStep } from '../../../../shared/domain/post/job/job-step.ts';
import {
  keptUntil,
  overdueTimers,
  rulesFor,
  timerRules,
} from '../../../../shared/domain/post/tracking/timers.ts';
import { aJob, anAcceptedJob, at } from '../../../support/builders/post.ts';

/** A calendar without holidays, for tests: a working day is 24 hours. */
const workingDays = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / days(1);

describe('a timer', () => {
  const since = at('10:00');
  const scanned = { trackedAs: `${since}#2#vnpost|e-1` };
  it.each([
    ['unclaimed', aJob({ reached: { ready: since } }), days(1)],
    ['undecided', aJob({ state: 'rejected', reached: { rejected: since } }), days(1)],
    ['ward-has-to-look', aJob({ state: 'draft', reached: { draft: since } }), days(1)],
    ['not-handed-over', anAcceptedJob({ state: 'manifested', reached: { accepted: since } }), days(2)],
    [
      'cancel-unanswered',
      anAcceptedJob({ state: 'cancel-requested', reached: { 'cancel-requested': since } }),
      days(1),
    ],
    ['silent', anAcceptedJob({ state: 'in-transit', ...scanned }), days(5)],
    ['silent', anAcceptedJob({ state: 'returning', ...scanned }), days(5)],
    [
      'pickup-reminder',
      anAcceptedJob({ state: 'held-for-pickup', reached: { 'held-for-pickup': since } }),
      days(3),
    ],
    ['return-not-received', anAcceptedJob({ state: 'returned', reached: { returned: since } }), days(7)],
  ])('%s of a job that is $state runs out after its time and not before', (timer, job, after) => {
    const timersAt = (late: number) => overdueTimers(job, plus(since, after + late), workingDays);
    expect(timersAt(0)).toEqual([]);
    expect(timersAt(1)).toMatchObject([{ timer, jobId: job.jobId, since }]);
  });

  it('reminds the citizen first and alarms the office when the papers are about to go back', () => {
    const job = anAcceptedJob({ state: 'held-for-pickup', reached: { 'held-for-pickup': since } });
    const timers = overdueTimers(job, plus(since, days(11)), workingDays);
    expect(timers.map(({ timer, tells }) => [timer, tells])).toEqual([
      ['pickup-reminder', 'citizen'],
      ['pickup-expiring', 'office'],
    ]);
  });

  it('keeps to the days that the partner has named', () => {
    const job = anAcceptedJob({ state: 'held-for-pickup', reached: { 'held-for-pickup': since } });
    const timers = overdueTimers(job, plus(since, days(8)), workingDays, rulesFor({ holdDays: 7 }));
    expect(timers.map(({ timer }) => timer)).toContain('pickup-expiring');
    expect(keptUntil(job, { holdDays: 7 })).toBe(plus(since, days(7)));
    expect([keptUntil(job, {}), keptUntil(anAcceptedJob(), { holdDays: 7 })]).toEqual([undefined, undefined]);
  });

  it('does not run for what is over', () => {
    const over: JobState[] = ['delivered', 'closed', 'cancelled', 'redispatched', 'lost', 'damaged'];
    const old = plus(since, days(99));
    expect(over.flatMap((state) => overdueTimers(anAcceptedJob({ state }), old, workingDays))).toEqual([]);
  });

  it('watches every other state', () => {
    const watched = new Set<string>(timerRules.flatMap(({ states }) => [...states]));
    const over = new Set([
      'delivered',
      'closed',
      'cancelled',
      'redispatched',
      'lost',
      'damaged',
      'same',
      'return-received',
    ]);
    const states = Object.values(dispatchMoves).map(({ to }) => to);
    expect(states.filter((state) => !watched.has(state) && !over.has(state))).toEqual([]);
  });
});

const enter = (job: ReturnType<typeof anAcceptedJob>, happened: Happening) => {
  const made = takeStep(job, { happened, at: at('12:00') });
  if (made.is === 'refused') throw new Error(made.because);
  return made.job;
};

const saying = (job: DispatchJob) => {
  const said = composeJobText(
    job,
    aWard(),
    { language: 'vi', consents: [], channels: [], templates: [] },
    at('14:00'),
  );
  return said.is === 'owed' ? said.notification : undefined;
};

describe('the citizen hears of a journey', () => {
  it('at the first entry into a step that matters, and never of the same step again', () => {
    const told: (string | undefined)[] = [];
    const owed = new Set<string>(); // as the store keeps them: each id once
    let job = anAcceptedJob({ state: 'manifested' });
    const story: Happening[] = [
      'handed-over',
      'in-transit',
      'out-for-delivery',
      'delivery-attempted',
      'out-for-delivery',
      'delivery-attempted',
      'held-for-pickup',
      'delivered',
      'scanned',
    ];
    for (const happened of story) {
      job = enter(job, happened);
      const said = saying(job);
      const isNew = said !== undefined && !owed.has(said.id);
      told.push(isNew ? said.purpose : undefined);
      if (said !== undefined) owed.add(said.id);
    }
    expect(told).toEqual([
      'post-handed-over',
      undefined,
      'post-out-for-delivery',
      'post-attempted',
      undefined,
      undefined,
      'post-held-for-pickup',
      'post-delivered',
      undefined,
    ]);
  });

  it('in words for papers that come, and in others for a dossier that was collected', () => {
    expect(Object.keys(smsOnEntry['to-citizen'])).toEqual([
      'handed-over',
      'out-for-delivery',
      'delivery-attempted',
      'held-for-pickup',
      'delivered',
      'partly-delivered',
      'returning',
    ]);
    const collected = anAcceptedJob({ direction: 'from-citizen' });
    expect(smsFor(enter(collected, 'handed-over'))).toBe('post-collected');
    expect(smsFor(enter(collected, 'out-for-delivery'))).toBeUndefined();
  });

  it('and a delivered result closes the dossier, a delivered dossier does not', () => {
    const job = anAcceptedJob({ state: 'in-transit' });
    expect(dossierNews(enter(job, 'delivered'))).toEqual({ eventId: postEventId(job) });
    const collected = { ...job, direction: 'from-citizen' as const };
    expect(dossierNews(enter(collected, 'delivered'))).toBeUndefined();
  });
});
