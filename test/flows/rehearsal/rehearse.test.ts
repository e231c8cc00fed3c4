import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rehearsal, RehearsalAnswer } from '../../../shared/domain/rehearsal/rehearsal.ts';
import { portalStatuses } from '../../../shared/domain/dossier/statuses.ts';
import { fateOf } from '../../../shared/domain/phone/test-numbers.ts';
import { rehearse } from '../../../shared/flows/rehearsal/rehearse.ts';
import { aStage } from '../../support/builders/a-rehearsal.ts';
import { aWardsPost } from '../../support/builders/post.ts';
import { anEventBody, code } from '../../support/builders/dossiers.ts';
import { aBirthEvent, aWardWithLetters } from '../../support/builders/family-day.ts';

const morning = '2026-03-02T09:30:00+07:00';
const play = rehearse(() => aStage((to) => fateOf(to) !== undefined, ['\u2603']));
const rehearsed = async (row: Record<string, unknown>): Promise<RehearsalAnswer> =>
  RehearsalAnswer.parse(await play(Rehearsal.parse(row)));
const reported = (...events: Record<string, unknown>[]) => [{ at: morning, events }];
const withPhone = (phone: string) => anEventBody({ applicant: { name: 'Nguyễn Thị Hằng', phone } });

describe('a rehearsal says what would be told', () => {
  it('at once where the office may send now', async () => {
    const { messages, dossiers, worklist } = await rehearsed({ steps: reported(anEventBody()) });
    expect(messages).toMatchObject([
      { to: '+84912345678', channel: 'sms', parts: 1, purpose: 'ready-counter', dossierCode: code },
    ]);
    expect(messages[0]).toMatchObject({ state: 'sent', sentAt: '2026-03-02T02:30:00.000Z' });
    expect(dossiers).toEqual([{ code, status: 'completed', phone: '+84912345678' }]);
    expect(worklist).toEqual([]);
  });

  it('in the morning where it is night', async () => {
    const at = '2026-03-02T22:00:00+07:00';
    const steps = [{ at, events: [anEventBody({ occurredAt: '2026-03-02T21:55:00+07:00' })] }];
    const asked = await rehearsed({ steps, until: '2026-03-03T05:00:00+07:00' });
    expect(asked.messages).toMatchObject([{ state: 'queued', sentAt: null }]);
    const [message] = (await rehearsed({ steps })).messages;
    expect(message).toMatchObject({ state: 'sent', sentAt: message!.dueAt });
    expect(message!.dueAt > '2026-03-02T22:00:00.000Z').toBe(true);
  });

  it('and who has to be rung, or cannot be told, and why the rest stays silent', async () => {
    const online = { ...withPhone('12'), status: 'registered', occurredAt: '2026-03-02T08:00:00+07:00' };
    const { messages, worklist, dossiers } = await rehearsed({
      steps: reported(
        online,
        { ...withPhone('0254 3852 101'), eventId: 'e-2', dossierCode: 'H29.26-260302-0002' },
        { ...withPhone('12'), eventId: 'e-3' },
      ),
    });
    expect(messages).toMatchObject([{ channel: 'call-list', parts: 0, state: 'queued', sentAt: null }]);
    expect(worklist).toEqual([
      { list: 'call-list', dossierCode: 'H29.26-260302-0002', because: 'ready-counter' },
      { list: 'unreachable', dossierCode: code, because: 'phone-unreadable: too_short' },
    ]);
    expect(dossiers.find((one) => one.code === code)!.silent).toEqual([
      'not-worth-telling',
      'phone-unreadable',
    ]);
  });

  it('with the rows that nobody would take in', async () => {
    const record = { LoaiBanTin: 'DongBoHoSoMC', MaHoSo: code };
    const steps = [
      { at: morning, events: [anEventBody(), { dossierCode: 'X' }] },
      { at: morning, records: [record] },
    ];
    const { rejected, worklist } = await rehearsed({ steps });
    expect(rejected.map(({ step, row }) => [step, row])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(worklist).toMatchObject([
      { list: 'rows', dossierCode: 'X' },
      { list: 'rows', dossierCode: code },
    ]);
  });

  it('as the carrier takes it: busy first, and later', async () => {
    const { messages } = await rehearsed({
      steps: [
        { at: '2026-03-02T09:00:00+07:00', carrier: { outcome: 'busy' } },
        ...reported(anEventBody()),
        { at: '2026-03-02T11:00:00+07:00', carrier: { outcome: 'accepted' } },
      ],
    });
    expect(messages).toMatchObject([{ state: 'sent' }]);
    expect(messages[0]!.sentAt! >= '2026-03-02T04:00:00.000Z').toBe(true);
    const refused = await rehearsed({
      steps: [
        { at: '2026-03-02T09:00:00+07:00', carrier: { outcome: 'refused' } },
        ...reported(anEventBody()),
      ],
    });
    expect(refused.worklist).toMatchObject([{ list: 'failed' }]);
  });

  it('after what a citizen wrote, and what they are answered', async () => {
    const sms = { from: '0912345678', text: 'HUY' };
    const { messages, dossiers } = await rehearsed({
      steps: [{ at: '2026-03-02T09:00:00+07:00', sms }, ...reported(anEventBody())],
    });
    expect(messages.map(({ purpose }) => purpose)).toEqual(['answer-opt-out']);
    expect(dossiers[0]!.silent).toEqual(['opted-out']);
  });

  it('with the letters that follow, whose files are printed and kept nowhere', async () => {
    const { ward: _ward, ...letters } = aWardWithLetters();
    const written = await rehearsed({ letters, steps: reported(aBirthEvent()) });
    expect(written.letters).toEqual([{ kind: 'birth', dossierCode: code, state: 'rendered' }]);
    expect(written.worklist).toMatchObject([{ list: 'letters', because: 'birth rendered' }]);
    const { scheduleConfirmed: _confirmed, ...unconfirmed } = letters;
    const none = await rehearsed({ letters: unconfirmed, steps: reported(aBirthEvent()) });
    expect(none.letters).toEqual([
      { kind: 'birth', dossierCode: code, state: 'none', why: 'schedule-not-confirmed' },
    ]);
    const confirmed = await rehearsed({
      letters: unconfirmed,
      confirmSchedule: true,
      steps: reported(aBirthEvent()),
    });
    expect(confirmed.letters).toEqual(written.letters);
  });

  it('with the journeys that follow, and what they wait for', async () => {
    const { ward: _ward, ...post } = aWardsPost();
    const byPost = (deliveryAddress: Record<string, unknown>) =>
      anEventBody({ returnMethod: 'post', deliveryAddress });
    const ready = await rehearsed({
      post,
      steps: reported(byPost({ street: '1 Trần Phú', commune: '26506', province: '79' })),
    });
    expect(ready.jobs).toMatchObject([{ dossierCode: code, state: 'ready', partner: post.partners[0] }]);
    const draft = await rehearsed({ post, steps: reported(byPost({ street: '1 Trần Phú' })) });
    expect(draft.jobs).toMatchObject([{ state: 'draft', waitsFor: ['province-unknown', 'commune-unknown'] }]);
    expect(draft.worklist).toMatchObject([{ list: 'journeys', dossierCode: code }]);
  });

  it('for test numbers with the receipts that they play', async () => {
    const events = Array.from({ length: 9 }, (_, index) => ({
      ...withPhone(`010000000${index + 1}`),
      eventId: `t-${index}`,
      dossierCode: `H29.26-260302-000${index}`,
    }));
    const { messages } = await rehearsed({ steps: reported(...events), until: '2026-03-06T09:00:00+07:00' });
    expect(messages.map(({ state }) => state)).toEqual([
      'delivered',
      'undelivered',
      'failed',
      'delivered',
      'unknown',
      'unconfirmed',
      'queued',
      'delivered',
    ]);
  });
});

it('the example of the guide has the answer that the guide shows', async () => {
  const guide = readFileSync(new URL('../../../docs/operations/rehearse.md', import.meta.url), 'utf8');
  const [row, answer] = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, text]) => JSON.parse(text!) as Record<string, unknown>,
  );
  expect(await rehearsed(row!)).toEqual(answer);
});

