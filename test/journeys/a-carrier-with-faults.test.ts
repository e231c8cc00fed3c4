import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Notification, notificationStates } from '../../shared/domain/notification/notification.ts';
import {
  aDirectory,
  aWardOffice,
  type Credentials,
  dayAt,
  itemsOf,
  ledgerOf,
  notificationsIn,
  type Taken,
  until,
  vungTau,
  type WardOffice,
  whenAllIsSaid,
} from './actors/a-ward-office.ts';

const faults =
  'refuse=5%,throttle=8%,drop-before-accept=4%,drop-after-accept=4%,error-500-after-accept=4%,hang-after-accept=2%,' +
  'receipt-loss=10%,receipt-twice=20%,undelivered=8%';

const dossiers = 130;

let office: WardOffice;
let clerk: Credentials;
let notifications: Notification[];
let ledger: Taken[];

/** Waits its turn at a carrier that was too busy; everybody else has had an answer. */
const waitsItsTurn = ({ state, dueAt }: Notification): boolean =>
  state === 'queued' && dueAt > new Date(Date.now() + office.clockOffset).toISOString();

beforeAll(async () => {
  office = await aWardOffice({ faults });
  clerk = await office.credentials('--ward', vungTau);
  // What befalls a message hangs on its phone and text, so the same dossiers meet the same faults each day.
  const rows = Array.from({ length: dossiers }, (_, number) =>
    JSON.stringify({
      eventId: `e-${number}`,
      dossierCode: `H29.26-260302-${String(number).padStart(4, '0')}`,
      status: 'completed',
      occurredAt: `${dayAt(office.clockOffset)}T16:00:00+07:00`,
      applicant: { phone: `0912 888 ${String(number).padStart(3, '0')}` },
    }),
  );
  const file = join(await aDirectory(), 'day.ndjson');
  await writeFile(file, rows.join('\n'));
  await office.cli(['push', file], clerk);
  const over = (one: Notification) => waitsItsTurn(one) || !['queued', 'sending'].includes(one.state);
  notifications = notificationsIn(await whenAllIsSaid(office.system, dossiers, over));
  ledger = await ledgerOf(office.system);
}, 120_000);
afterAll(() => office.stop());

const inState = (...states: Notification['state'][]) =>
  notifications.filter(({ state }) => states.includes(state));
const countBy = (words: readonly string[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(words, (word) => word)).map(([word, all]) => [word, all!.length]),
  );

