import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { leftIn } from '../../../infra/ops/commands/restore/restore.ts';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { becauseBroughtBack } from '../../../shared/domain/notification/restored/lost-time.ts';
import type { Carrier } from '../../../shared/domain/notification/carrier.ts';
import type { Notification } from '../../../shared/domain/notification/notification.ts';
import { hours, Instant, minutes, plus } from '../../../shared/domain/values/instant.ts';
import type { NotificationId } from '../../../shared/domain/values/ids.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { decideNotifications } from '../../../shared/flows/decision/decide-notifications.ts';
import { acceptStatus } from '../../../shared/flows/dossier/accept-status.ts';
import { actOnNotification } from '../../../shared/flows/notification/act-on-notification.ts';
import { recordReceipt } from '../../../shared/flows/notification/record-receipt.ts';
import { releaseDue } from '../../../shared/flows/notification/release-due.ts';
import { settleByLog } from '../../../shared/flows/notification/settle-by-log.ts';
import { sendSms } from '../../../shared/flows/notification/send-sms.ts';
import { aTable, allItems, emulatedDynamoDB, storeIn } from '../../support/dynamodb-store.ts';
import { anEventBody, aWard, tanHong, vungTau } from '../../support/builders/dossiers.ts';

/** On a Monday in Viet Nam. */
const at = (clock: string): Instant => Instant.parse(new Date(`2026-03-02T${clock}:00+07:00`).toISOString());

/** The table is brought back as it was at nine; the old street went on until ten, the new one begins at half past eleven. */
const nine = at('09:00');
const ten = at('10:00');
const begins = at('11:30');

/** Everything that walks, over one store and at one time, with one carrier for the whole day. */
const aStreet = (store: Store, carrier: Carrier, lostUntil?: Instant) => {
  let now = nine;
  let attempts = 0;
  const clock = () => now;
  const rung: NotificationId[] = [];
  const doorbell = {
    ring: async (due: readonly { id: NotificationId }[]) => void rung.push(...due.map(({ id }) => id)),
    waiting: async () => 0,
  };
  const decide = decideNotifications({ ...store, doorbell, clock });
  const accept = acceptStatus({ events: store.events, clock });
  const newId = () => `attempt-${lostUntil ?? ''}-${(attempts += 1)}`;
  const send = sendSms({ ...store, carrier, clock, newId, lostUntil });
  const tick = releaseDue({ ...store, doorbell, decide, clock, lostUntil });
  return {
    ...store,
    clock,
    send,
    act: actOnNotification({ ...store, doorbell, clock }),
    receipt: recordReceipt({ ...store, clock }),
    turn: (to: Instant) => void (now = to),
    accept: (body: Record<string, unknown>, ward = vungTau) => accept(ward, [body], 'vi'),
    decide: async (eventId: string, ward = vungTau) =>
      decide(await store.events.find(ward, [eventId as never])),
    /** The clock strikes, and whatever it or anybody rang for is sent. */
    round: async () => {
      await tick();
      for (const id of rung.splice(0)) await send(id);
    },
  };
};
type Street = ReturnType<typeof aStreet>;

const copy = async (client: DynamoDBClient, from: string, to: string): Promise<void> => {
  for (const Item of await allItems(client, from))
    await client.send(new BatchWriteItemCommand({ RequestItems: { [to]: [{ PutRequest: { Item } }] } }));
};

/** One event a dossier: when it happened and was reported, how far it had come at nine, and which office it is of. */
const rows = {
  'told before nine': { occurred: '08:30', reported: '08:31', at: 'sent' },
  'waiting at nine': { occurred: '08:58', reported: '08:59', at: 'decided' },
  'undecided at nine': { occurred: '08:58', reported: '08:59', at: 'accepted' },
  'being sent at nine': { occurred: '08:58', reported: '08:59', at: 'claimed' },
  'held back at nine, due before ten': {
    occurred: '08:55',
    reported: '08:56',
    at: 'decided',
    status: 'received',
  },
  'waiting for two o’clock': { occurred: '08:55', reported: '08:56', at: 'decided', ward: 'tanHong' },
  'reported and told in the lost hour': { occurred: '09:10', reported: '09:11', at: 'unknown to it' },
  'reported in the lost hour, due after it': {
    occurred: '09:50',
    reported: '09:51',
    at: 'unknown to it',
    status: 'received',
  },
  'reported after it': { occurred: '10:20', reported: '11:31', at: 'unknown to it' },
} as const satisfies Record<string, Record<string, string>>;
type Row = keyof typeof rows;
const names = Object.keys(rows) as Row[];

