import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryStore, type Store } from '../../../shared/adapters/memory/store.ts';
import { notificationStates } from '../../../shared/domain/notification/notification.ts';
import { dynamodbStore } from '../../support/dynamodb-store.ts';
import {
  after,
  anAttempt,
  anEvent,
  anOwedNotification,
  aReceipt,
  hangsPhone,
  ward,
} from '../cost/ward-day.ts';
import type { NotificationId } from '../../../shared/domain/values/ids.ts';

const events = [1, 2].map((number) =>
  anEvent({ eventId: `event-${number}`, dossierCode: `H29.26-260302-000${number}` }),
);

/** One thing done to a store that owes these notifications. */
type Step = (store: Store, ids: readonly NotificationId[]) => Promise<unknown>;

/** A carrier never gives two messages one name. */
const referenceOf = (notification: number, time: string) => `sns-${notification}-${time}`;

const which = fc.nat({ max: events.length - 1 });
const attempt = fc.record({ name: fc.constantFrom('a', 'b'), minute: fc.nat({ max: 4 }) });
const time = fc.constantFrom('first', 'second');
const outcome = fc.constantFrom('delivered' as const, 'undelivered' as const);

const step: fc.Arbitrary<[string, Step]> = fc
  .record({ which, attempt, time, outcome, minute: fc.nat({ max: 9 }) })
  .chain((drawn) => {
    const { name, minute } = drawn.attempt;
    const of = anAttempt(name, after(minute));
    const later = after(drawn.minute);
    const reference = referenceOf(drawn.which, drawn.time);
    const receipt = aReceipt({ reference, outcome: drawn.outcome });
    const steps: Record<string, Step> = {
      claim: ({ notifications: n }, ids) => n.claim(ids[drawn.which]!, of),
      accepted: ({ notifications: n }, ids) => n.accepted(ids[drawn.which]!, of, 'sns', reference),
      'not taken': ({ notifications: n }, ids) => n.notTaken(ids[drawn.which]!, of, later, 'busy'),
      refused: ({ notifications: n }, ids) => n.refused(ids[drawn.which]!, of, 'no'),
      doubted: ({ notifications: n }, ids) => n.doubted(ids[drawn.which]!, of, 'time-out'),
      'doubted as stale': ({ notifications: n }, ids) =>
        n.doubted(ids[drawn.which]!, { staleSince: later }, 'dead'),
      cancelled: ({ notifications: n }, ids) => n.cancelled(ids[drawn.which]!, 'overtaken'),
      postponed: ({ notifications: n }, ids) => n.postponed(ids[drawn.which]!, later),
      unconfirmed: ({ notifications: n }, ids) => n.unconfirmed(ids[drawn.which]!),
      settled: ({ notifications: n }, ids) => n.settled(ids[drawn.which]!, receipt),
    };
    const words = `${drawn.which} ${name}@${minute} ${drawn.time} ${drawn.outcome} ${drawn.minute}`;
    return fc
      .constantFrom(
        'claim',
        'claim',
        'claim',
        'accepted',
        'accepted',
        'unconfirmed',
        'unconfirmed',
        ...Object.keys(steps),
      )
      .map((verb): [string, Step] => [`${verb} ${words}`, steps[verb]!]);
  });

const seenIn = async ({ notifications: n }: Store) => ({
  all: await Promise.all(events.map(({ dossierCode }) => n.ofDossier(ward, dossierCode))),
  due: new Set(await n.due(after(6000), 10)),
  references: await Promise.all(
    events
      .flatMap((_, index) => [referenceOf(index, 'first'), referenceOf(index, 'second')])
      .map((reference) => n.withReference('sns', reference)),
  ),
  doubts: new Set(await n.doubtsAbout(hangsPhone, after(0), after(2))),
});

it('memory and DynamoDB answer alike, whatever happens to two notifications', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
      const [memory, dynamodb] = [memoryStore(), await dynamodbStore()];
      const ids: NotificationId[] = [];
      for (const event of events) {
        ids.push((await anOwedNotification(memory, {}, event)).id);
        await anOwedNotification(dynamodb, {}, event);
      }
      for (const [, happen] of steps) {
        expect(await happen(dynamodb, ids)).toEqual(await happen(memory, ids));
      }
      const seen = await seenIn(memory);
      expect(await seenIn(dynamodb)).toEqual(seen);
      for (const { state } of seen.all.flat()) reached.add(state);
    }),
    { seed: 26506, numRuns: 60 },
  );
  // What limits hold back, and what a person settles, comes by other ports.
  const byOthers: readonly string[] = ['suppressed', 'settled'];
  const byThesePorts = notificationStates.filter((state) => !byOthers.includes(state));
  expect(reached).toEqual(new Set(byThesePorts));
}, 90_000);
