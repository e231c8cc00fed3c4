import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryCounters } from '../../../shared/adapters/memory/report/counters.ts';
import { type Thing, talliesOf } from '../../../shared/domain/report/counted/thing.ts';
import type { FigureCounters } from '../../../shared/domain/report/counters.ts';
import { addedUp, type Tally } from '../../../shared/domain/report/tally.ts';
import { notificationStates } from '../../../shared/domain/notification/notification.ts';
import { Day } from '../../../shared/domain/values/day.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { countAnew } from '../../../shared/flows/report/count-anew.ts';
import { aNotification, anEvent, nineOClock, ward } from '../../contracts/cost/ward-day.ts';

const [first, last] = [Day.parse('2020-01-01'), Day.parse('2040-01-01')];
const clock = () => nineOClock;

type Things = Map<string, { ward: Ward; thing: Thing }>;

/** The figures that are kept, in the order of a recount, nothing that came to nothing. */
const keptIn = async (figures: ReturnType<typeof memoryCounters>): Promise<Tally[]> =>
  addedUp(
    [...(await figures.of(ward, first, last)).figures].flatMap(([day, counts]) =>
      Object.entries(counts).map(([figure, by]) => ({ day, figure, by }) as Tally),
    ),
  );

const recount = (things: Things): Tally[] =>
  addedUp([...things.values()].flatMap(({ thing }) => talliesOf(thing)));

/** One change of one thing, and whether anybody hears of it now, how often, and whether somebody else counts meanwhile. */
const aChange = fc.record({
  name: fc.integer({ min: 0, max: 5 }),
  state: fc.constantFrom(...notificationStates),
  parts: fc.integer({ min: 1, max: 3 }),
  rings: fc.integer({ min: 0, max: 3 }),
  crowded: fc.boolean(),
});

describe('the figures of an office', () => {
  it('equal a recount of all there is, however often, late or crowded the changes were told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aChange, { maxLength: 40 }), async (changes) => {
        const things: Things = new Map();
        const counters = memoryCounters(things);
        const count = countAnew({ counters, clock });
        const unheard = new Set<string>();
        for (const { name, state, parts, rings, crowded } of changes) {
          const id = String(name);
          const message = aNotification(anEvent({ dossierCode: `H29.26-260302-000${id}` }), {
            state,
            parts,
            attempt: { id, at: nineOClock },
          });
          things.set(id, { ward, thing: { is: 'message', message } });
          if (rings === 0) unheard.add(id);
          const heard = Array.from({ length: rings }, () => id);
          const told = await Promise.all([
            count(heard),
            ...(crowded ? [count(heard), count([...unheard])] : []),
          ]);
          for (const { failed } of told) for (const one of failed) unheard.add(one);
        }
        await count([...things.keys()]);
        expect(await keptIn(counters)).toEqual(recount(things));
        expect(await count([...things.keys()])).toEqual({ counted: 0, failed: new Set() });
      }),
    );
  });

  it('are given back to be told again when somebody else is always faster', async () => {
    const message = aNotification(anEvent());
    const things: Things = new Map([['1', { ward, thing: { is: 'message', message } }]]);
    const counters: FigureCounters = {
      ...memoryCounters(things),
      write: async (recounts) => new Map(recounts.map(({ name }) => [name, 'conflict'])),
    };
    expect(await countAnew({ counters, clock })(['1'])).toEqual({ counted: 0, failed: new Set(['1']) });
  });
});
