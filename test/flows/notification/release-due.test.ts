import { describe, expect, it } from 'vitest';
import { hours, minutes } from '../../../shared/domain/values/instant.ts';
import type { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import type { Notifications } from '../../../shared/domain/notification/notifications.ts';
import { pastOne } from '../../../shared/flows/notification/due/past-one.ts';
import { releaseDue } from '../../../shared/flows/notification/release-due.ts';
import { anEventBody, aWard, vungTau } from '../../support/builders/dossiers.ts';
import { aDoorbell, aWardsDay } from '../../support/builders/wards-day.ts';

const rows = ['1', '2', '3'].map((number) =>
  anEventBody({ eventId: `e-${number}`, dossierCode: `H29.26-260302-000${number}` }),
);

/** Three events whose doorbell was lost; whenever the second is decided, the store throws. */
const aDayWithOnePoisonedDossier = async () => {
  const day = aWardsDay('accepted');
  await day.accept(vungTau, rows, 'vi');
  day.turn(minutes(3));
  const decide: typeof day.decide = async (events) => {
    if (events.some(({ eventId }) => eventId === 'e-2')) throw new TypeError('unreadable dossier');
    return day.decide(events);
  };
  const { store, clock } = day;
  return { ...day, tick: releaseDue({ ...store, doorbell: aDoorbell().doorbell, decide, clock }) };
};

describe('the clock’s round meets a dossier that cannot be read', () => {
  it('decides all the others, and comes back to it later', async () => {
    const { tick, store, clock } = await aDayWithOnePoisonedDossier();
    expect(await tick()).toMatchObject({ decided: 2, stuck: 0 });
    expect((await store.events.overdue(clock(), 10)).events).toEqual([]);
  });

  it('gives its event to a person after a day', async () => {
    const { tick, turn } = await aDayWithOnePoisonedDossier();
    await tick();
    turn(minutes(25 * 60));
    expect(await tick()).toMatchObject({ decided: 0, stuck: 1 });
  });

  it('stops when there is no time left, and goes on in the next round', async () => {
    const { tick } = await aDayWithOnePoisonedDossier();
    let looks = 0;
    expect(await tick(() => (looks += 1) <= 2)).toMatchObject({ decided: 1 });
    expect(await tick()).toMatchObject({ decided: 1 });
  });
});

/** The port, of which this act fails whenever it is asked for the poisoned one. */
const failing = <Port extends object>(
  port: Port,
  act: keyof Port,
  isPoisoned: (what: unknown) => boolean,
): Port => ({
  ...port,
  [act]: async (...given: unknown[]) => {
    if (isPoisoned(given[0])) throw new TypeError('unreadable');
    return (port[act] as (...all: unknown[]) => Promise<unknown>)(...given);
  },
});

describe('the clock’s round meets one that cannot be written', () => {
  const codes = rows.map(({ dossierCode }) => dossierCode as DossierCode);

  /** Three messages that wait to be sent, and a round whose notifications fail at this act for the second of them. */
  const aDayOfThree = async (limits?: object) => {
    const day = aWardsDay('accepted');
    if (limits) await day.store.settings.save(aWard({ limits }));
    await day.accept(vungTau, rows, 'vi');
    day.turn(minutes(3));
    await day.tick();
    const { store, decide, clock } = day;
    const owed = async () =>
      (await Promise.all(codes.map((code) => store.notifications.ofDossier(vungTau, code)))).flat();
    const [, poisoned] = await owed();
    const tickFailingAt = (act: keyof Notifications) => {
      const isIt = (what: unknown) => what === poisoned!.id || (what as { id?: unknown }).id === poisoned!.id;
      const notifications = failing(store.notifications, act, isIt);
      return releaseDue({ ...store, notifications, doorbell: aDoorbell().doorbell, decide, clock });
    };
    const states = async () => (await owed()).map(({ state }) => state);
    return { ...day, owed, states, tickFailingAt };
  };

  it('names the doubt of all the other senders that died, and says that it failed', async () => {
    const { store, owed, states, turn, clock, tickFailingAt } = await aDayOfThree();
    for (const { id } of await owed()) await store.notifications.claim(id, { id: `a-${id}`, at: clock() });
    turn(minutes(3));
    await expect(tickFailingAt('doubted')()).rejects.toThrow('unreadable');
    expect(await states()).toEqual(['unknown', 'sending', 'unknown']);
  });

  it('says of all the others that no receipt came', async () => {
    const { store, owed, states, turn, clock, tickFailingAt } = await aDayOfThree();
    for (const { id } of await owed()) {
      const attempt = { id: `a-${id}`, at: clock() };
      await store.notifications.claim(id, attempt);
      await store.notifications.accepted(id, attempt, 'sns', `r-${id}`);
    }
    turn(hours(73));
    await expect(tickFailingAt('unconfirmed')()).rejects.toThrow('unreadable');
    expect(await states()).toEqual(['unconfirmed', 'sent', 'unconfirmed']);
  });

  it('lets all the others go that a limit held back', async () => {
    const few = { messagesPerPhonePerDay: 6, messagesPerWardPerDay: 1 };
    const { store, owed, turn, tickFailingAt } = await aDayOfThree(few);
    expect((await owed()).map(({ heldBy }) => heldBy)).toEqual([undefined, 'ward-day', 'ward-day']);
    await store.settings.save(aWard());
    turn(hours(24));
    await expect(tickFailingAt('release')()).rejects.toThrow('unreadable');
    expect((await owed()).map(({ heldBy }) => heldBy)).toEqual([undefined, 'ward-day', undefined]);
  });

  it('puts all the other receipts away that nobody owns', async () => {
    const { store, clock, decide, turn } = await aDayOfThree();
    const receiptOf = (reference: string) => ({
      carrier: 'sns' as const,
      reference,
      outcome: 'delivered' as const,
      detail: '',
      to: '+84912345678' as const,
      takenAt: clock(),
    });
    for (const name of ['r-1', 'r-2', 'r-3']) await store.receipts.keep(receiptOf(name), clock(), 0);
    turn(hours(80));
    const isIt = (what: unknown) => (what as { reference?: unknown }).reference === 'r-2';
    const receipts = failing(store.receipts, 'close', isIt);
    const tick = releaseDue({ ...store, receipts, doorbell: aDoorbell().doorbell, decide, clock });
    await expect(tick()).rejects.toThrow('unreadable');
    const left = await store.receipts.overdue(clock(), 10);
    expect(left.map(({ receipt }) => receipt.reference)).toEqual(['r-2']);
  });

  it('stops where everything fails: that is the store’s own trouble', async () => {
    const past = pastOne();
    let asked = 0;
    const fail = () => past.on(async () => Promise.reject(new Error(`n. ${(asked += 1)}`)));
    const all = async () => {
      for (;;) await fail();
    };
    await expect(all()).rejects.toThrow('n. 10');
    expect(() => past.end()).toThrow('n. 1');
  });
});
