import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Day } from '../../../../shared/domain/values/day.ts';
import { decideLetter } from '../../../../shared/domain/letter/occasion/decide-letter.ts';
import type {
  Known,
  LetterDecision,
  LetterFacts,
  LetterSettings,
} from '../../../../shared/domain/letter/occasion/letter-decision.ts';
import {
  apologyIdOf,
  letterIdOf,
  PersonEvent,
} from '../../../../shared/domain/letter/occasion/person-event.ts';

const fingerprint = (text: string): string =>
  createHmac('sha256', 'a ward’s key').update(text).digest('base64url').slice(0, 22);
const nothingKnown: Known = { letters: [], traces: [] };

const aBirth = (childName = 'Trần Ngọc Diệp', bornOn = '2026-02-20'): PersonEvent =>
  PersonEvent.parse({ kind: 'birth', childName, bornOn });
const aMarriage = (...spouses: [string, string]): PersonEvent =>
  PersonEvent.parse({ kind: 'marriage', spouses, marriedOn: '2026-02-27' });
const aDeath = (deceasedName = 'Phạm Ngọc Ẩn', bornOn?: string): PersonEvent =>
  PersonEvent.parse({ kind: 'death', deceasedName, diedOn: '2026-03-01', bornOn });

const someFacts = (event: PersonEvent, more: Partial<LetterFacts> = {}): LetterFacts => ({
  ward: '26506',
  event,
  registration: 'first',
  today: Day.parse('2026-03-02'),
  wish: 'unknown',
  ...more,
});
const theSettings = (more: Partial<LetterSettings> = {}): LetterSettings => ({
  birth: { on: true, layout: 'card', release: 'automatic' },
  marriage: { on: true, layout: 'official', release: 'by-person' },
  condolence: { on: true, layout: 'official', leaflet: true },
  approvedWordings: ['birth', 'marriage', 'condolence', 'funeral-support'],
  scheduleConfirmed: true,
  limits: { birthWithinMonths: 24, marriageWithinDays: 60, condolenceWithinDays: 60 },
  basis: 'opt-out',
  ...more,
});
const decide = (facts: LetterFacts, settings = theSettings(), known = nothingKnown): LetterDecision =>
  decideLetter(facts, settings, known, fingerprint);
const after = (...decisions: LetterDecision[]): Known => ({
  letters: decisions.flatMap((made) =>
    made.outcome === 'draft' ? [{ id: made.letterId, state: 'drafted' as const }] : [],
  ),
  traces: decisions.flatMap(({ traces }) => traces),
});

describe('one letter for one person event', () => {
  it('welcomes a child, congratulates a couple, condoles a family, each as the ward chose', () => {
    expect(decide(someFacts(aBirth()))).toMatchObject({
      outcome: 'draft',
      kind: 'birth',
      release: 'automatic',
    });
    expect(decide(someFacts(aMarriage('Lê Ân', 'Đặng Dương')))).toMatchObject({
      kind: 'marriage',
      leaflet: false,
    });
    expect(decide(someFacts(aDeath()))).toMatchObject({ kind: 'condolence', leaflet: true });
  });

  it('never releases a condolence by itself', () => {
    expect(decide(someFacts(aDeath()))).toMatchObject({ outcome: 'draft', release: 'by-person' });
  });

  it('writes nothing when the linked bundle and the single dossier tell of the same birth', () => {
    const first = decide(someFacts(aBirth()));
    const second = decide(someFacts(aBirth('  TRẦN NGỌC  DIỆP')), theSettings(), after(first));
    expect(second).toMatchObject({ outcome: 'none', reason: 'already-known' });
  });

  it.each([
    ['the same name in another spelling of the tone', 'Nguyễn Thị Hoà', 'Nguyễn Thị Hòa'],
    ['the same name in letters and marks apart', 'Trần Ngọc Diệp', 'Trần Ngọc Diệp'.normalize('NFD')],
    ['the same name in capitals', 'Đặng Thùy Dương', 'ĐẶNG THUỲ DƯƠNG'],
  ])('knows %s', (_, one, other) => {
    expect(letterIdOf('26506', aBirth(one), fingerprint)).toBe(
      letterIdOf('26506', aBirth(other), fingerprint),
    );
  });

  it.each([
    ['twins', aBirth('Trần Ngọc Diệp'), aBirth('Trần Ngọc Điệp')],
    ['a dot that makes another name', aBirth('Lê Hoang'), aBirth('Lê Hoàng')],
    ['another day of birth', aBirth('Trần An', '2026-02-20'), aBirth('Trần An', '2026-02-21')],
  ])('tells %s apart', (_, one, other) => {
    expect(letterIdOf('26506', one, fingerprint)).not.toBe(letterIdOf('26506', other, fingerprint));
  });

  it('counts a couple once, whoever of the two stands first', () => {
    const [one, other] = [aMarriage('Lê Ân', 'Đặng Dương'), aMarriage('Đặng Dương', 'Lê Ân')];
    expect(letterIdOf('26506', one, fingerprint)).toBe(letterIdOf('26506', other, fingerprint));
  });

  it('keeps wards apart, and delays of one dossier apart', () => {
    expect(letterIdOf('26506', aBirth(), fingerprint)).not.toBe(letterIdOf('26575', aBirth(), fingerprint));
    const [march, april] = ['2026-03-09T10:00:00.000Z', '2026-04-09T10:00:00.000Z'] as const;
    const code = 'H29.26-260302-0001';
    expect(apologyIdOf('26506', code, march, fingerprint)).not.toBe(
      apologyIdOf('26506', code, april, fingerprint),
    );
  });
});

