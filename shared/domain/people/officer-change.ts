import type { Officer } from './officer.ts';

/** Who changes an officer: another officer, or whoever may use the store itself, who has no place at a desk. */
export type Changer = { name: string; officer?: Pick<Officer, 'id' | 'roles'> };

/** Why an officer may not be changed so. */
export type ChangeRefusal = 'own-rights' | 'operators-only' | 'last-operator';

type Rights = Pick<Officer, 'roles' | 'active'>;

export const operates = ({ roles, active }: Rights): boolean => active && roles.includes('operator');

const sameRights = (one: Rights, other: Rights): boolean =>
  one.active === other.active && one.roles.toSorted().join() === other.roles.toSorted().join();

/** Whether somebody may be an operator, or be made or unmade one, by this changer. */
export const mayTouchOperators = ({ officer }: Changer): boolean =>
  officer === undefined || officer.roles.includes('operator');

/**
 * Why this change of an officer is refused, at whichever door it is asked for; undefined where it may be made. Nobody
 * gives or takes rights of his own, only operators make, change and unmake operators, and one always remains of those
 * whom the office has (`colleagues`).
 */
export const refusesChange = (
  by: Changer,
  before: Officer | undefined,
  after: Rights,
  colleagues: readonly Officer[],
): ChangeRefusal | undefined => {
  if (before !== undefined && before.id === by.officer?.id && !sameRights(before, after)) return 'own-rights';
  const wasOperator = before !== undefined && operates(before);
  if ((wasOperator || operates(after)) && !mayTouchOperators(by)) return 'operators-only';
  const remains = colleagues.some((one) => one.id !== before?.id && operates(one));
  return wasOperator && !operates(after) && !remains ? 'last-operator' : undefined;
};
