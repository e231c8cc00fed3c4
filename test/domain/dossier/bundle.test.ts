import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleSays, type Member } from '../../../shared/domain/dossier/bundle.ts';
import type { Status } from '../../../shared/domain/dossier/statuses.ts';

const marriage = (...had: Status[]): Member => ({ code: 'marriage', had });
const residence = (...had: Status[]): Member => ({ code: 'residence', had });

describe('two dossiers filed as one', () => {
  it.each<[string, Member[], Status, string[]]>([
    ['the first is received: told', [marriage(), residence()], 'received', ['itself']],
    ['the second is received: silent', [marriage(), residence('received')], 'received', []],
    ['the first is ready: it waits', [marriage('received'), residence('received')], 'completed', []],
    [
      'the last is ready: one call',
      [marriage('received'), residence('received', 'completed')],
      'completed',
      ['all-ready'],
    ],
    [
      'ready, and the other was refused: one call',
      [marriage('received'), residence('not-accepted')],
      'completed',
      ['all-ready'],
    ],
    [
      'ready, and the other was fetched already: one call',
      [marriage('received'), residence('completed', 'returned')],
      'completed',
      ['all-ready'],
    ],
    [
      'the last one is stopped: told, and called for the other',
      [marriage('received'), residence('completed')],
      'stopped',
      ['itself', 'all-ready'],
    ],
    [
      'the last one is stopped, the other was fetched: told only',
      [marriage('received'), residence('completed', 'returned')],
      'stopped',
      ['itself'],
    ],
    [
      'both are withdrawn: nothing to collect',
      [marriage('received'), residence('withdrawn')],
      'withdrawn',
      ['itself'],
    ],
    [
      'papers are missing in one: told at once',
      [marriage('received'), residence('received')],
      'supplement-requested',
      ['itself'],
    ],
    [
      'one is late: its apology is told',
      [marriage('received'), residence('completed')],
      'delayed',
      ['itself'],
    ],
  ])('%s', (_, members, status, said) =>
    expect(bundleSays({ parts: 2, members }, { code: 'marriage', status })).toEqual(said),
  );
});

it('a dossier by itself is told like any other', () => {
  const alone = { parts: 1, members: [marriage('received')] };
  expect(bundleSays(alone, { code: 'marriage', status: 'completed' })).toEqual(['all-ready']);
});

it('a bundle waits for the dossier that has not reported yet', () => {
  const known = { parts: 3, members: [marriage('received'), residence('completed')] };
  expect(bundleSays(known, { code: 'marriage', status: 'completed' })).toEqual([]);
});

describe('in whatever order the offices report', () => {
  const ends = fc.array(fc.constantFrom<Status>('completed', 'not-accepted', 'withdrawn', 'stopped'), {
    minLength: 1,
    maxLength: 4,
  });
  const reports = ends.chain((all) => {
    const received: Status = 'received';
    const events = all.flatMap((end, index) => [
      { code: `dossier ${index}`, status: received },
      { code: `dossier ${index}`, status: end },
    ]);
    return fc.tuple(fc.constant(all), fc.shuffledSubarray(events, { minLength: events.length }));
  });

  it('the family reads once that all is received and once that all is ready, if anything is', () => {
    fc.assert(
      fc.property(reports, ([all, events]) => {
        let members: Member[] = [];
        const told: string[] = [];
        for (const event of events) {
          told.push(
            ...bundleSays({ parts: all.length, members }, event).map((news) =>
              news === 'itself' ? event.status : news,
            ),
          );
          const had = members.find(({ code }) => code === event.code)?.had ?? [];
          members = [
            ...members.filter(({ code }) => code !== event.code),
            { code: event.code, had: [...had, event.status] },
          ];
        }
        const times = (news: string) => told.filter((one) => one === news).length;
        expect([times('received'), times('all-ready')]).toEqual([1, all.includes('completed') ? 1 : 0]);
      }),
      { seed: 20260302, numRuns: 500 },
    );
  });
});