const bodyOf = (name: Row) => {
  const { occurred, ...row } = rows[name];
  const number = names.indexOf(name) + 1;
  return anEventBody({
    eventId: `e-${number}`,
    dossierCode: `H29.26-260302-000${number}`,
    occurredAt: `2026-03-02T${occurred}:00+07:00`,
    status: 'status' in row ? row.status : 'completed',
    applicant: { name: 'Nguyễn Thị Hằng', phone: `091234500${number}` },
  });
};
const wardOf = (name: Row): Ward => ('ward' in rows[name] ? tanHong : vungTau);

/** A street that lived through nine and went on until ten, and one that goes on from what it was at nine. */
const aDayBroughtBack = async () => {
  const client = emulatedDynamoDB();
  const [old, restored] = [await aTable(client), await aTable(client)];
  const said: { id: string; at: string }[] = [];
  let street: Street;
  const carrier: Carrier = {
    name: 'memory',
    take: async ({ notification }) => {
      said.push({ id: notification!, at: street.clock() });
      return { outcome: 'accepted', reference: `sms-${said.length}` };
    },
  };
  const before = aStreet(storeIn(client, old), carrier);
  street = before;
  await before.settings.save(aWard());
  await before.settings.save(
    aWard({ ward: tanHong, office: 'UBND xa Tan Hong', sendWindow: { from: '14:00', to: '20:00' } }),
  );
  const owedOf = async (on: Street, name: Row): Promise<Notification | undefined> =>
    (await on.notifications.ofDossier(wardOf(name), bodyOf(name)['dossierCode'] as never))[0];
  for (const name of names.filter((each) => at(rows[each].reported) < nine)) {
    const { reported, at: stage } = rows[name];
    before.turn(at(reported));
    await before.accept(bodyOf(name), wardOf(name));
    if (stage === 'accepted') continue;
    await before.decide(bodyOf(name)['eventId'] as string, wardOf(name));
    const { id } = (await owedOf(before, name))!;
    if (stage === 'sent') await before.send(id);
    if (stage === 'claimed') await before.notifications.claim(id, { id: 'a-1', at: before.clock() });
  }
  await copy(client, old, restored);

  // The lost hour: the sender that was in the middle reaches the carrier, and everything else goes its way.
  const claimed = (await owedOf(before, 'being sent at nine'))!;
  said.push({ id: claimed.id, at: nine });
  for (const name of names.filter(
    (each) => at(rows[each].reported) > nine && at(rows[each].reported) < ten,
  )) {
    before.turn(at(rows[name].reported));
    await before.accept(bodyOf(name), wardOf(name));
    await before.decide(bodyOf(name)['eventId'] as string, wardOf(name));
  }
  for (let minute = 0; minute < 60; minute += 10) {
    before.turn(plus(nine, minutes(minute)));
    await before.round();
  }

  const after = aStreet(storeIn(client, restored), carrier, ten);
  street = after;
  after.turn(begins);
  return {
    after,
    said,
    toldBefore: new Set(said.map(({ id }) => id)),
    owedOf: async (name: Row) => owedOf(after, name),
  };
};

/** What happens when the store is brought back: the clock strikes, and wards report again whatever they reported that day. */
const goOn = async ({ after }: Awaited<ReturnType<typeof aDayBroughtBack>>): Promise<void> => {
  await after.round();
  after.turn(at('11:31'));
  for (const name of names) {
    await after.accept(bodyOf(name), wardOf(name));
    await after.decide(bodyOf(name)['eventId'] as string, wardOf(name));
  }
  for (const time of ['11:35', '14:05', '20:30'] as const) {
    after.turn(at(time));
    await after.round();
  }
  after.turn(plus(begins, hours(24)));
  await after.round();
};

