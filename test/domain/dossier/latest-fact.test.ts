import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absorb } from '../../../shared/domain/dossier/absorb.ts';
import { type Dossier, fact } from '../../../shared/domain/dossier/dossier.ts';
import type { AcceptedEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import { anEvent } from '../../support/builders/dossiers.ts';

const after = (...events: AcceptedEvent[]): Dossier | undefined =>
  events.reduce<Dossier | undefined>(absorb, undefined);
const report = (hour: number, applicant: object | undefined, status = 'received') =>
  anEvent({
    eventId: `e-${hour}`,
    status,
    occurredAt: `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`,
    applicant,
  });

describe('an applicant is known from all reports', () => {
  const phone = '0912 345 678';

  it.each([
    ['left out', { name: 'Nguyễn Thị Hằng' }],
    ['sent empty', { name: 'Nguyễn Thị Hằng', phone: '' }],
  ])('and a phone that a later one has %s is not forgotten', (_, later) => {
    const dossier = after(report(1, { phone, language: 'en' }), report(2, later, 'completed'))!;
    expect(fact(dossier, 'applicant')).toEqual({ name: 'Nguyễn Thị Hằng', phone, language: 'en' });
  });

  it('the newest phone counts, also when it comes first', () => {
    const reports = [report(1, { phone: '0987654321' }), report(2, { phone }), report(3, { name: 'Hằng' })];
    for (const order of [reports, reports.toReversed()])
      expect(fact(after(...order)!, 'applicant')).toEqual({ name: 'Hằng', phone });
  });

  it('in whatever order, and however often, the reports come', () => {
    const applicant = fc.record(
      {
        name: fc.constantFrom('Hằng', 'Hà'),
        phone: fc.constantFrom('1', '2', '3', ''),
        language: fc.constantFrom('vi', 'en'),
        channels: fc.constantFrom([], ['sms'], ['call-list']),
      },
      { requiredKeys: [] },
    );
    const reports = fc
      .array(fc.option(applicant, { nil: undefined }), { minLength: 1, maxLength: 5 })
      .map((all) => all.map((one, at) => report(at + 1, one)));
    const shuffled = reports.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([inOrder, anyhow]) => {
        expect(after(...anyhow)!.facts).toEqual(after(...inOrder)!.facts);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
