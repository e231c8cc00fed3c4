import { describe, expect, it, vi } from 'vitest';
import { logReceipt, logSent, logTick } from '../../../shared/adapters/lambda/log/steps.ts';
import type { Handover } from '../../../shared/domain/notification/carrier.ts';
import { hours, minutes } from '../../../shared/domain/values/instant.ts';
import { anEvent, anEventBody, code, vungTau } from '../../support/builders/dossiers.ts';
import { aWardsDay } from '../../support/builders/wards-day.ts';

/** What is counted while this goes on, as CloudWatch reads it: name and sum. */
const countedWhile = async (go: () => Promise<void>): Promise<Record<string, number>> => {
  const sums: Record<string, number> = {};
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    const line = JSON.parse(text) as Record<string, unknown>;
    const { _aws: said } = line as { _aws?: { CloudWatchMetrics: { Metrics: { Name: string }[] }[] } };
    for (const { Metrics } of said?.CloudWatchMetrics ?? [])
      for (const { Name } of Metrics) sums[Name] = (sums[Name] ?? 0) + Number(line[Name]);
  });
  await go();
  vi.mocked(console.log).mockRestore();
  return sums;
};

/** One message of one ward, and a carrier that says this of it. */
const aMessageBy = async (said: Handover) => {
  const day = aWardsDay(said);
  await day.accept(vungTau, [anEventBody()], 'vi');
  await day.decide(await day.store.events.find(vungTau, [anEvent().eventId]));
  const [owed] = await day.store.notifications.ofDossier(vungTau, code);
  return { ...day, id: owed!.id };
};

describe('an alarm is rehearsed: the fault is made, and its metric moves', () => {
  it.each<[string, Handover]>([
    ['unknown', { outcome: 'unknown', reason: 'TimeoutError' }],
    ['to-mend', { outcome: 'busy', retryAfter: minutes(15), reason: 'balance', toMend: 'balance' }],
  ])('%s: what the carrier says of a message', async (metric, said) => {
    const { send, id } = await aMessageBy(said);
    const sums = await countedWhile(async () => logSent(id, await send(id)));
    expect(sums).toMatchObject({ [metric]: 1 });
  });

  it('none of them rings where all goes well', async () => {
    const { send, id } = await aMessageBy({ outcome: 'accepted', reference: 'r-1' });
    expect(Object.keys(await countedWhile(async () => logSent(id, await send(id)))).toSorted()).toEqual([
      'parts',
      'sent',
    ]);
  });

  it('unconfirmed: a carrier that took it and never reports', async () => {
    const { send, id, turn, tick } = await aMessageBy({ outcome: 'accepted', reference: 'r-1' });
    await send(id);
    turn(hours(73));
    expect(await countedWhile(async () => logTick(await tick()))).toMatchObject({ unconfirmed: 1 });
  });

  it('unrecognised: a receipt in a word that nobody taught us', async () => {
    const sums = await countedWhile(async () =>
      logReceipt({ outcome: 'undelivered', concern: 'unrecognised', code: '99' } as never, 'settled'),
    );
    expect(sums).toMatchObject({ undelivered: 1, unrecognised: 1 });
  });
});
