import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Notification } from '../../shared/domain/notification/notification.ts';
import {
  aDirectory,
  aWardOffice,
  dayAt,
  itemsOf,
  ledgerOf,
  notificationsIn,
  offsetTo,
  until,
  vungTau,
  type WardOffice,
  whenAllIsSaid,
} from './actors/a-ward-office.ts';

let running: WardOffice | undefined;
afterAll(() => running?.stop());

const dossiers = 60;

const aFile = async (day: string) => {
  const file = join(await aDirectory(), 'day.ndjson');
  const lines = Array.from({ length: dossiers }, (_, number) =>
    JSON.stringify({
      eventId: `e-${number}`,
      dossierCode: `H29.26-260302-${String(number).padStart(4, '0')}`,
      status: 'completed',
      occurredAt: `${day}T16:00:00+07:00`,
      applicant: { phone: `0912 777 ${String(number).padStart(3, '0')}` },
    }),
  );
  await writeFile(file, lines.join('\n'));
  return file;
};

const byState = (notifications: readonly Notification[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(notifications, ({ state }) => state)).map(([state, all]) => [
      state,
      all.length,
    ]),
  );

describe('the power goes while messages wait and the carrier keeps silent', () => {
  it('the next round of the clock names the doubts and rings for those whose ring was lost', async () => {
    const data = await aDirectory('/dev/shm');
    const clockOffset = offsetTo();
    const before = await aWardOffice({ data, clockOffset, faults: 'hang-after-accept=100%' });
    running = before;
    const clerk = await before.credentials('--ward', vungTau);
    await before.cli(['push', await aFile(dayAt(clockOffset))], clerk);
    await until('messages at a carrier that does not answer', async () => {
      const items = await itemsOf(before.system);
      return notificationsIn(items).length === dossiers && items.some(({ kind }) => kind === 'receipt');
    });
    await before.system.kill();
    const atTheCut = await ledgerOf(before.system);

    // Ten minutes later, with a carrier in good health. What the queue held is gone with the power. The clock has just
    // struck: what lies in the table is read before its next round, however long this machine takes for that.
    const after = await aWardOffice({ data, clockOffset: offsetTo('17:40:01') });
    running = after;
    const items = await itemsOf(after.system);
    const found = notificationsIn(items);
    const early = items.filter(({ kind }) => kind === 'receipt').length;
    const [sending, queued] = ['sending', 'queued'].map(
      (state) => found.filter((notification) => notification.state === state).length,
    );
    expect(sending).toBeGreaterThan(0);
    expect(queued).toBeGreaterThan(0);
    await after.system.invoke('release-due', {});
    // What a function writes arrives a moment after its answer.
    await until('the round’s counts', async () => after.counted('rung') > 0);
    expect([after.counted('doubted'), after.counted('rung')]).toEqual([sending, queued]);
    // The carrier had taken some all the same, and its receipts came before the cut: they settle these doubts.
    await until('the receipts’ counts', async () => after.counted('settled') > 0);
    expect(after.counted('settled')).toBe(early);

    const notifications = notificationsIn(await whenAllIsSaid(after.system, dossiers));
    const ledger = await ledgerOf(after.system);
    console.log(
      `${dossiers} owed; at the cut ${JSON.stringify(byState(found))}, ` +
        `${atTheCut.length} in the ledger; at the end ${JSON.stringify(byState(notifications))}, ${ledger.length} in the ledger`,
    );
    expect(new Set(ledger.map(({ to }) => to)).size).toBe(ledger.length);
    expect(new Set(ledger.map(({ text }) => text)).size).toBe(ledger.length);
    expect(notifications.filter(({ state }) => state === 'queued' || state === 'sending')).toEqual([]);
    const untold = notifications.filter(({ text }) => !ledger.some((entry) => entry.text === text));
    expect(untold.filter(({ state }) => state !== 'unknown')).toEqual([]);
  });
});
