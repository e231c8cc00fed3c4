import { describe, expect, it } from 'vitest';
import type { DossierCode } from '../../../../shared/domain/dossier/dossier-code.ts';
import { type Notification, notificationId } from '../../../../shared/domain/notification/notification.ts';
import { plus } from '../../../../shared/domain/values/instant.ts';
import { type PostSms, smsFor } from '../../../../shared/domain/post/telling/job-texts.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import { type JobState, jobStates } from '../../../../shared/domain/post/job/dispatch-moves.ts';
import {
  supersededJobNotifications,
  wasSaid,
  jobNotificationOf,
  jobNotificationsAbout,
} from '../../../../shared/domain/post/telling/job-notifications.ts';
import type { Ward } from '../../../../shared/domain/values/ward.ts';
import { aNotification, anEvent } from '../../../contracts/cost/ward-day.ts';
import { anAcceptedJob, at } from '../../../support/builders/post.ts';

const job = (state: JobState, more: Partial<DispatchJob> = {}) => anAcceptedJob({ state, ...more });

/** What was said of a journey when it was in this state. */
const saidOf = (of: DispatchJob, given: Partial<Notification> = {}, reminder = false): Notification => {
  const { channel = 'call-list' } = given;
  const owner = { ward: of.ward as Ward, code: of.dossierCode as DossierCode };
  const purpose: PostSms | undefined = smsFor(of);
  return aNotification(anEvent(), {
    id: notificationId(owner, jobNotificationOf(of, { reminder }), channel),
    channel,
    ...(purpose && { purpose }),
    ...given,
  });
};

/** The states in which a word that waits is taken back, among all that a job can be in. */
const takenBackIn = (said: DispatchJob): JobState[] =>
  jobStates.filter((state) => supersededJobNotifications({ ...said, state }, [saidOf(said)]).length > 0);

describe('a word of a journey that still waits', () => {
  it.each<[JobState, JobState[]]>([
    [
      'handed-over',
      [
        'out-for-delivery',
        'delivery-attempted',
        'held-for-pickup',
        'delivered',
        'partly-delivered',
        'returning',
      ],
    ],
    [
      'out-for-delivery',
      ['handed-over', 'delivery-attempted', 'held-for-pickup', 'delivered', 'partly-delivered', 'returning'],
    ],
    [
      'delivered',
      [
        'handed-over',
        'out-for-delivery',
        'delivery-attempted',
        'held-for-pickup',
        'partly-delivered',
        'returning',
      ],
    ],
  ])('of %s is taken back by every other word, and by every end that nobody is told of', (state, words) => {
    const silentEnds: JobState[] = [
      'returned',
      'return-received',
      'closed',
      'redispatched',
      'lost',
      'damaged',
      'cancelled',
    ];
    expect(takenBackIn(job(state)).toSorted()).toEqual([...words, ...silentEnds].toSorted());
  });

  it('of papers that come back stays until the citizen has them or nobody has', () => {
    const silent = takenBackIn(job('returning')).filter((state) => smsFor(job(state)) === undefined);
    expect(silent.toSorted()).toEqual(['cancelled', 'closed', 'damaged', 'lost', 'redispatched']);
  });

  it('of papers that the ward’s own people brought back stays while they lie in the office', () => {
    const silent = takenBackIn(job('returned', { partner: 'ward-26506' })).filter(
      (state) => smsFor(job(state, { partner: 'ward-26506' })) === undefined,
    );
    expect(silent).not.toContain('return-received');
    expect(silent).toContain('closed');
  });

  it('is left alone by a step that was told before: the postman sets out a second time', () => {
    const first = saidOf(job('out-for-delivery'), { state: 'cancelled' });
    const attempted = saidOf(job('delivery-attempted'));
    expect(supersededJobNotifications(job('out-for-delivery'), [first, attempted])).toEqual([]);
    expect(supersededJobNotifications(job('in-transit'), [first, attempted])).toEqual([]);
  });

  it('is taken back by its own reminder, and the reminder not by a repeat of the first', () => {
    const first = saidOf(job('held-for-pickup'));
    expect(supersededJobNotifications(job('held-for-pickup'), [first], { reminder: true })).toEqual([
      first.id,
    ]);
    const again = saidOf(job('held-for-pickup'), {}, true);
    expect(supersededJobNotifications(job('held-for-pickup'), [first, again])).toEqual([]);
  });

  it('is left alone once somebody is sending it, or has', () => {
    const left = (['sending', 'sent', 'unknown', 'delivered'] as const).map((state) =>
      saidOf(job('out-for-delivery'), { state, channel: 'sms' }),
    );
    expect(supersededJobNotifications(job('delivered'), left)).toEqual([]);
  });

  it('that a delivery was taken back overtakes the delivery', () => {
    const correction = { at: at('16:00'), by: 'Chị Lan', client: 'desk-1', reason: 'not there' };
    const corrected = job('returned', {
      corrections: [{ ...correction, from: 'delivered', to: 'returned' }],
    });
    const delivered = saidOf(job('delivered'));
    expect(supersededJobNotifications(corrected, [delivered])).toEqual([delivered.id]);
    const sorry = saidOf(corrected);
    expect(supersededJobNotifications({ ...corrected, state: 'return-received' }, [sorry])).toEqual([]);
  });
});

describe('the news that a result will be brought', () => {
  const announced = (given: Partial<Notification> = {}) =>
    aNotification(anEvent(), {
      purpose: 'ready-post',
      channel: 'call-list',
      createdAt: job('ready').createdAt,
      ...given,
    });

  it('is taken back by the first word of its journey, or its end, if nobody has called it out yet', () => {
    const takenBack = (state: JobState, given: Partial<Notification> = {}) => {
      const told = jobNotificationsAbout(job(state), [announced(given)]);
      return supersededJobNotifications(job(state), told).length > 0;
    };
    expect([takenBack('handed-over'), takenBack('lost')]).toEqual([true, true]);
    expect([takenBack('in-transit'), takenBack('handed-over', { state: 'delivered' })]).toEqual([
      false,
      false,
    ]);
  });

  it('stands when the result was issued again since, or when papers were collected', () => {
    const again = announced({ createdAt: plus(job('ready').createdAt, 1) });
    expect(jobNotificationsAbout(job('delivered'), [again])).toEqual([]);
    expect(jobNotificationsAbout(job('delivered', { direction: 'from-citizen' }), [announced()])).toEqual([]);
  });
});

describe('what was said of a journey', () => {
  it('is nothing of the dossier’s own news, nor of its tenth journey', () => {
    const own = aNotification(anEvent());
    const ours = saidOf(job('delivered'));
    const tenth = saidOf(job('delivered', { jobId: `${job('delivered').jobId}0` }));
    expect(jobNotificationsAbout(job('delivered'), [own, ours, tenth])).toEqual([ours]);
  });

  it('was said by whichever channel', () => {
    const byText = saidOf(job('delivered'), { channel: 'sms' });
    expect(wasSaid(jobNotificationOf(job('delivered')), [byText])).toBe(true);
    expect(wasSaid(jobNotificationOf(job('returning')), [byText])).toBe(false);
  });
});
