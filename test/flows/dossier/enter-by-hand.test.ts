import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsAfter } from '../../../shared/domain/dossier/by-hand/next-status.ts';
import { standingOf } from '../../../shared/domain/dossier/dossier.ts';
import { occurrenceOf } from '../../../shared/domain/dossier/rounds.ts';
import { Status } from '../../../shared/domain/dossier/statuses.ts';
import { type Instant, minutes, plus } from '../../../shared/domain/values/instant.ts';
import { type HandEntry, enterByHand } from '../../../shared/flows/dossier/enter-by-hand.ts';
import { code, vungTau } from '../../support/builders/dossiers.ts';
import { aWardsDay } from '../../support/builders/wards-day.ts';

const aCounter = () => {
  const day = aWardsDay({ outcome: 'accepted', reference: 'r' });
  const enter = enterByHand({ ...day.store, accept: day.accept, decide: day.decide, clock: day.clock });
  const standing = async () => {
    const [found] = await day.store.dossiers.find([{ ward: vungTau, code }]);
    return found && standingOf(found.dossier);
  };
  const seen = async () => {
    const now = await standing();
    return now === undefined ? 'nothing' : occurrenceOf(now);
  };
  const does = async (entry: Partial<HandEntry>, key: string, at?: Instant) =>
    enter(vungTau, { dossierCode: code, status: 'received', ...entry }, { key, at, seen: await seen() });
  return { ...day, enter, does, standing, seen };
};
const applicant = { name: 'Quách Thị Nhài', phone: '0912 345 678' };

describe('a dossier that somebody writes down at the counter', () => {
  it('stands at once, and its citizen is told like one that a system reported', async () => {
    const office = aCounter();
    const dueAt = plus(office.clock(), minutes(60 * 24 * 3));
    expect(await office.does({ applicant, dueAt, procedureCode: '1.004873' }, 'k1')).toEqual({
      is: 'done',
      outcome: 'accepted',
    });
    expect(await office.standing()).toMatchObject({ status: 'received' });
    expect([...office.store.kept().notifications]).toHaveLength(1);
  });

  it('is one dossier however often its form comes', async () => {
    const office = aCounter();
    await office.does({ applicant }, 'k1');
    office.turn(minutes(2));
    expect(await office.does({ applicant }, 'k1')).toEqual({ is: 'done', outcome: 'duplicate' });
    expect(office.store.kept().events).toHaveLength(1);
    expect(await office.does({ applicant, status: 'completed' }, 'k1')).toEqual({ is: 'event-id-reused' });
  });

  it('is not begun twice under one code', async () => {
    const office = aCounter();
    await office.does({ applicant }, 'k1');
    const again = { dossierCode: code, status: 'received', applicant } as const;
    expect(await office.enter(vungTau, again, { key: 'k2', at: undefined, seen: 'nothing' })).toEqual({
      is: 'exists',
    });
  });

  it('gives back what cannot stand instead of leaving it out', async () => {
    const office = aCounter();
    const wrong = { applicant, dueAt: '2049-12-01T10:00:00+07:00' };
    expect(await office.does(wrong, 'k1')).toEqual({ is: 'validation-failed', pointers: ['/dueAt'] });
    expect(office.store.kept().events).toHaveLength(0);
  });
});

describe('a step that somebody writes down at the counter', () => {
  it('is refused to the second of two officers who saw the same', async () => {
    const office = aCounter();
    await office.does({ applicant }, 'k1');
    office.turn(minutes(30));
    const seen = await office.seen();
    const step = (status: Status, key: string) =>
      office.enter(vungTau, { dossierCode: code, status }, { key, at: undefined, seen });
    expect(await step('in-progress', 'k2')).toMatchObject({ is: 'done' });
    expect(await step('completed', 'k3')).toEqual({ is: 'conflict' });
  });

  it('is never before the step that it follows', async () => {
    const office = aCounter();
    await office.does({ applicant }, 'k1');
    office.turn(minutes(30));
    const before = plus(office.clock(), -minutes(90));
    expect(await office.does({ status: 'in-progress' }, 'k2', before)).toEqual({
      is: 'validation-failed',
      pointers: ['/occurredAt'],
    });
  });

  it('stands as the newest whatever followed what, and nothing follows that may not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ status: fc.constantFrom(...Status.options), wait: fc.integer({ min: 0, max: 9 }) }),
          {
            maxLength: 8,
          },
        ),
        async (steps) => {
          const office = aCounter();
          let last: Status | undefined;
          for (const [index, { status, wait }] of steps.entries()) {
            office.turn(minutes(wait * 7));
            const came = await office.does(
              { status, applicant, fee: 8000, reason: 'thiếu giấy' },
              `k${index}`,
            );
            const follows = stepsAfter(last).includes(status);
            expect(came.is).toBe(follows ? 'done' : 'conflict');
            if (follows) last = status;
            expect((await office.standing())?.status).toBe(last);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