describe('a carrier that refuses, forgets, hangs and repeats itself', () => {
  it('never gets one notification twice', () => {
    const texts = countBy(notifications.map(({ text }) => text));
    const twice = Object.entries(countBy(ledger.map(({ text }) => text))).filter(
      ([text, times]) => times > (texts[text] ?? 0),
    );
    expect(twice).toEqual([]);
    console.log(
      `${notifications.length} notifications, ${ledger.length} in the ledger, 0 twice: ` +
        JSON.stringify(countBy(notifications.map(({ state }) => state))),
    );
  });

  it('leaves every notification in a state that has a name', () => {
    expect(notifications.filter(({ state }) => !notificationStates.includes(state))).toEqual([]);
    expect(notifications).toHaveLength(dossiers);
    for (const state of ['sent', 'delivered', 'undelivered', 'failed', 'unknown'] as const)
      expect([state, inState(state).length]).toEqual([state, expect.toSatisfy((count: number) => count > 0)]);
  });

  it('has in its ledger whatever we call sent, and nothing that we call failed or still queued', () => {
    const taken = new Set(ledger.map(({ reference }) => reference));
    const sent = inState('sent', 'delivered', 'undelivered');
    expect(sent.filter(({ reference }) => !taken.has(reference!))).toEqual([]);
    const texts = new Set(ledger.map(({ text }) => text));
    const once = countBy(notifications.map(({ text }) => text));
    const not = inState('failed', 'queued').filter(({ text }) => once[text] === 1 && texts.has(text));
    expect(not).toEqual([]);
    expect(ledger.length).toBeLessThanOrEqual(sent.length + inState('unknown').length);
  });

  it('what it was too busy for waits its turn with a reason, and was not given up', () => {
    const busy = inState('queued');
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.filter((one) => !waitsItsTurn(one) || one.reason === undefined)).toEqual([]);
  });

  it('every doubt has a reason, is counted, and can be read by the officer who asks', async () => {
    const doubts = inState('unknown');
    expect(office.counted('unknown')).toBe(doubts.length);
    const listed = await office.cli(['notification', 'list', '--state', 'unknown', '--json'], clerk);
    const seen = listed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; reason?: string; dossierCode: string });
    expect(seen.filter(({ reason }) => reason === undefined || reason === '')).toEqual([]);
    const [doubt] = seen;
    const { stdout } = await office.cli(['trace', doubt!.dossierCode], clerk);
    expect(stdout).toContain(`unknown (${doubt!.reason})   ${doubt!.id}`);
  });

  it('every doubt is on the list of those whom an officer looks after, and is sent once more when one says so', async () => {
    const doubts = inState('unknown');
    const listed = await office.cli(['notification', 'list', '--state', 'unknown', '--json'], clerk);
    const found = listed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    expect(found.map(({ id }) => id).toSorted()).toEqual(doubts.map(({ id }) => id).toSorted());

    const [{ id, dossierCode }] = doubts as [Notification];
    const again = await office.cli(['notification', 'resend', id, '--reason', 'gọi lên hỏi'], clerk);
    expect(again).toMatchObject({ status: 0, stdout: expect.stringMatching(/^queued, due/) as string });
    const twice = await office.cli(['notification', 'resend', id, '--reason', 'lần nữa'], clerk);
    expect(twice).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/wrong-state|resent-before/) as string,
    });
    const story = await office.cli(['trace', dossierCode, '--json'], clerk);
    expect(JSON.parse(story.stdout)).toMatchObject({
      notifications: [{ acts: [{ what: 'resend', by: clerk.clientId, reason: 'gọi lên hỏi' }] }],
    });
  });

  it('a citizen with a landline is rung by the officer, and the carrier never hears of it', async () => {
    const before = (await ledgerOf(office.system)).filter(({ to }) => to.endsWith('3852101'));
    const row = {
      eventId: 'landline',
      dossierCode: 'H29.26-260302-9999',
      status: 'completed',
      occurredAt: `${dayAt(office.clockOffset)}T16:10:00+07:00`,
      applicant: { phone: '0254 3852 101' },
    };
    const file = join(await aDirectory(), 'landline.ndjson');
    await writeFile(file, JSON.stringify(row));
    await office.cli(['push', file], clerk);
    const call = await until('a call on the list', async () => {
      const { stdout } = await office.cli(['calls', '--json'], clerk);
      return stdout.trim() !== '' && (JSON.parse(stdout) as { id: string; dial: string; text: string });
    });
    expect(call).toMatchObject({ dial: '02543852101', text: expect.stringContaining('9999') as string });
    const noted = await office.cli(
      ['calls', 'note', call.id, '--outcome', 'reached', '--note', 'gặp con gái'],
      clerk,
    );
    expect(noted).toMatchObject({ status: 0, stdout: 'delivered\n' });
    expect((await office.cli(['calls'], clerk)).stdout).toBe('Nobody has to be rung.\n');
    const after = (await ledgerOf(office.system)).filter(({ to }) => to.endsWith('3852101'));
    expect([before, after]).toEqual([[], []]);
  });

  it('a receipt that comes twice changes nothing, one that says no is believed', async () => {
    // Receipts come when they come: the last ones after everybody has had an answer.
    const settled = async () => {
      const now = notificationsIn(await itemsOf(office.system)).filter(({ channel }) => channel === 'sms');
      return now.filter(({ state }) => ['delivered', 'undelivered'].includes(state)).length;
    };
    const said = () =>
      countBy(
        office.lines.flatMap((line) =>
          line.is === 'step' && line.step.step === 'receipt' ? [line.step.outcome] : [],
        ),
      );
    await until('each receipt settles one message', async () => said()['settled'] === (await settled()));
    expect(said()['unchanged']).toBeGreaterThan(0);
  });
});