describe('a rehearsal that cannot be played', () => {
  it.each([
    ['has no steps', { steps: [] }, 'steps'],
    ['ends before its last step', { steps: reported(), until: '2026-03-01T09:00:00+07:00' }, 'until'],
    ['has a wrong choice of the ward', { steps: reported(), settings: { office: '' } }, 'settings'],
    ['has a misspelt field', { steps: reported(), setings: {} }, ''],
  ])('%s', (_what, row, where) => {
    const read = Rehearsal.safeParse(row);
    expect(read.error?.issues.map(({ path }) => path[0] ?? '')).toContain(where);
  });
});

it('the same rehearsal twice has the same answer, and tells each step of a dossier once', async () => {
  const event = fc.record({
    dossier: fc.integer({ min: 1, max: 4 }),
    status: fc.constantFrom(...portalStatuses),
    minute: fc.integer({ min: 0, max: 59 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(event, { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (days) => {
        const steps = days.map((events, day) => ({
          at: `2026-03-0${day + 2}T20:55:00+07:00`,
          events: events.map(({ dossier, status, minute }, index) =>
            anEventBody({
              eventId: `e-${day}-${index}`,
              dossierCode: `H29.26-260302-000${dossier}`,
              status,
              occurredAt: `2026-03-0${day + 2}T08:${String(minute).padStart(2, '0')}:00+07:00`,
            }),
          ),
        }));
        const once = await rehearsed({ steps });
        expect(await rehearsed({ steps: steps.toReversed() })).toEqual(once);
        const doubled = steps.map((step) => ({ ...step, events: [...step.events, ...step.events] }));
        expect((await rehearsed({ steps: doubled })).messages).toEqual(once.messages);
      },
    ),
    { numRuns: 25, seed: 20261201 },
  );
});

describe('letters that nobody can write by themselves', () => {
  const { ward: _ward, ...letters } = aWardWithLetters();
  const act = (personEvent: unknown, more: Record<string, unknown> = {}) =>
    anEventBody({ procedureCode: '1.000656', ...(personEvent !== undefined && { personEvent }), ...more });
  const dead = { kind: 'death', deceasedName: 'Vi Văn Lịch' };

  it.each([
    ['whose persons nobody named', undefined, 'persons-missing', 'persons-missing'],
    ['known by its month', { ...dead, diedOn: '2026-02' }, 'date-incomplete', 'letters'],
    ['at the age of 140', { ...dead, bornOn: '1886', diedOn: '2026-02-27' }, 'date-impossible', 'letters'],
  ])('a death %s is told, and lies on a list', async (_, personEvent, why, list) => {
    const asked = await rehearsed({ letters, steps: reported(act(personEvent)) });
    expect(asked.messages).toHaveLength(1);
    expect(asked.letters).toEqual([{ kind: 'condolence', dossierCode: code, state: 'none', why }]);
    expect(asked.worklist).toEqual([{ list, dossierCode: code, because: why }]);
  });

  it('a death of long ago needs nobody', async () => {
    const asked = await rehearsed({ letters, steps: reported(act({ ...dead, diedOn: '1979-03-03' })) });
    expect(asked.letters).toMatchObject([{ state: 'none', why: 'not-recent' }]);
    expect(asked.worklist).toEqual([]);
  });

  it('leave the list when the facts come', async () => {
    const mended = { status: 'returned', occurredAt: '2026-03-02T09:20:00+07:00', eventId: 'e-2' };
    const steps = reported(act(undefined), act({ ...dead, diedOn: '2026-02-27' }, mended));
    const asked = await rehearsed({ letters, steps });
    expect(asked.letters).toContainEqual({ kind: 'condolence', dossierCode: code, state: 'rendered' });
    expect(asked.worklist.filter(({ list }) => list === 'persons-missing')).toEqual([]);
  });
});
