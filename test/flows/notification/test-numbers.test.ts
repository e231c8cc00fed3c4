import { expect, it } from 'vitest';
import { days, hours, minutes } from '../../../shared/domain/values/instant.ts';
import { anEventBody, vungTau } from '../../support/builders/dossiers.ts';
import { aWardsDay } from '../../support/builders/wards-day.ts';
import type { EventId } from '../../../shared/domain/values/ids.ts';

it('a test number plays its fate, is counted, and no carrier ever sees it', async () => {
  const day = aWardsDay('accepted');
  const bodies = Array.from({ length: 9 }, (_, index) =>
    anEventBody({
      eventId: `t-${index + 1}`,
      dossierCode: `H29.26-260302-000${index + 1}`,
      applicant: { phone: `010000000${index + 1}` },
    }),
  );
  await day.accept(vungTau, bodies, 'vi');
  await day.decide(
    await day.store.events.find(
      vungTau,
      bodies.map(({ eventId }) => eventId as EventId),
    ),
  );
  for (let asked = 0; asked < 8; asked += 1) {
    for (const id of day.rung.splice(0)) await day.send(id);
    day.turn(minutes(asked < 4 ? 21 : 1));
    await day.tick();
  }
  day.turn(days(3) + hours(1));
  await day.tick();

  const { notifications } = day.store.kept();
  expect(notifications.map(({ to, state, carrier }) => [to.slice(-1), state, carrier])).toEqual([
    ['1', 'delivered', 'test-number'],
    ['2', 'undelivered', 'test-number'],
    ['3', 'failed', undefined],
    ['4', 'delivered', 'test-number'],
    ['5', 'unknown', undefined],
    ['6', 'unconfirmed', 'test-number'],
    ['8', 'queued', undefined],
    ['9', 'delivered', 'test-number'],
  ]);
  const [spending] = await day.store.budgets.of([vungTau]);
  expect(spending!.spent['ward-day']!.used).toBe(7);
  expect(day.taken).toEqual([]);
});
