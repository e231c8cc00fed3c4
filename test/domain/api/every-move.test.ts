import { describe, expect, it } from 'vitest';
import type { DecidedEvent } from '../../../shared/domain/dossier/event/decided-event.ts';
import type { Letter } from '../../../shared/domain/letter/letter.ts';
import { letterMoves } from '../../../shared/domain/letter/moves.ts';
import { DeskQuery } from '../../../shared/domain/notification/acts.ts';
import { notificationMoves } from '../../../shared/domain/notification/notification.ts';
import { dispatchMoves } from '../../../shared/domain/post/job/dispatch-moves.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';
import { codMoves } from '../../../shared/domain/post/money/cod.ts';
import {
  nextStep,
  ofJobs,
  ofLetters,
  ofMoney,
  ofNoLetter,
  ofNotifications,
  ofSilence,
  worklists,
} from '../../../shared/domain/api/work-by-state.ts';
import {
  type WorkItem,
  workOfDossier,
  workOfJob,
  workOfLetter,
  workOfNotification,
} from '../../../shared/domain/api/worklist.ts';
import { anEvent, code, now } from '../../support/builders/dossiers.ts';
import { anAcceptedJob } from '../../support/builders/post.ts';

type Moves = Readonly<Record<string, { from: readonly string[]; to: string }>>;

const aText = { channel: 'sms', dossierCode: code, purpose: 'ready-counter', reason: 'why', dueAt: now };
const aLetter = { kind: 'birth', dossierCode: code, reason: 'why' };
const aJob = (state: string) => ({ ...anAcceptedJob(), state }) as DispatchJob;
const withCash = (state: string) =>
  ({
    ...anAcceptedJob({ state: 'delivered' }),
    cod: { state, due: 30_000, disputedBecause: 'difference' },
  }) as DispatchJob;

/** Every machine, what a thing in one of its states leaves to a person, and the states that do. */
const machines: [string, Moves, Record<string, string | undefined>, (state: string) => WorkItem[], string][] =
  [
    [
      'texts',
      notificationMoves,
      ofNotifications,
      (state) => workOfNotification({ ...aText, state } as Parameters<typeof workOfNotification>[0]),
      'unknown unconfirmed undelivered failed suppressed',
    ],
    [
      'letters',
      letterMoves,
      ofLetters,
      (state) => workOfLetter({ ...aLetter, state } as Letter),
      'stopped rendered held',
    ],
    [
      'journeys',
      dispatchMoves,
      ofJobs,
      (state) => workOfJob(aJob(state)),
      'draft cancel-requested partly-delivered returned return-received lost damaged rejected needs-attention dead-letter',
    ],
    ['cash', codMoves, ofMoney, (state) => workOfJob(withCash(state)), 'disputed'],
  ];

describe.each(machines)('every move of %s', (_, moves, lists, work, needing) => {
  const states = [...new Set(Object.values(moves).flatMap(({ from, to }) => [...from, to]))].filter(
    (state) => state !== 'same',
  );

  it.each(Object.entries(moves))(
    'that is called %s leads to a list exactly where a person is needed',
    (_name, { from, to }) => {
      for (const state of to === 'same' ? from : [to])
        expect([state, work(state).length > 0]).toEqual([state, needing.split(' ').includes(state)]);
    },
  );

  it('leads to states that are all known to the worklist', () => {
    expect(states.toSorted()).toEqual(Object.keys(lists).toSorted());
  });

  it('that needs a person says why, and what to do next', () => {
    for (const state of needing.split(' ')) {
      const [item] = work(state);
      expect(item).toMatchObject({ list: lists[state], dossierCode: code });
      expect(item!.because).not.toBe('');
      expect(nextStep[item!.list].length).toBeGreaterThan(20);
    }
  });
});

describe('a dossier whose event told nobody, or came to no letter', () => {
  const told = (outcome: Partial<NonNullable<DecidedEvent['outcome']>>) =>
    workOfDossier({ code, codeFits: true }, [
      { ...anEvent(), outcome: { decidedAt: now, told: [], ...outcome } },
    ]);

  it.each(Object.entries(ofSilence))('%s is on the list %s', (silent, list) => {
    expect(told({ silent })).toEqual(
      list === undefined ? [] : [{ list, dossierCode: code, because: silent }],
    );
  });

  it.each(Object.entries(ofNoLetter))('%s is on the list %s', (noLetter, list) => {
    expect(told({ noLetter })).toEqual(
      list === undefined ? [] : [{ list, dossierCode: code, because: noLetter }],
    );
  });

  it('names the facts that an apology lacks', () => {
    expect(told({ noLetter: 'facts-missing: newDueAt' })).toMatchObject([
      { list: 'letters', because: 'facts-missing: newDueAt' },
    ]);
  });
});

describe('a partner’s no, or no answer yet', () => {
  it.each([
    [
      'accepted',
      { cancel: { at: now, reason: 'x', answer: 'in a sack' } },
      'accepted, cancel-refused: in a sack',
    ],
    [
      'in-transit',
      { recall: { at: now, reason: 'x', answer: 'too far' } },
      'in-transit, recall-refused: too far',
    ],
    ['in-transit', { recall: { at: now, reason: 'x' } }, 'in-transit, recall-requested'],
  ] as const)('to papers in %s lies with the office until they are at their end', (state, asked, because) => {
    expect(workOfJob({ ...anAcceptedJob(asked), state })).toMatchObject([{ list: 'journeys', because }]);
    expect(workOfJob({ ...anAcceptedJob(asked), state: 'delivered' })).toEqual([]);
  });
});

it('every list of texts can be asked for at the desk, and every list there is says what to do', () => {
  const lists = Object.values(ofNotifications).filter((list) => list !== undefined);
  for (const state of lists) expect(DeskQuery.safeParse({ state }).success).toBe(true);
  expect(Object.keys(nextStep)).toEqual([...worklists]);
});
