/** Wrong behaviours that the tests have to notice: one change of one place, and the fast tests that concern it. */
export type Mutant = { what: string; file: string; from: string; to: string; tests: string[] };

const decision = ['test/domain/decision', 'test/flows/decision'];
const letters = ['test/domain/letter/occasion', 'test/flows/letter'];
const superseding = ['test/domain/dossier/superseding.test.ts'];

const statuses = (what: string, from: string, to: string): Mutant => ({
  what,
  file: 'shared/domain/dossier/statuses.ts',
  from,
  to,
  tests: superseding,
});

export const mutants: readonly Mutant[] = [
  statuses(
    'a result no longer takes back "bring papers" and "pay"',
    '    overtakes: untilResult,',
    "    overtakes: ['received', 'delayed'],",
  ),
  statuses(
    'work in progress no longer takes back "pay"',
    "    overtakes: ['supplement-requested', 'payment-requested'],",
    "    overtakes: ['supplement-requested'],",
  ),
  statuses(
    'a result in hand leaves "not accepted" and "stopped"',
    "    overtakes: [...everything, 'not-accepted', 'stopped'],",
    '    overtakes: everything,',
  ),
  statuses(
    'what ends a dossier leaves "the result is ready"',
    "const everything = [...untilResult, 'completed'] as const;",
    'const everything = [...untilResult] as const;',
  ),
  {
    what: 'how the citizen wants the result is ignored: everybody is told to come',
    file: 'shared/domain/decision/result-ways.ts',
    from: "fact(dossier, 'returnMethod') ?? 'counter'",
    to: "'counter' as 'counter' | 'post' | 'home' | 'electronic'",
    tests: decision,
  },
  {
    what: 'a family that agreed gets no letter where the office asks for consent',
    file: 'shared/domain/letter/occasion/decide-letter.ts',
    from: "wish === 'unknown' && settings.basis === 'consent'",
    to: "settings.basis === 'consent'",
    tests: letters,
  },
  {
    what: 'the second dossier of one birth takes back its own letter',
    file: 'shared/domain/letter/occasion/decide-letter.ts',
    from: "...(seen && facts.wish === 'declined'",
    to: '...(seen',
    tests: letters,
  },
  {
    what: 'a mobile with 1900 inside is refused',
    file: 'shared/domain/phone/read-phone.ts',
    from: '/^1[89]00/.test(national)',
    to: '/1[89]00/.test(national)',
    tests: ['test/domain/phone'],
  },
  {
    what: 'an SMS without its text is handed to the carrier',
    file: 'shared/flows/notification/send-sms.ts',
    from: '    const said = {\n      text,',
    to: "    const said = {\n      text: '',",
    tests: ['test/flows/decision', 'test/flows/notification'],
  },
  {
    what: 'the name that a gateway knows the text by is dropped',
    file: 'shared/flows/notification/send-sms.ts',
    from: '      ...(provider && { provider }),',
    to: '',
    tests: ['test/flows/decision', 'test/flows/notification'],
  },
  {
    what: 'whoever lost a race against another decision is not decided again',
    file: 'shared/flows/decision/decide-notifications.ts',
    from: "    ...stepped.filter((_, index) => results[index] === 'conflict'),",
    to: '',
    tests: ['test/flows/decision', 'test/flows/dossier'],
  },
  {
    what: 'what was reserved for a lost decision is not given back',
    file: 'shared/flows/decision/decide-notifications.ts',
    from: 'reserved.filter(({ key }) => lost.some((one) => one.key === key)),',
    to: '[],',
    tests: ['test/flows/decision', 'test/flows/dossier'],
  },
  {
    what: 'what no carrier confirmed in three days stays "sent" for ever',
    file: 'shared/flows/notification/release-due.ts',
    from: 'async (id) => notifications.unconfirmed(id)',
    to: 'async () => false',
    tests: ['test/flows/notification'],
  },
  {
    what: 'a phone may get six hundred messages a day by default',
    file: 'shared/domain/notification/limits.ts',
    from: 'messagesPerPhonePerDay: 6,',
    to: 'messagesPerPhonePerDay: 600,',
    tests: ['test/domain/notification/limits.test.ts'],
  },
  {
    what: 'an office may send half a million messages a day by default',
    file: 'shared/domain/notification/limits.ts',
    from: 'messagesPerWardPerDay: 5_000 }',
    to: 'messagesPerWardPerDay: 500_000 }',
    tests: ['test/domain/notification/limits.test.ts'],
  },
  {
    what: 'a vaccination with a latest age never gets its session',
    file: 'shared/domain/letter/vaccination/plan.ts',
    from: 'if (end && session.on > end)',
    to: 'if (end)',
    tests: ['test/domain/letter/vaccination'],
  },
  {
    what: 'a session on the very last day is refused',
    file: 'shared/domain/letter/vaccination/plan.ts',
    from: 'session.on > end',
    to: 'session.on >= end',
    tests: ['test/domain/letter/vaccination'],
  },
  {
    what: 'a partner’s "not before" is ignored',
    file: 'shared/domain/post/job/lease.ts',
    from: 'visibleAt: notBefore !== undefined && notBefore > at ? notBefore : at,',
    to: 'visibleAt: at,',
    tests: ['test/flows/post/partner', 'test/domain/post/job'],
  },
];
