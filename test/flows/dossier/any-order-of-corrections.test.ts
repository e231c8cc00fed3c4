import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workOf } from '../../../shared/domain/api/worklist.ts';
import { hours, type Instant, minutes } from '../../../shared/domain/values/instant.ts';
import { vungTau } from '../../support/builders/dossiers.ts';
import { aBirthEvent } from '../../support/builders/family-day.ts';
import { aWholeOffice, type WholeOffice } from '../../support/builders/whole-office.ts';

const phones = ['0912345678', '0987654321'] as const;
const names = ['Tạ Gia Hân', 'Tạ Gia Hưng'] as const;
const asE164 = (phone: string) => `+84${phone.slice(1)}`;
const personEventOf = (childName: string) =>
  ({ kind: 'birth', childName, bornOn: '2026-02-20', parents: ['Mạc Thị Yến', 'Tạ Đức Thuận'] }) as const;

/** What may happen to a dossier that is completed, in any order: facts put right, time, and what people do with its letter. */
const aStep = fc.oneof(
  fc.record({ does: fc.constant('phone' as const), to: fc.constantFrom(...phones) }),
  fc.record({ does: fc.constant('name' as const), to: fc.constantFrom(...names) }),
  fc.record({ does: fc.constant('report' as const), name: fc.constantFrom(...names) }),
  fc.record({ does: fc.constantFrom('wait' as const, 'void' as const, 'again' as const) }),
  fc.record({ does: fc.constantFrom('released' as const, 'printed' as const, 'handed-over' as const) }),
);
type AStep = typeof aStep extends fc.Arbitrary<infer Step> ? Step : never;

const plays = async (office: WholeOffice, steps: readonly AStep[]) => {
  const completed = (occurredAt: Instant, name: string = names[0]) =>
    office.report(
      aBirthEvent({
        occurredAt,
        applicant: { name: 'A', phone: phones[0] },
        personEvent: personEventOf(name),
      }),
    );
  let last = await completed(office.clock());
  let isVoid = false;
  for (const step of steps) {
    office.turn(minutes(7));
    const [letter] = office.store.kept().letters;
    if (step.does === 'phone')
      await office.does({ what: 'correct', reason: 'x', facts: { applicant: { phone: step.to } } });
    else if (step.does === 'name')
      await office.does({
        what: 'person-event',
        reason: 'x',
        facts: {
          personEvent: {
            ...personEventOf(step.to),
            parents: [...personEventOf(step.to).parents],
            sex: undefined,
          },
        },
      });
    else if (step.does === 'report' && !isVoid) last = await completed(office.clock(), step.name);
    else if (step.does === 'wait') {
      office.turn(hours(11));
      await office.tick();
    } else if (step.does === 'void') {
      for (const { eventId } of (await office.trace()).events.filter(({ takenBack }) => !takenBack))
        await office.does({ what: 'void', reason: 'x', eventId: eventId as typeof last, silently: false });
      isVoid = true;
    } else if (step.does === 'again') {
      last = await completed(office.clock());
      isVoid = false;
    } else if (step.does === 'printed') await office.print(vungTau, letter ? [letter.id] : [], 'clerk');
    else if (letter && (step.does === 'released' || step.does === 'handed-over'))
      await office.actOnLetter(letter, step.does, {}, 'clerk');
  }
  office.turn(hours(12));
  await office.tick();
  return { isVoid };
};

describe('whatever order corrections and the sending take', () => {
  it('each citizen ends with the right word once, and a wrong one is apologised for or listed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aStep, { maxLength: 7 }),
        fc.constantFrom('2026-03-02T02:30:00.000Z' as Instant, '2026-03-02T14:30:00.000Z' as Instant),
        async (steps, start) => {
          const office = await aWholeOffice(start);
          const { isVoid } = await plays(office, steps);
          const kept = office.store.kept();
          const [dossier] = kept.dossiers;
          const phone = dossier!.facts.applicant!.value.phone!;
          const listed = workOf(kept).filter(({ list }) => list === 'told-wrongly');
          const ready = kept.notifications.filter(
            ({ purpose, state }) => purpose === 'ready-counter' && state !== 'cancelled',
          );

          const standing = dossier!.told.filter(({ replaced }) => replaced === undefined);
          const holds = ready.filter(({ id }) => standing.some((one) => one.id === id));
          expect(holds.map(({ to }) => to)).toEqual(isVoid ? [] : [asE164(phone)]);

          // Whatever left and no longer holds was told to the wrong phone (listed), or taken back (apologised for).
          const corrected = kept.events.flatMap(({ outcome }) => outcome?.corrects ?? []);
          const apologies = kept.notifications.filter(({ purpose }) => purpose === 'taken-back').length;
          for (const one of ready.filter((sent) => !holds.includes(sent)))
            expect(corrected.includes(one.id) || apologies > 0).toBe(true);
          expect(corrected.length === 0 || listed.length > 0).toBe(true);

          // One letter for the family: right, or on the list, or taken back with its status.
          expect(kept.letters.length).toBeLessThanOrEqual(1);
          for (const letter of kept.letters) {
            const right = `Gia đình bé ${String(Object(dossier!.facts.personEvent!.value).childName)}`;
            const isListed = listed.some(({ because }) => because.startsWith('birth'));
            const isRight = letter.content.recipient === right && !isVoid;
            expect(isRight || isListed || letter.state === 'withdrawn').toBe(true);
            expect(isRight && isListed).toBe(false);
          }
        },
      ),
      { seed: 20261201, numRuns: 150 },
    );
  });
});
