import type { PhoneCheck, PhoneChecks } from '../../../domain/lookup/phone-check.ts';

export const memoryPhoneChecks = (): PhoneChecks => {
  const kept = new Map<string, PhoneCheck>();
  const keyOf = ({ ward, code }: Parameters<PhoneChecks['of']>[0]) => `${ward} ${code}`;
  return {
    of: async (whose) => kept.get(keyOf(whose)),
    move: async (whose, before, after) => {
      const stands = kept.get(keyOf(whose));
      if (stands?.print !== before?.print || stands?.tries !== before?.tries) return 'conflict';
      kept.set(keyOf(whose), after);
      return 'moved';
    },
  };
};
