import { beforeEach, describe, expect, it, vi } from 'vitest';
import { logReport } from '../../../shared/adapters/lambda/http/callback.ts';
import { logScans } from '../../../shared/adapters/lambda/log/post.ts';
import { logDecided, logHeard, logReceipt, logSent } from '../../../shared/adapters/lambda/log/steps.ts';
import { decide } from '../../../shared/domain/decision/decide.ts';
import { notificationId } from '../../../shared/domain/notification/notification.ts';
import type { Receipt } from '../../../shared/domain/notification/receipt.ts';
import { recordReceipt } from '../../../shared/flows/notification/record-receipt.ts';
import { anEvent, circumstances, code, now, vungTau } from '../../support/builders/dossiers.ts';

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void written.push(line));
});

const lines = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);
const counted = (name: string): number =>
  lines().reduce((sum, line) => sum + ('_aws' in line ? Number(line[name] ?? 0) : 0), 0);
const warned = (): unknown[] =>
  lines().flatMap(({ level, reason }) => (level === 'warn' ? [String(reason)] : []));

const receipt: Receipt = {
  carrier: 'sns',
  reference: 'm-1',
  outcome: 'undelivered',
  detail: 'No quota left for account.',
  code: 'No quota left for account',
  takenAt: now,
};
const followed = (dossier: string) =>
  lines().flatMap((line) => (line['dossier'] === dossier ? [line['step']] : []));
const id = notificationId({ ward: vungTau, code }, `completed@${now}`, 'sms');

describe('whoever is on duty is counted for', () => {
  it('what has to be mended, though another carrier took the message', () => {
    logSent(id, { is: 'accepted', parts: 1, toMend: 'zalo: -115 balance' });
    expect([counted('sent'), counted('to-mend')]).toEqual([1, 1]);
    expect(warned()).toEqual(['zalo: -115 balance']);
  });

  it('a code that a partner’s program sends and nobody taught us, as one of a carrier', () => {
    logScans('acme', [
      { outcome: 'APPLIED' },
      { outcome: 'RECORDED', note: 'unknown-code' },
      { outcome: 'RECORDED', note: 'late' },
    ]);
    expect([counted('post-scan'), counted('carrier-unknown-code')]).toEqual([3, 1]);
    expect(warned()).toEqual(['acme unknown-code']);
  });

  it('no code where all are known', () => {
    logScans('acme', [{ outcome: 'APPLIED' }]);
    expect([counted('post-scan'), counted('carrier-unknown-code'), warned()]).toEqual([1, 0, []]);
  });

  it('a receipt that says the fault is ours', () => {
    logReceipt({ ...receipt, concern: 'to-mend' }, 'settled');
    expect([counted('undelivered'), counted('to-mend')]).toEqual([1, 1]);
    expect(warned()).toEqual(['to-mend: No quota left for account']);
  });

  it('a word that nobody taught us, without repeating what it says of a citizen', () => {
    const { code: _code, ...unknown } = receipt;
    logReceipt({ ...unknown, detail: 'Nguyen Van A khong nhan', concern: 'unrecognised' } as Receipt, 'kept');
    expect(warned()).toEqual(['unrecognised']);
    expect(written.join()).not.toContain('Nguyen Van A');
  });

  it('an event of End User Messaging that says so', () => {
    logReport({ outcome: 'settled', carrier: 'eum', code: 'TEXT_SPAM', concern: 'to-mend' });
    expect(counted('to-mend')).toBe(1);
  });

  it('a citizen nobody can say anything to, but not one who has no phone', () => {
    for (const differs of [{ status: 'delayed' }, { applicant: {} }]) {
      const event = anEvent(differs);
      const decision = decide(event, undefined, circumstances(), now);
      logDecided({ rows: [{ event, decision }], doorbell: 'rung' });
    }
    expect([counted('silent'), counted('unsayable')]).toEqual([2, 1]);
  });

  it('nothing, where nothing is wrong', () => {
    logSent(id, { is: 'accepted', parts: 1 });
    logReceipt({ ...receipt, outcome: 'delivered' }, 'settled');
    expect([counted('to-mend'), counted('unrecognised')]).toEqual([0, 0]);
    expect(warned()).toEqual([]);
  });
});

it('the name of a dossier leads from the decision over the message to its receipt, also where the carrier says no name', async () => {
  const event = anEvent({});
  const decision = decide(event, undefined, circumstances(), now);
  logDecided({ rows: [{ event, decision }], doorbell: 'rung' });
  const [told] = decision.notifications;
  logSent(told!.id, { is: 'accepted', parts: 1 });
  const record = recordReceipt({
    notifications: {
      withReference: async () => told!.id,
      settled: async () => 'moved',
    } as unknown as Parameters<typeof recordReceipt>[0]['notifications'],
    receipts: {} as Parameters<typeof recordReceipt>[0]['receipts'],
    clock: () => now,
    heard: logHeard,
  });
  logReceipt(receipt, await record(receipt));
  expect(followed(event.dossierCode)).toEqual(['decide', 'send', 'heard']);
});
