import { describe, expect, it } from 'vitest';
import { settingsOf, WardLetters, whatIsMissing } from '../../../shared/domain/letter/ward-letters.ts';
import { aWardWithLetters } from '../../support/builders/family-day.ts';

const aNewWard = WardLetters.parse({ ward: '26506' });

describe('what a ward has chosen about its letters', () => {
  it('is, for a ward that has chosen nothing, no letter at all, and everything that keeps them back is named', () => {
    expect(whatIsMissing(aNewWard)).toEqual({
      birth: [
        'letterhead',
        'wordings.birth.approved',
        expect.stringContaining('confirmation of the schedule'),
      ],
      marriage: ['letterhead', 'wordings.marriage.approved'],
      condolence: ['letterhead', 'wordings.condolence.approved'],
      apology: ['letterhead', 'wordings.apology.approved'],
    });
    expect(settingsOf(aNewWard)).toMatchObject({
      birth: { on: false },
      approvedWordings: [],
      scheduleConfirmed: false,
    });
  });

  it('lets every kind go once all is approved and confirmed', () => {
    expect(new Set(Object.values(whatIsMissing(aWardWithLetters())).flat())).toEqual(new Set());
  });

  it('leaves it to a person to let letters go, unless the ward says otherwise', () => {
    expect([aNewWard.birth.release, aNewWard.marriage.release]).toEqual(['by-person', 'by-person']);
  });

  it.each([
    ['a condolence that goes by rule', { condolence: { release: 'automatic' } }],
    ['a vaccine that nobody knows', { optionalVaccines: ['FLUX'] }],
    ['a choice that is misspelt', { brith: { on: false } }],
    ['a place that holds no sessions', { places: [{ id: 'a', name: 'TYT', address: 'x', sessions: [] }] }],
    [
      'a day of a session that no month has',
      {
        places: [
          {
            id: 'a',
            name: 'TYT',
            address: 'x',
            sessions: [{ type: 'day_of_month', days: [32], from: '07:30', to: '11:00' }],
          },
        ],
      },
    ],
  ])('refuses %s', (_, wrong) => {
    expect(WardLetters.safeParse({ ward: '26506', ...wrong }).success).toBe(false);
  });
});