describe('no letter', () => {
  it.each([
    ['for a registration made again', someFacts(aBirth(), { registration: 'again' }), {}, 'registered-again'],
    ['for a family that declined', someFacts(aBirth(), { wish: 'declined' }), {}, 'declined'],
    ['without consent where the ward asks for it', someFacts(aBirth()), { basis: 'consent' }, 'no-consent'],
    ['for a child past 24 months', someFacts(aBirth('Trần An', '2024-03-01')), {}, 'not-recent'],
    [
      'before the health station confirmed',
      someFacts(aBirth()),
      { scheduleConfirmed: false },
      'schedule-not-confirmed',
    ],
    [
      'before the ward approved the wording',
      someFacts(aDeath()),
      { approvedWordings: [] },
      'wording-not-approved',
    ],
    [
      'where the ward switched it off',
      someFacts(aDeath()),
      { condolence: { on: false, layout: 'official', leaflet: false } },
      'switched-off',
    ],
  ] as const)('%s', (_, facts, settings, reason) => {
    expect(decide(facts, theSettings(settings))).toMatchObject({ outcome: 'none', reason });
  });

  it('but one for a family that agreed, where the ward asks for consent', () => {
    const agreed = someFacts(aBirth(), { wish: 'agreed' });
    expect(decide(agreed, theSettings({ basis: 'consent' })).outcome).toBe('draft');
  });

  it('but one on the day a child turns 24 months', () => {
    expect(decide(someFacts(aBirth('Trần An', '2024-03-02'))).outcome).toBe('draft');
  });
});

describe('when a child dies', () => {
  const child = 'Trần Ngọc Diệp';

  it('takes the pending congratulation back and writes no ready-made condolence', () => {
    const birth = decide(someFacts(aBirth(child)));
    const death = decide(someFacts(aDeath(child, '2026-02-20')), theSettings(), after(birth));
    expect(death).toMatchObject({
      outcome: 'none',
      reason: 'a-child-needs-own-words',
      withdraw: [{ letterId: birth.traces[0]!.letterId, reason: 'child-died' }],
    });
  });

  it('writes no congratulation when the birth comes after the death', () => {
    const death = decide(someFacts(aDeath(child, '2026-02-20')));
    const birth = decide(someFacts(aBirth(child)), theSettings(), after(death));
    expect(birth).toMatchObject({ outcome: 'none', reason: 'child-died' });
  });

  it('stops in doubt, where the source gives no day of birth', () => {
    const birth = decide(someFacts(aBirth(child)));
    expect(decide(someFacts(aDeath(child)), theSettings(), after(birth)).withdraw).toHaveLength(1);
  });

  it('stops even for a family that declined letters and for a death registered again', () => {
    const birth = decide(someFacts(aBirth(child)));
    const facts = someFacts(aDeath(child), { registration: 'again', wish: 'declined' });
    expect(decide(facts, theSettings(), after(birth)).withdraw).toHaveLength(1);
  });

  it('lets the letter go when it was a namesake with another day of birth', () => {
    const birth = decide(someFacts(aBirth(child)));
    const death = decide(someFacts(aDeath(child, '1941-05-19')), theSettings(), after(birth));
    expect(death).toMatchObject({ outcome: 'draft', kind: 'condolence', withdraw: [] });
  });

  it('keeps no name in what it remembers', () => {
    expect(JSON.stringify(decide(someFacts(aDeath(child))))).not.toMatch(/Diệp|diệp/);
  });
});
