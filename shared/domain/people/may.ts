/** Who may do what at the desk: the one table, which pages read to show a button and routes to refuse an act. */
import type { Officer, Role } from './officer.ts';

const everybody = ['clerk', 'leader', 'operator'] as const satisfies readonly Role[];
const office = ['clerk', 'leader'] as const satisfies readonly Role[];
const leaders = ['leader'] as const satisfies readonly Role[];

const rights = {
  'read-work': everybody,
  'read-calls': everybody,
  'read-dossier': everybody,
  'read-letter': everybody,
  'enter-step': office,
  'read-imports': everybody,
  'import-file': office,
  call: office,
  resend: office,
  cancel: office,
  correct: office,
  void: office,
  settle: office,
  'person-event': office,
  'release-letter': leaders,
  'hold-letter': office,
  'withdraw-letter': leaders,
  'print-letters': office,
  'hand-over-letter': office,
  'read-post': everybody,
  'steer-journey': office,
  'hand-over-papers': office,
  'print-label': office,
  'note-visit': office,
  'confirm-cash': office,
  'read-settings': everybody,
  'choose-settings': leaders,
  'publish-text': leaders,
  'read-proposals': everybody,
  'decide-proposal': ['leader', 'operator'],
  'manage-officers': ['leader', 'operator'],
  'manage-clients': ['leader', 'operator'],
  'read-report': everybody,
  'read-province': ['operator'],
  export: everybody,
  'rights-of-person': leaders,
  'read-audit': ['leader', 'operator'],
} as const satisfies Record<string, readonly Role[]>;

/** One thing that somebody does or reads, as the audit keeps it. */
export type Deskwork = keyof typeof rights;

export const may = ({ roles }: Pick<Officer, 'roles'>, what: Deskwork): boolean =>
  roles.some((role) => (rights[what] as readonly Role[]).includes(role));