describe('a store that is brought back from an earlier moment', () => {
  let day: Awaited<ReturnType<typeof aDayBroughtBack>>;
  beforeAll(async () => {
    day = await aDayBroughtBack();
    await goOn(day);
  });

  it('tells nobody twice, and everybody who was surely not told', async () => {
    const ids = day.said.map(({ id }) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    const since: Row[] = [];
    for (const name of names) {
      const { id } = (await day.owedOf(name))!;
      if (ids.includes(id) && !day.toldBefore.has(id)) since.push(name);
    }
    expect(since).toEqual([
      'waiting for two o’clock',
      'reported in the lost hour, due after it',
      'reported after it',
    ]);
  });

  it('gives what may have been told to the office, once and on one list', async () => {
    const { items } = await day.after.desk.list(vungTau, 'unknown', { now: day.after.clock() });
    const doubts = new Map(items.map(({ dossierCode, reason }) => [dossierCode, reason]));
    const inDoubt = names.filter((name) => doubts.has(bodyOf(name)['dossierCode'] as never));
    expect(inDoubt).toEqual([
      'waiting at nine',
      'undecided at nine',
      'being sent at nine',
      'held back at nine, due before ten',
      'reported and told in the lost hour',
    ]);
    expect(new Set(doubts.values())).toEqual(new Set([becauseBroughtBack, 'the sender never reported back']));
  });

  it('says that it was told where the log of the sender says so, and of nothing else', async () => {
    const { id } = (await day.owedOf('undecided at nine'))!;
    const taken = { at: at('09:02'), level: 'info', step: 'send', outcome: 'accepted', notification: id };
    const lines = [
      'START RequestId: 1',
      `2026-03-02T02:02:00.000Z\t1\tINFO\t${JSON.stringify(taken)}`,
      JSON.stringify({ ...taken, notification: `${id}x` }),
      JSON.stringify({ ...taken, notification: (await day.owedOf('told before nine'))!.id }),
      ...[{ outcome: 'unknown' }, { at: at('08:59') }, { at: at('10:01') }, { step: 'heard' }].map((other) =>
        JSON.stringify({ ...taken, ...other }),
      ),
      '{"not": json',
    ];
    const settle = settleByLog(day.after);
    const outcomes = [];
    for (const left of leftIn(lines, nine, ten)) outcomes.push((await settle(left, 'anh Ba')).outcome);
    expect(outcomes).toEqual(['settled', 'not-found', 'not-in-doubt']);
    expect(await day.owedOf('undecided at nine')).toMatchObject({
      state: 'settled',
      acts: [{ what: 'settle', by: 'anh Ba' }],
    });
  });

  it('lets a receipt that names its message settle it, whatever attempt it was', async () => {
    const { id, to } = (await day.owedOf('waiting at nine'))!;
    const named = { notification: id, attempt: 'attempt-3', reference: 'sms-3', to };
    const receipt = { carrier: 'memory', detail: 'ok', takenAt: nine, ...named };
    for (const outcome of ['undelivered', 'delivered'] as const)
      await day.after.receipt({ ...receipt, outcome });
    expect(await day.owedOf('waiting at nine')).toMatchObject({ state: 'undelivered' });
  });

  it('sends what a person orders, once', async () => {
    day.after.turn(plus(begins, hours(3)));
    const { id } = (await day.owedOf('held back at nine, due before ten'))!;
    const act = { what: 'resend', reason: 'the log has no line of it' } as const;
    expect(await day.after.act(vungTau, id, act, 'chị Lan')).toMatchObject({ is: 'done' });
    await day.after.round();
    await day.after.round();
    expect(day.said.filter((one) => one.id === id && one.at > begins)).toHaveLength(1);
  });
});
