import { describe, expect, it } from 'vitest';
import { memoryCircuits } from '../../../shared/adapters/memory/notification/circuits.ts';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import type { Carrier, Handover } from '../../../shared/domain/notification/carrier.ts';
import { workOfNotification } from '../../../shared/domain/api/worklist.ts';
import { minutes } from '../../../shared/domain/values/instant.ts';
import { listWorklist, openCircuitsOf } from '../../../shared/flows/notification/list-worklist.ts';
import { sendSms } from '../../../shared/flows/notification/send-sms.ts';
import { withCircuit } from '../../../shared/flows/notification/with-circuit.ts';
import { after, nineOClock, owing, ward } from '../../contracts/cost/ward-day.ts';

const spent: Handover = { outcome: 'busy', retryAfter: minutes(15), reason: 'balance', toMend: 'balance' };

/** One text that is owed, and a carrier that answers like this until it is mended. */
const aTextBy = async (answer: Handover) => {
  const { store, id, now } = await owing(async () => memoryStore());
  let said = answer;
  let at = nineOClock;
  let attempts = 0;
  const circuits = memoryCircuits();
  const clock = () => at;
  const carrier: Carrier = { name: 'esms', take: async () => said };
  const send = sendSms({
    ...store,
    carrier: withCircuit(carrier, { circuits, clock }),
    clock,
    newId: () => `a-${(attempts += 1)}`,
  });
  const look = listWorklist({ ...store, clock, openCircuits: openCircuitsOf(circuits, ['zalo', 'esms']) });
  return {
    now,
    send: async (minutesLater: number) => ((at = after(minutesLater)), send(id)),
    mend: () => void (said = { outcome: 'accepted', reference: 'r-1' }),
    carriers: async () => (await look(ward, 'failed', undefined)).carriers,
  };
};

describe('a text that a carrier does not take because of us', () => {
  it.each<[string, Handover]>([
    ['the account is empty', spent],
    [
      'the sender name is not registered',
      { outcome: 'refused', because: 'carrier', reason: 'brandname', toMend: 'brandname' },
    ],
  ])('waits and is on the list with the cause, and leaves when it is mended: %s', async (_, answer) => {
    const { send, mend, now } = await aTextBy(answer);
    await send(0);
    expect(await now()).toMatchObject({ state: 'queued' });
    expect(workOfNotification(await now())).toMatchObject([{ list: 'carriers' }]);
    mend();
    await send(60);
    expect(await now()).toMatchObject({ state: 'sent' });
    expect(workOfNotification(await now())).toEqual([]);
  });

  it.each<[string, Handover]>([
    ['the phone has no Zalo', { outcome: 'refused', because: 'unreachable-here', reason: '-118' }],
    ['nobody would take it', { outcome: 'refused', because: 'carrier', reason: 'zalo: -118; esms: x' }],
    ['the text', { outcome: 'refused', reason: 'forbidden word' }],
  ])('has failed where there is nothing to mend: %s', async (_, answer) => {
    const { send, now } = await aTextBy(answer);
    await send(0);
    expect(workOfNotification(await now())).toMatchObject([{ list: 'failed' }]);
  });

  it('names the carrier beside every list of every ward while it takes nothing', async () => {
    const { send, mend, carriers } = await aTextBy(spent);
    expect(await carriers()).toBeUndefined();
    await send(0);
    expect(await carriers()).toEqual([{ carrier: 'esms', because: 'balance', since: nineOClock }]);
    mend();
    await send(60);
    expect(await carriers()).toBeUndefined();
  });
});
