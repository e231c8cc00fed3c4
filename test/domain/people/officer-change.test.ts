import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Officer, Role } from '../../../shared/domain/people/officer.ts';
import { operates, refusesChange } from '../../../shared/domain/people/officer-change.ts';
import { anOfficer } from '../../contracts/people/people.contract.ts';

const roles: fc.Arbitrary<Role[]> = fc.uniqueArray(fc.constantFrom('clerk', 'leader', 'operator'), {
  minLength: 1,
});
const officers = fc
  .array(fc.record({ roles, active: fc.boolean() }), { minLength: 1, maxLength: 5 })
  .map((all) => all.map((one, at) => anOfficer({ id: `officer-${at}`, ...one })));
const picked = fc.nat({ max: 4 });

type Asked = { by: Officer; before: Officer; after: Pick<Officer, 'roles' | 'active'>; all: Officer[] };
const asked: fc.Arbitrary<Asked> = fc
  .tuple(officers, picked, picked, roles, fc.boolean())
  .map(([all, by, of, newRoles, active]) => ({
    by: all[by % all.length]!,
    before: all[of % all.length]!,
    after: { roles: newRoles, active },
    all,
  }));

const refused = ({ by, before, after, all }: Asked) =>
  refusesChange({ name: by.name, officer: by }, before, after, all);

describe('a change of an officer', () => {
  it('gives nobody a right of his own, and takes none from him', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { before, after } = one;
        fc.pre(
          before.active !== after.active || before.roles.toSorted().join() !== after.roles.toSorted().join(),
        );
        expect(refused({ ...one, by: before })).toBe('own-rights');
      }),
    );
  });

  it('may correct one’s own name', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { before } = one;
        fc.pre(!operates(before) || before.roles.includes('operator'));
        expect(refused({ ...one, by: before, after: before })).toBeUndefined();
      }),
    );
  });

  it('makes, changes and unmakes an operator by an operator alone', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { by, before, after } = one;
        fc.pre(by.id !== before.id && !by.roles.includes('operator'));
        expect(refused(one) === 'operators-only').toBe(operates(before) || operates(after));
      }),
    );
  });

  it('leaves one operator of those whom the office has, whoever asks for it', () => {
    fc.assert(
      fc.property(asked, ({ before, after, all }) => {
        const others = all.filter(({ id }) => id !== before.id);
        fc.pre(operates(before) && !operates(after));
        expect(refusesChange({ name: 'vận hành' }, before, after, all)).toBe(
          others.some(operates) ? undefined : 'last-operator',
        );
      }),
    );
  });
});
