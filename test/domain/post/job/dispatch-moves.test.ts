import { describe, expect, it } from 'vitest';
import { diagramOf } from '../../../../shared/domain/values/diagram.ts';
import {
  dispatchMoves,
  type Happening,
  jobStates,
  type JobState,
  mayHappen,
  trackingFinals,
  underway,
} from '../../../../shared/domain/post/job/dispatch-moves.ts';

const happenings = Object.keys(dispatchMoves) as Happening[];
const everywhere = happenings.flatMap((happened) => jobStates.map((state) => [happened, state] as const));

/** The arrows that partners were promised, as they read them. */
const promised: [JobState, JobState][] = [
  ['draft', 'ready'],
  ['ready', 'leased'],
  ['leased', 'leased'],
  ['leased', 'ready'],
  ['leased', 'accepted'],
  ['leased', 'rejected'],
  ['rejected', 'needs-attention'],
  ['rejected', 'ready'],
  ['ready', 'dead-letter'],
  ['leased', 'dead-letter'],
  ['ready', 'cancelled'],
  ['leased', 'cancelled'],
  ['accepted', 'label-printed'],
  ['label-printed', 'manifested'],
  ['accepted', 'cancel-requested'],
  ['label-printed', 'cancel-requested'],
  ['manifested', 'cancel-requested'],
  ['cancel-requested', 'cancelled'],
  ['cancel-requested', 'accepted'],
  ['manifested', 'handed-over'],
  ['handed-over', 'in-transit'],
  ['in-transit', 'out-for-delivery'],
  ['in-transit', 'held-for-pickup'],
  ['in-transit', 'on-hold'],
  ['out-for-delivery', 'delivery-attempted'],
  ['delivery-attempted', 'out-for-delivery'],
  ['returning', 'returned'],
  ['returned', 'return-received'],
  ['return-received', 'closed'],
  ['return-received', 'redispatched'],
  ...underway.flatMap((state): [JobState, JobState][] => [
    [state, 'delivered'],
    [state, 'returning'],
    [state, 'lost'],
    [state, 'damaged'],
  ]),
];

describe('the life of a dispatch job', () => {
  it.each(promised)('may lead from %s to %s', (from, to) => {
    expect(
      happenings.some((happened) => mayHappen(happened, from) && dispatchMoves[happened].to === to),
    ).toBe(true);
  });

  it('answers every happening in every state', () => {
    const table = Object.fromEntries(
      happenings.map((happened) => [happened, jobStates.filter((state) => mayHappen(happened, state))]),
    );
    expect(everywhere).toHaveLength(happenings.length * jobStates.length);
    expect(table).toMatchSnapshot();
  });

  it('can be claimed only before anybody has accepted it', () => {
    expect(jobStates.filter((state) => mayHappen('claimed', state))).toEqual(['ready', 'leased']);
  });

  it('is never put back on offer by itself once it was accepted', () => {
    const back = everywhere.filter(([happened, state]) => {
      const { to } = dispatchMoves[happened];
      return mayHappen(happened, state) && (to === 'ready' || to === 'leased');
    });
    expect(new Set(back.map(([, state]) => state))).toEqual(
      new Set(['draft', 'ready', 'leased', 'rejected', 'needs-attention', 'dead-letter']),
    );
  });

  it.each(trackingFinals)('does not let a scan move it away from %s', (final) => {
    const scans = [
      'picked-up',
      'in-transit',
      'out-for-delivery',
      'delivered',
      'returning',
      'returned',
      'lost',
    ];
    expect(scans.filter((scan) => mayHappen(scan as Happening, final))).toEqual([]);
  });

  it('reaches every state', () => {
    const reached = new Set<string>(['draft', ...happenings.map((happened) => dispatchMoves[happened].to)]);
    expect(jobStates.filter((state) => !reached.has(state))).toEqual([]);
  });

  it('prints as a diagram', () => {
    expect(diagramOf(dispatchMoves)).toContain('state "held-for-pickup" as held_for_pickup');
    expect(diagramOf(dispatchMoves)).toContain('  closed --> [*]');
  });
});
